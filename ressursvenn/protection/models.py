"""Wrapped keys, and the log of what was done and read."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone


class PersonKeys(models.Model):
    """Both keys of one person, wrapped by the master key, which is not in this database."""

    owner = models.CharField(max_length=8, unique=True, editable=False)
    card = models.BinaryField()
    record = models.BinaryField()

    class Handling:
        plain = {"id", "owner", "card", "record"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "keys"

    def __str__(self) -> str:
        return self.owner


class AppendOnly(models.QuerySet):  # type: ignore[type-arg]
    """Rows that are added, never changed and never taken away."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")

    def delete(self) -> NoReturn:
        raise TypeError("the log is only added to")


class AuditEntry(models.Model):
    """Something was done or read, by someone. Codes and references alone; never a name or a value."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    did = models.CharField(max_length=60)
    to_kind = models.CharField(max_length=40, blank=True)
    purpose = models.CharField(max_length=40, blank=True)

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ("-id",)

    class Handling:
        plain = {"id", "at", "by", "did", "to_kind", "purpose"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "audit"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("the log is only added to")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the log is only added to")

    def __str__(self) -> str:
        return self.did


class AuditAbout(models.Model):
    """Which references an entry is about: one for an act, many for a list that was read."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="about")
    reference = models.CharField(max_length=8, db_index=True)

    objects = AppendOnly.as_manager()

    class Handling:
        plain = {"id", "entry", "reference"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "audit"

    def __str__(self) -> str:
        return self.reference
