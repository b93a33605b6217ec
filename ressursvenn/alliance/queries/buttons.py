"""Buttons: how many lie in the store, who waits for some, and how many were handed out, with its definition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Max, Min, QuerySet, Sum

from ..models import HandOut, Order, ReportedTotal, StockMove

DEFINITION = (
    "Det siste tallet alliansen selv har oppgitt, og det organisasjoner har meldt at de har delt ut etter "
    "den dagen. Knapper som er sendt ut og ikke delt ut, er ikke med. Ingen teller hvem som bærer dem."
)


@dataclass(frozen=True, slots=True)
class Counter:
    """How many buttons were handed out, as far as anybody has said, and how that is known."""

    number: int
    or_more: bool
    base: ReportedTotal | None
    noted: int  # handed out after the base, and noted here
    last_noted: date | None

    @property
    def definition(self) -> str:
        return DEFINITION

    @property
    def confirmed(self) -> bool:
        return self.base is None or self.base.confirmed_on is not None

    @property
    def source(self) -> str:
        parts = [self.base.source] if self.base else []
        return "; ".join([*parts, *(["meldinger til alliansen"] if self.noted else [])])


def totals() -> QuerySet[ReportedTotal]:
    """What the alliance has said, the oldest first."""
    return ReportedTotal.objects.select_related("confirmed_by", "noted_by", "owner")


def counter(until: date | None = None) -> Counter:
    """As it stands, or stood at the end of a day."""
    said, given = totals(), counted()
    if until:
        said, given = said.filter(day__lte=until), given.filter(day__lte=until)
    base = said.order_by("day", "pk").last()
    later = given.filter(day__gt=base.day) if base else given
    sums = later.aggregate(number=Sum("number", default=0), last=Max("day"))
    number = (base.number if base else 0) + sums["number"]
    return Counter(number, bool(base and base.or_more), base, sums["number"], sums["last"])


def counted() -> QuerySet[HandOut]:
    """What was handed out, as two editors have said, and has not been struck."""
    return HandOut.objects.filter(struck_on=None, confirmed_on__isnull=False)


def uncounted() -> QuerySet[HandOut]:
    """What waits for another editor; what was told after an action waits with that."""
    return HandOut.objects.filter(struck_on=None, confirmed_on=None, action=None)


def handed_out_by() -> list[Any]:
    """Who handed out how many where, the most first."""
    rows = (
        counted()
        .values("kind", "who", "county")
        .annotate(many=Sum("number"), first=Min("day"), last=Max("day"))
    )
    return list(rows.order_by("-many", "who", "county"))


def handed_out_in() -> dict[str, int]:
    """How many in each county."""
    rows = counted().values_list("county").annotate(many=Sum("number")).order_by("county")
    return {county: int(many or 0) for county, many in rows}


def hand_outs() -> QuerySet[HandOut]:
    """Every note of it, the newest first, struck or not."""
    return HandOut.objects.select_related("noted_by", "confirmed_by", "action").order_by(
        "-day", "-pk"
    )


def orders() -> QuerySet[Order]:
    rows = Order.objects.select_related("delivery", "sent_by", "declined_by")
    return rows.order_by("-day", "-pk")


def waiting_orders() -> QuerySet[Order]:
    """Those nobody has sent or declined: what is needed first stands first."""
    rows = Order.objects.filter(sent_on=None, declined_on=None).select_related("delivery")
    return rows.order_by(F("wanted").asc(nulls_last=True), "day", "pk")


def order_list() -> list[Order]:
    """For the table where parcels are packed: those that wait and still have an address."""
    return [row for row in waiting_orders() if hasattr(row, "delivery")]


def moves() -> QuerySet[StockMove]:
    return StockMove.objects.select_related("noted_by")
