"""Each of the two writes her own notes, and reads the other's when both are done. Nobody else reads them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from ressursvenn.protection.fields import Sealed
from ressursvenn.protection.models import AuditAbout
from ressursvenn.screening import changes
from ressursvenn.screening.criteria import FROM_2026
from ressursvenn.screening.models import InterviewNotes
from ressursvenn.volunteers import changes as volunteers
from tests import canary

from .conftest import ALL, acts, at, days_ago, interview_of


def marked(what):
    """Notes with a marker in each, and the markers."""
    words = {one.code: canary.mark("v", "r", "oslo", what) for one in FROM_2026}
    return {code: ("unsure", word) for code, word in words.items()}, set(words.values())


def test_what_is_written_is_sealed_with_her_keys_and_audited(interview, volunteer, kari):
    row = changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)

    assert isinstance(InterviewNotes.objects.get().__dict__["answers"], Sealed)
    assert row.key_owner() == volunteer.reference
    assert acts() == ["screening.notes_done"]
    told = AuditAbout.objects.filter(entry__did="screening.notes_done")
    assert {row.reference, volunteer.reference} == {one.reference for one in told}


def test_so_far_is_kept_and_done_is_done(interview, kari):
    changes.write_notes(interview=interview, answers={"motive": ("no", "")}, by=kari)
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)

    with pytest.raises(ValidationError, match="endres ikke"):
        changes.write_notes(interview=interview, answers={}, by=kari)
    assert acts() == ["screening.notes_written", "screening.notes_done"]
    assert InterviewNotes.objects.get().done_by == kari


@pytest.mark.parametrize("who", ["kaja", "nora", "astrid", "solveig", "vigdis"])
def test_nobody_writes_but_the_two(interview, people, who):
    with pytest.raises((ValidationError, PermissionDenied)):
        changes.write_notes(interview=interview, answers=ALL, by=people[who])
    assert not InterviewNotes.objects.exists()


def test_being_done_takes_an_answer_to_each(interview, kari):
    with pytest.raises(ValidationError) as refused:
        changes.write_notes(
            interview=interview, answers={"motive": ("yes", "")}, by=kari, done=True
        )

    assert set(refused.value.error_dict) == {one.code for one in FROM_2026} - {"motive"}
    assert not InterviewNotes.objects.exists()


@pytest.mark.parametrize(
    ("answer", "where"), [(("maybe", ""), "motive"), (("yes", "x" * 201), "motive_words")]
)
def test_what_does_not_fit_is_said_by_criterion(interview, kari, answer, where):
    with pytest.raises(ValidationError) as refused:
        changes.write_notes(interview=interview, answers={"motive": answer}, by=kari)

    assert set(refused.value.error_dict) == {where}


def test_one_row_for_each_in_the_table_too(interview, volunteer, kari):
    row = changes.write_notes(interview=interview, answers=ALL, by=kari)
    same = {
        "volunteer": volunteer,
        "interview_id": interview.pk,
        "criteria_from": row.criteria_from,
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        InterviewNotes(**same, written_on=row.written_on, written_by=kari, answers=[]).save()


def test_the_first_sees_nothing_of_the_other_before_both_are_done(
    signed_in, interview, volunteer, kari, gro
):
    notes, hers = marked("note")
    changes.write_notes(interview=interview, answers=notes, by=gro, done=True)
    browser = signed_in(kari)

    assert not [word for word in hers if word in browser.get(at(volunteer)).content.decode()]
    assert not [
        word for word in hers if word in browser.get(at(volunteer, "notater/")).content.decode()
    ]

    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    page = browser.get(at(volunteer)).content.decode()
    assert [word for word in hers if word in page] == [*hers]
    assert "ord om motive" in page


def test_the_one_who_is_done_first_waits_too(signed_in, interview, volunteer, kari, gro):
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    notes, theirs = marked("sofar")
    changes.write_notes(interview=interview, answers=notes, by=gro)

    page = signed_in(kari).get(at(volunteer)).content.decode()

    assert "SCR-02" in page
    assert not [word for word in theirs if word in page]


def test_another_coordinator_and_whoever_approves_read_neither(
    signed_in, interview, volunteer, kari, gro, kaja
):
    notes, both = marked("both")
    for who in (kari, gro):
        changes.write_notes(interview=interview, answers=notes, by=who, done=True)

    browser = signed_in(kaja)
    for page in (at(volunteer), f"/a/ressursvenner/{volunteer.reference}/", "/a/to/", "/a/"):
        assert not [word for word in both if word in browser.get(page).content.decode()]
    assert "SCR-01" in browser.get(at(volunteer)).content.decode()
    assert browser.get(at(volunteer, "notater/")).status_code == 404


def test_the_page_keeps_what_was_typed_and_says_what_is_missing(
    signed_in, interview, volunteer, kari
):
    browser = signed_in(kari)
    told = {"motive": "yes", "motive_words": "x" * 201, "done": "1"}

    page = browser.post(at(volunteer, "notater/"), told).content.decode()

    assert "Skriv høyst 200 tegn." in page
    assert "x" * 201 in page
    page = browser.post(at(volunteer, "notater/"), {"motive": "yes", "done": "1"}).content.decode()
    assert "Velg ett svar. Ble det ikke spurt om" in page
    assert not InterviewNotes.objects.exists()


def test_saved_so_far_it_is_there_again(signed_in, interview, volunteer, kari):
    browser = signed_in(kari)
    browser.post(at(volunteer, "notater/"), {"motive": "unsure", "motive_words": "litt uklart"})

    page = browser.get(at(volunteer, "notater/")).content.decode()

    assert "litt uklart" in page
    assert browser.post(at(volunteer, "notater/"), form(ALL) | {"done": "1"}).status_code == 302
    assert browser.get(at(volunteer, "notater/")).status_code == 302  # done: nothing more to write
    assert InterviewNotes.objects.get().done_on


def form(answers):
    told = {}
    for code, (choice, said) in answers.items():
        told |= {code: choice, f"{code}_words": said}
    return told


def test_a_new_interview_begins_with_empty_pages(signed_in, interview, volunteer, kari, kaja):
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    interview_of(volunteer, kari, kaja)

    page = signed_in(kari).get(at(volunteer, "notater/")).content.decode()

    assert "ord om motive" not in page
    assert "Jeg er ferdig" in page


def test_before_there_is_an_interview_there_is_nothing_to_write(signed_in, volunteer, kari):
    page = signed_in(kari).get(at(volunteer)).content.decode()

    assert "Intervjuet er ikke notert ennå." in page
    assert signed_in(kari).get(at(volunteer, "notater/")).status_code == 404


def test_an_interview_of_an_old_list_says_that_nobody_knows_by_whom(signed_in, volunteer, kari):
    volunteers.note_interview(volunteer=volunteer, on=days_ago(9), by=kari)

    assert "ikke kjent" in signed_in(kari).get(at(volunteer)).content.decode()
    assert signed_in(kari).get(at(volunteer, "notater/")).status_code == 404


def test_what_is_in_the_table_is_unreadable(interview, kari):
    notes, words = marked("table")
    changes.write_notes(interview=interview, answers=notes, by=kari, done=True)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM screening_interviewnotes")
        raw = b"".join(
            bytes(value) for row in cursor for value in row if isinstance(value, bytes | memoryview)
        )
    assert raw
    assert not [word for word in words if word.encode() in raw]
