"""From tables to rules."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, Sum

from ressursvenn.accounts.models import Person

from . import words
from .models import CampaignAction, Membership, Order, Organisation, Photo, StockMove
from .rules import (
    AfterwardsFacts,
    MembershipFacts,
    MentionFacts,
    OrderFacts,
    PhotoFacts,
    SecondLookFacts,
)


def of_second_look(written_by: int | None, version: int, by: Person, read: int) -> SecondLookFacts:
    """`version` is as it stands now, `read` as it stood when she read it."""
    return SecondLookFacts(
        written_by=written_by, looked_at_by=by.pk, version=version, version_read=read
    )


def of_photo(photo: Photo) -> PhotoFacts:
    return PhotoFacts(consent=photo.consent, described=bool(photo.described.strip()))


def of_order(order: Order, number: int) -> OrderFacts:
    return OrderFacts(settled=order.settled, number=number, in_store=in_store())


def of_afterwards(action: CampaignAction) -> AfterwardsFacts:
    return AfterwardsFacts(day=action.day, called_off=action.called_off_on is not None)


def of_mention(day: date, action: CampaignAction | None) -> MentionFacts:
    """About no action in particular, none stands in its way."""
    open_to_all = action is None or hasattr(action, "shown")
    return MentionFacts(day=day, action_is_open=open_to_all)


def of_membership(
    organisation: Organisation, since: date, until: date | None, but: Membership | None = None
) -> MembershipFacts:
    """`but` is the one in hand, which does not stand in its own way."""
    rows = Membership.objects.filter(organisation=organisation)
    rows = rows.exclude(pk=but.pk) if but else rows
    return MembershipFacts(
        since=since, until=until, others=tuple(rows.values_list("since", "until"))
    )


def in_store() -> int:
    """How many buttons lie in the store: what came in, less what went out and what was sent."""
    moved: dict[str, Any] = StockMove.objects.aggregate(
        came=Sum("number", filter=Q(kind=words.CAME_IN), default=0),
        went=Sum("number", filter=Q(kind=words.WENT_OUT), default=0),
    )
    sent: dict[str, Any] = Order.objects.aggregate(sent=Sum("sent_number", default=0))
    return int(moved["came"] - moved["went"] - sent["sent"])
