"""What the privacy officer has said about something odd in the log. Codes and references alone."""

from __future__ import annotations

from typing import Any

from django.db import models

from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

from .signs import KINDS

VERDICTS = {"in_order": "sett, i orden", "followed_up": "følges opp"}


class Verdict(models.Model):
    """Said once, about the log as it was then: `newest` is its last entry. More makes it a question again."""

    kind = models.CharField("hva slags", max_length=20, choices=list(KINDS.items()))
    person = columns.by_person()
    reference = models.CharField("gjelder", max_length=8, blank=True)
    day = models.DateField("dag", null=True, blank=True)
    newest = models.BigIntegerField()
    said = models.CharField("sagt", max_length=20, choices=list(VERDICTS.items()))
    said_on = models.DateField()
    said_by = columns.by_person()

    class Meta:
        ordering = ("-id",)

    class Handling(Plain):
        plain = {
            "id", "kind", "person", "reference", "day", "newest", "said", "said_on", "said_by",
        }  # fmt: skip
        keep = "audit"

    @property
    def key(self) -> tuple[str, int, str, Any]:
        """What it is about: the key of a sign."""
        return self.kind, self.person_id, self.reference, self.day

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
