"""From a report's data to its three files. The same data, day and versions give the same bytes everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ressursvenn.paper import setting

from . import compiling, composing, workbook
from .pen import Pen

ROOM = Path(__file__).parent
PDF, XLSX, JSON = "pdf", "xlsx", "json"
KINDS = {
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JSON: "application/json",
}
DRAWN_BY = (  # what decides how the files look; when any of it changes, their versions do
    "accounting.py", "comparing.py", "compiling.py", "composing.py", "funder_forms.py", "making.py", "pen.py",
    "released.py", "sentences.py", "tables.py", "words.py", "workbook.py", "papers/report.typ",
    "../paper/papers/sheet.typ", "../paper/setting.py", "../reporting/charts.py", "../reporting/words.py",
    "../shapes/days.py",
)  # fmt: skip


def made(data: Mapping[str, Any], *, on: date) -> dict[str, bytes]:
    """All three. Raises Unprintable."""
    data = json.loads(
        compiling.canonical(data)
    )  # as whoever makes it again from the data will have it
    told, mark = composing.compose(data), compiling.print_of(compiling.canonical(data))
    whole = {
        "format": data["format"],
        "issued": on.isoformat(),
        "made_with": versions(),
        "data": data,
    }
    return {PDF: paper(told, on=on, mark=mark),
            XLSX: workbook.made(data, told, on=on, print_of_data=mark),
            JSON: compiling.canonical(whole)}  # fmt: skip


def paper(told: Mapping[str, Any], *, on: date, mark: str) -> bytes:
    """The report on paper. `mark` is the fingerprint of its data, or a word where it is a draft."""
    language = setting.language_of(told["language"])
    word = Pen(told["language"]).say("data_print")
    marked = {**told, "mark": {"word": word, "print": mark}}
    return setting.pdf("grants/report", marked, on=on, language=language)


def prints_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """A fingerprint of each file, and of the data that they were made of."""
    data = json.loads(files[JSON])["data"]
    return {
        **{kind: compiling.print_of(files[kind]) for kind in (PDF, XLSX, JSON)},
        "data": compiling.print_of(compiling.canonical(data)),
    }


def file_name(report: Any, kind: str) -> str:
    """What a file is called when it is taken away: ours, never somebody's words."""
    return f"tilskuddsrapport-{report.reference}-{report.first_day}-{report.last_day}.{kind}"


@cache
def versions() -> dict[str, str]:
    """Of what makes the files: ours as a fingerprint, others' as numbers."""
    forms = sorted((ROOM / "wording").glob("*.toml"))
    ours = b"".join(path.read_bytes() for path in [*(ROOM / name for name in DRAWN_BY), *forms])
    others = ("typst", "xlsxwriter", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic")
    return {"report": sha256(ours).hexdigest()[:16], **{name: version(name) for name in others}}


def data_in(content: bytes) -> dict[str, Any]:
    """The data of a report that was issued, from its own file."""
    found: dict[str, Any] = json.loads(content)["data"]
    return found
