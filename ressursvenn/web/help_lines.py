"""Where help is, by telephone. The one reviewed table: nothing else in the house may name a number.

Each row says where it was read and on which day. A row that nobody has confirmed (`checked_on` is
None) is never shown to the public. The owner of the table is the national adviser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpLine:
    """`first` stands at the top of every public page; `when` says whom the number is for."""

    number: str
    name: str
    when: str
    hours: str
    source: str
    checked_on: date | None
    first: bool = False

    @property
    def dial(self) -> str:
        return self.number.replace(" ", "")


HELP_LINES = (
    HelpLine(
        number="112",
        name="politiet",
        when="Er noen i fare nå?",
        hours="alltid åpent",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
        first=True,
    ),
    HelpLine(
        number="116 006",
        name="vold- og overgrepslinjen",
        when="Vil du snakke med noen?",
        hours="hele døgnet, gratis og anonymt",
        source="krisesenter.com/vold-og-overgrepslinjen-116-006-opplever-stor-pagang",
        checked_on=date(2026, 11, 24),
        first=True,
    ),
    HelpLine(
        number="113",
        name="ambulanse",
        when="Er noen alvorlig skadd?",
        hours="alltid åpent",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="116 117",
        name="legevakt",
        when="Trenger du lege, men det er ikke livstruende?",
        hours="",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="116 111",
        name="alarmtelefonen for barn og unge",
        when="Er du ung, eller bekymret for et barn?",
        hours="hele døgnet",
        source="nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-"
        "slar-alarm-1.15736352",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="02800",
        name="politiet, når det ikke haster",
        when="Vil du snakke med politiet uten at det haster?",
        hours="",
        source="general knowledge",
        checked_on=None,
    ),
)


def shown() -> tuple[HelpLine, ...]:
    """What the public may see: only what somebody has confirmed."""
    return tuple(line for line in HELP_LINES if line.checked_on)
