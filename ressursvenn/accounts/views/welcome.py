"""The first time somebody comes in, or comes in anew: a link that works once.

With the word in it she makes a passkey, or chooses a password and connects an app; then she is in. Nothing
is done before the whole of it is done, so a link that was only looked at still works.
"""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from .. import changes, factors, passkeys, proofs, queries
from ..forms import ChoosePasswordForm, NewAppForm, NewPasskeyForm
from ..guard import anyone
from ..models import Invitation
from . import app_of, come_in

WORD, CHOSEN = "invitation", "password_chosen"
KEY = "whoever holds the link is not signed in yet; the word in it is the key"


@anyone(KEY)
@require_safe
def welcome(request: HttpRequest, word: str) -> HttpResponse:
    """Take the word out of the address, so that it stays in no history and goes to no other page."""
    request.session[WORD] = word
    request.session.pop(CHOSEN, None)
    return redirect("choose_password")


@anyone(KEY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """A passkey, or a password. A used, old or unknown link is told apart by nobody."""
    invitation = queries.invitation_with(request.session.get(WORD, ""))
    if invitation is None:
        return render(request, "accounts/welcome.html", {"person": None})
    if request.method == "POST" and "credential" in request.POST:
        return _with_passkey(request, invitation)
    if request.method == "POST" and not proofs.needs_passkey(invitation.person):
        return _with_password(request, invitation)
    return _page(request, invitation)


@anyone(KEY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def first_app(request: HttpRequest) -> HttpResponse:
    """The password is chosen, and lies in her session; with the app she is in."""
    invitation = queries.invitation_with(request.session.get(WORD, ""))
    chosen = request.session.get(CHOSEN)
    if invitation is None or not chosen:
        return redirect("choose_password")
    page = app_of(request, invitation.person)
    form = NewAppForm(request.POST or None, secret=page["secret"])
    if form.is_valid():
        try:
            factor = changes.enrol_app(
                invitation=invitation,
                password_hash=chosen,
                secret=form.secret,
                by=invitation.person,
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return _in(request, invitation, factor, "mfa_view_recovery_codes")
    return render(request, "accounts/first_app.html", {**page, "form": form})


def _page(request: HttpRequest, invitation: Invitation, **forms: Any) -> HttpResponse:
    person = invitation.person
    had = bool(factors.of(person))
    only_password = had and not invitation.anew
    page = {
        "person": person,
        "had": had,
        "only_password": only_password,
        "needs_passkey": proofs.needs_passkey(person),
        "passkey_form": NewPasskeyForm(),
        "form": ChoosePasswordForm(),
        "options": "" if only_password else passkeys.ask_for_new(request, person),
    }
    return render(request, "accounts/welcome.html", {**page, **forms})


def _with_passkey(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = NewPasskeyForm(request.POST)
    if form.is_valid():
        try:
            attested = passkeys.made(request, form.cleaned_data["credential"])
            factor = changes.enrol_passkey(
                invitation=invitation, attested=attested, name=form.cleaned_data["name"],
                by=invitation.person,
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return _in(request, invitation, factor, "mfa_index")
    return _page(request, invitation, passkey_form=form)


def _with_password(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """With an app already, the new password is all there is to do; else the app comes next."""
    form = ChoosePasswordForm(request.POST)
    if not form.is_valid():
        return _page(request, invitation, form=form)
    password = form.cleaned_data["password"]
    if invitation.anew or not factors.of(invitation.person):
        request.session[CHOSEN] = make_password(password)
        return redirect("first_app")
    try:
        changes.choose_new_password(invitation=invitation, password=password, by=invitation.person)
    except ValidationError as problem:
        form.add_error(None, problem)
        return _page(request, invitation, form=form)
    request.session.flush()
    return redirect("account_login")


def _in(
    request: HttpRequest, invitation: Invitation, factor: Authenticator, to: str
) -> HttpResponse:
    """What was in the session before is gone with the word."""
    request.session.flush()
    come_in(request, factor)
    return redirect(to)
