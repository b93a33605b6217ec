"""A demand is raised, and said in new words. Each text stands; the next one says what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from ..models import Addressee, Demand, DemandText
from ._noting import confirmed, locked, may_edit, reaches_nobody, two_of
from ._to_whom import stands_with, written_for

WAITS = "En versjon venter alt på å bli bekreftet. Bekreft den eller kast den først."
RAISED_AHEAD = "Dagen kravet ble reist, kan ikke ligge fram i tid."
BUILT_ON = "Det er alt notert noe på dette kravet. Bekreft teksten, og skriv en ny versjon."


@transaction.atomic
def raise_demand(
    *,
    hole: str,
    raised_day: date,
    addressees: Iterable[Addressee],
    title: str,
    body: str,
    by: Person,
) -> Demand:
    """Its first text waits for another editor."""
    may_edit(by)
    if raised_day > timezone.localdate():
        raise ValidationError({"raised_day": RAISED_AHEAD})
    row = Demand(hole=hole, raised_day=raised_day, written_on=timezone.localdate(), written_by=by)
    row.full_clean()
    row.save()
    written_for(row, addressees, by=by)
    _say(row, 1, by, title=title, body=body, why="")
    audit.record(by=by, did="agenda.demand_raised", to=row)
    return row


@transaction.atomic
def rewrite_demand(*, demand: Demand, title: str, body: str, why: str, by: Person) -> DemandText:
    """The next version, which waits for another editor. The one before stands until then."""
    row: Demand = locked(demand, by)
    if row.texts.filter(confirmed_on=None).exists():
        raise ValidationError(WAITS)
    text = _say(row, row.texts.count() + 1, by, title=title, body=body, why=why)
    audit.record(by=by, did="agenda.demand_rewritten", to=row)
    return text


@transaction.atomic
def confirm_text(*, text: DemandText, by: Person) -> DemandText:
    """Another editor stands for the words; of the first, also for whom it is addressed to."""
    row: DemandText = locked(text, by, confirmed_on=None)
    if row.number == 1:
        stands_with(row.demand, by=by)
    confirmed(row, two_of(row, by), by=by, did="text_confirmed", to=row.demand)
    return row


@transaction.atomic
def throw_away_text(*, text: DemandText, by: Person) -> None:
    """It was not to be. What everybody has read cannot be thrown away; a demand without any text goes too."""
    row: DemandText = locked(text, by, confirmed_on=None)
    demand = row.demand
    if row.number == 1 and (demand.happenings.exists() or demand.evidence.exists()):
        raise ValidationError(BUILT_ON)
    audit.record(by=by, did="agenda.text_thrown_away", to=demand)
    row.delete()
    if row.number == 1:
        demand.delete()


def _say(row: Demand, number: int, by: Person, **said: str) -> DemandText:
    reaches_nobody(**said)
    text = DemandText(
        demand=row, number=number, written_on=timezone.localdate(), written_by=by, **said
    )
    text.full_clean()
    text.save()
    return text
