"""Two people have talked with her: who, when, and what they found."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.volunteers import changes, facts
from ressursvenn.volunteers.models import Interview

from .conftest import days_ago


@pytest.fixture
def half(volunteer, kari):
    """An interview as an old list knows it: the day alone."""
    return changes.note_interview(volunteer=volunteer, on=days_ago(20), by=kari)


def test_it_is_noted_who_held_it_when_and_what_they_found(volunteer, kari, kaja, audited):
    audited()

    interview = changes.note_interview(
        volunteer=volunteer,
        on=days_ago(3),
        first_interviewer=kari,
        second_interviewer=kaja,
        outcome="suitable",
        by=kaja,
    )

    assert (interview.held_on, interview.noted_by) == (days_ago(3), kaja)
    assert audited() == ["volunteers.interview_noted"]
    assert (facts.of(volunteer).interviewed_by_two, facts.of(volunteer).found_suitable) == (
        True,
        True,
    )


def test_the_two_who_were_not_known_are_named_later(half, kari, kaja, audited):
    audited()

    changes.name_interviewers(
        interview=half, first_interviewer=kari, second_interviewer=kaja, by=kari
    )

    assert facts.of(half.volunteer).interviewed_by_two is True
    assert audited() == ["volunteers.interviewers_named"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.name_interviewers(
            interview=half, first_interviewer=kaja, second_interviewer=kari, by=kari
        )


def test_what_they_found_is_noted_later_and_once(half, kari, audited):
    audited()

    changes.note_outcome(interview=half, outcome="not_suitable", by=kari)

    assert facts.of(half.volunteer).found_suitable is False
    assert audited() == ["volunteers.outcome_noted"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.note_outcome(interview=half, outcome="suitable", by=kari)
    assert facts.of(half.volunteer).found_suitable is False


def test_one_person_is_not_two(half, volunteer, kari, audited):
    audited()

    with pytest.raises(ValidationError, match="forskjellige"):
        changes.name_interviewers(
            interview=half, first_interviewer=kari, second_interviewer=kari, by=kari
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Interview.objects.create(
            volunteer=volunteer,
            held_on=days_ago(1),
            noted_by=kari,
            first_interviewer=kari,
            second_interviewer=kari,
        )

    assert facts.of(volunteer).interviewed_by_two is False
    assert audited() == []


@pytest.mark.parametrize("who", ["nora", "solveig", "bodil", "siri", "astrid"])
def test_whoever_does_not_work_here_has_not_interviewed(volunteer, kari, people, who):
    with pytest.raises(ValidationError, match="denne foreningen"):
        changes.note_interview(
            volunteer=volunteer,
            on=days_ago(3),
            first_interviewer=kari,
            second_interviewer=people[who],
            by=kari,
        )

    assert not Interview.objects.exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"on": days_ago(-1)}, "ikke vært ennå"),
        ({"on": days_ago(1), "outcome": "kanskje"}, "kanskje"),
    ],
)
def test_what_cannot_be_leaves_neither_note_nor_audit(volunteer, kari, audited, more, words):
    audited()

    with pytest.raises(ValidationError, match=words):
        changes.note_interview(volunteer=volunteer, by=kari, **more)

    assert not Interview.objects.exists()
    assert audited() == []


@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not(volunteer, people, who):
    with pytest.raises(PermissionDenied):
        changes.note_interview(volunteer=volunteer, on=days_ago(1), by=people[who])

    assert not Interview.objects.exists()


def test_the_two_are_named_on_her_page(signed_in, half, kari, kaja):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{half.volunteer.reference}/"
    assert f'action="{at}intervjuere/"' in browser.get(at).content.decode()

    answer = browser.post(
        f"{at}intervjuere/",
        {"first_interviewer": kari.reference, "second_interviewer": kaja.reference},
    )

    half.refresh_from_db()
    assert answer.url == at
    assert (half.first_interviewer, half.second_interviewer) == (kari, kaja)
    page = browser.get(at).content.decode()
    assert "Det er notert hvem som intervjuet." in page
    assert f'action="{at}intervjuere/"' not in page
    assert f'action="{at}vurdering/"' in page


def test_the_same_name_twice_is_said_beside_the_field(signed_in, half, kari):
    answer = signed_in(kari).post(
        f"/a/ressursvenner/{half.volunteer.reference}/intervjuere/",
        {"first_interviewer": kari.reference, "second_interviewer": kari.reference},
    )

    assert answer.status_code == 200
    assert "Velg to forskjellige personer." in answer.content.decode()
    assert f'<option value="{kari.reference}" selected>' in answer.content.decode()


def test_naming_who_interviewed_where_nobody_has_is_not_found(signed_in, volunteer, kari, kaja):
    answer = signed_in(kari).post(
        f"/a/ressursvenner/{volunteer.reference}/intervjuere/",
        {"first_interviewer": kari.reference, "second_interviewer": kaja.reference},
    )

    assert answer.status_code == 404
