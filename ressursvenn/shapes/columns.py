"""Columns of every room's tables: what a row is called, and who did it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from ressursvenn.protection.references import new_reference


def reference() -> models.CharField[str, str]:
    """What the row is called in addresses and in the log: eight characters drawn by lot."""
    return models.CharField(max_length=8, unique=True, default=new_reference, editable=False)


def by_person(
    label: str | None = None, *, null: bool = False, editable: bool = True
) -> models.ForeignKey[Any, Any]:
    """Who did it. Her place in what happened stays when her account is closed."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=label,
        on_delete=models.PROTECT,
        related_name="+",
        null=null,
        blank=null,
        editable=editable,
    )
