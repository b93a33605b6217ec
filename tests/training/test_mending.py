"""What is regretted, put right, moved, and taken again; and who is told."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.protection.models import AuditEntry
from ressursvenn.training import changes, facts, queries
from ressursvenn.training.models import Evening
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts as road
from tests.volunteers.conftest import applicant

from .conftest import a_course, ahead, evening


def some(kari, how_many):
    return [applicant(kari, first_name=f"Venn {n}") for n in range(how_many)]


def names(rows):
    return [row.volunteer_id for row in rows]


def at(hour):
    """Today at that hour in Oslo."""
    moment = timezone.make_aware(datetime.combine(timezone.localdate(), time(hour)))
    return time_machine.travel(moment, tick=False)


def put(course, number, days):
    """As time passes: this evening of it was so many days from today."""
    course.evenings.filter(pk=course.evenings.all()[number].pk).update(day=ahead(days))


# --- regretting ---------------------------------------------------------------------------------


def test_a_slip_of_the_thumb_is_undone_even_when_the_course_has_begun(kari, hers, solveig):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=hers, by=solveig)
    put(course, 0, -1)
    changes.withdraw(course=course, volunteer=hers, by=solveig)

    changes.regret_withdrawal(course=course, volunteer=hers, by=solveig)

    assert names(facts.queue_of(course).with_place) == [hers.pk]
    assert AuditEntry.objects.filter(did="training.withdrawal_regretted").count() == 1


def test_she_stands_where_she_stood_before_those_who_wait(course, kari):
    one, two, three, four = some(kari, 4)
    for volunteer in (one, two, three, four):
        changes.sign_up(course=course, volunteer=volunteer, by=kari)
    changes.withdraw(course=course, volunteer=three, by=kari)

    changes.regret_withdrawal(course=course, volunteer=three, by=kari)

    assert names(facts.queue_of(course).waiting) == [three.pk, four.pk]


def test_whoever_has_got_her_place_keeps_it(course, kari):
    one, two, three = some(kari, 3)
    for volunteer in (one, two, three):
        changes.sign_up(course=course, volunteer=volunteer, by=kari)
    changes.withdraw(course=course, volunteer=one, by=kari)

    with pytest.raises(ValidationError, match="Ingen annen har fått plassen"):
        changes.regret_withdrawal(course=course, volunteer=one, by=kari)

    assert names(facts.queue_of(course).with_place) == [two.pk, three.pk]


def test_tomorrow_it_is_too_late(course, kari, ingrid):
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.withdraw(course=course, volunteer=ingrid, by=kari)

    with (
        time_machine.travel(timezone.now() + timedelta(days=1), tick=False),
        pytest.raises(ValidationError, match="samme dag"),
    ):
        changes.regret_withdrawal(course=course, volunteer=ingrid, by=kari)


def test_a_no_to_an_invitation_is_regretted_too(course, kari, hers, solveig):
    changes.invite(course=course, invited=[hers], by=kari)
    changes.withdraw(course=course, volunteer=hers, by=solveig)

    row = changes.regret_withdrawal(course=course, volunteer=hers, by=solveig)

    assert (row.withdrawn_at, row.signed_up_at) == (None, None)


def test_nobody_regrets_for_another_and_not_what_never_was(course, kari, hers, solveig, nora):
    one = applicant(kari)
    changes.sign_up(course=course, volunteer=one, by=kari)
    changes.withdraw(course=course, volunteer=one, by=kari)

    for person in (solveig, nora):
        with pytest.raises(PermissionDenied):
            changes.regret_withdrawal(course=course, volunteer=one, by=person)
    with pytest.raises(ValidationError, match="ingen avmelding"):
        changes.regret_withdrawal(course=course, volunteer=hers, by=solveig)


def test_nobody_withdraws_from_a_course_that_is_over(kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    put(course, 0, -9)
    put(course, 1, -2)

    with pytest.raises(ValidationError, match="ikke over"):
        changes.withdraw(course=course, volunteer=ingrid, by=kari)


# --- having moved up ----------------------------------------------------------------------------


def moved_up(course):
    rows = queries.sign_ups_of(course)
    return [row for row in rows if facts.moved_up(row, facts.queue_of(course, rows))]


def test_whoever_waited_and_has_a_place_has_moved_up_and_nobody_else(course, kari):
    one, two, three = some(kari, 3)
    rows = [changes.sign_up(course=course, volunteer=each, by=kari) for each in (one, two, three)]
    assert moved_up(course) == []

    changes.withdraw(course=course, volunteer=one, by=kari)

    assert moved_up(course) == [rows[2]]


def test_so_has_whoever_got_in_when_there_came_more_places(course, kari):
    rows = [changes.sign_up(course=course, volunteer=each, by=kari) for each in some(kari, 3)]

    changes.put_right_course(course=course, places=3, by=kari)

    assert moved_up(course) == [rows[2]]


# --- putting right ------------------------------------------------------------------------------


def test_fewer_places_never_take_anybodys(course, kari):
    for each in some(kari, 3):
        changes.sign_up(course=course, volunteer=each, by=kari)

    with pytest.raises(ValidationError, match="2 har plass alt"):
        changes.put_right_course(course=course, places=1, by=kari)
    course.refresh_from_db()
    assert course.places == 2


def test_the_kind_stands_when_somebody_has_been_noted(kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.put_right_course(course=course, kind="refresher", by=kari)
    changes.put_right_course(course=course, kind="basic", by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "came"}, by=kari)

    with pytest.raises(ValidationError, match="Slaget kan ikke endres"):
        changes.put_right_course(course=course, kind="refresher", by=kari)


def test_sign_up_opens_on_its_day(course, kari, ingrid):
    changes.put_right_course(course=course, open_from=ahead(2), open_until=ahead(5), by=kari)
    with pytest.raises(ValidationError, match="påmeldingen er åpen"):
        changes.sign_up(course=course, volunteer=ingrid, by=kari)

    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        changes.sign_up(course=course, volunteer=ingrid, by=kari)


def test_it_opens_before_it_closes(course, kari):
    with pytest.raises(ValidationError, match="stenge før den åpner"):
        changes.put_right_course(course=course, open_from=ahead(5), open_until=ahead(2), by=kari)


def test_an_evening_that_is_moved_says_so_and_by_whom(course, kari, gro):
    one = course.evenings.first()
    changes.move_evening(evening=one, hours=2, by=kari)
    assert one.moved_on is None

    changes.move_evening(evening=one, place="Menighetshuset", by=gro)

    assert (one.moved_on, one.moved_by) == (timezone.localdate(), gro)


def test_a_refresher_with_an_evening_about_nothing_is_not_made_a_course_for_new_ones(kari):
    course = a_course(kari, kind="refresher")
    about_nothing = evening(course, kari, 3)

    with pytest.raises(ValidationError, match="har ingen temaer"):
        changes.put_right_course(course=course, kind="basic", by=kari)
    changes.call_off_evening(evening=about_nothing, by=kari)
    assert changes.put_right_course(course=course, kind="basic", by=kari).kind == "basic"


def test_the_same_evening_twice_is_one_evening(course, kari):
    evening(course, kari, 3, "help")

    with pytest.raises(ValidationError, match="alt en kveld som begynner da"):
        evening(course, kari, 3, "help")
    with pytest.raises(ValidationError, match="alt en kveld som begynner da"):
        changes.move_evening(evening=course.evenings.last(), day=ahead(3), by=kari)

    assert Evening.objects.filter(course=course, day=ahead(3)).count() == 1


def test_an_evening_of_a_course_for_new_ones_says_what_it_covers(course, kari):
    with pytest.raises(ValidationError, match="hva kvelden handler om"):
        evening(course, kari, 3)
    refresher = a_course(kari, kind="refresher")
    assert evening(refresher, kari, 3).topics == []


def test_an_invitation_never_wipes_a_sign_up_of_the_same_moment(
    course, kari, hers, solveig, ingrid
):
    def while_she_signs_up():
        changes.sign_up(course=course, volunteer=hers, by=solveig)
        yield from (hers, ingrid)

    assert changes.invite(course=course, invited=while_she_signs_up(), by=kari) == 1

    assert names(facts.queue_of(course).with_place) == [hers.pk]


def test_nobody_is_invited_who_was_found_not_suitable(course, kari, kaja, gro, ingrid):
    volunteers.note_interview(
        volunteer=ingrid, on=timezone.localdate(), first_interviewer=kaja, second_interviewer=gro,
        outcome="not_suitable", by=kari,
    )  # fmt: skip

    with pytest.raises(ValidationError, match="ikke er spurt fra før"):
        changes.invite(course=course, invited=[ingrid], by=kari)


def test_nobody_is_invited_to_what_they_cannot_sign_up_for(course, kari, ingrid):
    changes.call_off_course(course=course, by=kari)

    with pytest.raises(ValidationError, match="ikke avlyst"):
        changes.invite(course=course, invited=[ingrid], by=kari)


# --- who came -----------------------------------------------------------------------------------


def test_whoever_was_there_and_has_withdrawn_since_can_still_be_noted_and_corrected(kari):
    one, two, three = some(kari, 3)
    course = a_course(kari, first=0)
    first = course.evenings.first()
    with at(12):
        for each in (one, two, three):
            changes.sign_up(course=course, volunteer=each, by=kari)
    course.evenings.filter(pk=first.pk).update(begins=time(17, 30))
    first.refresh_from_db()
    with at(23):
        changes.withdraw(course=course, volunteer=one, by=kari)
        assert one in queries.expected_at(first)
        changes.note_attendance(evening=first, came={one: "came", two: "came"}, by=kari)
        changes.withdraw(course=course, volunteer=two, by=kari)

        changes.note_attendance(evening=first, came={two: "missed"}, by=kari)

    assert road.of(one).course_hours == 3
    assert road.of(two).course_hours is None


def test_whoever_withdrew_before_the_evening_is_on_no_list(course, kari, ingrid):
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.withdraw(course=course, volunteer=ingrid, by=kari)

    assert queries.expected_at(course.evenings.first()) == []


def test_an_evening_that_was_held_before_the_rest_was_called_off_is_noted(kari, ingrid):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    put(course, 0, -1)
    changes.call_off_course(course=course, by=kari)
    held, not_held = Evening.objects.filter(course=course)

    changes.note_attendance(evening=held, came={ingrid: "came"}, by=kari)

    assert road.of(ingrid).course_hours == 3
    assert (held.is_off, not_held.is_off) == (False, True)


def test_an_evening_of_the_day_the_rest_was_called_off_is_noted_if_it_had_begun(kari, ingrid):
    course = a_course(kari, first=0)
    tonight = evening(course, kari, 0, "centre", begins=time(18))
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    with at(12):
        changes.call_off_course(course=course, by=kari)
    this_morning = course.evenings.first()
    tonight.refresh_from_db()

    changes.note_attendance(evening=this_morning, came={ingrid: "came"}, by=kari)

    assert (this_morning.is_off, tonight.is_off, tonight.called_off_by) == (False, True, kari)
    assert road.of(ingrid).course_hours == 3


def test_nobody_has_come_to_an_evening_that_has_not_begun(kari, ingrid):
    course = a_course(kari, first=20)
    tonight = evening(course, kari, 0, "centre", begins=time(17, 30))
    with at(6):
        changes.sign_up(course=course, volunteer=ingrid, by=kari)
        with pytest.raises(ValidationError, match="Kvelden har begynt"):
            changes.note_attendance(evening=tonight, came={ingrid: "came"}, by=kari)
    with at(18):
        assert changes.note_attendance(evening=tonight, came={ingrid: "came"}, by=kari) == 1


def test_whoever_waited_when_it_began_was_not_there_though_she_has_a_place_now(kari):
    one, two, three, four = some(kari, 4)
    course = a_course(kari, first=20)
    tonight = evening(course, kari, 0, "centre", begins=time(17, 30))
    with at(12):
        for each in (one, two, three, four):
            changes.sign_up(course=course, volunteer=each, by=kari)
        assert queries.expected_at(tonight) == [one, two]
    with at(23):
        changes.withdraw(course=course, volunteer=one, by=kari)
        assert queries.expected_at(tonight) == [one, two]
        assert queries.expected_at(course.evenings.last()) == [two, three]
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        volunteers.note_leaving(volunteer=two, on=timezone.localdate(), by=kari)
        assert queries.expected_at(tonight) == [one, two]
        assert queries.expected_at(course.evenings.last()) == [three, four]


def test_whoever_signs_up_at_the_door_comes_last(kari):
    one, two, three = some(kari, 3)
    course = a_course(kari, first=20)
    tonight = evening(course, kari, 0, "centre", begins=time(17, 30))
    with at(12):
        changes.sign_up(course=course, volunteer=one, by=kari)
    with at(18):
        for each in (two, three):
            changes.sign_up(course=course, volunteer=each, by=kari)
        assert queries.expected_at(tonight) == [one, two]


def test_hours_struck_by_hand_are_not_struck_twice(kari, ingrid):
    course = a_course(kari, first=0)
    first = course.evenings.first()
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=first, came={ingrid: "came"}, by=kari)
    hours = first.attendances.get().hours
    volunteers.strike_course_hours(course_hours=hours, by=kari)

    changes.note_attendance(evening=first, came={ingrid: "missed"}, by=kari)
    changes.note_attendance(evening=first, came={ingrid: "came"}, by=kari)

    assert road.of(ingrid).course_hours == 3


def test_back_and_forth_never_counts_twice(kari, ingrid):
    course = a_course(kari, first=0)
    first = course.evenings.first()
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    for how in ("came", "told", "came", "came", "missed", "came"):
        changes.note_attendance(evening=first, came={ingrid: how}, by=kari)
        assert road.of(ingrid).course_hours == (3 if how == "came" else None)


# --- taking it again ----------------------------------------------------------------------------


def test_nobody_comes_as_a_guest_to_what_she_has_not_missed(course, hers, solveig):
    with pytest.raises(ValidationError, match="igjen å ta"):
        changes.make_up(evening=course.evenings.first(), volunteer=hers, by=solveig)


def test_a_guest_is_agreed_for_by_a_coordinator_and_called_off_again(kari, ingrid, nora):
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "told"}, by=kari)
    again = a_course(kari, first=9).evenings.first()
    with pytest.raises(PermissionDenied):
        changes.make_up(evening=again, volunteer=ingrid, by=nora)

    changes.make_up(evening=again, volunteer=ingrid, by=kari)
    assert queries.expected_at(again) == [ingrid]
    missing, left = facts.missed(ingrid), {"programme", "role"}
    (told,) = queries.to_take(ingrid, left, missing, (), timezone.localdate())
    assert (told.agreed, told.topics) == (True, ["programme", "role"])

    changes.call_off_make_up(evening=again, volunteer=ingrid, by=kari)
    assert queries.expected_at(again) == []
    with pytest.raises(ValidationError, match="ikke avtalt"):
        changes.call_off_make_up(evening=again, volunteer=ingrid, by=kari)


def a_guest(kari, ingrid, **more):
    """A course whose first evening Ingrid comes to for one that she was away from."""
    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "told"}, by=kari)
    other = a_course(kari, first=9, **more)
    changes.make_up(evening=other.evenings.first(), volunteer=ingrid, by=kari)
    return other


def test_whoever_signs_up_after_a_guest_does_not_take_her_place(kari, ingrid):
    course = a_guest(kari, ingrid, places=1)
    (one,) = some(kari, 1)

    row = changes.sign_up(course=course, volunteer=one, by=kari)

    assert row.was_full
    assert queries.expected_at(course.evenings.first()) == [ingrid]
    assert facts.queue_of(course).number_of(one.pk) == 1
    changes.put_right_course(course=course, places=2, by=kari)
    with pytest.raises(ValidationError, match="2 har plass alt"):
        changes.put_right_course(course=course, places=1, by=kari)

    changes.put_right_course(course=course, places=2, by=kari)
    changes.call_off_make_up(evening=course.evenings.first(), volunteer=ingrid, by=kari)
    assert queries.expected_at(course.evenings.first()) == [one]


def test_a_guest_evening_is_seen_and_called_off_when_nothing_is_left(
    kari, ingrid, signed_in, solveig
):
    ingrid = volunteers.link_account(volunteer=ingrid, person=solveig, by=kari)
    agreed = a_guest(kari, ingrid).evenings.first()
    heard = evening(a_course(kari, first=20), kari, 0, "programme", "role")
    changes.make_up(evening=heard, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=heard, came={ingrid: "came"}, by=kari)
    assert facts.missed(ingrid) == []

    phone = signed_in(solveig)
    desk = signed_in(kari).get(f"/a/kurs/ressursvenn/{ingrid.reference}/").content.decode()
    assert desk.count("Kommer ikke likevel") == 2  # today's evening is not over, and the one agreed
    assert phone.get("/v/kurs/").content.decode().count("Jeg kan ikke likevel") == 2

    phone.post(f"/v/kurs/kveld/{agreed.reference}/ta-igjen/", {"regret": "1"})
    assert queries.make_ups_of(ingrid) == {heard.pk}


def test_erasing_her_takes_all_of_it(kari, ingrid):
    from ressursvenn.training.models import Attendance, MakeUp, SignUp

    course = a_course(kari, first=0)
    changes.sign_up(course=course, volunteer=ingrid, by=kari)
    changes.note_attendance(evening=course.evenings.first(), came={ingrid: "missed"}, by=kari)
    changes.make_up(evening=a_course(kari, first=9).evenings.first(), volunteer=ingrid, by=kari)

    volunteers.take_back_application(volunteer=ingrid, by=kari)

    assert [model.objects.count() for model in (SignUp, Attendance, MakeUp)] == [0, 0, 0]
    assert course.evenings.count() == 2
