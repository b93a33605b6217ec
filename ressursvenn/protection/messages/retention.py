"""What was sent goes with whom it went to, and by age. Text, number and address were never here."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from ressursvenn.protection import retention

from .models import Outgoing


@retention.forgets
def forget(reference: str) -> None:
    """Every message to her, sent or waiting."""
    Outgoing.objects.filter(to=reference).delete()


@retention.goes("outbox")
def forget_old_messages(before: date) -> int:
    """Those written by that day; not one that somebody must still find out about."""
    to_settle = Q(unknown_at__isnull=False, settled_at=None)
    return Outgoing.objects.filter(written_at__date__lte=before).exclude(to_settle).delete()[0]
