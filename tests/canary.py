"""The marker oracle: whatever leaves the house during a test run is scanned for what should not.

A *marker* is a made-up word that says about itself whose it is: `mark("p", "card", "oslo", "called")`
gives something like `qzpcosloqcalledq0007q`. The marked world puts one into every text field of every
person. Every response (body, headers, status, address), every log line, message and file, and the
whole database after each test are scanned; a marker outside its audience fails the test it was met in.
"""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core import mail
from django.db import connection

from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection.messages import box

KINDS = {"p": "participant", "v": "volunteer", "s": "staff", "k": "keep apart"}
CLASSES = {"c": "card", "r": "record", "s": "sign_in"}
MARKER = re.compile(r"qz([pvsk])([crs])([a-z]+)q([a-z]+)q(\d{4,})q", re.IGNORECASE)
ELSEWHERE = ("land", "sentrum", "annet")  # the house of staff who belong to no association
_numbers = itertools.count(1)
leaks: list[str] = []
# A participant's marker by its number → the sign-in name of the only volunteer who may meet it.
kept_for: dict[str, str] = {}


@dataclass(frozen=True)
class Marker:
    kind: str
    handling: str
    house: str
    field: str
    number: str = ""


def mark(kind: str, handling: str, house: str, field: str) -> str:
    """A new marker: kind p, v, s or k; handling c, r or s; the house's slug; the field, letters only."""
    return f"qz{kind}{handling}{house}q{field}q{next(_numbers):04d}q"


def so_many() -> str:
    """How many markers there are: another answer when one more has been made."""
    return repr(_numbers)


def found_in(text: str) -> Iterator[Marker]:
    """Every marker in a text, however it is written."""
    for kind, handling, house, field, number in MARKER.findall(text):
        yield Marker(kind.lower(), handling.lower(), house.lower(), field.lower(), number)


def may_see(person: Any, marker: Marker, path: str) -> bool:
    """The audience of a marker, said once more and apart from the code it watches."""
    if person is None or not person.is_authenticated:
        return False
    here = person.association is not None and person.association.slug == marker.house
    match marker.kind:
        case "p":
            return here and (
                person.may(Permission.LEAD_PARTICIPANTS) or _hers(person, marker, path)
            )
        case "v":
            vetting = person.may(Permission.SEE_KEEP_APART) and marker.handling == "c"
            ours = here and person.may(Permission.SEE_VOLUNTEERS)
            return ours or vetting or _her_own(person, marker, path)
        case "k":
            return person.may(Permission.SEE_KEEP_APART)
        case _:
            return _works_with(person, marker, here)
    return False


def _hers(person: Any, marker: Marker, path: str) -> bool:
    """What to call her and how to reach her, for the one volunteer of her pair, on her own face."""
    if person.role != "volunteer" or not path.startswith("/v/"):
        return False
    only = kept_for.get(marker.number, person.sign_name)
    return marker.field in ("called", "nr") and only == person.sign_name


def _her_own(person: Any, marker: Marker, path: str) -> bool:
    """A volunteer's own words, for her alone, on her own page."""
    return path.startswith("/v/om-meg/") and kept_for.get(marker.number) == person.sign_name


def _works_with(person: Any, marker: Marker, here: bool) -> bool:
    """The name of somebody who works here: her own, her colleagues', and those of no association."""
    if marker in found_in(person.name):
        return True
    if person.role in ("funder", "alliance_editor", "volunteer", "centre_contact"):
        return False
    if person.role == "grant_keeper":
        return marker.house == "land"
    return here or marker.house in ELSEWHERE or person.association_id is None


def met(where: str, marker: Marker) -> None:
    what = f"{KINDS[marker.kind]}'s {marker.field} ({CLASSES[marker.handling]}, {marker.house})"
    leaks.append(f"{what} in {where}")


class Watch:
    """Outermost middleware of the tests: scans every answer before anybody gets it."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def __call__(self, request: Any) -> Any:
        response = self.answer(request)
        scan_response(request, response)
        return response


def scan_response(request: Any, response: Any) -> None:
    """Headers and addresses hold no marker at all; a body only those its reader may see."""
    path = request.path
    told = f"{request.get_full_path()} {response.reason_phrase} {dict(response.items())}"
    _nothing_in(told, f"headers or address of {path}")
    for said in getattr(getattr(request, "_messages", None), "_queued_messages", ()):
        _nothing_in(str(said), f"what was said after an act at {path}")  # it waits in the session
    if not response.streaming:
        _scan_body(request, response.content.decode("utf-8", "replace"), path)


def _nothing_in(text: str, where: str) -> None:
    for marker in found_in(text):
        met(where, marker)


def _scan_body(request: Any, body: str, path: str) -> None:
    person = getattr(request, "user", None)
    for title in re.findall(r"<title>(.*?)</title>", body, re.DOTALL):
        _nothing_in(title, f"title of {path}")
    typed = " ".join(value for values in request.POST.lists() for value in values[1])
    # What she typed may be shown to her again.
    for marker in set(found_in(body)) - set(found_in(typed)):
        if not may_see(person, marker, path):
            met(f"body of {path} for {getattr(person, 'role', 'anybody')}", marker)


class LogWatch(logging.Handler):
    """Every line as it is written to the log."""

    def emit(self, record: logging.LogRecord) -> None:
        for marker in found_in(self.format(record)):
            met(f"a log line of {record.name}", marker)


def scan_messages() -> None:
    """Every e-mail, and what a made-up world puts in its box: SMS too."""
    for message in getattr(mail, "outbox", []):
        for marker in found_in(str(message.message())):
            met("a message", marker)
    if box.folder().exists():
        scan_files(box.folder())


def scan_database() -> None:
    """Every value of every table: only what the log-in library must read may lie there in the clear."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for marker in _in_row(row):
                    if marker.handling != "s":
                        met(f"the table {table}", marker)


def _in_row(row: tuple[Any, ...]) -> Iterator[Marker]:
    for value in row:
        raw = (
            bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
        )
        yield from found_in(raw)


def scan_files(folder: Path) -> None:
    """Every file under a folder, bytes as they are."""
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        for marker in found_in(f"{path.name} {path.read_bytes().decode('latin-1')}"):
            if marker.handling != "s":
                met(f"the file {path.name}", marker)
