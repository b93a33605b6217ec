"""The house's own words for a page, until somebody in the organisation has published theirs.

A file `wording/<place>.<language>.md`: the title after a hash, then the lead, then the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString

from . import markdown

WORDING = Path(__file__).parent / "wording"


@dataclass(frozen=True, slots=True)
class Text:
    """What a page says. `body` is Markdown."""

    title: str
    lead: str
    body: str

    @property
    def html(self) -> SafeString:
        return markdown.as_html(self.body)


@cache
def of_the_house(place: str, language: str) -> Text | None:
    """None for a language that the house has no words in: it does not guess."""
    path = WORDING / f"{place}.{language}.md"
    return read(path.read_text("utf-8")) if path.exists() else None


def read(written: str) -> Text:
    """The three parts of a file."""
    title, lead, body = written.split("\n\n", 2)
    return Text(title.removeprefix("# ").strip(), " ".join(lead.split()), body.strip())
