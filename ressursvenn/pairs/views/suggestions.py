"""Suggestions with their reasons, the question why not, and the coordinator's decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn import matching
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import rules as participant_rules
from ressursvenn.shapes.trying import tried
from ressursvenn.volunteers import rules as volunteer_rules

from .. import changes, queries
from ..forms import DecisionForm, WhyNotForm


@require_safe
@requires(Permission.LEAD_PAIRS)
def suggestions(request):
    """Everybody who waits: suggested to somebody, left out with a reason, or not ready."""
    terms = accounts.terms(request.user.association)
    board = queries.board(request.user, terms)
    page = {"board": board, "ask": WhyNotForm(board.participants, board.volunteers)}
    return render(request, "pairs/suggestions.html", page)


@require_safe
@requires(Permission.LEAD_PAIRS)
def why_not(request):
    """What stands in the way of one person, or of two. The address holds references only."""
    terms = accounts.terms(request.user.association)
    asked = _asked_for(request.GET)
    if not any(asked.values()):
        messages.info(request, "Velg hvem det gjelder.")
        return redirect("pairs:suggestions")
    told = queries.why_not(request.user, terms, **asked)
    if told is None:
        raise Http404
    page = {
        "told": told,
        "checked_volunteer": volunteer_rules.MAY_BE_MATCHED,
        "checked_participant": participant_rules.MAY_BE_MATCHED,
        "checked_together": matching.MAY_MEET,
    }
    return render(request, "pairs/why_not.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def decision(request):
    """Decide that these two are to be asked, with a reason. All three layers are shown."""
    terms = accounts.terms(request.user.association)
    asked = _asked_for(request.GET)
    told = queries.why_not(request.user, terms, **asked)
    if told is None or not (told.participant and told.volunteer):
        raise Http404
    suggested = queries.vouched_for(request.GET.get("forslag", ""), *asked.values(), terms)
    form = DecisionForm(request.POST or None, was_suggested=suggested)
    if form.is_valid() and _decided(request, form, told, suggested):
        messages.success(request, "Bestemt. Nå må en annen godkjenne.")
        return redirect("pairs:all")
    page = {"told": told, "form": form, "was_suggested": suggested}
    return render(request, "pairs/decision.html", page)


def _decided(request, form, told, suggested):
    return tried(
        form,
        changes.decide,
        participant=told.participant,
        volunteer=told.volunteer,
        reason=form.cleaned_data["reason"],
        was_suggested=suggested,
        by=request.user,
    )


def _asked_for(query):
    return {
        "participant": query.get("deltaker", "")[:8],
        "volunteer": query.get("ressursvenn", "")[:8],
    }
