"""Courses of the made-up world: one that is over, one under way, one to come with a line of people waiting."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from ressursvenn.training import changes
from ressursvenn.volunteers import facts
from ressursvenn.volunteers import queries as volunteers

PLACE = "Deichman Bjørvika, rom 12"
EVENINGS = (
    ("programme", "role"),
    ("violence", "trauma"),
    ("centre", "help"),
    ("confidentiality", "boundaries"),
)


def lay_out(world: Any) -> None:
    """In Oslo alone: the other associations are as empty as they are in life."""
    by = world.leader("oslo")
    lacking, done = _people(by, world)
    _over(world, by, done[:4])
    _under_way(world, by, lacking[:3])
    _to_come(world, by, lacking[3:])


def _people(by: Any, world: Any) -> tuple[list[Any], list[Any]]:
    """Those who lack hours and may yet get them; and those who have them."""
    rows = volunteers.visible_to(by).filter(left_on=None).order_by("pk")
    known = [(row, facts.read_off(row)) for row in facts.with_road(rows)]
    lacking = [row for row, road in known if (road.course_hours or 0) < 12]
    return lacking, [row for row, road in known if (road.course_hours or 0) >= 12]


def _course(world: Any, by: Any, title: str, first: int, places: int, **more: Any) -> Any:
    """Four evenings a week apart; `first` is how many days from today the first one is."""
    course = changes.lay_out_course(
        association=world.houses["oslo"],
        title=title,
        places=places,
        by=by,
        bring="noe å skrive med",
        **more,
    )
    for number, topics in enumerate(EVENINGS):
        changes.put_in_evening(
            course=course, day=_day(world, first + 7 * number), begins=time(17, 30), ends=time(20, 30),
            hours=3, place=PLACE, topics=topics, by=by,
        )  # fmt: skip
    return course


def _day(world: Any, days: int) -> date:
    return world.ago(-days)


def _over(world: Any, by: Any, people: list[Any]) -> None:
    """Held before any of this was noted here: only a refresher, so that nobody's hours are told twice."""
    course = changes.lay_out_course(
        association=world.houses["oslo"],
        title="Påfyll: å avslutte godt",
        kind="refresher",
        places=20,
        by=by,
    )
    evening = changes.put_in_evening(
        course=course, day=world.today, begins=time(18), ends=time(20), hours=2, place=PLACE,
        topics=["endings"], by=by,
    )  # fmt: skip
    for one in people:
        changes.sign_up(course=course, volunteer=one, by=by)
    came = dict(zip(people, ("came", "came", "told", "missed"), strict=False))
    changes.note_attendance(evening=evening, came=came, by=by)


def _under_way(world: Any, by: Any, people: list[Any]) -> None:
    """Begins today: the list can be printed, and it can be noted who came."""
    course = _course(world, by, "Kurs for nye, høsten", 0, 12)
    for one in people:
        changes.sign_up(course=course, volunteer=one, by=by)
    changes.offer_material(
        course=course, title="Om vold i nære relasjoner", address="https://dinutvei.no", by=by
    )


def _to_come(world: Any, by: Any, people: list[Any]) -> None:
    """Two places, and more who want to come: the line is seen."""
    course = _course(world, by, "Kurs for nye, våren", 40, 2)
    for one in people[:3]:
        changes.sign_up(course=course, volunteer=one, by=by)
    if people[3:]:
        changes.invite(course=course, invited=people[3:6], by=by)
