"""Orders of buttons: they come by themselves, and are sent, or answered with a no. Addresses go on a clock."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, rules, words
from ..models import Delivery, Order
from ._noting import kept, locked, refused


class To(TypedDict, total=False):
    """Where it is to be sent."""

    attention: str
    street: str
    postcode: str
    town: str
    email: str


@transaction.atomic
def order_buttons(
    *,
    kind: str,
    who: str,
    county: str,
    number: int,
    wanted: date | None = None,
    by: None = None,
    **to: Unpack[To],
) -> Order:
    """Somebody has asked for buttons. The very same order twice on a day is one order."""
    if county not in words.counties():
        raise ValidationError({"county": "Velg et fylke fra listen."})
    row = Order(kind=kind, who=who, county=county, number=number, wanted=wanted)
    row.day = timezone.localdate()
    if wanted and wanted < row.day:
        raise ValidationError({"wanted": "Skriv en dag som kommer, eller la det stå tomt."})
    if same := _sent_before(row, to):
        return same
    kept(row, by=by, did="buttons_ordered")
    delivery = Delivery(order=row, **to)
    delivery.full_clean()
    delivery.save()
    return row


@transaction.atomic
def send_buttons(*, order: Order, number: int, by: Person) -> Order:
    """They are in the post. The store has so many fewer."""
    row = locked(order, by=by)
    refused(rules.MAY_BE_SENT, facts.of_order(row, number))
    row.sent_number, row.sent_on, row.sent_by = number, timezone.localdate(), by
    return kept(row, by=by, did="buttons_sent")


@transaction.atomic
def decline_order(*, order: Order, why: str, by: Person) -> Order:
    """They will not be sent, for a reason of the list."""
    row = locked(order, by=by)
    refused([rules.still_waiting], facts.of_order(row, row.number))
    row.declined_why, row.declined_on, row.declined_by = why, timezone.localdate(), by
    return kept(row, by=by, did="order_declined")


@transaction.atomic
def forget_delivery(*, order: Order, by: Person) -> None:
    """The address is not needed any more, and goes before its time."""
    row = locked(order, by=by)
    gone, _ = Delivery.objects.filter(order=row).delete()
    if not gone:
        raise ValidationError("Adressen er slettet allerede.")
    audit.record(by=by, did="alliance.delivery_forgotten", to=row)


def _sent_before(row: Order, to: To) -> Order | None:
    """One with every word alike, that nobody has settled."""
    same = {
        name: getattr(row, name) for name in ("kind", "who", "county", "number", "wanted", "day")
    }
    there = {f"delivery__{name}": value for name, value in to.items()}
    waits = Order.objects.filter(sent_on=None, declined_on=None)
    return waits.filter(**same, **there).first()
