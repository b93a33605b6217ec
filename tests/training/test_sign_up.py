"""Signing up for a course: a place, or a number in the line; and what the rules say no to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.protection.models import AuditEntry
from ressursvenn.training import changes, facts, rules
from ressursvenn.training.models import SignUp
from ressursvenn.volunteers import changes as volunteers
from tests.environment import times
from tests.volunteers.conftest import applicant

from .conftest import a_course

TODAY = date(2027, 3, 1)
TERMS = Terms(TODAY, Limits())
DAY = timedelta(days=1)
MAY = rules.SignUpFacts(
    called_off=False, first_on=TODAY + DAY, open_from=None, open_until=None, on_it_already=False,
    has_left=False, own_association=True,
)  # fmt: skip
EVENING = rules.EveningFacts(
    day=TODAY, begun=True, called_off=False, expected=True, room=True, covers=True, has_left=False
)
WITHDREW = rules.WithdrawalFacts(
    over=False, withdrew_on=TODAY, place_taken=False, called_off=False, has_left=False
)
GUEST = replace(EVENING, expected=False)
REFUSED = [
    (rules.MAY_SIGN_UP, MAY, "TRA-01", {"called_off": True}),
    (rules.MAY_SIGN_UP, MAY, "TRA-02", {"first_on": TODAY - DAY}),
    (rules.MAY_SIGN_UP, MAY, "TRA-02", {"first_on": None}),
    (rules.MAY_SIGN_UP, MAY, "TRA-02", {"open_until": TODAY - DAY}),
    (rules.MAY_SIGN_UP, MAY, "TRA-02", {"open_from": TODAY + DAY}),
    (rules.MAY_SIGN_UP, MAY, "TRA-03", {"on_it_already": True}),
    (rules.MAY_SIGN_UP, MAY, "TRA-04", {"has_left": True}),
    (rules.MAY_SIGN_UP, MAY, "TRA-05", {"own_association": False}),
    (rules.MAY_BE_NOTED, EVENING, "TRA-06", {"begun": False}),
    (rules.MAY_BE_NOTED, EVENING, "TRA-06", {"called_off": True}),
    (rules.MAY_BE_NOTED, EVENING, "TRA-07", {"expected": False}),
    (rules.MAY_MAKE_UP, GUEST, "TRA-08", {"day": TODAY - DAY}),
    (rules.MAY_MAKE_UP, GUEST, "TRA-09", {"room": False}),
    (rules.MAY_MAKE_UP, GUEST, "TRA-10", {"expected": True}),
    (rules.MAY_MAKE_UP, GUEST, "TRA-11", {"has_left": True}),
    (rules.MAY_MAKE_UP, GUEST, "TRA-12", {"covers": False}),
    (rules.MAY_WITHDRAW, WITHDREW, "TRA-13", {"over": True}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-13", {"over": True}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-14", {"called_off": True}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-15", {"withdrew_on": TODAY - DAY}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-15", {"withdrew_on": None}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-16", {"place_taken": True}),
    (rules.MAY_COME_BACK, WITHDREW, "TRA-17", {"has_left": True}),
]


@pytest.mark.parametrize(("may", "known", "code", "change"), REFUSED)
def test_one_thing_in_the_way_is_one_refusal(may, known, code, change):
    assert refusals(may, known, TERMS) == ()
    assert [no.rule for no in refusals(may, replace(known, **change), TERMS)] == [code]


def test_what_is_not_known_is_a_no():
    nothing = rules.SignUpFacts(**dict.fromkeys(MAY.__dataclass_fields__))

    assert len(refusals(rules.MAY_SIGN_UP, nothing, TERMS)) == len(rules.MAY_SIGN_UP)


def test_every_rule_has_been_seen_to_refuse():
    every = {
        *rules.MAY_SIGN_UP, *rules.MAY_BE_NOTED, *rules.MAY_MAKE_UP, *rules.MAY_WITHDRAW,
        *rules.MAY_COME_BACK,
    }  # fmt: skip

    assert {code for _, _, code, _ in REFUSED} == {rule.code for rule in every}


def names(rows) -> list[int]:
    return [row.volunteer_id for row in rows]


def test_the_third_of_two_waits_and_moves_up_when_somebody_withdraws(course, kari):
    one, two, three = (applicant(kari, first_name=name) for name in ("Anne", "Berit", "Cia"))
    for volunteer in (one, two, three):
        changes.sign_up(course=course, volunteer=volunteer, by=kari)
    queue = facts.queue_of(course)
    assert (names(queue.with_place), queue.number_of(three.pk)) == ([one.pk, two.pk], 1)

    changes.withdraw(course=course, volunteer=one, by=kari)

    queue = facts.queue_of(course)
    assert (names(queue.with_place), names(queue.waiting)) == ([two.pk, three.pk], [])


def test_whoever_comes_back_stands_last(course, kari):
    one, two, three = (applicant(kari, first_name=name) for name in ("Anne", "Berit", "Cia"))
    for volunteer in (one, two, three):
        changes.sign_up(course=course, volunteer=volunteer, by=kari)
    changes.withdraw(course=course, volunteer=one, by=kari)
    changes.sign_up(course=course, volunteer=one, by=kari)

    assert names(facts.queue_of(course).waiting) == [one.pk]


def test_more_places_let_the_next_ones_in_and_nobody_else_moves(course, kari):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(4)]
    for volunteer in people:
        changes.sign_up(course=course, volunteer=volunteer, by=kari)

    changes.put_right_course(course=course, places=3, by=kari)

    queue = facts.queue_of(course)
    assert names(queue.with_place) == [one.pk for one in people[:3]]


def test_whoever_leaves_the_programme_leaves_her_place(course, kari, ingrid):
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    volunteers.note_leaving(volunteer=ingrid, on=timezone.localdate(), by=kari)

    assert facts.queue_of(course).with_place == []
    with pytest.raises(ValidationError, match="sluttet"):
        changes.sign_up(course=course, volunteer=ingrid, by=kari)


def test_she_signs_up_herself_and_nobody_elses_account_does(
    course, hers, ingrid, solveig, kari, nora
):
    changes.sign_up(course=course, volunteer=hers, by=solveig)

    with pytest.raises(PermissionDenied):
        changes.sign_up(course=course, volunteer=ingrid, by=solveig)
    with pytest.raises(PermissionDenied):
        changes.withdraw(course=course, volunteer=hers, by=nora)
    assert SignUp.objects.count() == 1
    assert AuditEntry.objects.filter(did="training.signed_up").count() == 1


def test_nobody_signs_up_at_the_neighbours(nora, ingrid, kari):
    with pytest.raises(ValidationError, match="foreningen"):
        changes.sign_up(course=a_course(nora), volunteer=ingrid, by=kari)


def test_an_invitation_is_no_place(course, ingrid, kari):
    assert changes.invite(course=course, invited=[ingrid], by=kari) == 1

    assert facts.queue_of(course).with_place == []
    with pytest.raises(ValidationError, match="minst én"):
        changes.invite(course=course, invited=[ingrid], by=kari)


def test_many_are_invited_with_one_entry_in_the_log(course, kari):
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(5)]

    changes.invite(course=course, invited=people, by=kari)

    (entry,) = AuditEntry.objects.filter(did="training.invited")
    assert entry.about.count() == 6


def test_a_course_that_is_called_off_takes_nobody(course, ingrid, kari):
    changes.call_off_course(course=course, by=kari)

    with pytest.raises(ValidationError, match="avlyst"):
        changes.sign_up(course=course, volunteer=ingrid, by=kari)


def test_whatever_is_tried_there_are_never_more_than_the_places_and_nobody_is_passed(kari):
    """A random walk: sign up, withdraw, regret it, more places and fewer, in any order."""
    random, course = Random(7), a_course(kari, places=2)
    people = [applicant(kari, first_name=f"Venn {n}") for n in range(7)]
    has_place: set[int] = set()
    tried = {name: [0, 0] for name in ("sign_up", "withdraw", "regret_withdrawal", "places")}
    for _ in range(times(2_000)):
        one, name = random.choice(people), random.choice([*tried, "sign_up"])
        try:
            if name == "places":
                changes.put_right_course(course=course, places=random.randint(1, 6), by=kari)
            else:
                getattr(changes, name)(course=course, volunteer=one, by=kari)
        except ValidationError:
            tried[name][0] += 1
            course.refresh_from_db()
            continue
        tried[name][1] += 1
        queue = facts.queue_of(course)
        kept = has_place - ({one.pk} if name == "withdraw" else set())
        has_place = set(names(queue.with_place))
        assert kept <= has_place, f"{name} took the place of somebody else"
        line = [*queue.with_place, *queue.waiting]
        assert len(queue.with_place) <= course.places
        assert not queue.waiting or len(queue.with_place) == course.places
        assert len({row.volunteer_id for row in line}) == len(line)
        assert [row.signed_up_at for row in line] == sorted(row.signed_up_at for row in line)
    assert all(refused and made for refused, made in tried.values()), tried
