"""The editors' queue: read, let pass, put aside, fetch back; one by one by the keyboard, or several ticked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, figures, pace, queries, words
from ..forms import AsideForm

EDIT = Permission.EDIT_ALLIANCE
NONE_TICKED = "Kryss av for dem det gjelder."


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """What waits to be read: confirmed ones first. Only so many at a time, however many came."""
    page = {
        "waiting": queries.to_read(request.user)[: queries.AT_A_TIME],
        "numbers": queries.numbers(),
        "at_a_time": queries.AT_A_TIME,
        "most": pace.WAITING_AT_MOST,
        "definition": figures.DEFINITION,
        "reasons": words.REASONS.items(),
    }
    return render(request, "stands/all.html", page)


@require_safe
@requires(EDIT)
def aside(request) -> HttpResponse:
    """What was put aside, until it goes."""
    rows = queries.put_aside(request.user)[: queries.AT_A_TIME]
    days = queries.days_kept()
    return render(request, "stands/aside.html", {"rows": rows, "days": days})


@require_safe
@requires(EDIT)
def passed(request) -> HttpResponse:
    """What is shown now, to be put aside if it should not have been."""
    rows = queries.visible_to(request.user).filter(queries.SHOWN).order_by("-confirmed_day", "-pk")
    return render(request, "stands/passed.html", {"rows": rows[: queries.AT_A_TIME]})


@require_POST
@requires(EDIT)
def let_pass(request, reference: str) -> HttpResponse:
    """It may be shown."""
    return _acted(
        request, reference, changes.let_pass, "Sluppet. Det kan hentes tilbake under «Vises nå»."
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def put_aside(request, reference: str) -> HttpResponse:
    """Ask why, then put it aside."""
    stand = _the_stand(request, reference)
    form = AsideForm(request.POST if request.method == "POST" else None)
    if done(form, changes.put_aside, stand=stand, by=request.user):
        messages.success(
            request, f"Lagt bort. Det kan hentes tilbake i {queries.days_kept()} dager."
        )
        return redirect("stands:all")
    return render(request, "stands/put_aside.html", {"stand": stand, "form": form})


@require_POST
@requires(EDIT)
def fetch_back(request, reference: str) -> HttpResponse:
    """In the queue again."""
    return _acted(request, reference, changes.fetch_back, "Hentet tilbake til køen.")


@require_POST
@requires(EDIT)
def several(request) -> HttpResponse:
    """The same for all that are ticked: passed, or put aside for one reason."""
    rows = queries.rows_of(request.POST.getlist("stand"), request.user)
    why = request.POST.get("why", "")
    told = [said for row in rows if (said := _one_of_several(row, why, request.user))]
    if not rows:
        messages.error(request, NONE_TICKED)
    elif len(rows) > len(told):
        messages.success(
            request, f"{len(rows) - len(told)} er {'lagt bort' if why else 'sluppet'}."
        )
    for said in dict.fromkeys(told):
        messages.error(request, said)
    return redirect("stands:all")


def _one_of_several(row: Any, why: str, by: Any) -> str:
    """Why it could not be done; nothing when it was."""
    try:
        if why:
            changes.put_aside(stand=row, why=why, by=by)
        else:
            changes.let_pass(stand=row, by=by)
    except ValidationError as no:
        return f"{row.name}: {' '.join(no.messages)}"
    return ""


def _acted(request, reference: str, change: Callable[..., object], said: str) -> HttpResponse:
    stand = _the_stand(request, reference)
    tried_or_told(request, change, said=said, stand=stand, by=request.user)
    return redirect("stands:all")


def _the_stand(request, reference: str) -> Any:
    return get_object_or_404(queries.visible_to(request.user), reference=reference)
