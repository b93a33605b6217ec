"""Random walks: whatever anybody tries, in whatever order, some things are never so."""

import os
from random import Random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.accounts import queries as accounts
from ressursvenn.pairs import changes, queries
from ressursvenn.pairs.models import OPEN, Pair
from ressursvenn.programme.states import CLOSED, PAIR_MOVES, PairState

from .conftest import a_participant, a_place, a_volunteer, ahead, days_ago

STEPS = 10_000 if os.environ.get("RESSURSVENN_FULL") else 1_000
SEED = 2026


class World:
    """Two coordinators, a leader, an adviser, a neighbour; three volunteers, four participants."""

    def __init__(self, people, random):
        kari, kaja = people["kari"], people["kaja"]
        self.random, self.people = random, people
        self.place = a_place(kari)
        self.participants = [a_participant(kari, f"Fugl {n}") for n in range(4)]
        self.volunteers = [
            a_volunteer(kari, kaja, f"Venn {n}", phone="", email=f"v{n}@example.org")
            for n in range(3)
        ]
        first = self.volunteers[0]
        first.person = people["solveig"]
        first.save(update_fields=["person"])
        self.acts = [
            self.decide, self.decide, self.approve, self.approve, self.decline, self.call_off,
            self.her_yes, self.her_yes, self.her_no, self.say_yes, self.say_no, self.volunteer_yes,
            self.plan, self.plan, self.introduced, self.introduced, self.log, self.end,
        ]  # fmt: skip

    def somebody(self):
        who = ("kari", "kari", "kari", "kaja", "kaja", "gro", "astrid", "solveig", "nora", "kirsti")
        return self.people[self.random.choice(who)]

    def some_pair(self):
        """Mostly an open one; now and then any."""
        rows = list(Pair.objects.filter(OPEN) if self.random.random() < 0.8 else Pair.objects.all())
        return self.random.choice(rows) if rows else None

    def step(self):
        """One try by somebody; whether it was allowed."""
        act = self.random.choice(self.acts)
        pair = self.some_pair()
        if pair is None and act != self.decide:
            return False
        try:
            act(pair, self.somebody())
        except (ValidationError, PermissionDenied):
            return False
        return True

    def decide(self, pair, by):
        changes.decide(
            participant=self.random.choice(self.participants),
            volunteer=self.random.choice(self.volunteers),
            reason="near",
            by=by,
        )

    def approve(self, pair, by):
        changes.approve(pair=pair, by=by)

    def seldom(self):
        """An ending before the end, rare enough that some pairs get all the way."""
        return self.random.random() < 0.1

    def decline(self, pair, by):
        if self.seldom():
            changes.decline(pair=pair, by=by)

    def call_off(self, pair, by):
        if self.seldom():
            changes.call_off(pair=pair, by=by)

    def her_yes(self, pair, by):
        changes.note_her_yes(pair=pair, by=by)

    def her_no(self, pair, by):
        if self.seldom() and self.seldom():  # a no is for ever, and the world is small
            changes.note_her_no(pair=pair, by=by)

    def say_yes(self, pair, by):
        changes.say_yes(pair=pair, by=by)

    def say_no(self, pair, by):
        if self.seldom() and self.seldom():
            changes.say_no(pair=pair, by=by)

    def volunteer_yes(self, pair, by):
        changes.note_volunteer_yes(pair=pair, by=by)

    def plan(self, pair, by):
        place = self.random.choice([self.place, "", "hjemme"])
        changes.plan_introduction(
            pair=pair, day=self.random.choice([ahead(1), days_ago(1)]), place=place, by=by
        )

    def introduced(self, pair, by):
        present = self.random.random() < 0.8
        changes.note_introduced(pair=pair, coordinator_present=present, by=by)

    def log(self, pair, by):
        changes.log_meet_up(pair=pair, day=days_ago(0), happened=True, length="1_2h", by=by)

    def end(self, pair, by):
        changes.end(pair=pair, ending="as_planned", by=by)


def never_so(world, before):
    """What may never be, whatever was tried. Returns the states as they are now."""
    now = {pair.pk: pair.state for pair in Pair.objects.all()}
    for pk, state in now.items():
        was = before.get(pk, PairState.DECIDED)
        assert state is was or state in PAIR_MOVES[was], "a step was skipped"
        assert not (was in CLOSED and state is not was), "what was closed was opened"
    alive = list(Pair.objects.filter(OPEN).values_list("participant_id", "volunteer_id"))
    assert len({hers for hers, _ in alive}) == len(alive), "a participant in two pairs"
    assert len({theirs for _, theirs in alive}) == len(alive), "a volunteer over her places"
    for pair in Pair.objects.exclude(approved_by=None):
        assert pair.approved_by_id != pair.decided_by_id, "one person was both"
    return now


def never_shown(world):
    """The volunteer sees a name only with both yeses, two approvers, and while the pair lives."""
    solveig, shown = world.people["solveig"], 0
    terms = accounts.terms(solveig.association)
    for pair in Pair.objects.select_related("participant", "volunteer", "association"):
        if queries.shown_to_volunteer(pair, solveig, terms) is None:
            continue
        shown += 1
        assert pair.volunteer.person_id == solveig.pk
        assert None not in (
            pair.approved_by_id, pair.she_said_yes_on, pair.volunteer_said_yes_on,
        )  # fmt: skip
        assert pair.approved_by_id != pair.decided_by_id
        assert not pair.is_closed
    return shown


@pytest.mark.django_db
def test_whatever_is_tried_these_hold(people):
    world = World(people, Random(SEED))
    states, allowed, shown, seen = {}, 0, 0, set()

    for number in range(STEPS):
        if world.step():
            allowed += 1
            states = never_so(world, states)
            seen |= set(states.values())
        if number % 25 == 0:
            shown += never_shown(world)

    assert allowed > STEPS / 20
    assert shown, "the walk never came to where a name is shown"
    assert seen == set(PairState), "the walk never came to some states"
