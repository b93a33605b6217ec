"""The national texts, every version, and what changed between two. Pure: no table, no person.

A version is in force from its day until the next begins. Once somebody has signed a version it is never
edited: what is to be said otherwise is a new version. One that nobody has confirmed says so everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .wording import agreement, declaration
from .wording.paragraph import Paragraph, Text

TEXTS: tuple[Text, ...] = (*agreement.VERSIONS, *declaration.VERSIONS)
NUMBERS = ("commitment_months", "meet_ups_a_month_from", "meet_ups_a_month_to")

__all__ = [
    "NUMBERS",
    "TEXTS",
    "Change",
    "Paragraph",
    "Said",
    "Text",
    "changed",
    "in_force",
    "known",
]


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph in one language, with the numbers in it."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph in two versions; None where it is in one of them alone."""

    was: Said | None
    now: Said | None

    @property
    def what(self) -> str:
        if self.was is None:
            return "ny"
        if self.now is None:
            return "tatt ut"
        return "lik" if self.was == self.now else "endret"


def versions(kind: str) -> list[Text]:
    """The oldest first."""
    return sorted((text for text in TEXTS if text.kind == kind), key=lambda text: text.begins)


def in_force(kind: str, today: date) -> Text:
    """The one that counts on a day; before any had begun, the first."""
    begun = [text for text in versions(kind) if text.begins <= today]
    return begun[-1] if begun else versions(kind)[0]


def known(kind: str, version: str) -> Text | None:
    return next((text for text in versions(kind) if text.version == version), None)


def said(text: Text, language: str, numbers: Mapping[str, int]) -> list[Said]:
    """What is read aloud, and set on the paper."""
    return [_said(paragraph, language, numbers) for paragraph in text.paragraphs]


def changed(old: Text, new: Text, language: str, numbers: Mapping[str, int]) -> list[Change]:
    """Paragraph by paragraph, in the order of the new one; what was taken out stands last."""
    before = {paragraph.key: paragraph for paragraph in old.paragraphs}
    after = {paragraph.key: paragraph for paragraph in new.paragraphs}
    keys = [*after, *(key for key in before if key not in after)]

    def of(version: Mapping[str, Paragraph], key: str) -> Said | None:
        return _said(version[key], language, numbers) if key in version else None

    return [Change(of(before, key), of(after, key)) for key in keys]


def _said(paragraph: Paragraph, language: str, numbers: Mapping[str, int]) -> Said:
    heading, body = paragraph.nn if language == "nn" else paragraph.nb
    return Said(heading, body.format_map(dict(numbers)))
