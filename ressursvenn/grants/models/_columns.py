"""What most rows of this room have: a reference, and the day and hand of whoever noted it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import models

from ressursvenn.shapes import columns

from .. import words

NOTED = {"id", "reference", "noted_on", "noted_by"}
by = partial(columns.by_person, editable=False)


def act_on(label: str) -> models.DateField[Any, Any]:
    """The day something was done, by somebody, or has not been done yet."""
    return models.DateField(label, null=True, blank=True, editable=False)


def part_of(listed: dict[str, str]) -> models.CharField[str, str]:
    """Which of the two measures it belongs to."""
    return models.CharField("tiltak", max_length=12, choices=list(listed.items()))


class Noted(models.Model):
    """Written down by somebody on a day."""

    reference = columns.reference()
    noted_on = models.DateField("notert", editable=False)
    noted_by = by("notert av")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.reference)


MEASURES, PARTS = words.MEASURES, words.PARTS
