"""How many have signed with us, and how many we have said goodbye to: counts, never rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from ressursvenn.accounts.models import Association

from .models import ExitTalk, ServicePaper, Signing


def between(first: date, last: date, association: Association | None = None) -> dict[str, int]:
    """Papers that both have signed, papers of thanks, and talks at a farewell, within these days."""
    hers: dict[str, Any] = {} if association is None else {"volunteer__association": association}
    signed = Signing.objects.filter(we_signed_at__isnull=False, **hers)
    days = signed.order_by().values_list("we_signed_at", flat=True)
    return {
        "signed": sum(first <= timezone.localdate(at) <= last for at in days),
        "thanked": ServicePaper.objects.filter(issued_on__range=(first, last), **hers).count(),
        "farewells": ExitTalk.objects.filter(held_on__range=(first, last), **hers).count(),
    }
