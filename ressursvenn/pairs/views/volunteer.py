"""The volunteer's phone: one thing at a time. Her own pair, while it lives, and nothing else."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood import queries as neighbourhood
from ressursvenn.programme.states import PairState
from ressursvenn.shapes.trying import tried_or_told

from .. import changes, forms, queries
from . import meet_ups

NOT_NOW = "Det gikk ikke nå. Ring koordinatoren, så finner dere ut av det."
THANKS = "Takk. Det er notert."
LATEST = 5
ANSWERS = {"yes": changes.say_yes, "no": changes.say_no}


def _own(request, reference):
    return get_object_or_404(queries.of_volunteer(request.user), reference=reference)


def _walking(request, reference):
    """One's own pair, while nothing stands in the way: what one may no longer see one no longer notes."""
    pair = _own(request, reference)
    if not queries.may_go_on(pair, accounts.terms(pair.association)):
        raise Http404
    return pair


@require_safe
@requires(Permission.OWN_PAIR)
def first(request):
    """A question to answer, or how to reach her and one big button for how the last one went."""
    return _page(request)


def _page(request, refused=None):
    """`refused` is the form that could not be taken as it was, with what she typed in it."""
    own = queries.own_pairs(request.user, accounts.terms(request.user.association))
    free_things = _free_things(own)
    told = [_told(one, request.user, free_things.get(one.pair, []), refused) for one in own]
    return render(request, "pairs/first.html", {"told": told})


def _told(one, person, free_things, refused):
    """What this volunteer may know of one of her own pairs today."""
    pair, course = one.pair, one.course
    return {
        "pair": pair,
        "asked": one.asked,
        "shared": one.shared,
        "shown": one.shown,
        "running": pair.state is PairState.RUNNING,
        # a coordinator's own is not told: it may be about her
        "concern": course.concern_by == person.pk,
        "meet_ups": course.meet_ups[:LATEST],
        "free_things": free_things,
        "next_form": _next_form(pair, refused),
    }


def _next_form(pair, refused):
    auto_id = f"next_{pair.reference}_%s"
    if refused is not None and refused.auto_id == auto_id:
        return refused
    return forms.NextMeetUpForm(auto_id=auto_id)


def _free_things(own):
    """For each pair two free things near where she wants to meet, and nowhere she stays out of."""
    near = {one.pair: one.shown for one in own if one.shown and one.shown.area}
    found = neighbourhood.free_things_near_each(
        (shown.area, shown.avoided_areas) for shown in near.values()
    )
    return dict(zip(near, found, strict=True))


@require_POST
@requires(Permission.OWN_PAIR)
def answer(request, reference):
    """Yes or no to a neutral description. A reason for a refusal is the coordinator's to tell."""
    pair = _own(request, reference)
    change = ANSWERS.get(request.POST.get("answer", ""))  # neither: nothing has been said
    if change and tried_or_told(request, change, instead=NOT_NOW, pair=pair, by=request.user):
        messages.success(request, THANKS)
    return redirect("pairs_volunteer:first")


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_PAIR)
def log(request, reference, happened):
    """How the last one went, in at most four taps."""
    pair = _walking(request, reference)
    form, done = meet_ups.noted(request, pair, happened)
    return _shown_or_first(request, pair, form, done, happened)


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_PAIR)
def correct(request, reference, meet_up):
    """Put right what she has noted."""
    pair = _walking(request, reference)
    form, done, row = meet_ups.corrected(request, pair, meet_up)
    return _shown_or_first(request, pair, form, done, row.happened)


def _shown_or_first(request, pair, form, done, happened):
    if done:
        messages.success(request, THANKS)
        return redirect("pairs_volunteer:first")
    page = {"pair": pair, "form": form, "happened": happened}
    return render(request, "pairs/meet_up_volunteer.html", page)


@require_POST
@requires(Permission.OWN_PAIR)
def take_back(request, reference, meet_up):
    """Undo."""
    meet_ups.taken_back(request, _walking(request, reference), meet_up)
    return redirect("pairs_volunteer:first")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.OWN_PAIR)
def next_day(request, reference):
    """The day of the next meet-up, or none."""
    if request.method != "POST":
        return redirect("pairs_volunteer:first")
    again = meet_ups.next_set(request, _walking(request, reference))
    return _page(request, again) if again else redirect("pairs_volunteer:first")


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_PAIR)
def concern(request, reference):
    """Something worries her: numbers to call now, and one button that tells the coordinator."""
    pair = _own(request, reference)
    if request.method == "POST":
        if tried_or_told(
            request, changes.raise_concern, instead=NOT_NOW, pair=pair, by=request.user
        ):
            messages.success(request, "Koordinatoren ser det øverst neste gang hun logger inn.")
        return redirect("pairs_volunteer:first")
    return render(request, "pairs/concern_volunteer.html", {"pair": pair})
