"""Meetings: called, written down, approved by another, decisions seen to."""

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
from ..models import Meeting
from ._shared import ASKED, EDIT, or_404, posted, the


@require_safe
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """Every meeting, and what was decided and is not done."""
    page = {"meetings": queries.meetings(), "left": queries.decisions_left()}
    return render(request, "alliance/meetings.html", page)


@require_http_methods(ASKED)
@requires(EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """The members are to meet, or have met."""
    form = forms.MeetingForm(posted(request), initial={"title": "Alliansemøte"})
    if row := made(form, changes.call_meeting, by=request.user):
        messages.success(request, "Møtet er notert.")
        return redirect("alliance:meeting", row.reference)
    return render(request, "alliance/meeting_new.html", {"form": form})


@require_safe
@requires(EDIT)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting, its minutes and its decisions."""
    return _page(request, _meeting(reference))


@require_http_methods(ASKED)
@requires(EDIT)
def minutes(request: HttpRequest, reference: str) -> HttpResponse:
    """Write them, or write them anew."""
    meeting = _meeting(reference)
    there = [row.reference for row in meeting.present.all()]
    form = forms.MinutesForm(
        posted(request),
        organisations=queries.organisations(),
        initial={"minutes": meeting.minutes, "present": there},
    )
    if request.method == "POST" and done(
        form, changes.write_minutes, meeting=meeting, by=request.user
    ):
        messages.success(request, "Referatet er lagret. En annen redaktør godkjenner det.")
        return redirect("alliance:meeting", reference)
    return render(request, "alliance/minutes.html", {"meeting": meeting, "form": form})


@require_POST
@requires(EDIT)
def approve(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has read them, and they stand."""
    meeting, form = _meeting(reference), forms.ReadForm(request.POST)
    if done(form, changes.approve_minutes, meeting=meeting, by=request.user):
        messages.success(request, "Referatet er godkjent og står.")
        return redirect("alliance:meeting", reference)
    return _page(request, meeting, read_form=form)


@require_POST
@requires(EDIT)
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """The meeting decided something."""
    meeting = _meeting(reference)
    form = forms.DecisionForm(request.POST, organisations=queries.organisations())
    if done(form, changes.note_decided, meeting=meeting, by=request.user):
        messages.success(request, "Vedtaket er notert.")
        return redirect("alliance:meeting", reference)
    return _page(request, meeting, decision_form=form)


@require_POST
@requires(EDIT)
def decision_done(request: HttpRequest, reference: str) -> HttpResponse:
    """It has been done; or that was a slip. The button says which."""
    decision, regret = the("decision", reference), "regret" in request.POST
    change = changes.note_decision_undone if regret else changes.note_decision_done
    said = "Vedtaket står som ikke gjort." if regret else "Vedtaket er gjort."
    tried_or_told(request, change, said=said, decision=decision, by=request.user)
    return redirect("alliance:meeting", decision.meeting.reference)


@require_POST
@requires(EDIT)
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """What was wrong in minutes that stand."""
    meeting, form = _meeting(reference), forms.CorrectionForm(request.POST)
    if done(form, changes.correct_minutes, meeting=meeting, by=request.user):
        messages.success(request, "Rettelsen står under referatet.")
        return redirect("alliance:meeting", reference)
    return _page(request, meeting, correction_form=form)


def _meeting(reference: str) -> Meeting:
    found: Meeting = or_404(queries.meeting_called(reference))
    return found


def _page(request: HttpRequest, meeting: Meeting, **bound: Any) -> HttpResponse:
    page = {
        "meeting": meeting,
        "there": queries.who_were_there(meeting),
        "has_been": meeting.day <= timezone.localdate(),
        "own": meeting.written_by_id == request.user.pk,
        "read_form": forms.ReadForm(initial={"read": meeting.version}),
        "correction_form": forms.CorrectionForm(),
        **bound,
    }
    if not meeting.approved_on and "decision_form" not in page:
        page["decision_form"] = forms.DecisionForm(organisations=queries.organisations())
    return render(request, "alliance/meeting.html", page)
