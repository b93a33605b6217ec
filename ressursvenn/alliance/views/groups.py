"""Working groups of the holes, and ambassadors."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, forms, queries, words
from ._shared import ASKED, EDIT, posted, the


@require_http_methods(ASKED)
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """The groups under each hole; a new one is formed here."""
    form = forms.GroupForm(posted(request))
    if request.method == "POST" and done(form, changes.form_group, by=request.user):
        messages.success(request, "Gruppen er opprettet. Sett inn organisasjonene.")
        return redirect("alliance:groups")
    return _page(request, group_form=form)


@require_POST
@requires(EDIT)
def seat(request: HttpRequest, reference: str) -> HttpResponse:
    """An organisation is in it from today."""
    group = the("group", reference)
    form = forms.SeatForm(request.POST, organisations=queries.organisations())
    if done(form, changes.give_seat, group=group, by=request.user):
        messages.success(request, "Organisasjonen er med i gruppen.")
        return redirect("alliance:groups")
    return _page(request, seat_form=form, seat_in=group.pk)


@require_POST
@requires(EDIT)
def seat_left(request: HttpRequest, reference: str) -> HttpResponse:
    """It is no longer in it."""
    row, said = the("seat", reference), "Organisasjonen er ikke lenger med i gruppen."
    tried_or_told(request, changes.leave_seat, said=said, seat=row, by=request.user)
    return redirect("alliance:groups")


@require_POST
@requires(EDIT)
def wound_up(request: HttpRequest, reference: str) -> HttpResponse:
    """It has done its work."""
    row, said = the("group", reference), "Gruppen er avsluttet."
    tried_or_told(request, changes.wind_up_group, said=said, group=row, by=request.user)
    return redirect("alliance:groups")


@require_http_methods(ASKED)
@requires(EDIT)
def ambassadors(request: HttpRequest) -> HttpResponse:
    """Who stands for the button with her name; a new one is noted here."""
    form = forms.AmbassadorForm(posted(request))
    if request.method == "POST" and done(form, changes.note_ambassador, by=request.user):
        messages.success(request, "Notert. En annen redaktør må si ja før navnet vises.")
        return redirect("alliance:ambassadors")
    page = {"form": form, "ambassadors": queries.ambassadors()}
    return render(request, "alliance/ambassadors.html", page)


@require_POST
@requires(EDIT)
def show_ambassador(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has seen it, and everybody may."""
    row, said = the("ambassador", reference), "Navnet vises på de åpne sidene."
    tried_or_told(request, changes.show_ambassador, said=said, ambassador=row, by=request.user)
    return redirect("alliance:ambassadors")


@require_http_methods(ASKED)
@requires(EDIT)
def withdraw_ambassador(request: HttpRequest, reference: str) -> HttpResponse:
    """Asked once, since the name goes for good."""
    row = the("ambassador", reference)
    form = forms.SureForm(posted(request))
    if request.method == "POST" and done(
        form, changes.withdraw_ambassador, ambassador=row, by=request.user
    ):
        messages.success(request, "Navnet og ordene er slettet.")
        return redirect("alliance:ambassadors")
    return render(request, "alliance/ambassador_withdraw.html", {"row": row, "form": form})


def _page(request: HttpRequest, **bound: Any) -> HttpResponse:
    found = queries.groups()
    page = {
        "holes": [(words.HOLES[hole], rows) for hole, rows in found.items()],
        "group_form": forms.GroupForm(),
        "seat_form": forms.SeatForm(organisations=queries.organisations()),
        **bound,
    }
    return render(request, "alliance/groups.html", page)
