"""Those we may ask about her: noted, given a link, read, or struck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.square import square
from ressursvenn.shapes.trying import done

from .. import changes, queries, words
from ..forms import RefereeForm
from ._shared import opened, sealed, the_volunteer
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
    if done(form, changes.note_referee, volunteer=volunteer, by=request.user):
        messages.success(request, "Notert. Ring, si hvem det gjelder, og gi lenken.")
        return redirect("screening:of", reference)
    return page_of(request, volunteer, referee_form=form)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def contact(request, reference: str, referee: str) -> HttpResponse:
    """Whom to ring, when somebody asks for it. A link that was given works on."""
    return _asked(request, reference, referee, _to_ring, _contact_page)


def _to_ring(*, referee: Any, by: Any) -> None:
    """Raises ValidationError when there is nobody to ring any more."""
    if referee.came_in or referee.volunteer.left_on:
        raise ValidationError("Hun skal ikke ringes. Har hun svart, er navn og nummer slettet.")


def _contact_page(request, volunteer: Any, row: Any, _: Any) -> HttpResponse:
    opening.open_record(row, by=request.user, purpose="referee_contact")
    page = {"volunteer": volunteer, "row": row, "relation": words.RELATIONS.get(row.relation, "")}
    return render(request, "screening/contact.html", page)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def link(request, reference: str, referee: str) -> HttpResponse:
    """A link that works once, shown to be copied or read off the screen. The house sends it to nobody."""
    return _asked(request, reference, referee, changes.give_link, _link_page)


def _link_page(request, volunteer: Any, row: Any, word: str) -> HttpResponse:
    opening.open_record(row, by=request.user, purpose="referee_contact")
    address = request.build_absolute_uri(reverse("screening_neutral:all", args=[word]))
    days = accounts.terms(volunteer.association).limits.referee_link_days
    page = {"volunteer": volunteer, "link": address, "days": days, **square(address)}
    page |= {"row": row, "relation": words.RELATIONS.get(row.relation, "")}
    return render(request, "screening/link.html", page)


@require_http_methods(["GET", "POST"])
@requires(SCREEN)
def statement(request, reference: str, referee: str) -> HttpResponse:
    """What she said, when somebody asks for it. That it was read is noted."""
    return _asked(request, reference, referee, changes.read_statement, _statement_page)


def _statement_page(request, volunteer: Any, _: Any, row: Any) -> HttpResponse:
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
    return _asked(request, reference, referee, changes.strike_referee, _is_struck)


def _is_struck(request, volunteer: Any, *_: Any) -> HttpResponse:
    messages.success(request, "Strøket. Navn og nummer er slettet.")
    return redirect("screening:of", volunteer.reference)


def _asked(
    request,
    reference: str,
    referee: str,
    change: Callable[..., Any],
    then: Callable[..., HttpResponse],
) -> HttpResponse:
    """Make the change about her and go on with what it gave; or say why not, on the volunteer's page."""
    volunteer = sealed(request, reference)
    row = get_object_or_404(queries.referees_of(volunteer), reference=referee)
    opened(request, volunteer)
    if request.method != "POST":
        return redirect("screening:of", reference)
    try:
        given = change(referee=row, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("screening:of", reference)
    return then(request, volunteer, row, given)
