"""Random walks along the road: whatever anybody tries, in whatever order, some things are never so.

Ten thousand walks in the full run. Each begins with somebody who has just applied and is taken back to there
when it is over. What holds is asked of the tables themselves, with plain loops, and never of `facts`.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial
from random import Random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.agreements.changes import say_farewell
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes as together
from ressursvenn.together.models import Asked
from ressursvenn.volunteers import changes, facts, pace, rules
from ressursvenn.volunteers.models import Volunteer
from tests.environment import FULL, times
from tests.people import both_wrote

from .conftest import applicant, days_ago
from .elsewhere import Elsewhere

PARTS = 4 if FULL else 1  # each with a seed of its own
WALKS, LONGEST, SEED = times(10_000) // PARTS, 8, 2026
LOOKS = 0.25  # how often somebody looks closely in the middle of a walk; always at its end
TWELVE_MONTHS, TWELVE_HOURS = 12, 12


class Walk:
    """One applicant, and people who try things with her."""

    def __init__(self, people, hers: Volunteer, random: Random, elsewhere: Elsewhere):
        self.people, self.hers, self.random = people, hers, random
        self.elsewhere = elsewhere
        self.today = timezone.localdate()
        self.noted_when_approved: dict[int, int] = {}  # by approval: the latest interview then
        road = (self.interview, self.hours, self.declares, self.shows, self.agrees)
        self.acts = (
            *road,
            *road,
            self.ask,
            self.ask,
            self.answer,
            self.answer,
            self.answer,
            self.rare,
            *(partial(act, self) for act in (elsewhere.signs_up, elsewhere.attends)),
            partial(elsewhere.signs, self),
        )

    def somebody(self):
        """Mostly whoever may; now and then a neighbour, a volunteer or an adviser."""
        return self.people[
            self.random.choice((*("kari", "kaja", "gro") * 4, "nora", "solveig", "astrid"))
        ]

    def staff(self):
        return self.people[self.random.choice(("kari", "kaja", "gro", "astrid", "nora"))]

    def some_day(self):
        """Mostly a day that has been; now and then one that has not."""
        return self.today - timedelta(days=self.random.choice((0, 1, 5, 20, 40, 120, -1)))

    def interview(self, by):
        found = self.random.choice(
            ("suitable", "suitable", "suitable", "undecided", "not_suitable")
        )
        second = self.random.choice((self.people["kaja"], self.staff(), None))
        changes.note_interview(
            volunteer=self.hers, on=self.some_day(), first_interviewer=self.people["kari"],
            second_interviewer=second, outcome=found, by=by,
        )  # fmt: skip
        if second and self.random.random() < 0.8:
            both_wrote(self.hers)

    def hours(self, by):
        hours = self.random.choice((4, 8, 12, 12, 0))
        noted = changes.note_course_hours(
            volunteer=self.hers, on=self.some_day(), hours=hours, by=by
        )
        if self.random.random() < 0.15:
            changes.strike_course_hours(course_hours=noted, by=by)

    def declares(self, by):
        changes.note_confidentiality_signed(volunteer=self.hers, on=self.some_day(), by=by)

    def shows(self, by):
        shown = self.some_day()
        issued = shown - timedelta(days=self.random.choice((10, 60, 100, -1)))
        seen_by = self.random.choice((self.people["kari"], self.people["kaja"], None))
        changes.note_certificate_seen(
            volunteer=self.hers, issued_on=issued, on=shown, seen_by=seen_by, by=by
        )

    def agrees(self, by):
        months = self.random.choice((12, 12, 12, 6, 0))
        changes.note_agreement(volunteer=self.hers, on=self.some_day(), months=months, by=by)

    def ask(self, by):
        changes.ask_for_approval(volunteer=self.hers, by=by)

    def answer(self, by):
        waiting = Asked.objects.filter(
            about=self.hers.reference, answered_at=None, taken_back_at=None
        ).first()
        if waiting is None:
            raise ValidationError("Ingen har spurt.")
        answered = together.answer(asked=waiting, yes=self.random.random() < 0.9, by=by)
        if answered.outcome:
            interviews = self.hers.interviews.order_by("-pk")
            assert interviews[0].assessments.count() == 2, "approved, and one had written nothing"
            self.noted_when_approved[answered.outcome.pk] = interviews[0].pk

    def rare(self, by):
        """A pause, a concern, or that she leaves: seldom, so that some come all the way."""
        act = self.random.choice(
            (self.pauses, self.worries, self.leaves, self.nothing, self.nothing)
        )
        act(by)

    def pauses(self, by):
        changes.pause(volunteer=self.hers, until=self.today + timedelta(days=9), by=by)

    def worries(self, by):
        concern = changes.raise_concern(volunteer=self.hers, kind="conduct", on=self.today, by=by)
        if self.random.random() < 0.5:
            changes.settle_concern(concern=concern, on=self.today, by=by)

    def leaves(self, by):
        leave = self.random.choice((changes.note_leaving, say_farewell))
        leave(volunteer=self.hers, on=self.today, by=by)

    def nothing(self, by):
        raise ValidationError("Ingenting skjedde.")

    def step(self) -> bool:
        """One try by somebody. What is refused leaves nothing behind, not even in the log."""
        before = AuditEntry.objects.count()
        try:
            with transaction.atomic():
                self.random.choice(self.acts)(self.somebody())
        except (ValidationError, PermissionDenied):
            assert AuditEntry.objects.count() == before, "a refusal left something in the log"
            return False
        assert AuditEntry.objects.count() > before, "something happened and the log knows nothing"
        self.hers = Volunteer.objects.select_related("association").get(pk=self.hers.pk)
        return True


def stands_in_the_way(hers: Volunteer, today) -> set[str]:
    """What is missing, read off the tables one by one."""
    interview = hers.interviews.order_by("pk").last()
    sighting = hers.sightings.order_by("pk").last()
    agreement = hers.agreements.order_by("pk").last()
    hours = sum((row.hours for row in hers.course_days.all() if not row.struck_on), Decimal(0))
    holds = {
        "VOL-01": interview and interview.first_interviewer_id and interview.second_interviewer_id,
        "VOL-08": interview and interview.outcome == "suitable",
        "VOL-02": sighting and sighting.seen_by_id and fresh(sighting),
        "VOL-03": hers.declarations.exists(),
        "VOL-04": hours >= TWELVE_HOURS,
        "VOL-09": agreement and agreement.months >= TWELVE_MONTHS,
        "VOL-06": not hers.paused_until or hers.paused_until <= today,
        "VOL-07": all(row.settled_on for row in hers.concerns.all()),
        "VOL-11": hers.left_on is None,
        "VOL-12": any(row.withdrawn_on is None for row in hers.approvals.all()),
    }
    return {code for code, so in holds.items() if not so}


def fresh(sighting) -> bool:
    """Shown within three months of the day it was issued, by the calendar."""
    year, month = divmod(sighting.issued_on.month - 1 + 3, 12)
    last = (sighting.issued_on.year + year, month + 1, sighting.issued_on.day)
    shown = (sighting.shown_on.year, sighting.shown_on.month, sighting.shown_on.day)
    return sighting.issued_on <= sighting.shown_on and shown <= last


def never_so(walk: Walk, terms) -> None:
    hers, known = walk.hers, facts.of(walk.hers)
    told = {no.rule for no in rules.may_be_matched(known, terms)}
    assert told == stands_in_the_way(hers, walk.today), "the rules and the tables disagree"
    stops = rules.road(known, terms)
    assert stops[-1].reached == (not told), "available is exactly: no rule says no"
    station = rules.station_reached(stops)
    assert all(stop.reached for stop in stops[: [s.station for s in stops].index(station) + 1])
    assert (pace.step_of(known, stops, terms).station is None) == (not told)
    for row in hers.approvals.all():
        assert row.asked_by_id != row.approved_by_id, "one person was both"
        before = hers.interviews.filter(pk__lte=walk.noted_when_approved.get(row.pk, 0))
        held = before.values_list("first_interviewer", "second_interviewer")
        assert row.approved_by_id not in {key for both in held for key in both}, (
            "who interviewed her approved her"
        )
    assert hers.approvals.filter(withdrawn_on=None).count() <= 1
    if hers.left_on:
        assert not hers.approvals.filter(withdrawn_on=None).exists(), "approved, and gone"
    for rows, day in (
        ("interviews", "held_on"),
        ("declarations", "signed_on"),
        ("sightings", "shown_on"),
    ):
        assert not getattr(hers, rows).filter(**{f"{day}__gt": walk.today}).exists(), (
            "noted before it was"
        )


def guided(walk: Walk) -> None:
    """All of the road at once, in any order, so that walks begin near its end too."""
    kari, today = walk.people["kari"], walk.today
    to = {"volunteer": walk.hers, "by": kari}
    acts = [
        lambda: changes.note_interview(
            on=today,
            first_interviewer=kari,
            second_interviewer=walk.people["kaja"],
            outcome="suitable",
            **to,
        ),
        lambda: changes.note_course_hours(on=today, hours=12, **to),
        lambda: changes.note_confidentiality_signed(on=today, **to),
        lambda: changes.note_certificate_seen(issued_on=today, on=today, seen_by=kari, **to),
        lambda: changes.note_agreement(on=today, months=12, **to),
    ]
    walk.random.shuffle(acts)
    for act in acts:
        act()
    both_wrote(walk.hers)
    if walk.random.random() < 0.5:  # one who took no part is left to answer
        changes.ask_for_approval(volunteer=walk.hers, by=walk.people["kaja"])


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_tried_the_road_keeps_its_order(people, record_property, part):
    kari = people["kari"]
    hers = applicant(kari, applied_on=days_ago(150))
    elsewhere = Elsewhere(hers, people)
    terms, random = accounts.terms(kari.association), Random(SEED + part)
    steps, arrived, left = 0, 0, 0
    for number in range(WALKS):
        with transaction.atomic():
            walk = Walk(people, hers, random, elsewhere)
            if number % 2:
                guided(walk)
            for _ in range(random.randint(3, LONGEST)):
                steps += walk.step()
                if random.random() < LOOKS:
                    never_so(walk, terms)
            never_so(walk, terms)
            elsewhere.never_so(walk)
            arrived += not stands_in_the_way(walk.hers, walk.today)
            left += walk.hers.left_on is not None
            transaction.set_rollback(True)
        hers = Volunteer.objects.select_related("association").get(pk=hers.pk)
    record_property("walked", f"{WALKS} walks, {steps} steps, {arrived} arrived, {left} left")
    assert steps > 2 * WALKS, "hardly anything was allowed"
    assert arrived > WALKS // 50, "hardly anybody arrived"
    assert left > WALKS // 100, "hardly anybody left"
