"""Columns of what one editor writes and another confirms."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import models
from django.db.models import F, Q

from ressursvenn.shapes import columns

by = partial(columns.by_person, editable=False)


def day(label: str) -> models.DateField[Any, Any]:
    return models.DateField(label, null=True, blank=True, editable=False)


def by_another(what: str, name: str, act: str = "confirmed") -> models.CheckConstraint:
    """The second is another than the first, whatever code forgot to ask."""
    return models.CheckConstraint(
        condition=Q(**{f"{act}_by": None}) | ~Q(**{f"{act}_by": F(f"{what}_by")}),
        name=name,
        violation_error_message="En annen redaktør enn den som skrev det, må bekrefte det.",
    )
