"""The log of what was done and read."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone


class AppendOnly(models.QuerySet):  # type: ignore[type-arg]
    """Rows that are added, never changed and never taken away."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")

    def delete(self) -> NoReturn:
        raise TypeError("the log is only added to")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")

    def update_or_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")


class OnlyAdded(models.Model):
    """A row of the log. The database refuses the same, by whoever asks."""

    objects = AppendOnly.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("the log is only added to")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")


class AuditEntry(OnlyAdded):
    """Something was done or read, by someone. Codes and references alone; never a name or a value.

    Each is linked to the one before it (`links.py`). The database itself refuses to change or drop one.
    """

    number = models.PositiveBigIntegerField(unique=True, editable=False)
    link = models.CharField(max_length=64, unique=True, editable=False)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    did = models.CharField(max_length=60)
    to_kind = models.CharField(max_length=40, blank=True)
    purpose = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("-id",)

    class Handling:
        plain = {"id", "number", "link", "at", "by", "did", "to_kind", "purpose"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "audit"

    def __str__(self) -> str:
        return self.did


class AuditAbout(OnlyAdded):
    """Which references an entry is about: one for an act, many for a list that was read."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="about")
    reference = models.CharField(max_length=8, db_index=True)

    class Handling:
        plain = {"id", "entry", "reference"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "audit"

    def __str__(self) -> str:
        return self.reference


class AuditBeginning(OnlyAdded):
    """Where the log begins since the entries up to a checkpoint were forgotten, after 24 months.

    The only door through which entries go: the database drops those that lie before a beginning, and takes
    a beginning only where every entry before it is that old.
    """

    number = models.PositiveBigIntegerField(unique=True, editable=False)
    head = models.CharField(max_length=64, editable=False)
    checkpoint = models.CharField(max_length=400, editable=False)  # as it was witnessed, one line

    class Handling:
        plain = {"id", "number", "head", "checkpoint"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "audit"

    def __str__(self) -> str:
        return str(self.number)


class KeptLonger(models.Model):
    """Somebody has said that a row is still needed, until a day. A reason from a list, never a story."""

    WITHOUT_LIMIT = ("complaint",)
    REASONS: ClassVar[dict[str, str]] = {
        "talking": "Vi snakker fortsatt sammen",
        "new_pair": "En ny kobling kan bli aktuell",
        "complaint": "En klage eller et krav er ikke avgjort",
    }

    about = models.CharField("gjelder", max_length=8, db_index=True, editable=False)
    until = models.DateField("til")
    reason = models.CharField("fordi", max_length=20, choices=list(REASONS.items()))
    kept_on = models.DateField("bestemt")
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Handling:
        plain = {"id", "about", "until", "reason", "kept_on", "kept_by"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "kept_longer"

    def __str__(self) -> str:
        return self.about
