"""Who has applied by herself in the made-up world: one answered, two waiting, one pasted, one held back."""

from __future__ import annotations

from typing import Any

from ressursvenn.arrivals import changes
from ressursvenn.volunteers import changes as volunteers

TOLD = (
    "Jeg er pensjonert lærer og har god tid på dagtid.",
    "Jeg har vært flyktningguide i to år, og vil gjerne gjøre noe liknende igjen.",
    "",
)


def lay_out(world: Any) -> None:
    """In Oslo: something past, something that waits, something to decide."""
    answered, *_ = [_applies(world, number, days) for number, days in enumerate((9, 5, 1))]
    volunteers.note_answer(volunteer=answered, on=world.ago(7), by=world.leader("oslo"))
    _pasted(world)
    for _ in range(4):  # the fourth from one number that day is held back
        _applies(world, 9, 0)


def _applies(world: Any, number: int, days: int) -> Any:
    draw = world.draw
    first, last = draw.name()
    return changes.receive(
        association=world.houses["oslo"],
        consent="2026-11",
        told=TOLD[number % len(TOLD)],
        applied_on=world.ago(days),
        first_name=first,
        last_name=last,
        phone=f"900 01 {number:03}",
        email=f"soker{number}@example.org",
        birth_year=world.today.year - 30 - number,
        areas=[draw.area("oslo")],
        languages=draw.languages(norwegian=1),
        interests=draw.interests(),
        times=draw.times(),
    ).volunteer


def _pasted(world: Any) -> None:
    """A notification from frivillig.no, the day before yesterday."""
    first, last = world.draw.name()
    changes.note_pasted(
        association=world.houses["oslo"],
        first_name=first,
        last_name=last,
        phone="900 01 020",
        email="fra.frivillig@example.org",
        applied_on=world.ago(2),
        told="Jeg så annonsen på frivillig.no.",
        by=world.leader("oslo"),
    )
