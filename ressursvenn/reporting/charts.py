"""Pictures of numbers as SVG, drawn on the server: bars of one table, and columns over the years.

Each has a title and a sentence that says the same; the table stands beside it. A hidden number is a colon, and
a year without a number, or with another definition, breaks the line of columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .words import HIDDEN

ROW, WIDE, SIDE = 50, 360, 56  # narrow, so that the words can be read on a phone
HIGH, FOOT, HEAD, COLUMN = 130, 32, 24, 56
FAMILY = "system-ui, sans-serif"
Count = int | None


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing, and what it says for whoever reads it instead."""

    title: str
    said: str
    svg: SafeString


def bars(values: Mapping[str, Count], *, title: str) -> Picture:
    """As many bars as there are classes, the longest as wide as there is room for."""
    longest = max([*(one for one in values.values() if one is not None), 1])
    rows = format_html_join(
        "\n", "{}", ((_row(number, *each, longest),) for number, each in enumerate(values.items()))
    )
    said = f"Et søylediagram. {_in_words(values)}."
    return Picture(title, said, _drawn(WIDE, ROW * len(values) + 6, title, said, rows))


def columns(years: Mapping[int, Count], *, title: str, breaks: Sequence[int] = ()) -> Picture:
    """One column a year. `breaks` are the years from which it is counted in another way."""
    highest = max([*(one for one in years.values() if one is not None), 1])
    rows = format_html_join(
        "\n",
        "{}",
        (
            (_column(number, year, count, highest, year in breaks),)
            for number, (year, count) in enumerate(years.items())
        ),
    )
    said = f"Søyler over årene. {_in_words({str(year): count for year, count in years.items()})}."
    wide, high = max(COLUMN * len(years), 3 * COLUMN), HEAD + HIGH + FOOT
    return Picture(title, said, _drawn(wide, high, title, said, rows))


def _in_words(values: Mapping[str, Count]) -> str:
    told = (f"{label}: {'skjult' if count is None else count}" for label, count in values.items())
    return ", ".join(told)


def _drawn(wide: int, high: int, title: str, said: str, rows: str) -> SafeString:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" font-family="{family}" font-size="15">\n<title>{title}</title>\n<desc>{said}</desc>\n'
        "{rows}\n</svg>",
        wide=wide, high=high, family=FAMILY, title=title, said=said, rows=rows,
    )  # fmt: skip


def _row(number: int, label: str, count: Count, longest: int) -> SafeString:
    top = number * ROW
    length = round((WIDE - SIDE) * (count or 0) / longest, 1)
    bar = format_html(
        '<rect class="chart__bar" x="0" y="{}" width="{}" height="18" rx="3"/>', top + 22, length
    )
    return format_html(
        '<text x="0" y="{line}" fill="currentColor">{label}</text>{bar}'
        '<text x="{after}" y="{beside}" fill="currentColor">{told}</text>',
        line=top + 16, label=label, bar=bar if count else "", after=round(length + 8, 1) if count else 0,
        beside=top + 37, told=HIDDEN if count is None else count,
    )  # fmt: skip


def _column(number: int, year: int, count: Count, highest: int, breaks: bool) -> SafeString:
    tall = round(HIGH * (count or 0) / highest, 1)
    left, top = number * COLUMN, round(HEAD + HIGH - tall, 1)
    middle = left + COLUMN / 2
    line = format_html(
        '<line class="chart__break" x1="{0}" y1="0" x2="{0}" y2="{1}"/>', left, HEAD + HIGH
    )
    bar = format_html(
        '<rect class="chart__bar" x="{}" y="{}" width="36" height="{}" rx="3"/>',
        middle - 18,
        top,
        tall,
    )
    return format_html(
        '{line}{bar}<text x="{x}" y="{above}" text-anchor="middle" fill="currentColor">{told}</text>'
        '<text x="{x}" y="{below}" text-anchor="middle" fill="currentColor">{year}</text>',
        line=line if breaks and number else "", bar=bar if count else "", x=middle, above=round(top - 6, 1),
        below=HEAD + HIGH + 22, told=HIDDEN if count is None else count, year=year,
    )  # fmt: skip
