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
    when_en: str
    name_en: str
    hours_en: str
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
        when_en="Is someone in danger now?",
        name_en="the police",
        hours_en="always open",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
        first=True,
    ),
    HelpLine(
        number="116 006",
        name="vold- og overgrepslinjen",
        when="Vil du snakke med noen?",
        hours="hele døgnet, gratis og anonymt",
        when_en="Do you want to talk to someone?",
        name_en="the violence and abuse helpline",
        hours_en="day and night, free and anonymous",
        source="krisesenter.com/vold-og-overgrepslinjen-116-006-opplever-stor-pagang",
        checked_on=date(2026, 11, 24),
        first=True,
    ),
    HelpLine(
        number="113",
        name="ambulanse",
        when="Er noen alvorlig skadd?",
        hours="alltid åpent",
        when_en="Is someone badly hurt?",
        name_en="ambulance",
        hours_en="always open",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="116 117",
        name="legevakt",
        when="Trenger du lege, men det er ikke livstruende?",
        hours="",
        when_en="Do you need a doctor, but it is not life-threatening?",
        name_en="out-of-hours doctor",
        hours_en="",
        source="tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="116 111",
        name="alarmtelefonen for barn og unge",
        when="Er du ung, eller bekymret for et barn?",
        hours="hele døgnet",
        when_en="Are you young, or worried about a child?",
        name_en="the helpline for children and young people",
        hours_en="day and night",
        source="nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-"
        "slar-alarm-1.15736352",
        checked_on=date(2026, 11, 24),
    ),
    HelpLine(
        number="02800",
        name="politiet, når det ikke haster",
        when="Vil du snakke med politiet uten at det haster?",
        hours="",
        when_en="Do you want to talk to the police when it is not urgent?",
        name_en="the police, not urgent",
        hours_en="",
        source="general knowledge",
        checked_on=None,
    ),
)


def shown() -> tuple[HelpLine, ...]:
    """What the public may see: only what somebody has confirmed."""
    return tuple(line for line in HELP_LINES if line.checked_on)
