"""What the rooms hand over about volunteers: counts of a period, of ours or of all, as by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ressursvenn.agreements import figures as agreements
from ressursvenn.pairs import figures as pairs
from ressursvenn.support import changes as support
from ressursvenn.support import figures as guidance
from ressursvenn.training import figures as training
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import figures
from tests.pairs.conftest import a_volunteer, days_ago

pytestmark = pytest.mark.django_db
FIRST, LAST = days_ago(520), timezone.localdate()


def test_the_road_of_those_who_applied(kari, kaja, nora, nabo):
    a_volunteer(kari, kaja)
    for applied, house in ((500, kari), (400, kari), (600, kari), (300, nora)):
        volunteers.note_application(
            association=house.association, first_name="A", last_name="B", applied_on=days_ago(applied),
            areas=[], languages=[], interests=[], times=[], by=house,
        )  # fmt: skip

    hers = figures.road(FIRST, LAST, kari.association)
    assert list(hers) == list(figures.STATIONS)
    assert hers["applied"] == 3
    assert figures.road(FIRST, LAST)["applied"] == 4
    assert figures.road(days_ago(310), LAST, kari.association)["applied"] == 0
    assert sorted(hers.values(), reverse=True) == list(hers.values())


def test_what_happened_in_a_period(kari, kaja, nabo):
    row = a_volunteer(kari, kaja)

    told = figures.between(FIRST, LAST, kari.association)
    assert told == {"applied": 1, "interviewed": 1, "approved": 1, "left": 0, "at_end": 1}
    assert figures.course_hours(FIRST, LAST) == 12.0
    assert set(figures.between(FIRST, LAST, nabo).values()) == {0}

    row.left_on, row.left_by = LAST, kari
    row.save()
    told = figures.between(FIRST, LAST, kari.association)
    assert (told["left"], told["at_end"]) == (1, 0)


def test_a_gathering_with_participants_is_counted_and_not_who_came(kari):
    day = days_ago(3)
    for for_whom, came in (("volunteers", 9), ("pairs", 11)):
        row = support.set_gathering(
            association=kari.association, on=day, for_whom=for_whom, by=kari
        )
        support.note_how_many_came(gathering=row, came=came, by=kari)

    told = guidance.between(day, LAST, kari.association)
    assert (told["gatherings"], told["came_to_gatherings"]) == (2, 9)
    assert guidance.between(day + timedelta(days=1), LAST)["gatherings"] == 0


def test_nothing_is_nothing_everywhere(houses, oslo):
    period = (date(2020, 1, 1), date(2020, 12, 31))

    for count in (training.between, guidance.between, agreements.between, figures.between):
        assert set(count(*period).values()) == set(count(*period, oslo).values()) == {0}
    assert pairs.volunteer_hours(*period) is None
