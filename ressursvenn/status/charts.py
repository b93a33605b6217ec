"""Bars as SVG, drawn once and shown both on the page and on paper. The sentence beside says the same."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.html import format_html, format_html_join

ROW, LABEL, WIDE, SIDE = 30, 230, 640, 60
RED, EDGE = "#c5162e", "#857a6f"
FAMILY = "Noto Sans, system-ui, sans-serif"


def bars(values: Mapping[str, int], *, title: str, said: str) -> str:
    """As many bars as there are values, the longest as wide as there is room for."""
    longest = max([*values.values(), 1])
    rows = format_html_join(
        "\n", "{}", ((_row(*each, longest),) for each in enumerate(values.items()))
    )
    high = ROW * len(values) + 6
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" font-family="{family}" font-size="15">\n<title>{title}</title>\n<desc>{said}</desc>\n'
        "{rows}\n</svg>",
        wide=WIDE, high=high, family=FAMILY, title=title, said=said, rows=rows,
    )  # fmt: skip


def in_words(values: Mapping[str, int], begins: str) -> str:
    """The same for whoever reads it instead: "Et søylediagram. Oslo 3, Agder 1."."""
    return f"{begins} {', '.join(f'{label} {value}' for label, value in values.items())}."


def _row(number: int, pair: tuple[str, int], longest: int) -> str:
    label, value = pair
    top, length = number * ROW + 3, round((WIDE - LABEL - SIDE) * value / longest, 1)
    return format_html(
        '<text x="{at}" y="{line}" text-anchor="end" fill="currentColor">{label}</text>'
        '<rect x="{left}" y="{top}" width="{length}" height="20" rx="3" fill="{red}"/>'
        '<text x="{after}" y="{line}" fill="currentColor">{value}</text>',
        at=LABEL - 12, line=top + 16, label=label, left=LABEL, top=top, length=length, red=RED,
        after=round(LABEL + length + 8, 1), value=value,
    )  # fmt: skip
