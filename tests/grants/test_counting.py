"""What counts towards a grant: an independent recount, in its place and days, and never twice."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.grants import changes, counting, facts, participants_told, queries
from ressursvenn.support.models import Gathering
from ressursvenn.training.models import Course, Evening

from .conftest import FIRST, LAST, SHARES, applied, awarded, call

pytestmark = pytest.mark.django_db


def course(by, house, *days):
    row = Course.objects.create(association=house, title="Kurs", laid_out_on=FIRST, laid_out_by=by)
    for day in days:
        Evening.objects.create(course=row, day=day, hours=3, place="Her")


def recount(house=None):
    """By hand: every course with an evening in the year that was held, and every gathering."""
    courses = {
        row.course_id
        for row in Evening.objects.select_related("course")
        if FIRST <= row.day <= LAST
        and not row.called_off_on
        and house in (None, row.course.association)
    }
    gatherings = [
        row
        for row in Gathering.objects.all()
        if FIRST <= row.held_on <= LAST
        and not row.called_off_on
        and house in (None, row.association)
    ]
    return {"courses": len(courses), "gatherings": len(gatherings)}


def test_figures_are_those_of_a_recount_of_the_rows(kari, nora, oslo, nabo):
    course(kari, oslo, FIRST, LAST)
    course(kari, oslo, date(2025, 12, 31))
    course(nora, nabo, date(2026, 6, 1))
    Evening.objects.filter(day=date(2026, 6, 1)).update(called_off_on=FIRST, called_off_by=nora)
    course(nora, nabo, date(2026, 7, 1))
    for house, day in ((oslo, LAST), (nabo, date(2027, 1, 1)), (nabo, FIRST)):
        Gathering.objects.create(
            association=house, held_on=day, for_whom="volunteers", noted_by=kari
        )

    for house in (None, oslo, nabo):
        assert counting.counted(["gatherings", "courses"], FIRST, LAST, house) == recount(house)
    assert recount() == {"courses": 2, "gatherings": 2}


def test_hours_in_meet_ups_are_told_for_whole_years_and_not_of_a_few(monkeypatch, oslo):
    many = {"at_end": counting.FEW, "approved": 0, "applied": 0}
    monkeypatch.setattr(counting.volunteers, "between", lambda *days: many)
    monkeypatch.setattr(counting.pairs, "volunteer_hours", lambda *days: 40)

    def hours(first, last):
        return counting.counted(["hours_met"], first, last, oslo)["hours_met"]

    assert hours(FIRST, LAST) == 40
    assert hours(FIRST, date(2026, 12, 30)) is None
    assert hours(date(2026, 1, 2), LAST) is None
    many["at_end"] = counting.FEW - 1
    assert hours(FIRST, LAST) is None


def test_a_place_has_no_figure_of_what_the_country_does(oslo):
    assert "actions" in counting.may_be_counted(None)
    assert "actions" not in counting.may_be_counted(oslo)
    assert {"courses", "volunteers", "buttons", "gatherings"} <= set(counting.may_be_counted(oslo))


def test_the_same_activity_does_not_count_for_two_funders(toril, oslo, nabo):
    round_ = call(toril)
    applied(toril, oslo, call=round_)

    with pytest.raises(ValidationError) as refused:
        applied(toril, oslo, call=round_, title="Et annet")
    assert [error.code for error in refused.value.error_list] == ["GRA-07"]
    with pytest.raises(ValidationError):
        applied(toril, None, call=round_)  # the whole country holds Oslo
    applied(toril, nabo, call=round_)
    applied(toril, oslo, call=round_, first_day=date(2027, 1, 1), last_day=date(2027, 12, 31))


def test_it_does_when_both_letters_say_that_it_may(toril):
    first = awarded(toril, letter=SHARES)
    second = changes.begin_application(
        call=first.call,
        title="Et annet",
        association=None,
        first_day=FIRST,
        last_day=LAST,
        by=toril,
    )
    assert facts.of_count(second, "courses").others == [True]
    with pytest.raises(ValidationError):
        changes.let_count(grant=second, figure="courses", by=toril)


def test_what_an_indicator_is_measured_with_stays(toril):
    grant = applied(toril)
    (row,) = queries.counted_rows(grant)

    with pytest.raises(ValidationError, match="indikatoren først"):
        changes.take_out(row=queries.part_called("aktivitet", row.reference), by=toril)


def test_a_goal_of_one_measure_is_not_seen_by_a_figure_of_the_other(toril):
    grant = applied(toril)
    hers = grant.goals.get(part="ressursvenn")
    with pytest.raises(ValidationError) as refused:
        changes.set_indicator(goal=hers, says="Knapper", figure="buttons", target=1, by=toril)
    assert "figure" in refused.value.error_dict


RELEASE = {
    "year": 2025, "limit": 5,
    "tables": [
        {
            "title": "Ved utgangen av året", "about": "Alle",
            "classes": [{"word": "venter", "count": None}, {"word": "aktive", "count": 31}], "total": 38,
        }
    ],
}  # fmt: skip


def test_of_participants_only_the_release_is_told_and_of_a_place_nothing(monkeypatch):
    monkeypatch.setattr(participants_told, "reporting", SimpleNamespace(latest=lambda: RELEASE))
    country, place = (participants_told.told(of_the_country=yes) for yes in (True, False))

    assert country["tables"][0]["rows"] == [["venter", None], ["aktive", 31]]
    assert place == {"of_the_country": False, "year": 2025, "limit": None, "tables": []}


def test_without_a_release_there_is_no_number(monkeypatch):
    monkeypatch.setattr(participants_told, "reporting", SimpleNamespace(latest=lambda: None))

    assert participants_told.told(of_the_country=True)["tables"] == []


@pytest.mark.parametrize("says", ["Koblinger i Moss", "deltakere", "Kvinner som får hjelp"])
def test_participants_are_not_counted_by_hand_either(toril, says):
    grant = applied(toril)
    with pytest.raises(ValidationError, match="ikke for hånd"):
        changes.set_indicator(goal=grant.goals.first(), says=says, figure="", target=5, by=toril)
