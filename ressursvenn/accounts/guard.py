"""Who gets in. Closed unless opened: every page names the right it takes, and every change asks again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from ressursvenn.protection.opening import one_reading

from . import posted, proofs
from .models import Person
from .permissions import Permission

LOOKING = ("GET", "HEAD")  # what is read to show a page is one reading
View = Callable[..., HttpResponseBase]


def requires(*permissions: Permission) -> Callable[[View], View]:
    """A page for whoever holds one of these rights. Nobody signed in is sent to sign in."""

    def guarded(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not any(request.user.may(permission) for permission in permissions):
                raise PermissionDenied
            if request.method not in LOOKING:
                return view(request, *args, **kwargs)
            with one_reading():
                return view(request, *args, **kwargs)

        page.permission = permissions  # type: ignore[attr-defined]
        return page

    return guarded


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """And back again to the page. What was posted is gone, and its address may be no page to come to."""
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.path, reverse("account_login"))
    return redirect("account_login")


def anyone(reason: str) -> Callable[[View], View]:
    """A page for the whole world, and why."""

    def opened(view: View) -> View:
        view.permission = ()  # type: ignore[attr-defined]
        view.open_because = reason  # type: ignore[attr-defined]
        return view

    return opened


def own_account(view: View) -> View:
    """A page about one's own way in, for whoever has shown all that her role takes."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not proofs.is_in(request):
            return redirect("account_reauthenticate")
        return view(request, *args, **kwargs)

    return anyone("everybody who signs in has a way in of her own, and sees no other")(page)


def codes_only(view: View) -> View:
    """The codes on paper are for whoever signs in with an app; who needs a passkey has none."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if proofs.needs_passkey(proofs.herself(request)):
            raise Http404
        return view(request, *args, **kwargs)

    return own_account(page)


def fresh(request: HttpRequest) -> bool:
    """She has shown within ten minutes that it is she: with a passkey, or what else her role takes."""
    return proofs.is_fresh(request)


def fresh_first(view: View) -> View:
    """Before something that cannot be undone she shows once more that it is she, and comes back.

    What she sent is not lost: it is kept for her, and done when she has shown it and says so.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated or fresh(request):
            return view(request, *args, **kwargs)
        if request.method not in LOOKING:
            posted.keep(request, proofs.herself(request))
        back = {} if request.method not in LOOKING else {"next": request.get_full_path()}
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode(back)}".rstrip("?"))

    return page


def check(by: Person, permission: Permission) -> None:
    """Raises PermissionDenied. Changes ask this themselves, since commands and jobs skip pages."""
    if by is None or not by.may(permission):
        raise PermissionDenied


def same_house(by: Person, row: Any) -> None:
    """Raises PermissionDenied when the row belongs to another association, or to none of hers."""
    if by.association_id is None or by.association_id != row.association_id:
        raise PermissionDenied
