"""What the house counts for a funder: each figure with its version, where it is read, and the code that counts.

Of participants there is no figure here. What is counted is what volunteers, associations and the alliance do,
in the grant's own place and days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ressursvenn.accounts.models import Association
from ressursvenn.agenda import figures as agenda
from ressursvenn.alliance import figures as alliance
from ressursvenn.pairs import figures as pairs
from ressursvenn.shapes import printed
from ressursvenn.stands import figures as stands
from ressursvenn.support import figures as support
from ressursvenn.training import figures as training
from ressursvenn.volunteers import figures as volunteers

from . import words
from .meanings import MEANINGS, POPULATIONS, in_language

SINCE = 2025
SOURCE = "egen registrering, for rapporter til tilskuddsgivere; ingen utenfor har bekreftet ordene"
Value = float | int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One thing that is counted. `read` is the room it is read in; `local` says whether a place has its own.

    `print` is of words and code: when it no longer fits, the figure has changed, and is a new version.
    """

    code: str
    part: str
    read: str
    print: str
    version: int = 1
    local: bool = True

    def word(self, language: str) -> str:
        return in_language(MEANINGS[self.code].word, language)

    def definition(self, language: str) -> str:
        return in_language(MEANINGS[self.code].says, language)

    def population(self, language: str) -> str:
        return in_language(POPULATIONS[self.read], language)

    def missing(self, language: str) -> str:
        return in_language(MEANINGS[self.code].missing, language)

    @property
    def nb(self) -> str:
        """Its word on our own pages."""
        return self.word(words.BOKMAAL)

    @property
    def meant(self) -> list[str]:
        """What it counts, of whom, and what is not in it, on our own pages."""
        told = (self.definition, self.population, self.missing)
        return [each(words.BOKMAAL) for each in told]

    @property
    def named(self) -> str:
        return f"{self.code}-{self.version}"

    @property
    def print_now(self) -> str:
        return printed.print_of(self.counted_by, *self.meant[:2])

    @property
    def counted_by(self) -> printed.Functions:
        return (READERS[self.read], *COUNTED_BY[self.read])


def defined(one: Figure) -> dict[str, Any]:
    """As the page of definitions has it."""
    says, population, missing = one.meant
    return {
        "code": one.code, "version": one.version, "since": SINCE, "word": one.nb, "says": says,
        "population": population, "missing": missing, "source": SOURCE, "counted_by": one.counted_by,
        "print": one.print,
    }  # fmt: skip


def _of(part: str, read: str, local: bool, **prints: str) -> dict[str, Figure]:
    return {
        code: Figure(
            code=code, part=part, read=read, print=each, local=local, version=CHANGED.get(code, 1)
        )
        for code, each in prints.items()
    }


CHANGED = {"hours_met": 2}  # since they were first told: to the nearest fifty, and of many
R, K = words.RESSURSVENN, words.ROD_KNAPP
FIGURES: dict[str, Figure] = {
    **_of(R, "volunteers", True,
        volunteers="c55fac3e4941fa5c",
        approved="4076e495424b6f4e",
        applied="dfd10236a6eb94e0"),
    **_of(R, "training", True,
        courses="541367ab98a5d274",
        course_people="ee173012eb5240d9"),
    **_of(R, "hours", True,
        course_hours="db9368b1416e920c",
        hours_met="916b399d24163c0b"),
    **_of(R, "support", True,
        guidance="5cfc9b8dde8fa749",
        gatherings="369bc1550f91d0b8",
        gathering_people="0fd0c8029859b267"),
    **_of(K, "alliance", False,
        actions="b423c629ad029f5f",
        action_people="d033fbc91634294a",
        media="5ddf1179296c9a04",
        buttons_sent="7db80db82831f6ed"),
    **_of(K, "buttons", True,
        buttons="77222c8c1080ad0b"),
    **_of(K, "stands", False,
        stands="442ee98fcaeef533"),
    **_of(K, "agenda", False,
        demands="fa8326100e4ee1d0",
        promises="1b806077e8830099"),
}  # fmt: skip


def may_be_counted(association: Association | None) -> dict[str, Figure]:
    """Those that this place has a figure of its own for."""
    return {code: one for code, one in FIGURES.items() if association is None or one.local}


def counted(
    codes: Iterable[str], first: date, last: date, association: Association | None
) -> dict[str, Value]:
    """By code, in the order of the table; None where it may not be told."""
    wanted = [one for one in FIGURES.values() if one.code in set(codes)]
    read = {room: READERS[room](first, last, association) for room in {one.read for one in wanted}}
    return {one.code: read[one.read][one.code] for one in wanted}


def _volunteers(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = volunteers.between(first, last, association)
    return {
        "volunteers": found["at_end"],
        "approved": found["approved"],
        "applied": found["applied"],
    }


def _training(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = training.between(first, last, association)
    return {"courses": found["courses"], "course_people": found["people"]}


def _hours(first: date, last: date, association: Association | None) -> dict[str, Value]:
    return {
        "course_hours": volunteers.course_hours(first, last, association),
        "hours_met": pairs.volunteer_hours(first, last, association),
    }


def _support(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = support.between(first, last, association)
    return {
        "guidance": found["evenings"],
        "gatherings": found["gatherings"],
        "gathering_people": found["came_to_gatherings"],
    }


def _alliance(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = alliance.of_period(first, last)
    return {
        "actions": found.actions,
        "action_people": found.came,
        "media": found.media,
        "buttons_sent": found.buttons_sent,
    }


def _buttons(first: date, last: date, association: Association | None) -> dict[str, Value]:
    """What was handed out; of a place, what is noted under the association's own name."""
    return {
        "buttons": alliance.handed_out(first, last, who=association.name if association else "")
    }


def _stands(first: date, last: date, association: Association | None) -> dict[str, Value]:
    return {"stands": stands.between(first, last)["in_all"]}


def _agenda(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found: dict[str, Any] = agenda.between(first, last)
    return {"demands": found["new_demands"], "promises": found["happened"]["promise"]}


READERS: dict[str, Callable[[date, date, Association | None], dict[str, Value]]] = {
    "volunteers": _volunteers,
    "training": _training,
    "hours": _hours,
    "support": _support,
    "alliance": _alliance,
    "buttons": _buttons,
    "stands": _stands,
    "agenda": _agenda,
}
COUNTED_BY: dict[str, printed.Functions] = {  # what each reader leans on, in the rooms
    "volunteers": (volunteers.between,),
    "training": (training.between,),
    "hours": (volunteers.course_hours, pairs.volunteer_hours),
    "support": (support.between,),
    "alliance": (alliance.of_period,),
    "buttons": (alliance.handed_out,),
    "stands": (stands.between,),
    "agenda": (agenda.between,),
}
