"""Each funder's own report as data: which sections in which order, what else it asks, and how money is checked.

One file each in `wording/`. What nobody has confirmed is said so on the page. Standard library only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from . import words

FOLDER = Path(__file__).parent / "wording"
COMMON = "common"
CORE = (
    *("purpose", "goals", "activities", "reach", "partners", "deviations", "good", "bad"),
    *("plans", "accounts"),
)
OF_EACH = {
    "purpose",
    "goals",
    "activities",
    "reach",
    "partners",
    "deviations",
    "good",
    "bad",
    "plans",
}
WRITTEN = ("reach", "deviations", "good", "bad", "plans")  # core sections that somebody writes
HELP = {
    "reach": "Hvem dere ville nå, og i hvilken grad dere nådde dem. Tall om deltakere settes inn for deg.",
    "deviations": "Hva som ikke ble som i søknaden, og hvorfor. Skriv «ingen» når det er svaret.",
    "good": "Hva som virket godt i arbeidet. Aldri om ett menneske.",
    "bad": "Hva som ikke virket. En rapport med bare gode erfaringer blir ikke trodd.",
    "plans": "Hva som skjer videre.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A text of its own that a form asks for; `each` is once for each measure."""

    code: str
    nb: str
    nn: str
    help: str
    each: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """One funder's form."""

    code: str
    name: str
    source: str
    seen: date
    confirmed: bool
    due: str
    sections: tuple[str, ...]
    headings: Mapping[str, tuple[str, str]]
    slots: tuple[Asked, ...]
    audit: tuple[tuple[int, str], ...]

    def written(self) -> list[tuple[str, bool]]:
        """The sections that somebody writes, in their order, and whether each measure has its own."""
        own = {one.code: one.each for one in self.slots}
        each = {code: code in OF_EACH for code in WRITTEN} | own
        return [(code, each[code]) for code in self.sections if code in each]

    def help_of(self, code: str) -> str:
        return next((one.help for one in self.slots if one.code == code), HELP.get(code, ""))

    def audit_of(self, amount: int) -> str:
        """What kind of audit an amount takes; nothing when the form does not say."""
        return next((kind for least, kind in reversed(self.audit) if amount >= least), "")


@cache
def all_forms() -> dict[str, Form]:
    """By code, the common one first."""
    found = [_read(path) for path in sorted(FOLDER.glob("*.toml"))]
    return {form.code: form for form in sorted(found, key=lambda one: one.code != COMMON)}


def form_called(code: str) -> Form:
    """A form; the common one for a code that is gone."""
    return all_forms().get(code, all_forms()[COMMON])


def choices() -> list[tuple[str, str]]:
    return [(form.code, form.name) for form in all_forms().values()]


def _read(path: Path) -> Form:
    told = tomllib.loads(path.read_text("utf-8"))
    form = Form(
        code=path.stem,
        sections=tuple(told["sections"]),
        headings={code: (nb, nn) for code, (nb, nn) in told.get("headings", {}).items()},
        slots=tuple(Asked(**one) for one in told.get("slots", ())),
        audit=tuple((rule["from"], rule["kind"]) for rule in told["audit"]),
        **{name: told[name] for name in ("name", "source", "seen", "confirmed", "due")},
    )
    _whole(form, told)
    return form


def _whole(form: Form, told: Mapping[str, Any]) -> None:
    """Raises ValueError for a form that leaves out what every report tells, or says what nobody knows."""
    known = {*CORE, *(one.code for one in form.slots)}
    if not set(CORE) <= set(form.sections) or not set(form.sections) <= known:
        raise ValueError(f"{form.code}: the sections are not those of a report")
    if list(form.audit) != sorted(form.audit) or not {kind for _, kind in form.audit} <= set(
        words.AUDITS
    ):
        raise ValueError(f"{form.code}: the audit is not understood")
    if set(form.headings) - known:
        raise ValueError(f"{form.code}: a heading of nothing")
