"""A row of a list of participants."""

from __future__ import annotations

import re
from datetime import date

from . import lists
from .cells import Answer, divided, folded, is_empty, text
from .columns import Headings
from .grids import FORMULA, Value
from .kept_apart import kept_apart
from .reader import AreaCode, RowReader, is_alone
from .remarks import Remark
from .rows import KeepApart, ParticipantRow, RefusedRow

WAITING = frozenset({"venter", "på venteliste", "venteliste", "vil ha ressursvenn", "aktiv", "ny"})
PAIRED = frozenset({"koblet", "koplet", "i kobling", "har ressursvenn", "matchet"})
WITHDRAWN = ("trukket", "trakk seg", "vil ikke")
NEVER = re.compile(r"\b(?:ikke|aldri|ei)\b")


def participant(
    values: tuple[Value, ...], number: int, heads: Headings, today: date, area_code: AreaCode
) -> ParticipantRow | RefusedRow:
    """The row. Of somebody who has withdrawn only the code is read, to know whom it is about."""
    reader = RowReader(values, number, heads.places, today)
    if is_alone(values):
        return RefusedRow(number, Remark("too_little"))
    code = text(reader.raw("code"))[:40]
    status = folded(reader.raw("status"))
    if status.startswith(WITHDRAWN):
        return ParticipantRow(row=number, code=code, withdrawn=True)
    if not code or reader.raw("code") is FORMULA:
        reader.say("code_missing")
    channel, hours = _contact(reader)
    return ParticipantRow(
        row=number,
        code=code,
        crisis_centre=text(reader.raw("crisis_centre"))[:80],
        referred_on=reader.day("referred_on"),
        left_on=reader.day("left_on"),
        acute_over_on=reader.day("acute_over"),
        consented_on=reader.day("consented_on"),
        area=next(iter(reader.areas(area_code)), ""),
        languages=reader.codes("languages", lists.languages),
        interests=reader.codes("interests", lists.interests),
        wishes=reader.codes("wishes", lists.wishes),
        times=reader.codes("times", lists.times),
        contact_channel=channel,
        contact_hours=hours,
        keep_apart=_apart(reader),
        paired=_paired(reader, status),
        remarks=tuple(reader.remarks),
    )


def _paired(reader: RowReader, status: str) -> bool:
    if status in PAIRED:
        reader.say("pair_unknown")
        return True
    if is_empty(reader.raw("status")):
        reader.say("status_missing")
    elif status not in WAITING:
        reader.say("status_unknown")
    return False


def _contact(reader: RowReader) -> tuple[str, str]:
    """Channel and hours.

    A way to reach her is never guessed: what we do not understand is no way.
    """
    found = reader.take("contact", lambda value: Answer(_channel(folded(value))))
    if found is None:
        return "", ""
    channel, hours, remark = found
    if remark:
        reader.say(remark)
    return channel, hours


def _channel(said: str) -> tuple[str, str, str]:
    """(channel, hours, remark). "ring hverdager 10-12" says when, but the number is not kept."""
    if NEVER.search(said):
        return "nothing", "", "never_call"
    if "krisesenter" in said or said == "senteret":
        return "through_centre", "any", ""
    if "sms" in said:
        return "sms_without_name", _hours(said), "number_missing"
    if said.startswith(("ring", "telefon", "mobil")):
        return "phone", _hours(said), "number_missing"
    if "møtes" in said or "personlig" in said:
        return "in_person", "any", ""
    return "", "", "contact_unknown"


def _hours(said: str) -> str:
    if re.search(r"\b10\s?[-–]\s?12\b", said):
        return "weekdays_10_12"
    if "kveld" in said:
        return "evening"
    return "daytime" if "dagtid" in said else "any"


def _apart(reader: RowReader) -> tuple[KeepApart, ...]:
    value = reader.raw("keep_apart")
    if value is FORMULA:
        reader.say("formula", "keep_apart")
        return (KeepApart("person", "=", True),)
    found = () if is_empty(value) else kept_apart(divided(value))
    if any(entry.sealed for entry in found):
        reader.say("kept_apart_sealed")
    return found
