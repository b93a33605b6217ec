"""What happens with a demand: noted, put forward, confirmed by another, struck, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, queries
from ..forms import EvidenceForm, HappenedForm, StrikeForm
from .demands import WAITS, posted, the_demand

EDIT = Permission.EDIT_ALLIANCE
TEXT, HAPPENING, EVIDENCE = "text", "happening", "evidence"
CONFIRM: dict[str, Callable[..., Any]] = {
    TEXT: changes.confirm_text,
    HAPPENING: changes.confirm_happening,
    EVIDENCE: changes.confirm_evidence,
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def happened(request, reference: str) -> HttpResponse:
    """Note something that has happened."""
    row = the_demand(request, reference)
    form = HappenedForm(
        posted(request),
        initial={"day": timezone.localdate()},
        addressees=queries.addressees_of(row),
        promises=queries.still_open(row),
    )
    if made(form, changes.note_happening, demand=row, by=request.user):
        messages.success(request, WAITS)
        return redirect("agenda:one", reference)
    return render(request, "agenda/happened.html", {"form": form, "demand": row})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def evidence(request, reference: str) -> HttpResponse:
    """Put forward what stands behind it."""
    row = the_demand(request, reference)
    figures = queries.every_figure(request.user).filter(withdrawn_on=None)
    form = EvidenceForm(posted(request), figures=figures)
    if made(form, changes.put_forward_evidence, demand=row, by=request.user):
        messages.success(request, WAITS)
        return redirect("agenda:one", reference)
    return render(request, "agenda/evidence.html", {"form": form, "demand": row})


@require_POST
@requires(EDIT)
def confirm_text(request, reference: str, number: int) -> HttpResponse:
    """Another editor stands for the words."""
    return _confirmed(request, reference, TEXT, str(number))


@require_POST
@requires(EDIT)
def confirm_happening(request, reference: str, which: str) -> HttpResponse:
    """Another editor has held it against its source."""
    return _confirmed(request, reference, HAPPENING, which)


@require_POST
@requires(EDIT)
def confirm_evidence(request, reference: str, which: str) -> HttpResponse:
    """Another editor has held it against its source."""
    return _confirmed(request, reference, EVIDENCE, which)


@require_POST
@requires(EDIT)
def confirm_addressing(request, reference: str) -> HttpResponse:
    """Another editor stands for whom it goes to."""
    row, said = the_demand(request, reference), "Bekreftet. Alle kan lese det nå."
    read = request.POST.get("lest", "")
    tried_or_told(
        request, changes.confirm_addressing, said=said, demand=row, read=read, by=request.user
    )
    return redirect("agenda:one", reference)


@require_POST
@requires(EDIT)
def throw_away_text(request, reference: str, number: int) -> HttpResponse:
    """It was not to be."""
    row = _of(request, reference, TEXT, str(number))
    first = number == 1
    if tried_or_told(request, changes.throw_away_text, said="Kastet.", text=row, by=request.user):
        return redirect("agenda:all") if first else redirect("agenda:one", reference)
    return redirect("agenda:one", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def strike(request, reference: str, which: str) -> HttpResponse:
    """Ask why, then strike it."""
    row = _of(request, reference, HAPPENING, which)
    form = StrikeForm(posted(request))
    if done(form, changes.strike_happening, happening=row, by=request.user):
        messages.success(
            request, "Strøket. Det som var lest av alle, står overstrøket med grunnen."
        )
        return redirect("agenda:one", reference)
    return render(request, "agenda/strike.html", {"form": form, "one": row, "reference": reference})


@require_POST
@requires(EDIT)
def take_out_evidence(request, reference: str, which: str) -> HttpResponse:
    """It no longer stands behind the demand."""
    row = _of(request, reference, EVIDENCE, which)
    tried_or_told(
        request, changes.take_out_evidence, said="Tatt ut.", evidence=row, by=request.user
    )
    return redirect("agenda:one", reference)


def _confirmed(request, reference: str, kind: str, key: str) -> HttpResponse:
    row = _of(request, reference, kind, key)
    to = {kind: row, "by": request.user}
    tried_or_told(request, CONFIRM[kind], said="Bekreftet. Alle kan lese det nå.", **to)
    return redirect("agenda:one", reference)


def _of(request, reference: str, kind: str, key: str) -> Any:
    row = queries.row_of(kind, the_demand(request, reference), key)
    if row is None:
        raise Http404
    return row
