"""Notes and referees go by age: an old one, one that was reopened, and one that was just touched."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ressursvenn.protection import retention
from ressursvenn.screening import changes
from ressursvenn.screening.models import Assessment, InterviewNotes, Referee
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts
from ressursvenn.volunteers import queries as reading

from .conftest import ALL, WELL, days_ago, interview_of

KEPT = 90


def night(days):
    """The round so many days from today; how many of each went."""
    gone = retention.erase_what_is_due(timezone.localdate() + timedelta(days=days))
    return gone["interview_notes"], gone["referee"]


@pytest.fixture
def decided(interview, kari, gro):
    """Both have written, and the answer is noted today."""
    for who in (kari, gro):
        changes.write_notes(interview=interview, answers=ALL, by=who, done=True)
    return volunteers.note_outcome(interview=interview, outcome="suitable", by=kari)


def test_old_notes_go_and_not_a_day_before(decided):
    assert night(KEPT - 1) == (0, 0)
    assert night(KEPT) == (2, 0)
    assert not InterviewNotes.objects.exists()


def test_what_nobody_decides_on_goes_ninety_days_after_the_interview(interview, kari):
    """Held three days ago."""
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    last = timezone.localdate() + timedelta(days=KEPT - 4)

    assert retention.erase_what_is_due(last)["interview_undecided"] == 0
    assert retention.erase_what_is_due(last + timedelta(days=1))["interview_undecided"] == 1
    assert not InterviewNotes.objects.exists()


def test_that_they_were_written_stands_when_they_are_gone(decided):
    night(KEPT)

    assert facts.of(decided.volunteer).assessments == 2


def test_the_days_count_from_the_answer_and_not_from_the_interview(
    interview, kari, gro, time_machine
):
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    time_machine.move_to(timezone.now() + timedelta(days=80))
    volunteers.note_outcome(interview=interview, outcome="suitable", by=kari)

    assert night(KEPT - 1) == (0, 0)  # from the day of the answer
    assert night(KEPT) == (1, 0)


def test_talked_with_once_more_the_old_ones_wait_as_long_again(
    decided, volunteer, kari, gro, time_machine
):
    time_machine.move_to(timezone.now() + timedelta(days=80))
    interview_of(volunteer, kari, gro)

    assert night(KEPT - 80) == (0, 0)
    assert night(KEPT) == (2, 0)


def test_just_touched_they_stay(interview, volunteer, kari, gro, time_machine):
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    volunteers.note_outcome(
        interview=reading.latest_interview(volunteer), outcome="suitable", by=kari
    )
    time_machine.move_to(timezone.now() + timedelta(days=KEPT - 1))
    changes.write_notes(interview=interview, answers=ALL, by=gro, done=True)

    assert night(1) == (1, 0)
    assert InterviewNotes.objects.get().written_by == gro


def test_a_referee_goes_and_her_number_went_before(referee, word):
    changes.receive_statement(word=word, answers=WELL, said="")

    assert night(KEPT - 1) == (0, 0)
    assert night(KEPT) == (0, 1)
    assert not Referee.objects.exists()


def test_one_who_never_answered_goes_with_her_number(referee):
    assert night(KEPT) == (0, 1)


def test_read_yesterday_it_stays(referee, word, kari, time_machine):
    changes.receive_statement(word=word, answers=WELL, said="")
    time_machine.move_to(timezone.now() + timedelta(days=KEPT - 1))
    changes.read_statement(referee=Referee.objects.get(), by=kari)

    assert night(1) == (0, 0)
    assert night(KEPT) == (0, 1)


def test_erased_with_her_nothing_is_left(decided, referee, volunteer, kari):
    from ressursvenn.screening.models import Ending

    changes.end_road(volunteer=volunteer, on=days_ago(0), reason="time", by=kari)
    sort = next(sort for sort in retention.sorts() if sort.keep == "volunteer")

    assert retention.erase(sort, volunteer.reference, by=kari)

    for model in (InterviewNotes, Assessment, Referee, Ending):
        assert not model.objects.exists()


def test_a_refused_application_goes_sooner_than_a_volunteer(volunteer, kari):
    changes.end_road(volunteer=volunteer, on=days_ago(0), reason="time", by=kari)

    (kept,) = [one for one in [retention.kept("volunteer", volunteer.reference)] if one]

    assert kept.stay.code == "volunteer_refused"
