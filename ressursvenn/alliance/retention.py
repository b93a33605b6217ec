"""An order's address goes by its age, counted from the last thing that happened to the order."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from ressursvenn.protection import retention

from .models import Delivery


@retention.goes("button_order")
def forget_addresses(before: date) -> int:
    """Those of orders that came, were sent or were declined by that day, with nothing since."""
    sent = Q(order__sent_on__lte=before) | Q(order__declined_on__lte=before)
    forgotten = Q(order__sent_on=None, order__declined_on=None, order__day__lte=before)
    return Delivery.objects.filter(sent | forgotten).delete()[0]
