"""Who came: hours in her road, once; what is to be made up; the list and the certificate."""

from __future__ import annotations

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.protection import opening
from ressursvenn.training import changes, completion, facts, queries
from ressursvenn.training.models import Attendance
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers.models import CourseHours, Volunteer
from tests.paper.checking import check_paper
from tests.volunteers.conftest import applicant

from .conftest import a_course, ahead, evening


@pytest.fixture
def held(kari, ingrid):
    """A course whose first evening is today; Ingrid has a place."""
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    return course.evenings.first()


def hours(volunteer):
    return road.of(volunteer).course_hours


def test_whoever_came_gets_the_hours_on_her_road(held, ingrid, kari):
    changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari)

    assert hours(ingrid) == 3


def test_said_twice_it_counts_once(held, ingrid, kari):
    assert changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari) == 1
    assert changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari) == 0

    assert (hours(ingrid), CourseHours.objects.count()) == (3, 1)


def test_a_correction_strikes_and_both_stay(held, ingrid, kari):
    changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari)
    changes.note_attendance(evening=held, came={ingrid: "missed"}, by=kari)

    assert hours(ingrid) is None
    (struck,) = CourseHours.objects.all()
    assert struck.struck_by == kari


def test_a_refresher_gives_no_hours(ingrid, kari):
    course = a_course(kari, first=0, kind="refresher")
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "came"}, by=kari)

    assert hours(ingrid) is None
    assert Attendance.objects.get().how == "came"


def test_nobody_is_noted_before_the_evening_or_without_a_place(held, ingrid, kari):
    later = held.course.evenings.last()
    with pytest.raises(ValidationError, match="Kvelden har begynt"):
        changes.note_attendance(evening=later, came={ingrid: "came"}, by=kari)

    with pytest.raises(ValidationError, match="sto på kurset"):
        changes.note_attendance(evening=held, came={applicant(kari): "came"}, by=kari)


def test_the_neighbours_note_nothing_here(held, ingrid, nora):
    with pytest.raises(PermissionDenied):
        changes.note_attendance(evening=held, came={ingrid: "came"}, by=nora)


def test_what_she_missed_is_what_she_has_not_heard_since(held, ingrid, kari):
    changes.note_attendance(evening=held, came={ingrid: "missed"}, by=kari)
    (left,) = facts.missed(ingrid)
    assert left.topics == ["programme", "role"]

    guest_at = evening(a_course(kari, first=0), kari, 0, "programme", begins=time(0, 1))
    changes.make_up(evening=guest_at, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=guest_at, came={ingrid: "came"}, by=kari)

    (left,) = facts.missed(ingrid)
    assert left.topics == ["role"]
    assert hours(ingrid) == 3


def test_an_evening_that_covers_it_is_found_and_only_here(held, ingrid, kari, nora):
    changes.note_attendance(evening=held, came={ingrid: "told"}, by=kari)
    a_course(nora, first=3)
    coming = evening(a_course(kari, first=20), kari, 9, "role")
    evening(a_course(kari, first=20, kind="refresher"), kari, 4, "endings")

    missing = facts.missed(ingrid)
    found = queries.to_take(ingrid, {"role"}, missing, (), timezone.localdate())

    assert [one.evening for one in found if one.evening.day < ahead(20)] == [coming]
    assert {one.evening.course.association_id for one in found} == {kari.association_id}
    assert all("role" in one.topics for one in found)


def test_an_evening_with_names_on_it_is_not_moved(held, ingrid, kari):
    changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari)

    for change in (changes.move_evening, changes.call_off_evening):
        with pytest.raises(ValidationError):
            change(evening=held, by=kari)


@pytest.mark.parametrize(
    ("begins", "ends", "told"),
    [("20:00", "18:00", "ikke slutte før"), ("18:00", "18:00", "ikke slutte før")],
)
def test_an_evening_ends_after_it_begins(kari, course, begins, ends, told):
    with pytest.raises(ValidationError, match=told):
        evening(course, kari, 3, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))


def test_a_topic_that_is_on_no_list_is_refused(kari, course):
    with pytest.raises(ValidationError, match="fra listen"):
        evening(course, kari, 3, "strikking")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_certificate_is_a_paper_everybody_can_read(ingrid, kari, held, language):
    changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari)
    volunteers.note_course_hours(volunteer=ingrid, on=timezone.localdate(), hours=9, by=kari)
    hers = opened(ingrid, kari)

    paper = completion.paper(hers, on=timezone.localdate(), language=language)

    check_paper(paper)


def opened(volunteer, by):
    row = Volunteer.objects.select_related("association").get(pk=volunteer.pk)
    return opening.open_record(row, by=by, purpose="certificate")
