"""What in Min dag concerns pairs: computed from dated facts, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.dispatch import Signal
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.programme.rules import Refusal
from ressursvenn.programme.states import PairState
from ressursvenn.protection import opening

from .. import rhythm
from ..models import OPEN, Pair
from .course import Course, courses, in_the_way
from .rows import (
    awaiting_among,
    awaiting_approval,
    opened_names,
    visible_to,
)

PURPOSE = "my_day"
AFTER_SILENCE = frozenset({"silent", "unsafe"})

# The one next act in each state: what is to be done, what the button says, where it leads.
NEXT = {
    PairState.DECIDED: ("Venter på den andre godkjenneren.", "Se koblingen", "pairs:one"),
    PairState.APPROVED: (
        "Fortell deltakeren om ressursvennen, og noter svaret.",
        "Noter svaret",
        "pairs:her_answer",
    ),
    PairState.SHE_SAID_YES: (
        "Ressursvennen skal svare på en nøytral beskrivelse.",
        "Se svaret",
        "pairs:volunteer_answer",
    ),
    PairState.BOTH_SAID_YES: (
        "Begge har sagt ja. Avtal første møte.",
        "Avtal første møte",
        "pairs:introduction",
    ),
    PairState.INTRODUCTION_PLANNED: (
        "Første møte er avtalt. Noter når dere har møttes.",
        "Noter at de har møttes",
        "pairs:introduced",
    ),
    PairState.RUNNING: ("Koblingen er i gang.", "Noter en oppfølging", "pairs:follow_up"),
    PairState.ENDED: (
        "Koblingen er avsluttet. Ta avslutningssamtalen.",
        "Noter samtalen",
        "pairs:closing_talk",
    ),
}


# Sent when a day is seen to be past: it is nobody's to know any more. `changes` erases it.
days_have_passed = Signal()


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """Second yeses that wait for this person, and what needs her in the pairs she leads."""
    if not person.may(Permission.LEAD_PAIRS):
        return [_second_yes(pair, terms) for pair in awaiting_approval(person)]
    alive = OPEN | Q(ended_on__isnull=False, closing_talk_on=None)
    rows = list(visible_to(person).filter(alive).order_by("id"))
    waiting = awaiting_among(rows, person)
    return [_second_yes(pair, terms) for pair in waiting] + _led_by(rows, person, terms)


def _second_yes(pair: Pair, terms: Terms) -> Line:
    """Neutral: whoever gives the second yes need not know who the two are."""
    sentence = f"Kobling {pair.reference} i {pair.association} venter på at en annen godkjenner."
    waited = _waited(pair, terms)
    return Line(
        weight=Weight.WAITS_FOR_YOU,
        who=pair.reference,
        sentence=f"{sentence} Har ventet i {waited} dager." if waited else sentence,
        act="Se og svar",
        url=reverse("pairs:approval", args=[pair.reference]),
        since=pair.decided_on,
    )


def _led_by(rows: list[Pair], person: Person, terms: Terms) -> list[Line]:
    told, noes = courses(rows, terms), in_the_way(rows, person, terms)
    days = _introduction_days(rows, person, terms)
    found = {}
    for row in rows:
        one = row.reference
        lines = _lines_of(told[one], noes.get(one, ()), days.get(one), person, terms)
        found[row] = list(lines)
    named = [row for row in rows if found[row]]
    names = opened_names(named, by=person, purpose=PURPOSE)
    return [
        Line(
            weight=weight,
            who=names[row.reference],
            sentence=sentence,
            act=act,
            url=reverse(view, args=[row.reference]),
            since=since,
        )
        for row in named
        for weight, sentence, act, view, since in found[row]
    ]


def _introduction_days(rows: list[Pair], person: Person, terms: Terms) -> dict[str, date | None]:
    """The days of first meetings that lie ahead: opened, since they are hers. Past ones are told of."""
    holding = [row for row in rows if row.holds_a_day]
    opened = opening.open_cards(holding, by=person, purpose=PURPOSE)
    ahead = [row for row in opened if not row.holds_a_day_before(terms.today)]
    if len(ahead) < len(holding):
        days_have_passed.send(Pair, association=person.association)
    return {row.reference: row.introduction_day for row in ahead}


Told = tuple[Weight, str, str, str, date | None]


def _lines_of(
    course: Course,
    against: tuple[Refusal, ...],
    introduction: date | None,
    person: Person,
    terms: Terms,
) -> Iterator[Told]:
    """Everything about one pair, worst first."""
    yield from _dangers(course, against)
    state = course.pair.state
    if state is PairState.RUNNING:
        yield from _running(course, terms)
    elif state is PairState.DECIDED:
        yield from _waits_long(course.pair, person, terms)
    elif state is PairState.INTRODUCTION_PLANNED:
        yield from _introduction(course.pair, introduction, terms)
    elif state is PairState.ENDED:
        yield from _ended(course.pair)
    else:
        sentence, act, view = NEXT[state]
        yield Weight.NEXT_STEP, sentence, act, view, _since(course.pair)


def _dangers(course: Course, against: tuple[Refusal, ...]) -> Iterator[Told]:
    if course.concern_on:
        yield (
            Weight.CONCERN_OPEN,
            "En bekymring er meldt. Ring, og vurder krisesenteret eller politiet.",
            "Se koblingen",
            "pairs:one",
            course.concern_on,
        )
    if against:
        told = " ".join(no.sentence for no in against)
        yield (
            Weight.CONCERN_OPEN,
            f"Noe står i veien for en åpen kobling. Ikke oppfylt: {told}",
            "Se koblingen",
            "pairs:one",
            None,
        )


def _running(course: Course, terms: Terms) -> Iterator[Told]:
    quiet = course.quiet_since
    if quiet and rhythm.quiet_too_long(quiet, terms.today, terms.limits):
        yield (
            Weight.GONE_QUIET,
            f"Ingen har hørt fra de to på {(terms.today - quiet).days} dager.",
            "Noter en oppfølging",
            "pairs:follow_up",
            quiet,
        )
    if course.call_since:
        yield (
            Weight.WAITS_FOR_YOU,
            "Ressursvennen har bedt om at du ringer.",
            "Noter at dere har snakket",
            "pairs:follow_up",
            course.call_since,
        )
    if late := rhythm.overdue_since(course.dues):
        yield (
            Weight.FOLLOW_UP_OVERDUE,
            "Oppfølgingen er på overtid.",
            "Noter en oppfølging",
            "pairs:follow_up",
            late,
        )
    yield from _last_weeks(course, terms)


def _last_weeks(course: Course, terms: Terms) -> Iterator[Told]:
    end = course.planned_end
    if end and terms.today >= rhythm.months_after(end, -1):
        sentence = (
            "Siste måned sammen. Begynn å snakke om avslutningen."
            if terms.today < end
            else "Året er omme. Avslutt, eller avtal å fortsette."
        )
        yield Weight.LAST_MONTH, sentence, "Avslutt koblingen", "pairs:ending", end


def _waited(pair: Pair, terms: Terms) -> int:
    """For how many days a second yes has waited; 0 while it is within what is usual."""
    days = (terms.today - pair.decided_on).days
    return days if days > terms.limits.second_yes_days else 0


def _waits_long(pair: Pair, person: Person, terms: Terms) -> Iterator[Told]:
    """For whoever decided: when nobody has answered for some days. The page says who may."""
    waited = _waited(pair, terms)
    if pair.decided_by_id == person.pk and waited:
        yield (
            Weight.WAITS_FOR_YOU,
            f"Det andre jaet har ventet i {waited} dager.",
            "Se hvem som kan svare",
            "pairs:one",
            pair.decided_on,
        )


def _introduction(pair: Pair, on: date | None, terms: Terms) -> Iterator[Told]:
    soon = on is not None and on <= terms.today + timedelta(days=1)
    if soon and not pair.place_chosen:
        yield (
            Weight.INTRODUCTION_WITHOUT_PLACE,
            "Første møte er rett om hjørnet, og stedet er ikke avtalt.",
            "Velg sted",
            "pairs:introduction",
            None,
        )
    elif on is None or on <= terms.today:
        sentence, act, view = NEXT[PairState.INTRODUCTION_PLANNED]
        yield Weight.NEXT_STEP, sentence, act, view, pair.introduction_planned_on


def _ended(pair: Pair) -> Iterator[Told]:
    if pair.ending in AFTER_SILENCE:
        yield (
            Weight.FATE_UNKNOWN,
            "Koblingen sluttet uten at vi vet hvordan det går. Finn ut om alt er trygt.",
            "Noter samtalen",
            "pairs:closing_talk",
            pair.ended_on,
        )
    else:
        sentence, act, view = NEXT[PairState.ENDED]
        yield Weight.NEXT_STEP, sentence, act, view, pair.ended_on


def _since(pair: Pair) -> date:
    return pair.volunteer_said_yes_on or pair.she_said_yes_on or pair.approved_on or pair.decided_on
