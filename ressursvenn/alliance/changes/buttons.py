"""The store, what was handed out, and what the alliance has said of it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, words
from ..models import CampaignAction, HandOut, ReportedTotal, StockMove
from ._noting import editor, happened, kept, locked, noted, second_look
from .members import _rows

NOT_YET = "Skriv en dag som har vært."
STRUCK = "Den er strøket allerede."
WITH_THE_REPORT = "Den telles når en annen redaktør viser fortellingen om aksjonen."
A_YEAR = timedelta(days=365)


@transaction.atomic
def lay_out_totals(*, by: Person) -> int:
    """Lay out what the alliance has said. Doing it twice adds nothing; nobody has confirmed it yet."""
    editor(by)
    there, new = set(ReportedTotal.objects.values_list("code", flat=True)), 0
    for told in _rows("totals.csv"):
        if told["code"] not in there:
            _total(told, by)
            new += 1
    audit.record(by=by, did="alliance.totals_laid_out")
    return new


@transaction.atomic
def confirm_total(*, total: ReportedTotal, by: Person) -> ReportedTotal:
    """Another editor has held the number against its source."""
    row = locked(total, by=by)
    second_look(row.noted_by_id, by)
    return happened(row, "confirmed", by=by, did="total_confirmed")


@transaction.atomic
def look_over_total(*, total: ReportedTotal, by: Person) -> ReportedTotal:
    """The source still says so. Whoever looked owns it from now on, and looks again within a year."""
    row = locked(total, by=by)
    row.review_day, row.owner = timezone.localdate() + A_YEAR, by
    return kept(row, by=by, did="total_looked_over", only=("review_day", "owner"))


@transaction.atomic
def note_stock(*, kind: str, number: int, day: date, by: Person, told: str = "") -> StockMove:
    """Buttons came into the store, or went out without an order."""
    editor(by)
    _has_been(day)
    if kind == words.WENT_OUT and number > facts.in_store():
        raise ValidationError({"number": f"Det ligger bare {facts.in_store()} på lageret."})
    row = StockMove(kind=kind, number=number, day=day, told=told)
    return noted(row, by=by, did="stock_noted")


@transaction.atomic
def note_handed_out(
    *,
    kind: str,
    who: str,
    county: str,
    number: int,
    day: date,
    source: str,
    by: Person,
    action: CampaignAction | None = None,
) -> HandOut:
    """An organisation has told how many it handed out. It is counted when another editor has confirmed it."""
    editor(by)
    _has_been(day)
    if county not in words.counties():
        raise ValidationError({"county": "Velg et fylke fra listen."})
    row = HandOut(
        kind=kind, who=who, county=county, number=number, day=day, source=source, action=action
    )
    return noted(row, by=by, did="handed_out_noted")


@transaction.atomic
def confirm_handed_out(*, hand_out: HandOut, by: Person) -> HandOut:
    """Another editor has seen who told it. What was told after an action is counted when that is shown."""
    row = locked(hand_out, by=by)
    if row.action_id or row.struck_on:
        raise ValidationError(STRUCK if row.struck_on else WITH_THE_REPORT)
    second_look(row.noted_by_id, by)
    return happened(row, "confirmed", by=by, did="handed_out_confirmed")


@transaction.atomic
def strike_handed_out(*, hand_out: HandOut, by: Person) -> HandOut:
    """The note was wrong. It is no longer counted, and stays struck through."""
    row = locked(hand_out, by=by)
    if row.struck_on:
        raise ValidationError(STRUCK)
    return happened(row, "struck", by=by, did="handed_out_struck")


def _has_been(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({"day": NOT_YET})


def _total(told: dict[str, str], by: Person) -> None:
    row = ReportedTotal(
        code=told["code"], number=int(told["number"]), or_more=bool(told["or_more"]),
        day=date.fromisoformat(told["day"]), told=told["told"], source=told["source"],
        year=int(told["year"]), population=told["population"], link=told["link"],
        review_day=date.fromisoformat(told["review_day"]), owner=by,
        noted_on=timezone.localdate(), noted_by=by,
    )  # fmt: skip
    row.full_clean()
    row.save()
