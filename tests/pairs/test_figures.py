"""Hours in meet-ups, as funders are told of them: of whole years, of many, counted once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.pairs import figures, hours
from ressursvenn.pairs.models import HoursOfYear, MeetUp, Pair
from ressursvenn.participants import changes as participants
from ressursvenn.protection import retention
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year - 1
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
EXACT = {"under_1h": 0.5, "1_2h": 1.5, "2_4h": 3, "over_4h": 5}


def a_volunteer(by: Any) -> Any:
    return volunteers.note_application(
        association=by.association, first_name="Solveig", last_name="Moen",
        applied_on=FIRST - timedelta(days=400), areas=[], languages=[], interests=[], times=[], by=by,
    )  # fmt: skip


def met(
    by: Any, second: Any, volunteer: Any, called: str, *lengths: str, first: date = FIRST
) -> Pair:
    """A pair that began before the year and ended as it did, and met as often, a day apart."""
    row = participants.refer(
        association=by.association, crisis_centre=None, called=called, area="no-oslo-oslo",
        languages=["no"], interests=[], times=[], waiting_since=first, consented_on=first, by=by,
    )  # fmt: skip
    began, ended = first - timedelta(days=30), date(first.year, 12, 31)
    steps = ("she_said_yes", "volunteer_said_yes", "introduction_planned", "introduced")
    pair = Pair.objects.create(
        association=by.association, participant=row, volunteer=volunteer, decided_on=began, decided_by=by,
        decision_reason="near", terms_name="x", approved_on=began, approved_by=second,
        ended_on=ended, ended_by=by, ending="as_planned",
        **{f"{step}_by": by for step in steps}, **{f"{step}_on": began for step in steps},
    )  # fmt: skip
    for number, length in enumerate(lengths):
        MeetUp.objects.create(
            pair=pair, day=first + timedelta(days=number), happened=True, length=length, logged_by=by,
            once=f"{pair.pk}-{number}",
        )  # fmt: skip
    return pair


@pytest.fixture
def a_year(people) -> list[Pair]:
    """Eleven women met in Oslo, of whom one alone a little; two in the next town."""
    kari, kaja, nora = (people[who] for who in ("kari", "kaja", "nora"))
    hers, theirs = a_volunteer(kari), a_volunteer(nora)
    made = [met(kari, kaja, hers, f"Fugl {number}", *["2_4h"] * 9) for number in range(10)]
    made.append(met(kari, kaja, hers, "Fugl 10", "1_2h"))
    return made + [met(nora, kaja, theirs, f"Fisk {n}", *["over_4h"] * 8) for n in range(2)]


def test_as_by_hand_and_where_two_are_left_the_place_is_held_back_with_them(a_year, oslo, nabo):
    exact = sum(EXACT[row.length] for row in MeetUp.objects.all())

    assert exact == 10 * 27 + 1.5 + 80
    assert figures.volunteer_hours(FIRST, LAST) == 350
    assert figures.volunteer_hours(FIRST, LAST, oslo) is None
    assert figures.volunteer_hours(FIRST, LAST, nabo) is None


def test_alone_a_place_of_ten_is_told(a_year, oslo, nabo):
    Pair.objects.filter(association=nabo).update(association=oslo)

    assert figures.volunteer_hours(FIRST, LAST, oslo) == 350
    assert list(HoursOfYear.objects.values_list("year", "told")) == [
        (YEAR, {"": 350, str(oslo.pk): 350})
    ]


def test_what_was_counted_once_is_told_so_again_whatever_is_erased_or_noted(a_year, people, oslo):
    """With the two of the next town gone, Oslo would be told, and the difference would be theirs."""
    told = [figures.volunteer_hours(FIRST, LAST, place) for place in (None, oslo)]
    (sort,) = (one for one in retention.sorts() if one.keep == "pair")
    for pair in a_year[-2:]:
        retention.erase(sort, pair.reference, by=people["kari"])
    MeetUp.objects.create(
        pair=a_year[0], day=LAST, happened=True, length="over_4h", logged_by=people["kari"], once="late"
    )  # fmt: skip

    assert hours._told_of(hours._met_in(YEAR)) != {"": 350}
    assert [figures.volunteer_hours(FIRST, LAST, place) for place in (None, oslo)] == told
    assert AuditEntry.objects.filter(did="pairs.hours_counted", by=None).count() == 1


def test_a_year_that_is_not_over_and_a_part_of_one_are_not_counted(people):
    today = timezone.localdate()
    kari, first = people["kari"], date(today.year, 1, 1)
    volunteer = a_volunteer(kari)
    for number in range(10):
        pair = met(kari, people["kaja"], volunteer, f"Fugl {number}", "over_4h", first=first)
        assert pair.meet_ups.count() == 1

    for days in (
        (first, date(today.year, 12, 31)), (first, today), (FIRST, LAST - timedelta(days=1)),
        (FIRST + timedelta(days=1), LAST), (date(YEAR - 1, 1, 1), LAST),
    ):  # fmt: skip
        assert figures.volunteer_hours(*days) is None
    assert not HoursOfYear.objects.exists()


def of(*women: float, begins: int = 0) -> dict[int, float]:
    """By participant."""
    return dict(enumerate(women, start=begins))


TEN = (30.0,) * 10


@pytest.mark.parametrize(
    ("met_in", "told"),
    [
        ({}, {}),
        ({1: of(*[60.0] * 9)}, {}),
        ({1: of(*TEN)}, {"": 300, "1": 300}),
        ({1: of(190.0, *[21.0] * 9)}, {}),  # more than half of it is one woman's
        ({1: of(*TEN), 2: of(*TEN, begins=50)}, {"": 600, "1": 300, "2": 300}),
        ({1: of(*TEN, 30), 2: of(*TEN, begins=50), 3: of(30, begins=90)}, {"": 650, "1": 350}),
        ({1: of(*TEN, 30), 2: of(*TEN, begins=50), 3: of(*[9.0] * 10, begins=80)},
         {"": 700, "1": 350, "2": 300, "3": 100}),
        # ten are left, one of them with nearly all: the smaller place goes with them
        ({1: of(*TEN, 30), 2: of(*TEN, begins=50), 3: of(200, *[1.0] * 9, begins=90)}, {"": 850, "1": 350}),
    ],
)  # fmt: skip
def test_which_places_are_told(met_in, told):
    assert hours._told_of(met_in) == told


def test_of_two_places_alike_the_same_is_held_back_however_they_are_read():
    places = {1: of(*TEN), 2: of(*TEN, begins=50), 3: of(30, begins=90)}
    turned = dict(reversed(places.items()))

    assert hours._told_of(places) == hours._told_of(turned) == {"": 650, "2": 300}
