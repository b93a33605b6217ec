"""What a person chooses about notices, and what she settles after a message that did not go by itself."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.protection import audit, vault

from . import letters, queries
from .models import Notice, Outgoing
from .setting import EMAIL
from .staff import place_of


@transaction.atomic
def choose_notices(*, person: Any, wanted: bool, by: Any, mailbox: str = "") -> None:
    """She, and nobody for her, says whether an e-mail may tell that something waits.

    A mailbox that is not named stays as it was: the one chosen before, or that of her account.
    """
    if by is None or by.pk != person.pk or not by.is_active:
        raise PermissionDenied
    if not wanted:
        Notice.objects.filter(person=person).delete()
        audit.record(by=by, did="messages.notices_not_wanted", to=person)
        return
    if mailbox and not letters.one_way(EMAIL, mailbox):
        raise ValidationError("Skriv én e-postadresse, som navn@eksempel.no.")
    told: dict[str, Any] = {"chosen_at": timezone.now(), "chosen_by": by}
    if mailbox:
        key, place = vault.derived("notices"), place_of(person)
        told["mailbox"] = vault.lock(key, mailbox.encode(), place)
    elif not queries.masked_mailbox(person):
        raise ValidationError("Skriv e-postadressen vi skal bruke.")
    Notice.objects.update_or_create(person=person, defaults=told)
    audit.record(by=by, did="messages.notices_wanted", to=person)


@transaction.atomic
def settle_tasks(*, reference: str, by: Any) -> int:
    """Somebody has rung, or found out. Whoever calls has asked whether she may, and writes the entry."""
    open_ones = queries.tasks_about([reference]).select_for_update()
    keys = list(open_ones.values_list("pk", flat=True))
    rows = Outgoing.objects.filter(pk__in=keys)
    return rows.update(settled_at=timezone.now(), settled_by=by)
