"""May these two be suggested? Only a known "no conflict" is a yes; two queries, however many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.apart import changes, queries
from ressursvenn.apart.models import KeepApart
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as volunteers_room

from .conftest import acts, answer, apply, name, refer


def fresh_entry(entry):
    return KeepApart.objects.select_related("participant").get(pk=entry.pk)


def test_where_nothing_is_said_nobody_is_kept_apart(amina, ole):
    assert answer(amina, ole) is False


def test_a_named_person_is_kept_apart_and_others_are_not(oslo, kari, amina, ole):
    other = apply(oslo, kari, "Solveig", "Moen")
    name(amina, kari)

    assert (answer(amina, ole), answer(amina, other)) == (True, False)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("person", "vik, ole"),
        ("person", "OLE-MARTIN VIK"),
        ("phone", "+47 927 69 310"),
        ("phone", "004792769310"),
        ("email", "OLEVIK@example.org"),
        ("person", "Per Dahl og Ole Vik"),
    ],
)
def test_however_it_is_written(kari, amina, ole, kind, text):
    name(amina, kari, text, kind)

    assert answer(amina, ole) is True


def test_a_name_corrected_later_is_compared_again(oslo, kari, amina):
    hidden = apply(oslo, kari, "Olav", "Lund")
    name(amina, kari)
    before = answer(amina, hidden)

    opening.open_record(hidden, by=kari, purpose="test")
    volunteers.correct_card(volunteer=hidden, first_name="Ole", last_name="Vik", by=kari)

    assert (before, answer(amina, type(hidden).objects.get(pk=hidden.pk))) == (False, True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("community", "alle fra menigheten"), ("workplace", "jobben hans"), ("person", "Ole")],
)
def test_until_it_is_looked_at_nobody_is_suggested(oslo, kari, amina, ole, kind, text):
    other = apply(oslo, kari, "Solveig", "Moen")
    name(amina, kari, text, kind)

    assert (answer(amina, ole), answer(amina, other)) == (None, None)


def test_a_person_can_be_sealed_too(kari, amina, ole, oslo):
    other = apply(oslo, kari, "Solveig", "Moen")
    name(amina, kari, sealed=True)

    assert (answer(amina, ole), answer(amina, other)) == (True, None)


def test_somebody_elses_entry_is_nothing_to_others(oslo, kari, amina, ole):
    beate = refer(oslo, kari)
    name(amina, kari)
    name(amina, kari, "menigheten", "community")

    assert answer(beate, ole) is False


def test_a_volunteer_with_nothing_to_compare_is_not_known(oslo, kari, amina):
    bare = apply(oslo, kari, "Ole", "")
    assert answer(amina, bare) is False

    name(amina, kari, "Per Dahl")

    assert (bare.likeness, answer(amina, bare)) == (b"", None)


def test_a_decision_keeps_those_chosen_apart_and_frees_the_others(oslo, kari, vigdis, amina, ole):
    other = apply(oslo, kari, "Solveig", "Moen")
    entry = name(amina, kari, "menigheten", "community")

    changes.settle(entry=entry, keep_from=[ole], by=vigdis)

    assert [answer(amina, one) for one in (ole, other)] == [True, False]


def test_whoever_comes_after_the_look_waits_for_the_next_one(oslo, kari, vigdis, amina, ole):
    """He may send somebody of the same community next week: not known is not a no."""
    entry = name(amina, kari, "menigheten", "community")
    changes.settle(entry=entry, by=vigdis)
    later = apply(oslo, kari, "Per", "Dahl")

    assert (answer(amina, ole), answer(amina, later)) == (False, None)

    changes.settle(entry=fresh_entry(entry), by=vigdis)

    assert answer(amina, later) is False


def test_one_settled_entry_does_not_speak_for_another(oslo, kari, vigdis, amina, ole):
    settled = name(amina, kari, "menigheten", "community")
    name(amina, kari, "jobben hans", "workplace")

    changes.settle(entry=settled, by=vigdis)

    assert answer(amina, ole) is None


def test_a_volunteer_without_a_full_name_cannot_be_held_against_one(oslo, kari, amina):
    """A telephone number alone is compared with numbers, and the entry is a name."""
    half = apply(oslo, kari, "Ole", "", phone="40000777")
    name(amina, kari)
    opening.open_cards([half], by=kari, purpose="test")

    assert answer(amina, half) is None


def test_a_changed_name_hides_nobody(oslo, kari, amina, ole):
    name(amina, kari)
    opening.open_record(ole, by=kari, purpose="test")

    volunteers.correct_card(
        volunteer=ole, first_name="Olav", last_name="Lund", phone="", email="", by=kari
    )

    assert answer(amina, type(ole).objects.get(pk=ole.pk)) is True


def test_applies_to_nobody_here_is_an_answer(kari, vigdis, amina, ole):
    entry = name(amina, kari, "menigheten", "community")

    changes.settle(entry=entry, by=vigdis)

    assert answer(amina, ole) is False


def test_what_the_fingerprints_point_at_is_kept_apart_whatever_is_chosen(kari, vigdis, amina, ole):
    entry = name(amina, kari)

    changes.settle(entry=entry, keep_from=[], by=vigdis)

    assert answer(amina, ole) is True
    assert list(entry.decisions.values_list("volunteer_id", flat=True)) == [ole.pk]


def test_it_stays_so_when_the_name_is_changed_afterwards(kari, vigdis, amina, ole):
    from ressursvenn.protection import opening

    entry = name(amina, kari)
    changes.settle(entry=entry, by=vigdis)

    opening.open_record(ole, by=kari, purpose="test")
    volunteers.correct_card(
        volunteer=ole, first_name="Olav", last_name="Lund", phone="", email="", by=kari
    )

    assert answer(amina, type(ole).objects.get(pk=ole.pk)) is True


@pytest.mark.parametrize("number", [1, 3, 30])
def test_one_query_however_many_and_every_couple_answered(oslo, kari, vigdis, number):
    for index in range(number):
        participant = refer(oslo, kari)
        name(participant, kari, f"Ole Vik{'a' * index}")
        apply(oslo, kari, "Ole", f"Vik{'a' * index}")
    participants, people = list(Participant.objects.all()), list(volunteers_room.visible_to(kari))

    with CaptureQueriesContext(connection) as asked:
        told = queries.answers(participants, people)

    assert (len(told), len(asked)) == (number**2, 1)


def test_asking_is_not_a_read_and_leaves_no_entry(kari, amina, ole):
    name(amina, kari)

    answer(amina, ole)

    assert acts() == ["apart.keep_apart_named"]
