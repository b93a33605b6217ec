"""Numbers on the desk: what is out, what is proposed, and why something may not be released.

No page here counts anything: it shows what was proposed, which is what may be printed. Whoever has no right to
rows sees no more than the public does.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, made
from ressursvenn.together import queries as together

from .. import changes, facts, queries, telling
from ..forms import AnswersForm, LimitForm, YearForm

RELEASE = Permission.RELEASE_FIGURES


@require_safe
@requires(RELEASE, Permission.LEAD_PAIRS)
def everything(request) -> HttpResponse:
    """What is out; and for whoever releases, what is proposed and under which limit."""
    page: dict[str, Any] = {"releases": list(queries.releases())}
    if request.user.may(RELEASE):
        page |= {"proposals": queries.proposals(), "limit": facts.limit(), "releasing": True}
    return render(request, "reporting/all.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RELEASE)
@fresh_first
def propose(request) -> HttpResponse:
    """Count a year, and protect it. It may take some seconds."""
    begins = {"year": timezone.localdate().year - 1}
    form = YearForm(request.POST if request.method == "POST" else None, initial=begins)
    if proposal := made(form, changes.propose, by=request.user):
        for said in proposal.told["missing"]:
            messages.info(request, said)
        return redirect("reporting:one", proposal.reference)
    return render(request, "reporting/propose.html", {"form": form, "limit": facts.limit()})


@require_safe
@requires(RELEASE)
def one(request, reference: str) -> HttpResponse:
    """Just what would be printed, and who has been asked."""
    proposal = the_proposal(reference)
    asked = together.open_about(queries.ISSUE, reference)
    picture, road = telling.road(proposal.told)
    page = {
        "proposal": proposal,
        "told": proposal.told,
        "tables": telling.tables(proposal.told),
        "outcomes": telling.outcomes(proposal.told),
        "road": road,
        "road_picture": picture,
        "asked": asked,
        "hers": asked is not None and asked.asked_by_id == request.user.pk,
    }
    return render(request, "reporting/one.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RELEASE)
@fresh_first
def limit(request) -> HttpResponse:
    """Raise the limit, once and for all."""
    form = LimitForm(request.POST if request.method == "POST" else None)
    if done(form, changes.raise_limit, by=request.user):
        messages.success(request, "Grensen er hevet.")
        return redirect("reporting:all")
    return render(request, "reporting/limit.html", {"form": form, "limit": facts.limit()})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.LEAD_PAIRS)
def answers(request) -> HttpResponse:
    """What a participant answered at the ending. No name, no pair, no day is asked for."""
    begins = {"year": timezone.localdate().year}
    form = AnswersForm(request.POST if request.method == "POST" else None, initial=begins)
    if done(form, changes.note_answers, by=request.user):
        messages.success(request, "Svarene er notert, uten navn. De kan ikke finnes igjen.")
        return redirect("reporting:all")
    return render(request, "reporting/answers.html", {"form": form})


def the_proposal(reference: str) -> Any:
    """One proposal, or 404."""
    row = queries.proposal(reference)
    if row is None:
        raise Http404
    return row
