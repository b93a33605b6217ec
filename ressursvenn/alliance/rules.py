"""May it be shown, confirmed, sent? Each line can say no, and why. An editor reads them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Rule, rule

from .words import CONSENTS, FOUNDED

SEES, OURS = "edit_alliance", "docs/decisions/0029"


@dataclass(frozen=True, kw_only=True, slots=True)
class SecondLookFacts:
    """What one editor has written and another is to answer for. None means: not known."""

    written_by: int | None
    looked_at_by: int | None
    version: int | None  # as it stands
    version_read: int | None  # as she read it


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoFacts:
    """What is known of a picture."""

    consent: str | None
    described: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderFacts:
    """An order of buttons, and the store."""

    settled: bool | None
    number: int | None  # to be sent now
    in_store: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AfterwardsFacts:
    """A campaign action that somebody will tell of."""

    day: date | None
    called_off: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MembershipFacts:
    """The days an organisation is to be a member, and those it is already known for."""

    since: date | None
    until: date | None
    others: tuple[tuple[date, date | None], ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MentionFacts:
    """What is known of a mention in the press, before it is noted."""

    day: date | None
    action_is_open: bool | None  # also when it is about none


@rule(
    "ALL-01",
    "Den som bekrefter, godkjenner eller setter ut, er en annen redaktør enn den som skrev.",
    source="issue 5: det som settes ut, er sett av to",
    told_to=SEES,
)
def another_editor(s: SecondLookFacts, terms: Terms) -> bool:
    known = s.written_by is not None and s.looked_at_by is not None
    return known and s.written_by != s.looked_at_by


@rule("ALL-02", "Det er ikke endret siden du leste det.", source=OURS, told_to=SEES)
def as_it_was_read(s: SecondLookFacts, terms: Terms) -> bool:
    return s.version is not None and s.version == s.version_read


@rule(
    "ALL-03",
    "Et bilde har noen svart for: ingen kan kjennes igjen, eller alle har sagt ja.",
    source="personopplysningsloven; åndsverkloven § 104",
    told_to=SEES,
)
def consent_is_noted(p: PhotoFacts, terms: Terms) -> bool:
    return p.consent in CONSENTS


@rule(
    "ALL-04", "Et bilde er beskrevet med ord for den som ikke ser det.", source="WCAG 2.2, 1.1.1", told_to=SEES
)  # fmt: skip
def is_described(p: PhotoFacts, terms: Terms) -> bool:
    return p.described is True


@rule("ALL-05", "Bestillingen er ikke sendt eller avslått før.", source=OURS, told_to=SEES)
def still_waiting(o: OrderFacts, terms: Terms) -> bool:
    return o.settled is False


@rule("ALL-06", "Det sendes ikke flere knapper enn det er på lageret.", source=OURS, told_to=SEES)
def in_store(o: OrderFacts, terms: Terms) -> bool:
    return o.number is not None and o.in_store is not None and o.number <= o.in_store


@rule(
    "ALL-07", "Det fortelles hvordan det gikk, når aksjonen har vært og ikke er avlyst.",
    source=OURS, told_to=SEES,
)  # fmt: skip
def has_been(a: AfterwardsFacts, terms: Terms) -> bool:
    return a.day is not None and a.day <= terms.today and a.called_off is False


@rule(
    "ALL-08", "En organisasjon er medlem én gang om gangen, og fra før den slutter.",
    source=OURS, told_to=SEES,
)  # fmt: skip
def once_at_a_time(m: MembershipFacts, terms: Terms) -> bool:
    """Two stretches of days that touch are one membership, or a slip."""
    if m.since is None or m.others is None or (m.until and m.until < m.since):
        return False
    last = m.until or date.max
    return all(last < since or m.since > (until or date.max) for since, until in m.others)


@rule(
    "ALL-09", "En omtale har en dag som har vært, og er ikke eldre enn alliansen.", source=OURS, told_to=SEES
)  # fmt: skip
def is_in_our_time(m: MentionFacts, terms: Terms) -> bool:
    return m.day is not None and m.day.year >= FOUNDED and m.day <= terms.today


@rule(
    "ALL-10", "En omtale gjelder en aksjon som alle kan lese om, eller ingen.", source=OURS, told_to=SEES
)  # fmt: skip
def is_about_an_open_action(m: MentionFacts, terms: Terms) -> bool:
    return m.action_is_open is True


MAY_BE_SHOWN = (another_editor, as_it_was_read)
MAY_BE_PICTURED = (consent_is_noted, is_described)
MAY_BE_SENT = (still_waiting, in_store)
MAY_BE_MENTIONED = (is_in_our_time, is_about_an_open_action)

AnyFacts: TypeAlias = Any  # one of the facts above, each rule with its own
AnyRule: TypeAlias = Rule[Any]
