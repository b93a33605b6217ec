"""Every figure for a funder against an independent recount: row by row, in plain Python, in each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from ressursvenn.agenda import changes as agenda
from ressursvenn.agenda.models import Addressee, Demand, Happening
from ressursvenn.agenda.words import ANSWER, PROMISE
from ressursvenn.alliance import changes as alliance
from ressursvenn.alliance.models import CampaignAction, HandOut, Mention, Order, Report, ShownAction
from ressursvenn.alliance.words import NAMES_SOMEBODY
from ressursvenn.grants import counting
from ressursvenn.pairs.models import MeetUp
from ressursvenn.stands.models import Stand
from ressursvenn.support.models import Evening as Guidance
from ressursvenn.support.models import Gathering, Group
from ressursvenn.training import words as training
from ressursvenn.training.models import Attendance, Course, Evening
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Approval, CourseHours, Volunteer
from tests.agenda.conftest import eivor, public  # noqa: F401 - a fixture
from tests.alliance.conftest import eva, shown  # noqa: F401 - a fixture
from tests.alliance.test_afterwards import told
from tests.alliance.test_buttons import given
from tests.pairs.test_figures import EXACT, met

from .conftest import FIRST, LAST

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
DAYS = (
    FIRST - DAY,
    FIRST,
    date(2026, 6, 1),
    LAST,
    LAST + DAY,
)  # one before, three within, one after


@pytest.fixture
def volunteers_of(people) -> None:
    """Here and next door: one approved and one who applied on each day; then what may not be counted."""
    for by in (people["kari"], people["nora"]):
        rows = [applied(by, day) for day in DAYS]
        for row, day in zip(rows, DAYS, strict=True):
            approved(row, day, by, people["kaja"])
            for hours in (2, 1.5):
                CourseHours.objects.create(volunteer=row, held_on=day, hours=hours, noted_by=by)
        Volunteer.objects.filter(pk=rows[1].pk).update(left_on=LAST, left_by=by)
        Volunteer.objects.filter(pk=rows[2].pk).update(left_on=LAST + DAY, left_by=by)
        Approval.objects.filter(volunteer=rows[3]).update(withdrawn_on=LAST, withdrawn_by=by)
        CourseHours.objects.filter(volunteer=rows[3]).update(struck_on=LAST, struck_by=by)
        Volunteer.objects.filter(pk=applied(by, FIRST).pk).update(
            held=True, by_herself=True, applied_by=None
        )


def applied(by: Any, day: date) -> Volunteer:
    return volunteers.note_application(
        association=by.association, first_name="Solveig", last_name="Moen", applied_on=day, areas=[],
        languages=[], interests=[], times=[], by=by,
    )  # fmt: skip


def approved(row: Volunteer, day: date, by: Any, other: Any) -> None:
    Approval.objects.create(volunteer=row, asked_by=by, approved_on=day, approved_by=other)


@pytest.fixture
def courses(people, volunteers_of) -> None:
    for by in (people["kari"], people["nora"]):
        hers, second = Volunteer.objects.filter(association=by.association)[:2]
        course(by, (FIRST, LAST), (hers, second))
        course(by, (FIRST - DAY, LAST + DAY), (second,))
        off = course(by, (LAST,), (second,))
        Evening.objects.filter(course=off).update(called_off_on=FIRST, called_off_by=by)
    Attendance.objects.filter(volunteer=second).update(how=training.MISSED)


def course(by: Any, days: Iterable[date], came: Iterable[Volunteer]) -> Course:
    row = Course.objects.create(
        association=by.association, title="Kurs", laid_out_on=FIRST, laid_out_by=by
    )
    for day in days:
        evening = Evening.objects.create(course=row, day=day, hours=3, place="Her")
        for one in came:
            Attendance.objects.create(
                evening=evening, volunteer=one, how="came", noted_on=day, noted_by=by
            )
    return row


@pytest.fixture
def supported(people) -> None:
    for by in (people["kari"], people["nora"]):
        group = Group.objects.create(
            association=by.association, name="Gruppe", leader=by, led_since=FIRST, laid_out_on=FIRST,
            laid_out_by=by,
        )  # fmt: skip
        for number, day in enumerate(DAYS, start=1):
            Guidance.objects.create(group=group, held_on=day, noted_by=by)
            for for_whom in ("volunteers", "pairs"):
                Gathering.objects.create(
                    association=by.association, held_on=day, for_whom=for_whom, noted_by=by, came=10 * number,
                    counted_on=day, counted_by=by,
                )  # fmt: skip
        off = {"called_off_on": FIRST, "called_off_by": by}
        Guidance.objects.filter(group=group, held_on=LAST).update(**off)
        Gathering.objects.filter(held_on=LAST, association=by.association).update(
            came=None, counted_on=None, counted_by=None, **off
        )


@pytest.fixture
def campaigned(ella, eva, oslo) -> None:  # noqa: F811 - a fixture
    for number, day in enumerate(DAYS, start=1):
        action = shown(ella, eva, day=day)
        told(action, ella, came=10 * number, buttons=None)
        alliance.show_report(action=action, read=1, by=eva)
        given(ella, number, eva, day=day, who=oslo.name)
        given(ella, 100 * number, eva, day=day)
        given(ella, 7, day=day, who=oslo.name)  # nobody else has confirmed it
        alliance.note_mention(
            medium="Posten", kind="paper", headline=f"Knapper {number}", day=day, by=ella
        )
        Order.objects.create(
            kind="school", who="Solbakken skole", county="Østfold", number=9, day=day, sent_on=day,
            sent_by=ella, sent_number=number,
        )  # fmt: skip
    alliance.call_off(action=shown(ella, eva, day=LAST), by=ella)
    told(shown(ella, eva, day=LAST), ella, came=5, buttons=None)  # waits for another to read it
    Mention.objects.filter(day=LAST).update(
        struck_on=LAST, struck_by=ella, why_struck=NAMES_SOMEBODY
    )


@pytest.fixture
def said(ella, eivor) -> None:  # noqa: F811 - a fixture
    for number, day in enumerate(DAYS):
        taken = {
            "received_day": day,
            "confirmed_day": day,
            "kind": "person",
            "name": f"Runa {number}",
        }
        Stand.objects.create(**taken, passed_on=day, passed_by=ella)
        Stand.objects.create(**taken)  # nobody has read it
    storting: Addressee = agenda.name_addressee(kind="storting", name="Komiteen", by=ella)
    for day in DAYS:
        demand = public(ella, eivor, storting, raised_day=day)
        demand.texts.update(confirmed_on=day)
        told_of = {
            "demand": demand,
            "day": day,
            "addressee": storting,
            "says": "Noe",
            "source": "Referat",
        }
        noted = {"noted_on": day, "noted_by": ella}
        confirmed = {"confirmed_on": day, "confirmed_by": eivor}
        for kind, more in ((PROMISE, confirmed), (ANSWER, confirmed), (PROMISE, {})):
            Happening.objects.create(kind=kind, **told_of, **noted, **more)


@pytest.fixture
def paired(people) -> None:
    """Ten here and ten next door, so that both places may be told."""
    for by, length in ((people["kari"], "over_4h"), (people["nora"], "2_4h")):
        volunteer = applied(by, FIRST)
        for number in range(10):
            met(by, people["kaja"], volunteer, f"Fugl {number}", *[length] * 4, first=FIRST)


ROWS = {  # by the room that a figure is read in: the fixtures that lay out its rows
    "volunteers": ["volunteers_of"], "training": ["courses"], "hours": ["volunteers_of", "paired"],
    "support": ["supported"], "alliance": ["campaigned"], "buttons": ["campaigned"], "stands": ["said"],
    "agenda": ["said"],
}  # fmt: skip


House = Any


def within(day: date | None) -> bool:
    return day is not None and FIRST <= day <= LAST


def here(house: House, row: Any) -> bool:
    return house is None or row.association_id == house.pk


def volunteers_counted(house: House) -> list[Volunteer]:
    return [row for row in Volunteer.objects.all() if here(house, row) and not row.held]


def approvals(house: House) -> list[Approval]:
    hers = {row.pk for row in volunteers_counted(house)}
    rows = Approval.objects.select_related("volunteer")
    return [row for row in rows if row.volunteer_id in hers and not row.withdrawn_on]


def volunteers_at_end(house: House) -> int:
    return sum(
        row.approved_on <= LAST and not (row.volunteer.left_on and row.volunteer.left_on <= LAST)
        for row in approvals(house)
    )


def course_hours(house: House) -> float:
    hers = {row.pk for row in volunteers_counted(house)}
    return sum(
        float(row.hours)
        for row in CourseHours.objects.all()
        if row.volunteer_id in hers and within(row.held_on) and not row.struck_on
    )


def evenings(house: House) -> list[Evening]:
    rows = Evening.objects.select_related("course")
    return [
        row for row in rows if within(row.day) and not row.called_off_on and here(house, row.course)
    ]


def course_people(house: House) -> int:
    held = {row.pk for row in evenings(house)}
    return len(
        {
            row.volunteer_id
            for row in Attendance.objects.all()
            if row.evening_id in held and row.how == "came"
        }
    )


def guidance(house: House) -> int:
    rows = Guidance.objects.select_related("group")
    return sum(
        within(row.held_on) and not row.called_off_on and here(house, row.group) for row in rows
    )


def gatherings(house: House) -> list[Gathering]:
    rows = Gathering.objects.all()
    return [
        row for row in rows if within(row.held_on) and not row.called_off_on and here(house, row)
    ]


def hours_met(house: House) -> int:
    """To the nearest fifty; there are ten women in each place, alike."""
    rows = MeetUp.objects.select_related("pair")
    exact = sum(
        EXACT[row.length]
        for row in rows
        if row.happened and within(row.day) and here(house, row.pair)
    )
    return round(exact / 50) * 50


def actions(house: House) -> list[CampaignAction]:
    rows = ShownAction.objects.select_related("action")
    return [row.action for row in rows if within(row.day) and not row.action.called_off_on]


def action_people(house: House) -> int:
    held = {row.pk for row in actions(house)}
    return sum(
        row.came or 0 for row in Report.objects.all() if row.action_id in held and row.shown_on
    )


def buttons(house: House) -> int:
    rows = HandOut.objects.all()
    return sum(
        row.number
        for row in rows
        if within(row.day)
        and row.confirmed_on
        and not row.struck_on
        and (house is None or row.who == house.name)
    )


def stands(house: House) -> int:
    rows = Stand.objects.all()
    return sum(
        within(row.confirmed_day) and bool(row.passed_on) and not row.put_aside_on for row in rows
    )


def promises(house: House) -> int:
    rows = Happening.objects.all()
    return sum(
        row.kind == PROMISE and within(row.day) and within(row.confirmed_on) and not row.struck_on
        for row in rows
    )


RECOUNTS: dict[str, Callable[[House], float]] = {
    "volunteers": volunteers_at_end,
    "approved": lambda house: sum(within(row.approved_on) for row in approvals(house)),
    "applied": lambda house: sum(within(row.applied_on) for row in volunteers_counted(house)),
    "courses": lambda house: len({row.course_id for row in evenings(house)}),
    "course_people": course_people,
    "course_hours": course_hours,
    "hours_met": hours_met,
    "guidance": guidance,
    "gatherings": lambda house: len(gatherings(house)),
    "gathering_people": lambda house: sum(
        row.came for row in gatherings(house) if row.for_whom == "volunteers"
    ),
    "actions": lambda house: len(actions(house)),
    "action_people": action_people,
    "media": lambda house: sum(
        within(row.day) and not row.struck_on for row in Mention.objects.all()
    ),
    "buttons_sent": lambda house: sum(
        row.sent_number for row in Order.objects.all() if within(row.sent_on)
    ),
    "buttons": buttons,
    "stands": stands,
    "demands": lambda house: sum(within(row.raised_day) for row in Demand.objects.all()),
    "promises": promises,
}


def test_every_figure_has_a_recount():
    assert set(RECOUNTS) == set(counting.FIGURES)
    assert set(ROWS) == set(counting.READERS)


@pytest.mark.parametrize("room", ROWS)
def test_figures_are_those_of_a_recount_of_the_rows(request, room, oslo, nabo):
    for rows in ROWS[room]:
        request.getfixturevalue(rows)
    for house in (None, oslo, nabo):
        codes = [code for code, one in counting.may_be_counted(house).items() if one.read == room]
        recounted = {code: RECOUNTS[code](house) for code in codes}

        assert counting.counted(codes, FIRST, LAST, house) == recounted
        assert all(recounted.values()) or house == nabo, "each of them is of something"
