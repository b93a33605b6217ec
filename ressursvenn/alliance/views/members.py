"""Members: who they are on a day, what is known of each, and whom we talk with."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, forms, queries
from ._shared import ASKED, EDIT, or_404, posted, the

CONFIRMED = "Bekreftet. Det står nå uten merke på de åpne sidene."


@require_safe
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """The members of a day, and every membership with its source."""
    form = forms.DayForm(request.GET if request.GET.get("dag") else None)
    day = (form.is_valid() and form.cleaned_data["dag"]) or timezone.localdate()
    rows = queries.membership_history()
    page = {"form": form, "standing": queries.members_on(day, rows), "rows": rows}
    return render(request, "alliance/members.html", page)


@require_http_methods(ASKED)
@requires(EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """An organisation has joined, or is known to have been a member."""
    form = forms.MembershipForm(posted(request))
    if row := made(form, changes.note_membership, by=request.user):
        messages.success(request, "Notert. En annen redaktør må bekrefte det.")
        return redirect("alliance:member", row.organisation.reference)
    return render(request, "alliance/member_new.html", {"form": form})


@require_safe
@requires(EDIT)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """What is known of one organisation."""
    return _page(request, reference)


@require_POST
@requires(EDIT)
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    """Whom we talk with there."""
    organisation = or_404(queries.organisation_called(reference))
    form = forms.ContactForm(request.POST)
    if done(form, changes.note_contact, organisation=organisation, by=request.user):
        messages.success(request, "Kontakten er notert.")
        return redirect("alliance:member", reference)
    return _page(request, reference, contact_form=form)


@require_POST
@requires(EDIT)
def contact_ended(request: HttpRequest, reference: str) -> HttpResponse:
    """It is somebody else now; the name goes."""
    row = the("contact", reference)
    said = "Navnet og nummeret er slettet."
    tried_or_told(request, changes.end_contact, said=said, contact=row, by=request.user)
    return redirect("alliance:member", row.organisation.reference)


@require_POST
@requires(EDIT)
def ended(request: HttpRequest, reference: str) -> HttpResponse:
    """It has left."""
    row = the("membership", reference)
    form = forms.EndForm(request.POST)
    if done(form, changes.note_membership_ended, membership=row, by=request.user):
        messages.success(request, "Slutten er notert. En annen redaktør må bekrefte den.")
        return redirect("alliance:member", row.organisation.reference)
    return _page(request, row.organisation.reference, end_form=form)


@require_POST
@requires(EDIT)
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has held it against its source."""
    row = the("membership", reference)
    tried_or_told(
        request, changes.confirm_membership, said=CONFIRMED, membership=row, by=request.user
    )
    return redirect("alliance:member", row.organisation.reference)


@require_http_methods(ASKED)
@requires(EDIT)
def put_right(request: HttpRequest, reference: str) -> HttpResponse:
    """It was never so: asked once, with why."""
    row = the("membership", reference)
    form = forms.PutRightForm(posted(request))
    if request.method == "POST" and done(
        form, changes.put_right_membership, membership=row, by=request.user
    ):
        messages.success(request, "Raden er tatt bort. Grunnen står i loggen.")
        return redirect("alliance:member", row.organisation.reference)
    return render(request, "alliance/member_put_right.html", {"row": row, "form": form})


def _page(request: HttpRequest, reference: str, **bound: Any) -> HttpResponse:
    organisation = or_404(queries.organisation_called(reference))
    rows = list(organisation.memberships.all())
    page = {
        "organisation": organisation,
        "rows": rows,
        "open": next((row for row in rows if row.until is None), None),
        "contact_form": forms.ContactForm(),
        "end_form": forms.EndForm(),
        **bound,
    }
    return render(request, "alliance/member.html", page)
