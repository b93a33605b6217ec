"""A published advert cut for other places: the fields of frivillig.no, and plain links for a website.

Nobody has confirmed the fields to us (domain 3): they are what other such forms ask for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join

from . import blocks, words

ASKED = 3  # the section of what we ask


@dataclass(frozen=True, slots=True)
class Field:
    """One box on the other site."""

    name: str
    label: str
    text: str
    lang: str
    note: str = ""

    @property
    def rows(self) -> int:
        """High enough to be read without scrolling, up to a point."""
        return min(16, max(1, sum(1 + len(line) // 60 for line in self.text.splitlines())))


def fields(told: blocks.Told, *, contact: str, address: str) -> list[Field]:
    """Every box, in the order such forms have. An advert with languages leaves place and contact open."""
    lang = str(told["language"])
    apply = {"nb": "Søk her:", "nn": "Søk her:"}[lang]
    said = (
        ("title", "Tittel", told["title"]),
        ("summary", "Kort om oppdraget", told["summary"]),
        ("description", "Beskrivelse", f"{blocks.as_text(told)}\n\n{apply} {address}"),
        ("place", "Sted, eller på nett", told["place"]),
        ("time", "Tid", told["time"]),
        ("start", "Oppstart", told["start"]),
        ("end", "Slutt", told["end"]),
        ("age", "Alder", told["age"]),
        ("requirements", "Krav", "\n".join(told["sections"][ASKED]["points"])),
        ("contact", "Kontaktperson", contact),
        ("category", "Kategori", words.CATEGORY[lang]),
    )
    return [
        Field(name, label, text, lang, NOTES.get(name, "")) for name, label, text in said if text
    ]


NOTES = {
    "place": "Møtene er mellom mennesker, ikke på nett.",
    "contact": "E-posten fra frivillig.no går rett hit. Svar tidlig; etter fjorten dager blir den som har "
    "meldt seg, bedt om å klage til dem.",
    "category": "Velg den på listen som ligner mest.",
}


def as_links(links: Iterable[tuple[str, str, str]]) -> str:
    """Address, language and title of each, as a list to paste into a page: plain links, no script, nothing
    that is fetched from us."""
    rows = format_html_join("\n", '  <li><a href="{}" hreflang="{}">{}</a></li>', links)
    return format_html("<ul>\n{}\n</ul>", rows) if rows else ""
