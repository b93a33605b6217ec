"""What somebody has chosen about being reached, as whoever sends must know it, and why not to send.

The room that knows her is above this one, and tells us how to ask: `known_by` is called when the house is
put together. What is told is never kept, and does not print itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .window import Window

SMS, EMAIL, PHONE_LIST = "sms", "email", "phone_list"

WHY = {
    "too_old": "Det gikk mer enn to timer før den kunne sendes.",
    "erased": "Deltakeren er slettet.",
    "no_consent": "Deltakeren har ikke sagt ja, eller har trukket seg.",
    "switched_off": "Deltakeren har ikke valgt en vei inn som kan brukes herfra.",
    "other_channel": "Trygg kontakt er endret siden meldingen ble skrevet.",
    "ask_again": "Trygg kontakt må avklares på nytt først.",
    "closed": "Det er utenfor tiden deltakeren har sagt er trygg.",
    "untranslated": "Meldingen finnes ikke på språket deltakeren har valgt.",
    "no_sender": "Det er ikke valgt en avsender som finnes.",
    "her_word": "Meldingen eller avsenderen har et ord deltakeren ikke vil se.",
    "banned": "Meldingen har et ord som aldri skal ut herfra.",
    "no_way": "Nummeret eller adressen kan ikke brukes.",
    "already": "Det er alt skrevet en melding i dag. Det går høyst én om dagen.",
    "refused": "Meldingen ble ikke tatt imot av den som skulle levere den.",
    "gave_up": "Det gikk for lang tid uten at den kunne leveres.",
    "not_wanted": "Den det gjelder, vil ikke ha den.",
}


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Setting:
    """All that she has chosen. Nothing chosen is nothing sent."""

    may: bool  # she has said yes, and not withdrawn it
    channel: str = ""  # SMS, EMAIL, PHONE_LIST, or "": none
    to: str = ""
    sender: str = ""
    language: str = ""
    never: tuple[str, ...] = ()
    window: Window | None = None
    until: date | None = None  # after this day she must be asked again

    def __repr__(self) -> str:
        return "<Setting>"


Found = Callable[[str], Setting | None]
Leaders = Callable[[str], Iterable[Any]]
_found: list[Found] = []
_leaders: list[Leaders] = []


def known_by(*, found: Found, leaders: Leaders) -> None:
    """From the room that knows her: how to ask for what she has chosen, and who is to hear of trouble."""
    _found[:], _leaders[:] = [found], [leaders]


def of(reference: str) -> Setting | None:
    """Opened for this, with an entry in the log. None: there is nobody, or the keys are gone."""
    return _found[0](reference) if _found else None


def leaders_of(reference: str) -> Iterable[Any]:
    return _leaders[0](reference) if _leaders else ()
