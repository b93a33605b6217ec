"""What has happened is noted by one, confirmed by another, and struck with a reason. Never changed."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person

from .. import facts, rules, words
from ..models import Addressee, Demand, Happening
from ._noting import NOBODY, confirmed, holds, keep, locked

BESIDE = {
    "AGE-01": "says", "AGE-02": "day", "AGE-03": "addressee", "AGE-04": "promise", "AGE-05": "source",
    "AGE-06": "kind",
}  # fmt: skip
HOW = {
    "AGE-01": NOBODY,
    "AGE-02": "Velg en dag mellom dagen kravet ble reist, og i dag.",
    "AGE-03": "Velg en vi har tatt kravet opp med. Har vi det, så noter det først.",
    "AGE-04": "Velg et løfte som er gitt før denne dagen og ikke gjort opp.",
    "AGE-05": "Skriv hvor det står: et møtereferat, et brev, et dokument.",
    "AGE-06": "Kravet er over. Reis et nytt, eller stryk det som avsluttet det.",
}


@transaction.atomic
def note_happening(
    *, demand: Demand, kind: str, day: date, addressee: Addressee | None, says: str, source: str,
    link: str, promise: Happening | None, due_day: date | None, by: Person,
) -> Happening:  # fmt: skip
    """It waits for another editor. Raises ValidationError, beside the field, saying what to do."""
    row: Demand = locked(demand, by)
    said = {"kind": kind, "day": day, "says": says, "source": source}
    _may_be_noted(facts.of_happening(row, **said, addressee=addressee, promise=promise))  # type: ignore[arg-type]
    one = Happening(demand=row, **said, addressee=addressee, link=link)
    one.promise = promise if kind in words.OF_A_PROMISE else None
    one.due_day = due_day if kind == words.PROMISE else None
    one.noted_on, one.noted_by = timezone.localdate(), by
    return keep(one, by=by, did="happening_noted")


@transaction.atomic
def confirm_happening(*, happening: Happening, by: Person) -> Happening:
    """Another editor has held it against its source."""
    row: Happening = locked(happening, by, confirmed_on=None, struck_on=None)
    confirmed(row, facts.of_two_for(row, by.pk), by=by, did="happening_confirmed")
    return row


@transaction.atomic
def strike_happening(*, happening: Happening, why: str, by: Person) -> Happening:
    """It was wrong. What everybody has read stays to be seen, struck, with the reason."""
    row: Happening = locked(happening, by, struck_on=None)
    if why not in words.WHY_STRUCK:
        raise ValidationError({"why": "Velg hvorfor det strykes."})
    holds(rules.may_be_struck, facts.of_strike(row))
    row.struck_on, row.struck_by, row.why_struck = timezone.localdate(), by, why
    return keep(row, by=by, did="happening_struck")


def _may_be_noted(known: rules.HappeningFacts) -> None:
    told: dict[str, list[str]] = {}
    for no in rules.may_be_noted(known, accounts.terms(None)):
        told.setdefault(BESIDE[no.rule], []).append(HOW[no.rule])
    if told:
        raise ValidationError(told)
