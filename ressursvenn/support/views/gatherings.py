"""Gatherings: a new one, one that is put right or called off, and how many came."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, forms, queries
from .staff import overview


def _gathering(request, reference: str) -> Any:
    return get_object_or_404(queries.gatherings_visible_to(request.user), reference=reference)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def new(request) -> HttpResponse:
    """A day for something pleasant together."""
    form = forms.GatheringForm(request.POST if request.method == "POST" else None)
    to = {"association": request.user.association, "by": request.user}
    if request.method == "POST" and done(form, changes.set_gathering, **to):
        messages.success(request, "Samlingen er satt opp.")
        return redirect("support:all")
    return render(request, "support/new_gathering.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def counted(request, reference: str) -> HttpResponse:
    """How many came."""
    row = _gathering(request, reference)
    if request.method != "POST":
        return redirect("support:all")
    form = forms.CountForm(request.POST, name=row.reference)
    if done(form, changes.note_how_many_came, gathering=row, by=request.user):
        messages.success(request, "Det er notert hvor mange som kom.")
        return redirect("support:all")
    return overview(request, tried=(row.reference, form))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def corrected(request, reference: str) -> HttpResponse:
    """Its day, for whom, where, how many came; and a way to call it off."""
    row = _gathering(request, reference)
    if row.called_off_on:
        return redirect("support:all")
    stands = {"on": row.held_on, "for_whom": row.for_whom, "place": row.place, "came": row.came}
    posted = request.POST if request.method == "POST" else None
    form = forms.CorrectedGatheringForm(posted, initial=stands)
    to = {"gathering": row, "by": request.user}
    if posted is not None and done(form, changes.put_gathering_right, **to):
        messages.success(request, "Samlingen er rettet.")
        return redirect("support:all")
    page = {"form": form, "reference": reference, "counted": stands["came"] is not None}
    return render(request, "support/gathering.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def called_off(request, reference: str) -> HttpResponse:
    """It does not happen."""
    row = _gathering(request, reference)
    if request.method == "POST":
        to = {"gathering": row, "by": request.user}
        tried_or_told(request, changes.call_off_gathering, said="Samlingen er avlyst.", **to)
    return redirect("support:all")
