"""The outbox: that something is to be sent, never what it says or where it goes. And who wants a notice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.protection.references import new_reference

from .texts import HERS, STAFF

ENDS = ("sent", "dropped", "unknown")


def _moment() -> models.DateTimeField:  # type: ignore[type-arg]
    return models.DateTimeField(null=True, blank=True)


class Outgoing(models.Model):
    """One message on its way. Text, number and address are found when it goes, and nowhere before.

    To her it is tried once: `trying_at` is written before anything is touched, and what then is not known
    is never tried again. To staff it is tried until it has arrived.
    """

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    audience = models.CharField(max_length=5, choices=[(HERS, HERS), (STAFF, STAFF)])
    channel = models.CharField(max_length=10)
    kind = models.CharField(max_length=30)
    to = models.CharField(max_length=8, db_index=True)
    day = models.DateField()
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    not_before = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    trying_at, sent_at, dropped_at, unknown_at = _moment(), _moment(), _moment(), _moment()
    why = models.CharField(max_length=20, blank=True)
    settled_at = _moment()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            on_and_by("settled", "at"),
            models.UniqueConstraint(
                fields=("audience", "to", "day"),
                condition=Q(dropped_at=None),
                name="one_message_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(audience=HERS) | Q(tries__lte=1), name="to_her_at_most_once"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, dropped_at=None)
                | Q(sent_at=None, unknown_at=None)
                | Q(dropped_at=None, unknown_at=None),
                name="a_message_ends_in_one_way",
            ),
        ]

    class Handling:
        plain = {
            "id", "reference", "audience", "channel", "kind", "to", "day", "written_at", "written_by",
            "not_before", "tries", "trying_at", "sent_at", "dropped_at", "unknown_at", "why",
            "settled_at", "settled_by",
        }  # fmt: skip
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "outbox"

    @property
    def over(self) -> bool:
        return any(getattr(self, f"{end}_at") for end in ENDS)

    def __str__(self) -> str:
        return self.reference


class Notice(models.Model):
    """Somebody who signs in wants an e-mail when something new waits. Without a row: she does not.

    `mailbox` is where to, locked with the house's own key; empty means the address of her account.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice", primary_key=True
    )
    mailbox = models.BinaryField(blank=True)
    chosen_at = models.DateTimeField(default=timezone.now)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Handling:
        plain = {"person", "mailbox", "chosen_at", "chosen_by"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "account"

    def __str__(self) -> str:
        return str(self.pk)
