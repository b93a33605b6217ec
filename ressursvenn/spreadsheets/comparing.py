"""A proposal side by side: what the house says of somebody, and what the workbook says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import areas
from ressursvenn.participants import queries as participants
from ressursvenn.programme import words
from ressursvenn.protection import opening
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers import queries as volunteers

from .models import BroughtRow
from .reading.carrying import row_from_text
from .reading.rows import ParticipantRow, VolunteerRow

Words = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing, in the house and in the workbook."""

    label: str
    here: str
    there: str

    @property
    def differs(self) -> bool:
        return bool(self.there) and self.here.casefold() != self.there.casefold()


@dataclass(frozen=True, slots=True)
class Compared:
    """The lines of one proposal, and whom it is about, opened."""

    row: BroughtRow
    person: Any
    lines: list[Line]
    withdrawn: bool = False


def compared(row: BroughtRow, by: Person) -> Compared:
    """Opens the person and the proposal: one entry in the log."""
    room = volunteers if row.kind == "volunteers" else participants
    person = room.visible_to(by).get(reference=row.about)
    opening.open_records([row, person], by=by, purpose="workbook_proposal")
    said = row_from_text(row.kind, row.proposed)
    if isinstance(said, VolunteerRow):
        return Compared(row, person, _volunteer(person, said))
    return Compared(row, person, _participant(person, said), said.withdrawn)


def _lists(name: str) -> Words:
    return lambda codes: words.told(codes or (), getattr(words, name))


def _areas(codes: Any) -> str:
    return ", ".join(areas.label(code) for code in codes or ())


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _text(value: Any) -> str:
    return str(value or "")


CARD: tuple[tuple[str, str, Words], ...] = (
    ("Språk", "languages", _lists("LANGUAGES")),
    ("Interesser", "interests", _lists("INTERESTS")),
    ("Kan møtes", "times", _lists("TIMES")),
)
VOLUNTEER: tuple[tuple[str, str, Words], ...] = (
    ("Fornavn", "first_name", _text),
    ("Etternavn", "last_name", _text),
    ("Fødselsår", "birth_year", _text),
    ("Telefon", "phone", _text),
    ("E-post", "email", _text),
    ("Område", "areas", _areas),
    *CARD,
)
ROAD = (
    ("Intervju", "interviewed_on", "interviewed_on"),
    ("Kurs", "course_on", "course_on"),
    ("Taushetserklæring", "confidentiality_signed_on", "confidentiality_on"),
    ("Politiattest utstedt", "certificate_issued_on", "certificate_issued_on"),
    ("Politiattest vist", "certificate_shown_on", "certificate_shown_on"),
    ("Avtale", "agreed_on", "agreement_on"),
)


def _volunteer(person: Any, said: VolunteerRow) -> list[Line]:
    known = volunteer_facts.of(person)
    card = [
        Line(label, told(getattr(person, name)), told(getattr(said, name)))
        for label, name, told in VOLUNTEER
    ]
    road = [
        Line(label, _day(getattr(known, here)), _day(getattr(said, there)))
        for label, here, there in ROAD
    ]
    return [line for line in card + road if line.here or line.there]


def _participant(person: Any, said: ParticipantRow) -> list[Line]:
    """Whom she must never meet is not shown: the vetting officer alone reads it."""
    lines = [
        Line(
            "Vil møtes i",
            _areas([person.area] if person.area else ()),
            _areas([said.area] if said.area else ()),
        ),
        *(
            Line(label, told(getattr(person, name)), told(getattr(said, name)))
            for label, name, told in CARD
        ),
        Line("Ønsker seg", _lists("WISHES")(person.wishes), _lists("WISHES")(said.wishes)),
        Line("Akutt fase over", _day(person.acute_over_on), _day(said.acute_over_on)),
        Line("Skal ikke kobles med", "", "ja, sendt forseglet" if said.keep_apart else ""),
        Line("Status", "", "koblet" if said.paired else "trukket seg" if said.withdrawn else ""),
    ]
    return [line for line in lines if line.here or line.there]
