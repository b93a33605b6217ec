"""Min dag: every room tells what needs this person; here it is put in order, worst first.

Everything is computed from dated facts as the page is asked for. Nothing is a task that can rot.
"""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.adverts import queries as adverts
from ressursvenn.agenda import queries as agenda
from ressursvenn.agreements import queries as agreements
from ressursvenn.alliance import queries as alliance
from ressursvenn.apart import queries as apart
from ressursvenn.arrivals import queries as arrivals
from ressursvenn.door import queries as door
from ressursvenn.grants import queries as grants
from ressursvenn.oversight import queries as oversight
from ressursvenn.pairs import queries as pairs
from ressursvenn.participants import queries as participants
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.screening import queries as screening
from ressursvenn.spreadsheets import queries as spreadsheets
from ressursvenn.stands import queries as stands
from ressursvenn.status import queries as status
from ressursvenn.support import queries as support
from ressursvenn.together import queries as together
from ressursvenn.training import queries as training
from ressursvenn.volunteers import queries as volunteers

from . import rounds, witnessed

ROOMS = (volunteers, participants, apart, pairs, together, oversight, rounds, witnessed)
# Rooms whose lines need nobody's name: what waits in all of them is asked in one question.
COUNTED = {
    "adverts": adverts, "arrivals": arrivals, "screening": screening, "training": training,
    "agreements": agreements, "support": support, "spreadsheets": spreadsheets,
    "agenda": agenda, "alliance": alliance, "stands": stands, "door": door, "status": status,
    "grants": grants,
}  # fmt: skip

GROUPS = (
    ("Haster", Weight.INTRODUCTION_WITHOUT_PLACE),
    ("Venter på deg", Weight.CERTIFICATE_TO_SEE),
    ("Videre", Weight.TO_SETTLE),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of about the same weight, under one heading."""

    word: str
    lines: tuple[Line, ...]


def lines_of(person: Person) -> list[Line]:
    """Worst first, oldest first within the same weight."""
    terms = accounts.terms(person.association)
    told = [line for room in ROOMS for line in room.day_lines(person, terms)]
    return sorted([*told, *_counted(person, terms)], key=lambda line: line.rank)


def _counted(person: Person, terms: Terms) -> list[Line]:
    """The lines of the rooms that only count. Each row says which room it is from, what, and since when."""
    asked = [rows for room in COUNTED.values() for rows in room.day_rows(person, terms)]
    if not asked:
        return []
    first, *rest = asked
    return [
        COUNTED[kind.partition(".")[0]].day_line(kind, about, since, terms)
        for kind, about, since in first.union(*rest, all=True)
    ]


def grouped(lines: list[Line]) -> list[Group]:
    """The lines under their headings; a heading with nothing under it is left out."""
    groups, low = [], 0
    for word, high in GROUPS:
        mine = tuple(line for line in lines if low < line.weight <= high)
        groups += [Group(word, mine)] if mine else []
        low = high
    return groups


def nothing_yet(person: Person) -> bool:
    """A coordinator whose association has nobody in it: the day begins with her old workbook."""
    if not person.may(Permission.BRING_IN_WORKBOOK):
        return False
    return not any(room.visible_to(person).exists() for room in (volunteers, participants))


WORK = {
    Permission.SEE_KEEP_APART: "Du ser hvem som skal holdes fra hverandre, og avgjør det som venter.",
    Permission.REFER_PARTICIPANTS: "Du kan henvise en deltaker når hun selv har sagt ja.",
    Permission.APPROVE_PAIRS: "Du er den andre som sier ja før en kobling blir til.",
    Permission.SEE_AUDIT: "Du kan se hvem som har sett og gjort hva.",
    Permission.EDIT_ALLIANCE: "Du tar vare på alliansens sider.",
    Permission.RELEASE_FIGURES: "Du foreslår årets tall om deltakere, eller sier det andre jaet til dem.",
    Permission.KEEP_GRANTS: "Du søker om tilskudd og svarer for pengene.",
    Permission.READ_GRANTS: "Du leser rapporter. Du ser tall, aldri mennesker.",
    Permission.RUN_SYSTEM: "Du holder systemet i gang. Du ser ingen av menneskene i programmet.",
}


def work_of(person: Person) -> list[str]:
    """What this role can do here, for a quiet day."""
    return [sentence for permission, sentence in WORK.items() if person.may(permission)]
