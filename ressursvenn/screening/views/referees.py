"""Those we may ask about her: noted, given a link, read, or struck."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from qrcode import QRCode

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening

from .. import changes, queries, words
from ..forms import RefereeForm
from ._shared import done, opened, sealed, the_volunteer
from .standing import page_of

SCREEN = Permission.SCREEN_VOLUNTEERS


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def noted(request, reference: str) -> HttpResponse:
    """Somebody she says that we may ask."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("screening:of", reference)
    form = RefereeForm(request.POST)
    told = {"volunteer": volunteer, "by": request.user}
    if form.is_valid() and done(form, changes.note_referee, **told, **form.cleaned_data):
        messages.success(request, "Notert. Ring, si hvem det gjelder, og gi lenken.")
        return redirect("screening:of", reference)
    return page_of(request, volunteer, referee_form=form)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def link(request, reference: str, referee: str) -> HttpResponse:
    """A link that works once, shown to be copied or read off the screen. The house sends it to nobody."""
    row, volunteer = _the_referee(request, reference, referee)
    if request.method != "POST":
        return redirect("screening:of", reference)
    try:
        word = changes.give_link(referee=row, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("screening:of", reference)
    opening.open_record(row, by=request.user, purpose="referee_contact")
    address = request.build_absolute_uri(reverse("screening_neutral:all", args=[word]))
    dark = _squares(address)
    days = accounts.terms(volunteer.association).limits.referee_link_days
    page = {"volunteer": volunteer, "link": address, "squares": dark, "days": days}
    page |= {"row": row, "relation": words.RELATIONS.get(row.relation, "")}
    page["side"] = max(column for column, _ in dark) + 9
    return render(request, "screening/link.html", page)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def statement(request, reference: str, referee: str) -> HttpResponse:
    """What she said, when somebody asks for it. That it was read is noted."""
    row, volunteer = _the_referee(request, reference, referee)
    if request.method != "POST":
        return redirect("screening:of", reference)
    try:
        row = changes.read_statement(referee=row, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("screening:of", reference)
    opening.open_record(row, by=request.user, purpose="statement")
    told = [
        (words.QUESTIONS.get(code, ""), words.ANSWERS.get(code, {}).get(answer, ""))
        for code, answer in row.answers
    ]
    relation = words.RELATIONS.get(row.relation, "")
    page = {"volunteer": volunteer, "row": row, "told": told, "relation": relation}
    return render(request, "screening/statement.html", page)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def struck(request, reference: str, referee: str) -> HttpResponse:
    """She is not asked after all."""
    row, _ = _the_referee(request, reference, referee)
    if request.method != "POST":
        return redirect("screening:of", reference)
    try:
        changes.strike_referee(referee=row, by=request.user)
        messages.success(request, "Strøket. Navn og nummer er slettet.")
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("screening:of", reference)


def _the_referee(request, reference: str, referee: str) -> tuple[Any, Any]:
    volunteer = sealed(request, reference)
    row = get_object_or_404(queries.referees_of(volunteer), reference=referee)
    return row, opened(request, volunteer)


def _squares(address: str) -> list[tuple[int, int]]:
    """Where a QR code of the link is dark, column and row."""
    code = QRCode(border=0)
    code.add_data(address)
    dark = enumerate(code.get_matrix())
    return [(column, row) for row, line in dark for column, is_dark in enumerate(line) if is_dark]
