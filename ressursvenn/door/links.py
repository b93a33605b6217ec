"""The two "read more" of the seed: where each leads, as it was read in our sources.

The seed has the words and not the addresses. These are the pages where our own facts were read; nobody has
opened them since, so each is shown with the day somebody did, or with the sentence that nobody has.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """`target` until somebody has noted another."""

    code: str
    word: str
    target: str


LINKS = {
    link.code: link
    for link in (
        Link(
            "ressursvenn",
            "Les mer om Ressursvenn hos Norske Kvinners Sanitetsforening",
            "https://sanitetskvinnene.no/bli-ressursvenn",
        ),
        Link(
            "rod-knapp",
            "Les mer om Rød Knapp-alliansen på rødknapp.no",
            "https://xn--rdknapp-q1a.no/om-rod-knapp/",
        ),
    )
}
