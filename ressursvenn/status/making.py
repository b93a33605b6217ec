"""From a report's data to its four files. The same data, day and versions give the same bytes everywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from ressursvenn.paper import setting

from . import compiling, composing

ROOM = Path(__file__).parent
HTML, PDF, JSON, CSV = "html", "pdf", "json", "csv"
KINDS = {
    HTML: "text/html; charset=utf-8", PDF: "application/pdf", JSON: "application/json",
    CSV: "text/csv; charset=utf-8",
}  # fmt: skip
DRAWN_BY = (  # what decides how the files look; when any of it changes, their versions do
    "charts.py", "composing.py", "compiling.py", "making.py", "words.py", "papers/report.typ",
    "../paper/papers/sheet.typ", "templates/status/issued.html",
)  # fmt: skip


def made(data: Mapping[str, Any], *, language: str, on: date) -> dict[str, bytes]:
    """All four. `data` has what was recorded and, in `slots`, what somebody wrote. Raises Unprintable."""
    data = json.loads(
        compiling.canonical(data)
    )  # as whoever makes it again from the data will have it
    told = composing.compose(data, data["slots"], language)
    return {
        HTML: render_to_string("status/issued.html", {"told": told}).encode(),
        PDF: setting.pdf("status/report", told, on=on, language=setting.language_of(language)),
        JSON: compiling.canonical(data),
        CSV: as_csv(data),
    }


def file_name(report: Any, kind: str) -> str:
    """What a file is called when it is taken away: ours, never somebody's words."""
    return f"statusrapport-{report.first_day}-{report.last_day}-{report.language}.{kind}"


@cache
def versions() -> dict[str, str]:
    """Of what makes the files: ours as fingerprints, others' as numbers."""
    ours = sha256(b"".join((ROOM / name).read_bytes() for name in DRAWN_BY)).hexdigest()
    others = ("django", "typst", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic")
    return {"report": ours[:16], **{name: version(name) for name in others}}


def as_csv(data: Mapping[str, Any]) -> bytes:
    """Every value on a line of its own, with where in the data it stands. A cell is never a formula."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(["hvor", "verdi"])
    lines.writerows([where, _harmless(value)] for where, value in _flat(data))
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _flat(told: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(told, Mapping):
        for name in sorted(told):
            yield from _flat(told[name], f"{where}.{name}" if where else str(name))
    elif isinstance(told, list):
        for number, each in enumerate(told, start=1):
            yield from _flat(each, f"{where}.{number}")
    else:
        yield where, told


def _harmless(value: Any) -> Any:
    """A word that a spreadsheet would reckon with is put behind an apostrophe."""
    text = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if text else value
