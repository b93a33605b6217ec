"""What came in lately, what is held back, and an e-mail from frivillig.no that is pasted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import tried_or_told
from ressursvenn.volunteers import changes as volunteers

from .. import changes, queries, reading
from ..forms import PastedForm, PasteForm


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request) -> HttpResponse:
    """Applications with how they came, those that wait first, and those that are held back."""
    lately, held = queries.lately(request.user), queries.held(request.user)
    rows = list(lately[: queries.AT_MOST])
    waiting = list(held[: queries.AT_MOST])
    cards = [*(row.volunteer for row in rows), *waiting]
    known = {card.pk for card in opening.open_cards(cards, by=request.user, purpose="list")}
    page = {
        "rows": [row for row in rows if row.volunteer_id in known],
        "more": lately.count() - len(rows) if len(rows) == queries.AT_MOST else 0,
        "held": [row for row in waiting if row.pk in known],
        "held_count": held.count() if len(waiting) == queries.AT_MOST else len(waiting),
        "at_most": queries.AT_MOST,
        "limits": accounts.terms(request.user.association).limits,
    }
    return render(request, "arrivals/all.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def paste(request) -> HttpResponse:
    """The mail is pasted, read and put right by a person; what is noted is hers to answer for."""
    today = timezone.localdate()
    adverts = queries.published_adverts(request.user)
    if request.POST.get("do") == "note":
        return _noted(request, PastedForm(request.POST, today=today, adverts=adverts))
    form = PasteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        read = reading.read(form.cleaned_data["text"])
        found = PastedForm(read=read, today=today, adverts=adverts)
        return _preview(request, found, read=read)
    return render(request, "arrivals/paste.html", {"form": form})


def _noted(request, form: PastedForm) -> HttpResponse:
    if form.is_valid():
        told = dict(form.cleaned_data)
        told["advert"] = queries.own_advert(request.user, told["advert"])
        try:
            arrival = changes.note_pasted(
                association=request.user.association, by=request.user, **told
            )
        except ValidationError as error:
            form.tell(error)
        else:
            messages.success(request, "Søknaden er notert. Nå kan den besvares.")
            return redirect("arrivals:answer", arrival.volunteer.reference)
    return _preview(request, form)


def _preview(request, form: PastedForm, **more: Any) -> HttpResponse:
    return render(request, "arrivals/pasted.html", {"form": form, **more})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def let_in(request, reference: str) -> HttpResponse:
    """What was held back is an application like any other."""
    row = get_object_or_404(queries.held(request.user), reference=reference)
    if request.method == "POST" and "sure" in request.POST:
        said = "Søknaden er sluppet inn. Nå venter den på svar."
        tried_or_told(
            request, volunteers.let_in_application, said=said, volunteer=row, by=request.user
        )
    return redirect("arrivals:all")


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def turn_away(request, reference: str) -> HttpResponse:
    """What was held back goes no further, and is erased as what is refused."""
    row = get_object_or_404(queries.held(request.user), reference=reference)
    if request.method == "POST" and "sure" in request.POST:
        said = "Søknaden er avslått, og slettes som andre avslag."
        tried_or_told(
            request, volunteers.turn_away_application, said=said, volunteer=row, by=request.user
        )
    return redirect("arrivals:all")
