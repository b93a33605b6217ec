"""Pictures of numbers as SVG, drawn on the server: bars of one table, and columns over the years.

Each has a title and a sentence that says the same; the table stands beside it. A hidden number is a colon, and
a year without a number, or with another definition, breaks the line of columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .words import HIDDEN, NONE

ROW, WIDE, SIDE = 50, 360, 56  # narrow, so that the words can be read on a phone
HIGH, LOW, FOOT, HEAD, COLUMN, NAME = 130, 70, 32, 24, 56, 26
FAMILY = "system-ui, Noto Sans, sans-serif"  # the second is that of our papers
RED = "#c5162e"  # on paper; a page has its own
Count = int | None
Told = int | str | None


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


def columns(
    classes: Mapping[str, Mapping[int, Count]], *, title: str, breaks: Sequence[int] = ()
) -> Picture:
    """A column a year for each class, one class under another on one scale, from the first year to the last.

    A year that a class does not have stands empty. `breaks` are the years from which it is counted another way.
    """
    had = [year for counts in classes.values() for year in counts]
    years = range(min(had), max(had) + 1)
    highest = max([*(one for counts in classes.values() for one in counts.values() if one), 1])
    named = len(classes) > 1
    drawn = (
        _panel(number, word if named else "", {year: counts.get(year, NONE) for year in years}, highest, breaks)
        for number, (word, counts) in enumerate(classes.items())
    )  # fmt: skip
    said = f"Søyler over årene. {_over_the_years(classes, years)}."
    wide, high = max(COLUMN * len(years), 3 * COLUMN), _panel_high(named=named) * len(classes)
    rows = format_html_join("\n", "{}", ((one,) for one in drawn))
    return Picture(title, said, _drawn(wide, high, title, said, rows))


def _over_the_years(classes: Mapping[str, Mapping[int, Count]], years: Sequence[int]) -> str:
    told = {
        word: _in_words({str(year): counts.get(year, NONE) for year in years})
        for word, counts in classes.items()
    }
    return "; ".join(f"{word}: {said}" if len(told) > 1 else said for word, said in told.items())


def _panel_high(*, named: bool) -> int:
    return NAME + HEAD + LOW + FOOT if named else HEAD + HIGH + FOOT


def _panel(
    number: int, word: str, counts: Mapping[int, Told], highest: int, breaks: Sequence[int]
) -> SafeString:
    """One class: its word, if there are several, and its columns."""
    high = LOW if word else HIGH
    broken = {
        *breaks,
        *(each for year, one in counts.items() if one is NONE for each in (year, year + 1)),
    }
    drawn = (
        (_column(place, year, count, high, highest, year in broken),)
        for place, (year, count) in enumerate(counts.items())
    )  # fmt: skip
    name = format_html('<text x="0" y="{}" fill="currentColor">{}</text>', NAME - 8, word)
    return format_html(
        '<g transform="translate(0 {})">{}<g transform="translate(0 {})">{}</g></g>',
        number * _panel_high(named=True),
        name if word else "",
        NAME if word else 0,
        format_html_join("\n", "{}", drawn),
    )


def _in_words(values: Mapping[str, Told]) -> str:
    words: dict[Told, str] = {None: "skjult", NONE: "ikke med"}
    told = (f"{label}: {words.get(count, count)}" for label, count in values.items())
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
        '<rect class="chart__bar" fill="{}" x="0" y="{}" width="{}" height="18" rx="3"/>',
        RED,
        top + 22,
        length,
    )
    return format_html(
        '<text x="0" y="{line}" fill="currentColor">{label}</text>{bar}'
        '<text x="{after}" y="{beside}" fill="currentColor">{told}</text>',
        line=top + 16, label=label, bar=bar if count else "", after=round(length + 8, 1) if count else 0,
        beside=top + 37, told=HIDDEN if count is None else count,
    )  # fmt: skip


def _column(
    place: int, year: int, count: Told, high: int, highest: int, breaks: bool
) -> SafeString:
    many = count if isinstance(count, int) else 0
    tall = round(high * many / highest, 1)
    left, top, foot = place * COLUMN, round(HEAD + high - tall, 1), HEAD + high
    middle = left + COLUMN / 2
    line = format_html('<line class="chart__break" x1="{0}" y1="0" x2="{0}" y2="{1}"/>', left, foot)
    bar = format_html(
        '<rect class="chart__bar" x="{}" y="{}" width="36" height="{}" rx="3"/>', middle - 18, top, tall
    )  # fmt: skip
    return format_html(
        '{line}{bar}<text x="{x}" y="{above}" text-anchor="middle" fill="currentColor">{told}</text>'
        '<text x="{x}" y="{below}" text-anchor="middle" fill="currentColor">{year}</text>',
        line=line if breaks and place else "", bar=bar if many else "", x=middle, above=round(top - 6, 1),
        below=foot + 22, told=HIDDEN if count is None else count, year=year,
    )  # fmt: skip
