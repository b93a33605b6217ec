"""May this version be published? Read MAY_BE_PUBLISHED from the top: each line can say no, and why.

A page is read by whoever is in danger, on a telephone that somebody else may look at.
"""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

SEEN_BY = "edit_alliance"
SOURCE = "issue 5.8; docs/decisions/0032"


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionFacts:
    """What a text holds, and whether anybody who speaks its language has read it. None means: not known."""

    numbers: tuple[str, ...] | None  # what looks like a telephone number
    strange_links: tuple[str, ...] | None  # neither here nor https
    translation: bool | None
    read_by_a_speaker: bool | None


@rule(
    "DOO-01",
    "En tekst nevner ingen telefonnumre. De står i tabellen, som har kilde og dato.",
    source="domain 8, trap 17; docs/decisions/0032",
    told_to=SEEN_BY,
)
def no_numbers(v: VersionFacts, terms: Terms) -> bool:
    """A wrong number on a page like this can cost a life, and a text has no day on which it was checked."""
    return v.numbers == ()


@rule(
    "DOO-02",
    "Hver lenke går til en side her (begynner med /) eller til en adresse som begynner med https.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def no_strange_links(v: VersionFacts, terms: Terms) -> bool:
    return v.strange_links == ()


@rule(
    "DOO-03",
    "En oversettelse publiseres først når en som kan språket, har lest den.",
    source="issue 5.8; look.md, words",
    told_to=SEEN_BY,
)
def read_by_a_speaker(v: VersionFacts, terms: Terms) -> bool:
    """Until then the page shows numbers, names, and the sentences in bokmål and English."""
    return v.translation is False or v.read_by_a_speaker is True


MAY_BE_PUBLISHED = (no_numbers, no_strange_links, read_by_a_speaker)


def may_be_published(v: VersionFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_PUBLISHED, v, terms)
