"""The steps of a pair at the desk: each page says what will happen, and asks once."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood import queries as neighbourhood
from ressursvenn.participants import queries as participants
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import tried, tried_or_told
from ressursvenn.volunteers import queries as volunteers

from .. import changes, forms, queries

NOTED = "Notert."


def _mine(request, reference):
    return get_object_or_404(queries.visible_to(request.user), reference=reference)


def _opened(request, pair, purpose):
    """Both cards; a pair where somebody has been erased has no such page."""
    both = [pair.participant, pair.volunteer]
    told = participants.purpose(pair.participant, request.user, purpose)
    if len(opening.open_cards(both, by=request.user, purpose=told)) < len(both):
        raise Http404
    return pair


def _step(request, template, form, change, page, **given):
    """Show the form; try the change; back to the pair when it is made."""
    pair = page["pair"]
    if form.is_valid():
        given = given or form.cleaned_data
        if tried(form, change, pair=pair, by=request.user, **given):
            messages.success(request, NOTED)
            return redirect("pairs:one", pair.reference)
    return render(request, template, {**page, "form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def her_answer(request, reference):
    """What to tell her about the volunteer, and her answer."""
    pair = _opened(request, _mine(request, reference), "tell_her")
    told = volunteers.told_of(pair.volunteer, by=request.user, purpose="tell_her")
    page = {"pair": pair, "told": told}
    both = changes.note_her_yes, changes.note_her_no
    return _answered(request, "pairs/her_answer.html", both, page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def volunteer_answer(request, reference):
    """The answer of a volunteer who has no account, or who answered by voice."""
    pair = _mine(request, reference)
    told = participants.purpose(pair.participant, request.user, "tell_volunteer")
    shared = queries.what_both_share(pair, by=request.user, purpose=told)
    page = {"pair": pair, "shared": shared}
    both = changes.note_volunteer_yes, changes.note_volunteer_no
    return _answered(request, "pairs/volunteer_answer.html", both, page)


def _answered(request, template, both, page):
    form = forms.AnswerForm(request.POST or None)
    answer = form.cleaned_data if form.is_valid() else {}
    yes, no = both
    change = yes if answer.get("answer") == "yes" else no
    return _step(request, template, form, change, page, on=answer.get("on"))


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def introduction(request, reference):
    """A day and one public place near where she wants to meet."""
    pair = _opened(request, _mine(request, reference), "introduction")
    hers = pair.participant
    places = (
        neighbourhood.places_near(hers.area, but_not_in=hers.avoided_areas) if hers.area else []
    )
    form = forms.IntroductionForm(request.POST or None, places=places)
    change = changes.plan_introduction
    return _step(request, "pairs/introduction.html", form, change, {"pair": pair})


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def introduced(request, reference):
    """They have met, with a coordinator there."""
    form = forms.IntroducedForm(request.POST or None)
    page = {"pair": _mine(request, reference)}
    return _step(request, "pairs/introduced.html", form, changes.note_introduced, page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def follow_up(request, reference):
    """A talk with one or both, and how it is going."""
    form = forms.FollowUpForm(request.POST or None)
    page = {"pair": _mine(request, reference)}
    return _step(request, "pairs/follow_up.html", form, changes.note_follow_up, page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def concern(request, reference):
    """Raise a concern, or say that the open one is settled. Two taps to raise it do not settle it."""
    pair = _mine(request, reference)
    if request.method == "POST":
        settled = request.POST.get("act") == "settle"
        change = changes.settle_concern if settled else changes.raise_concern
        if tried_or_told(request, change, pair=pair, by=request.user):
            messages.success(request, NOTED)
        return redirect("pairs:one", reference)
    return render(request, "pairs/concern.html", {"pair": pair})


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def ending(request, reference):
    """What ending means and what was not done, then once: how did it end?"""
    pair = _mine(request, reference)
    course = queries.course(pair, accounts.terms(pair.association))
    form = forms.EndingForm(request.POST or None)
    page = {"pair": pair, "course": course}
    return _step(request, "pairs/ending.html", form, changes.end, page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def closing_talk(request, reference):
    """The talk afterwards, and whether they wish to keep in touch."""
    form = forms.ClosingTalkForm(request.POST or None)
    page = {"pair": _mine(request, reference)}
    return _step(request, "pairs/closing_talk.html", form, changes.note_closing_talk, page)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def calling_off(request, reference):
    """Stop a pair that has not met."""
    pair = _mine(request, reference)
    if request.method == "POST":
        if tried_or_told(request, changes.call_off, pair=pair, by=request.user):
            messages.success(request, "Avlyst.")
        return redirect("pairs:one", reference)
    return render(request, "pairs/calling_off.html", {"pair": pair})
