"""The help card: the reviewed numbers as one file that needs nothing of us once somebody has it.

No stylesheet, script, picture or address of ours: it is read from a folder, a memory stick or a print. Its name
and its title say no more than that there are numbers on it.
"""

from __future__ import annotations

from pathlib import Path

from django.utils.html import format_html, format_html_join

from ressursvenn.shapes.days import in_words

from .help_lines import HelpLine, shown

CARD = Path(__file__).parent / "static/web/kort.html"


def written() -> str:
    """The whole file. The same table gives the same file."""
    lines = format_html_join("\n", "{}", ((_line(line),) for line in shown()))
    return format_html(
        '<!doctype html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        "<title>Numre</title>\n</head>\n<body>\n<main>\n<h1>Numre</h1>\n{}\n{}</main>\n</body>\n</html>\n",
        lines,
        _checked(),
    )


def _line(line: HelpLine) -> str:
    return format_html(
        '<h2><a href="tel:{}">{}</a></h2>\n<p>{}<br>\n{}{}</p>\n<p lang="en">{}<br>\n{}{}</p>\n<hr>',
        line.dial, line.number,
        line.when, line.name, _after(line.hours),
        line.when_en, line.name_en, _after(line.hours_en),
    )  # fmt: skip


def _after(hours: str) -> str:
    return f", {hours}" if hours else ""


def _checked() -> str:
    """The oldest day that one of them was read where it came from: none is older."""
    oldest = min(line.checked_on for line in shown() if line.checked_on)
    return format_html("<p><small>Lest hos kildene {}.</small></p>\n", in_words(oldest))
