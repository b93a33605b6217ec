"""What a text is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The same paragraph in both languages, heading and body. `key` is the same in every version."""

    key: str
    nb: tuple[str, str]
    nn: tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """One version of one text. Nobody has confirmed it until there is a name and a day."""

    kind: str
    version: str
    begins: date
    paragraphs: tuple[Paragraph, ...]
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def confirmed(self) -> bool:
        return bool(self.confirmed_by and self.confirmed_on)
