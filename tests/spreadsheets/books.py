"""Workbooks made for tests, and how they are read without a database."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

from openpyxl import Workbook, load_workbook

from ressursvenn.neighbourhood import areas
from ressursvenn.spreadsheets.reading import workbook

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 24)
HEAD = [
    "Fornavn", "Etternavn", "Født", "Mobil", "E-post", "Område", "Språk", "Interesser", "Kan møtes",
    "Søknad mottatt", "Intervju", "Egnet?", "Kurs fullført (12 t)", "Taushetserkl.",
    "Politiattest utstedt", "Politiattest vist", "Avtale signert", "Plass til", "Merknad",
]  # fmt: skip
BERIT = dict(
    zip(
        HEAD,
        [
            "Berit", "Lund", "12.6.1990", "959 60 233", "berit@example.org", "Oslo", "norsk", "film",
            "helg", "4.2.2026", "18.2.2026", "ja", "4.3.2026", "18.3.2026", "1.3.2026", "25.3.2026",
            "1.4.2026", 1, None,
        ],
        strict=True,
    )
)  # fmt: skip
TAKING_PART = [
    "Kode", "Krisesenter", "Henvist dato", "Akutt fase over", "Språk", "Vil møtes i", "Interesser",
    "Ønsker seg", "Kan møtes", "Trygg kontakt", "Skal IKKE kobles med", "Status",
]  # fmt: skip
R1 = dict(
    zip(
        TAKING_PART,
        [
            "R2026-001", "Sentrum", "11.5.2026", "9.5.2026", "dari", "Oslo", "musikk", "øve norsk",
            "helg", "via krisesenteret", None, "venter",
        ],
        strict=True,
    )
)  # fmt: skip


def book(**sheets: list[list]) -> bytes:
    """The bytes of a workbook with these sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def volunteers(*changes: dict, head: list[str] = HEAD) -> bytes:
    """A list of volunteers, each Berit with some cells changed."""
    return book(Frivillige=[head, *([(BERIT | one).get(name) for name in head] for one in changes)])


def participants(*changes: dict, head: list[str] = TAKING_PART) -> bytes:
    """A list of participants, each with some cells changed."""
    return book(Henvist=[head, *([(R1 | one).get(name) for name in head] for one in changes)])


def both(first: list[dict], second: list[dict]) -> bytes:
    return book(
        Frivillige=[HEAD, *([(BERIT | one).get(name) for name in HEAD] for one in first)],
        Henvist=[TAKING_PART, *([(R1 | one).get(name) for name in TAKING_PART] for one in second)],
    )


def area_code(name: str) -> tuple[str, str]:
    found = areas.named(name)
    if found is None:
        return "", "area_unknown"
    return ("", "area_several") if isinstance(found, areas.Several) else (found.code, "")


def read(content: bytes, today: date = TODAY):
    """The sheets of a workbook, understood."""
    return workbook.read(content, today=today, area_code=area_code).sheets


def only_sheet(content: bytes):
    (sheet,) = read(content)
    return sheet


def only_row(content: bytes):
    (row,) = only_sheet(content).rows
    return row


def said(row) -> list[tuple[str, str]]:
    """The codes of what is said of a row, with the column each is about."""
    return [(remark.code, remark.column) for remark in row.remarks]


@cache
def cells(name: str) -> dict[str, list[tuple]]:
    """A real workbook, read the plainest way there is: for counting by another method."""
    made = load_workbook(DATA / f"{name}.xlsx")
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in made}
