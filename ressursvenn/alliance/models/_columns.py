"""Columns of this room: who noted it and when, and that two have seen it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import models
from django.db.models import F, Q

from ressursvenn.shapes import columns

by = partial(columns.by_person, editable=False)


def act_on(label: str) -> models.DateField[Any, Any]:
    """The day something was done, when it has been."""
    return models.DateField(label, null=True, blank=True, editable=False)


def two_people(second: str, first: str, name: str) -> models.CheckConstraint:
    """Whoever answers for it is not whoever wrote it."""
    return models.CheckConstraint(
        condition=Q(**{f"{second}__isnull": True}) | ~Q(**{second: F(first)}),
        name=name,
        violation_error_message="En annen redaktør enn den som skrev det, må svare for det.",
    )


class Noted(models.Model):
    """A row that somebody noted on a day."""

    reference = columns.reference()
    noted_on = models.DateField("notert", editable=False)
    noted_by = by("notert av")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference


NOTED = {"id", "reference", "noted_on", "noted_by"}
