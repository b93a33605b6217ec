"""The course, the declaration of confidentiality and the agreement: days, hours, months."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.volunteers import changes, facts
from ressursvenn.volunteers.models import Agreement, CourseHours, Declaration

from .conftest import days_ago

NOTES = [
    (changes.note_course_hours, {"hours": 6}, CourseHours, "course_hours_noted", "held_on"),
    (changes.note_confidentiality_signed, {}, Declaration, "confidentiality_signed", "signed_on"),
    (changes.note_agreement, {"months": 12}, Agreement, "agreement_noted", "signed_on"),
]
every_note = pytest.mark.parametrize(("note", "more", "model", "did", "day"), NOTES)


@every_note
def test_it_is_noted_when_and_by_whom(volunteer, kari, audited, note, more, model, did, day):
    audited()

    row = note(volunteer=volunteer, on=days_ago(5), by=kari, **more)

    assert model.objects.get() == row
    assert (getattr(row, day), row.noted_by) == (days_ago(5), kari)
    assert audited() == [f"volunteers.{did}"]


@every_note
def test_not_before_it_has_happened(volunteer, kari, audited, note, more, model, did, day):
    audited()

    with pytest.raises(ValidationError, match="ikke vært ennå"):
        note(volunteer=volunteer, on=days_ago(-1), by=kari, **more)

    assert not model.objects.exists()
    assert audited() == []


@every_note
@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not(volunteer, people, note, more, model, did, day, who):
    with pytest.raises(PermissionDenied):
        note(volunteer=volunteer, on=days_ago(1), by=people[who], **more)

    assert not model.objects.exists()


@pytest.mark.parametrize("hours", [0, -1, 61, Decimal("1.25")])
def test_hours_that_cannot_be(volunteer, kari, hours):
    with pytest.raises(ValidationError):
        changes.note_course_hours(volunteer=volunteer, on=days_ago(1), hours=hours, by=kari)

    assert not CourseHours.objects.exists()


@pytest.mark.parametrize("months", [0, 61, -1])
def test_months_that_cannot_be(volunteer, kari, months):
    with pytest.raises(ValidationError):
        changes.note_agreement(volunteer=volunteer, on=days_ago(1), months=months, by=kari)

    assert not Agreement.objects.exists()


def test_hours_noted_by_mistake_are_struck_and_both_are_kept(volunteer, kari, kaja, audited):
    wrong = changes.note_course_hours(volunteer=volunteer, on=days_ago(5), hours=12, by=kari)
    audited()

    changes.strike_course_hours(course_hours=wrong, by=kaja)

    assert CourseHours.objects.get().struck_by == kaja
    assert facts.of(volunteer).course_hours is None
    assert audited() == ["volunteers.course_hours_struck"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.strike_course_hours(course_hours=wrong, by=kari)


def test_who_may_not_strike(volunteer, kari, nora, bodil):
    row = changes.note_course_hours(volunteer=volunteer, on=days_ago(5), hours=12, by=kari)

    for person in (nora, bodil):
        with pytest.raises(PermissionDenied):
            changes.strike_course_hours(course_hours=row, by=person)


def test_hours_are_noted_and_struck_on_her_page(signed_in, volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/"

    browser.post(f"{at}kurs/", {"on": days_ago(3).isoformat(), "hours": "6,5"})
    row = CourseHours.objects.get()
    assert row.hours == Decimal("6.5")
    assert "6,5 av 12 timer er notert." in browser.get(at).content.decode()

    answer = browser.post(f"{at}kurs/{row.pk}/stryk/")
    assert answer.url == at
    assert "0 av 12 timer er notert." in browser.get(at).content.decode()


def test_hours_of_somebody_else_are_not_found_under_her(
    signed_in, volunteer, kari, nora, neighbours_volunteer
):
    other = changes.note_course_hours(
        volunteer=neighbours_volunteer, on=days_ago(5), hours=12, by=nora
    )

    answer = signed_in(kari).post(f"/a/ressursvenner/{volunteer.reference}/kurs/{other.pk}/stryk/")

    assert answer.status_code == 404
    other.refresh_from_db()
    assert other.struck_on is None


def test_promises_are_noted_on_her_page(signed_in, volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/"

    browser.post(f"{at}taushet/", {"on": days_ago(3).isoformat()})
    browser.post(f"{at}avtale/", {"on": days_ago(2).isoformat(), "months": "12"})

    known = facts.of(volunteer)
    assert (known.confidentiality_signed_on, known.committed_months) == (days_ago(3), 12)
    page = browser.get(at).content.decode()
    assert f'action="{at}taushet/"' in page  # a new one may be noted, further down
    assert "Ny taushetserklæring" in page
