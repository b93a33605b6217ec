"""Courses of the made-up world: one over, one under way, some to come, with people invited and waiting."""

from __future__ import annotations

from datetime import time
from typing import Any

from ressursvenn.training import changes
from ressursvenn.volunteers import facts
from ressursvenn.volunteers import queries as volunteers

PLACE = "Deichman Bjørvika, rom 12"
EVENINGS = (
    ("programme", "role"),
    ("violence", "trauma"),
    ("centre", "help"),
    ("confidentiality", "boundaries", "endings"),
)


def lay_out(world: Any) -> None:
    """In Oslo alone: the other associations are as empty as they are in life."""
    by = world.leader("oslo")
    lacking, done = _people(by)
    _over(world, by, done[:4])
    _under_way(world, by, lacking[:4])
    _to_come(world, by, lacking[4:])
    _refresher(world, by, done)


def _people(by: Any) -> tuple[list[Any], list[Any]]:
    """Those who lack hours and may yet get them; and those who have them. The cast stands first."""
    rows = volunteers.visible_to(by).filter(left_on=None).order_by("pk")
    known = [(row, facts.read_off(row)) for row in facts.with_road(rows)]
    lacking = [row for row, road in known if (road.course_hours or 0) < 12]
    return lacking, [row for row, road in known if (road.course_hours or 0) >= 12]


def _course(world: Any, by: Any, title: str, places: int, **more: Any) -> Any:
    return changes.lay_out_course(
        association=world.houses["oslo"], title=title, places=places, by=by, **more
    )


def _evening(world: Any, by: Any, course: Any, days: int, *topics: str) -> Any:
    """`days` from today; before today when it is less than nothing."""
    return changes.put_in_evening(
        course=course, day=world.ago(-days), begins=time(17, 30), ends=time(20, 30), hours=3,
        place=PLACE, topics=topics, by=by,
    )  # fmt: skip


def _sign_up(course: Any, people: list[Any], by: Any) -> None:
    for one in people:
        changes.sign_up(course=course, volunteer=one, by=by)


def _over(world: Any, by: Any, people: list[Any]) -> None:
    """A refresher three weeks ago, so that nobody's hours are told twice. Signed up before it was held."""
    course = _course(world, by, "Påfyll: å avslutte godt", 20, kind="refresher")
    evening = _evening(world, by, course, 1, "endings")
    _sign_up(course, people, by)
    evening.day = world.ago(21)
    evening.save(update_fields=["day"])
    came = dict(zip(people, ("came", "came", "told", "missed"), strict=False))
    changes.note_attendance(evening=evening, came=came, by=by)


def _under_way(world: Any, by: Any, people: list[Any]) -> None:
    """One evening noted, one that nobody has noted yet, one tomorrow, and one after that."""
    course = _course(world, by, "Kurs for nye, høsten", 12, bring="noe å skrive med")
    third = _evening(world, by, course, 1, *EVENINGS[2])
    _evening(world, by, course, 8, *EVENINGS[3])
    _sign_up(course, people, by)
    first = _evening(world, by, course, -13, *EVENINGS[0])
    _evening(world, by, course, -6, *EVENINGS[1])
    came = dict(zip(people, ("came", "came", "missed", "told"), strict=False))
    changes.note_attendance(evening=first, came=came, by=by)
    changes.move_evening(evening=third, place="Deichman Bjørvika, rom 7", by=by)
    changes.offer_material(
        course=course, title="Om vold i nære relasjoner", link="https://dinutvei.no", by=by
    )


def _to_come(world: Any, by: Any, people: list[Any]) -> None:
    """Two places, and more who want to come: the line is seen. Some are asked and have not answered."""
    course = _course(world, by, "Kurs for nye, våren", 2, bring="noe å skrive med")
    for number, topics in enumerate(EVENINGS):
        _evening(world, by, course, 40 + 7 * number, *topics)
    _sign_up(course, people[:3], by)
    if people[3:]:
        changes.invite(course=course, invited=people[3:6], by=by)


def _refresher(world: Any, by: Any, people: list[Any]) -> None:
    """Solveig waited and has got a place; Sunniva is invited."""
    solveig, sunniva, *others = people
    course = _course(world, by, "Påfyll: når det blir tungt", 2, kind="refresher")
    _evening(world, by, course, 12, "boundaries", "help")
    _sign_up(course, [*others[:2], solveig], by)
    changes.withdraw(course=course, volunteer=others[0], by=by)
    changes.invite(course=course, invited=[sunniva, others[2]], by=by)
