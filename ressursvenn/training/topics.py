"""What a course may cover: the listed topics in both languages, with where each is from.

Which of them everybody must have heard of is a setting: `course_topics` in programme/limits.py, dated there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that everybody has heard about before she is paired with somebody."""

    code: str
    nb: str
    nn: str
    source: str


OSLO, NATIONAL, MENTOR = (
    "osf.no/100-koblinger-i-ressursvenn",
    "sanitetskvinnene.no/bli-ressursvenn",
    "MENTOR EEPM, del 3",
)
TOPICS: dict[str, Topic] = {
    topic.code: topic
    for topic in (
        Topic("programme", "hva Ressursvenn er", "kva Ressursvenn er", OSLO),
        Topic("violence", "vold i nære relasjoner", "vald i nære relasjonar", NATIONAL),
        Topic("trauma", "traumer", "traume", NATIONAL),
        Topic("centre", "krisesenteret", "krisesenteret", OSLO),
        Topic("role", "rollen din", "rolla di", OSLO),
        Topic("confidentiality", "taushetsplikten", "teieplikta", NATIONAL),
        Topic("boundaries", "å sette grenser", "å setje grenser", NATIONAL),
        Topic("endings", "å avslutte godt", "å avslutte godt", MENTOR),
        Topic("help", "hvor du får hjelp", "kvar du får hjelp", MENTOR),
    )
}  # fmt: skip


def in_words(codes: list[str], language: str = "nb") -> list[str]:
    """In the order of the list, whatever order they were ticked in."""
    return [str(getattr(topic, language)) for code, topic in TOPICS.items() if code in codes]
