"""A demand on the editors' desk: raised, said anew, addressed; and all that waits for the other of two."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, made

from .. import changes, queries
from ..forms import AddresseeForm, AddressForm, DemandForm, TextForm

EDIT = Permission.EDIT_ALLIANCE
WAITS = "Lagret. Alle får lese det når en annen redaktør har bekreftet det."


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """What waits for another editor, and every demand with how it stands."""
    demands = queries.as_they_stand(queries.visible_to(request.user))
    page = {"waiting": queries.waiting(request.user, demands), "demands": demands}
    return render(request, "agenda/all.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new(request) -> HttpResponse:
    """Raise a demand."""
    first = {"raised_day": timezone.localdate()}
    form = DemandForm(posted(request), initial=first, addressees=queries.addressees())
    if row := made(form, changes.raise_demand, by=request.user):
        messages.success(request, WAITS)
        return redirect("agenda:one", row.reference)
    return render(request, "agenda/new.html", {"form": form, "none": form.has_nobody})


@require_safe
@requires(EDIT)
def one(request, reference: str) -> HttpResponse:
    """Everything of one: its texts, what has happened, what stands behind it, and who has confirmed what."""
    (row,) = queries.with_everything(of_reference(request, reference)) or [None]
    if row is None:
        raise Http404
    return render(request, "agenda/one.html", {"demand": row, "me": request.user.pk})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def rewrite(request, reference: str) -> HttpResponse:
    """The next version of the words."""
    row = the_demand(request, reference)
    newest = queries.newest_text(row)
    form = TextForm(posted(request), initial={"title": newest.title, "body": newest.body})
    if done(form, changes.rewrite_demand, demand=row, by=request.user):
        messages.success(request, WAITS)
        return redirect("agenda:one", reference)
    return render(request, "agenda/rewrite.html", {"form": form, "demand": row})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def address(request, reference: str) -> HttpResponse:
    """Whom it is addressed to."""
    row = the_demand(request, reference)
    now = [one.reference for one in queries.addressees_of(row)]
    form = AddressForm(
        posted(request), initial={"addressees": now}, addressees=queries.addressees()
    )
    if done(form, changes.address_to, demand=row, by=request.user):
        messages.success(request, WAITS)
        return redirect("agenda:one", reference)
    return render(request, "agenda/address.html", {"form": form, "demand": row})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def addressees(request) -> HttpResponse:
    """The bodies that demands can be addressed to."""
    form = AddresseeForm(posted(request))
    if made(form, changes.name_addressee, by=request.user):
        messages.success(request, "Lagt til.")
        return redirect("agenda:addressees")
    return render(
        request, "agenda/addressees.html", {"form": form, "addressees": queries.addressees()}
    )


def posted(request) -> Any:
    """What was sent, when anything was."""
    return request.POST if request.method == "POST" else None


def of_reference(request, reference: str) -> Any:
    return queries.visible_to(request.user).filter(reference=reference)


def the_demand(request, reference: str) -> Any:
    """One of them, or 404."""
    return get_object_or_404(queries.visible_to(request.user), reference=reference)
