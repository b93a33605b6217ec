"""A row of a list of volunteers."""

from __future__ import annotations

from datetime import date
from typing import Any

from . import contacts, days, lists
from .cells import Answer, folded, text, yes_or_no
from .columns import Headings
from .grids import FORMULA, Value
from .reader import AreaCode, RowReader, is_alone
from .remarks import Remark
from .rows import RefusedRow, VolunteerRow

DAYS = (
    "applied_on", "interviewed_on", "course_on", "confidentiality_on", "certificate_issued_on",
    "certificate_shown_on", "agreement_on",
)  # fmt: skip
Born = date | int | None


def volunteer(
    values: tuple[Value, ...], number: int, heads: Headings, today: date, area_code: AreaCode
) -> tuple[VolunteerRow, Born] | RefusedRow:
    """The row, and beside it the birth as written, which is compared within the workbook alone."""
    reader = RowReader(values, number, heads.places, today)
    if is_alone(values):
        return RefusedRow(number, Remark("too_little"))
    name = _name(reader)
    if isinstance(name, Remark):
        return RefusedRow(number, name)
    born = reader.take("born", lambda value: days.birth(value, today=today))
    who: dict[str, Any] = {
        "phone": reader.take("phone", contacts.phone) or "",
        "email": reader.take("email", contacts.email) or "",
        "areas": reader.areas(area_code),
        "languages": reader.codes("languages", lists.languages),
        "interests": reader.codes("interests", lists.interests),
        "times": reader.codes("times", lists.times),
    }
    road = _road(reader, heads.course_hours)
    places = _places(reader)
    _remember_remark(reader)
    row = VolunteerRow(
        row=number,
        first_name=name[0],
        last_name=name[1],
        birth_year=born.year if isinstance(born, date) else born,
        places=places,
        remarks=tuple(reader.remarks),
        **who,
        **road,
    )
    return row, born


def _name(reader: RowReader) -> tuple[str, str] | Remark:
    """First and last name, from two columns or from one."""
    if any(reader.raw(column) is FORMULA for column in ("first_name", "last_name", "name")):
        return Remark("name_is_formula", "name")
    if "first_name" in reader.places:
        first, last = (contacts.name(reader.raw(column)) for column in ("first_name", "last_name"))
    else:
        first, last = _divided(text(reader.raw("name")))
    if not first.value:
        return Remark("no_name", "name")
    if not last.value:
        reader.say("missing", "last_name")
    return first.value, last.value or ""


def _divided(whole: str) -> tuple[Answer[str], Answer[str]]:
    """ "Lund, Elisabeth" and "Elisabeth Lund" are the same."""
    last, comma, first = whole.partition(",")
    if not comma:
        first, _, last = whole.rpartition(" ")
        first, last = (first, last) if first else (last, "")
    return contacts.name(first), contacts.name(last)


def _road(reader: RowReader, course_hours: int | None) -> dict[str, Any]:
    """The dated facts, and what does not fit together among them."""
    road: dict[str, Any] = {column: reader.day(column) for column in DAYS}
    road["outcome"] = _outcome(reader, road["interviewed_on"])
    road["course_hours"] = course_hours
    if road["course_on"] and not course_hours:
        reader.say("course_hours_unknown")
    _check_certificate(reader, road)
    applied, interviewed = road["applied_on"], road["interviewed_on"]
    if applied and interviewed and interviewed < applied:
        reader.say("interview_before_application")
    return road


def _outcome(reader: RowReader, interviewed_on: date | None) -> str:
    suitable = reader.take("suitable", yes_or_no)
    unsure = Remark("unsure", "suitable") in reader.remarks
    if interviewed_on is None:
        said = suitable is not None
        if said or not unsure:
            reader.hush("suitable")
        if said:
            reader.say("outcome_without_interview" if suitable else "unsuitable_without_interview")
    if suitable is None:
        return "undecided" if interviewed_on else ""
    return "suitable" if suitable else "not_suitable"


def _check_certificate(reader: RowReader, road: dict[str, Any]) -> None:
    """Both days or none: a certificate shown before it was issued was not read right."""
    issued, shown = road["certificate_issued_on"], road["certificate_shown_on"]
    if shown and not issued:
        reader.say("shown_without_issued")
    if issued and shown and issued > shown:
        reader.say("issued_after_shown")
        road["certificate_issued_on"] = road["certificate_shown_on"] = None


def _places(reader: RowReader) -> int:
    """How many she has room for, 1 to 9; 1 when nothing is said."""
    value = reader.raw("places")
    written = text(value)
    if written.isdecimal() and len(written) == 1 and written != "0":
        return int(written)
    reader.say(
        "formula" if value is FORMULA else "unreadable" if written.strip("-") else "missing",
        "places",
    )
    return 1


def _remember_remark(reader: RowReader) -> None:
    """Free text is not kept, but what it hints at is asked."""
    said = folded(reader.raw("remark"))
    if "pause" in said or "permisjon" in said:
        reader.say("pause_mentioned")
    if "flytt" in said:
        reader.say("moved_mentioned")
