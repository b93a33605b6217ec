"""What may an advert name? Read MAY_BE_SAID from the top: each line can say no, and why.

An advert is read by everybody, also by whoever looks for one woman. So a need is told only in a crowd.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

from .words import OF_LANGUAGES, STANDING

SEEN_BY = "screen_volunteers"
SOURCE = "safety T15; docs/decisions/0023"
FEWEST = (
    5  # languages that stand together. The country's, like the list: no association may lower it.
)


@dataclass(frozen=True, kw_only=True, slots=True)
class AdvertFacts:
    """What an advert names, and what the association has published before. None means: not known."""

    heading: str | None  # its code
    languages: frozenset[str] | None
    towns: frozenset[str] | None
    districts: frozenset[str] | None  # those of the towns that are a part of one
    times: frozenset[str] | None
    named_before: tuple[frozenset[str], ...] | None  # the languages of each advert ever published


@rule(
    "ADV-01",
    "Språk nevnes minst fem sammen, eller ikke i det hele tatt.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def languages_in_a_crowd(a: AdvertFacts, terms: Terms) -> bool:
    """One language and four others. Which of them somebody waits with, nobody can tell."""
    return a.languages is not None and (not a.languages or len(a.languages) >= FEWEST)


@rule(
    "ADV-02",
    "Språkene i en annonse står på den faste, nasjonale listen.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def languages_of_the_list(a: AdvertFacts, terms: Terms) -> bool:
    """Nobody puts together a crowd of her own, where all but one are everybody's."""
    return a.languages is not None and a.languages <= set(STANDING)


@rule("ADV-03", "Et språk står aldri i samme annonse som et sted.", source=SOURCE, told_to=SEEN_BY)
def no_language_with_a_place(a: AdvertFacts, terms: Terms) -> bool:
    return a.languages is not None and a.towns is not None and not (a.languages and a.towns)


@rule("ADV-04", "Et språk står aldri i samme annonse som en tid.", source=SOURCE, told_to=SEEN_BY)
def no_language_with_a_time(a: AdvertFacts, terms: Terms) -> bool:
    return a.languages is not None and a.times is not None and not (a.languages and a.times)


@rule(
    "ADV-05", "Et sted i en annonse er en hel by, aldri en bydel.", source=SOURCE, told_to=SEEN_BY
)
def whole_towns(a: AdvertFacts, terms: Terms) -> bool:
    """A participant says in which part of a town she wants to meet. That is hers."""
    return a.towns is not None and a.districts is not None and not a.districts


@rule(
    "ADV-06",
    "Lest sammen med det foreningen har publisert før, skiller språkene aldri ut færre enn fem.",
    source="safety T14, T15; docs/decisions/0023",
    told_to=SEEN_BY,
)
def languages_in_a_crowd_of_all_adverts(a: AdvertFacts, terms: Terms) -> bool:
    """What two lists share, what the second left out and what it added: each none, or five."""
    if a.languages is None or a.named_before is None:
        return False
    if not a.languages:
        return True
    said = [named for named in (*a.named_before, a.languages) if named]
    told_apart = Counter(
        tuple(code in named for named in said) for code in frozenset().union(*said)
    )
    return all(count >= FEWEST for count in told_apart.values())


@rule(
    "ADV-07",
    "Overskriften om flere språk står bare på en annonse som nevner språkene.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def languages_under_their_heading(a: AdvertFacts, terms: Terms) -> bool:
    """Beside a town and a time it would say of who waits there that she needs another language."""
    if a.heading is None or a.languages is None:
        return False
    return a.heading != OF_LANGUAGES or bool(a.languages)


MAY_BE_SAID = (
    languages_in_a_crowd,
    languages_of_the_list,
    no_language_with_a_place,
    no_language_with_a_time,
    whole_towns,
    languages_in_a_crowd_of_all_adverts,
    languages_under_their_heading,
)


def may_be_said(a: AdvertFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_SAID, a, terms)
