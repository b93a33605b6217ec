"""The desk's pages of pairs: all of them, one of them, and the second yes."""

from __future__ import annotations

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood import queries as neighbourhood
from ressursvenn.participants import queries as participants
from ressursvenn.programme.states import PAIR_WORDS, PairState
from ressursvenn.protection import opening
from ressursvenn.protection.fields import StillSealed
from ressursvenn.shapes.trying import tried_or_told

from .. import changes, forms, queries
from ..queries.day import NEXT
from . import meet_ups

ANSWERS = {"yes": changes.approve, "no": changes.decline}


@require_safe
@requires(Permission.SEE_PAIRS, Permission.APPROVE_PAIRS)
def all_pairs(request):
    """Every pair of the association with its year as a ring, and what waits for a second yes."""
    person = request.user
    pairs = queries.with_meet_ups(queries.in_order(queries.visible_to(person)))
    courses = queries.courses(pairs, accounts.terms(person.association))
    names = queries.opened_names(pairs, by=person, purpose="pair_list")
    rows = [
        {"pair": pair, "course": courses[pair.reference], "name": names[pair.reference],
         "state": PAIR_WORDS[pair.state]}
        for pair in pairs
    ]  # fmt: skip
    page = {
        "open": [row for row in rows if not row["pair"].is_closed],
        "closed": [row for row in rows if row["pair"].is_closed],
        "waiting": list(queries.awaiting_approval(person)),
        "may_see": person.may(Permission.SEE_PAIRS),
    }
    return render(request, "pairs/all.html", page)


@require_safe
@requires(Permission.SEE_PAIRS)
def one(request, reference):
    """One pair: its year, where it stands, the one next act, and what has happened."""
    return _page(request, get_object_or_404(queries.visible_to(request.user), reference=reference))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.LEAD_PAIRS)
def next_day(request, reference):
    """The day of the next meet-up, or none."""
    if request.method != "POST":
        return redirect("pairs:one", reference)
    pair = get_object_or_404(queries.visible_to(request.user), reference=reference)
    again = meet_ups.next_set(request, pair)
    return _page(request, pair, next_form=again) if again else redirect("pairs:one", reference)


def _page(request, pair, **more):
    terms = accounts.terms(pair.association)
    purpose = participants.purpose(pair.participant, request.user, "pair_page")
    course = queries.course(queries.with_notes(pair), terms)
    noes = queries.in_the_way([pair], request.user, terms)
    names = queries.opened_names([pair], by=request.user, purpose=purpose)
    page = {
        "pair": pair,
        "name": names[pair.reference],
        "course": course,
        "in_the_way": noes.get(pair.reference),
        "state_words": PAIR_WORDS[pair.state],
        "next": _next(course, request.user),
        "days": _opened_days(pair, request.user, purpose),
        "free_things": _free_things(pair),
        "history": queries.who_did_what(pair),
        "next_form": forms.NextMeetUpForm(auto_id=f"next_{pair.reference}_%s"),
    }
    return render(request, "pairs/one.html", {**page, **more})


def _next(course, person):
    """What is to be done, what the button says, where it leads; None when nothing is left."""
    pair = course.pair
    if pair.state is PairState.NOT_TO_BE or pair.closing_talk_on:
        return None
    sentence, act, view = NEXT[pair.state]
    if pair.state is PairState.DECIDED:
        mine = pair.decided_by_id == person.pk
        sentence = f"{sentence} {queries.who_may_approve(pair)}"
        return sentence, "" if mine else "Se og svar", "pairs:approval"
    if pair.state is PairState.RUNNING:
        sentence = _running(course)
    return sentence, act, view


def _running(course):
    """What a pair that runs needs next."""
    if course.call_since:
        return "Ressursvennen har bedt om at du ringer."
    if course.overdue:
        return f"Oppfølgingen skulle vært holdt innen {date_format(course.overdue, 'j. F Y')}."
    if course.next_due:
        return f"Neste oppfølging er innen {date_format(course.next_due, 'j. F Y')}."
    return "Året er omme. Avslutt, eller avtal å fortsette."


def _opened_days(pair, person, purpose):
    """Day and place of the first meeting, and the next meet-up: opened only when kept."""
    if pair.is_closed or not pair.holds_a_day:
        return None
    return next(iter(opening.open_cards([pair], by=person, purpose=purpose)), None)


def _free_things(pair):
    """Two free things near where she wants to meet, if her card could be opened."""
    hers = pair.participant
    try:
        if pair.is_closed or not hers.area:
            return []
        return neighbourhood.free_things_near(hers.area, limit=2, but_not_in=hers.avoided_areas)
    except StillSealed:  # she has been erased
        return []


@require_http_methods(["GET", "POST"])
@requires(Permission.APPROVE_PAIRS)
def approval(request, reference):
    """The second yes: a neutral summary without name or free text, and a button for each answer."""
    pair = get_object_or_404(queries.awaiting_approval(request.user), reference=reference)
    if request.method == "POST":
        change = ANSWERS.get(request.POST.get("answer", ""))  # neither: nothing has been said
        if change and tried_or_told(request, change, pair=pair, by=request.user):
            messages.success(request, "Notert.")
            return redirect("web:my_day")
        return redirect("pairs:approval", reference)
    page = {
        "pair": pair,
        "shared": queries.what_both_share(pair, by=request.user, purpose="second_yes"),
        "checked": queries.checked(),
    }
    return render(request, "pairs/approval.html", page)
