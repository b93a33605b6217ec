"""Whom a participant must never meet. The words are sealed with the participant's own record key.

What is plain can be compared, not read: keyed prints of likeness. There is no field for why, nor for
who somebody is to the participant.
"""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from ressursvenn.programme.words import KEEP_APART_KINDS
from ressursvenn.protection.fields import EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

TEXT_LENGTH = 300


class KeepApart(models.Model):
    """One thing a participant has said. Sealed and not looked at, it stops suggestions."""

    reference = columns.reference()
    participant = models.ForeignKey(
        "participants.Participant", models.CASCADE, related_name="keep_apart"
    )
    kind = models.CharField("hva slags", max_length=20, choices=list(KEEP_APART_KINDS.items()))
    original = EncryptedText("det som ble sagt", max_length=TEXT_LENGTH)
    prints = models.BinaryField(default=b"", blank=True, editable=False)
    sealed = models.BooleanField("må ses på av silingsansvarlig", default=False)
    noted_on = models.DateField("notert")
    noted_by = columns.by_person()
    looked_at_on = models.DateField("sett på", null=True, blank=True)
    looked_at_by = columns.by_person(null=True)
    newest_seen = models.BigIntegerField("nyeste ressursvenn da det ble sett på", default=0)

    class Meta:
        verbose_name = "oppføring"
        verbose_name_plural = "oppføringer"
        constraints = [
            on_and_by("looked_at"),
            CheckConstraint(
                condition=Q(sealed=True) | ~Q(prints=b""),
                name="keep_apart_is_compared_or_looked_at",
                violation_error_message="Det som ikke kan sammenlignes, må ses på.",
            ),
        ]

    class Handling:
        plain = {
            "id", "reference", "participant", "kind", "prints", "sealed",
            "noted_on", "noted_by", "looked_at_on", "looked_at_by", "newest_seen",
        }  # fmt: skip
        card: set[str] = set()
        record = {"original"}
        sign_in: set[str] = set()
        keep = "participant"

    def __str__(self) -> str:
        return self.reference

    def key_owner(self) -> str:
        """The participant's own keys: gone with them."""
        return self.participant.reference


class Decision(models.Model):
    """The vetting officer has decided about this volunteer. The latest counts; none is ever removed.

    "Not the same person" holds for what had met when it was said. What meets later is a new question.
    """

    entry = models.ForeignKey(KeepApart, models.CASCADE, related_name="decisions")
    volunteer = models.ForeignKey("volunteers.Volunteer", models.CASCADE, related_name="+")
    kept = models.BooleanField("holdes unna")
    met = models.BinaryField(default=b"", blank=True, editable=False)
    decided_on = models.DateField("bestemt")
    decided_by = columns.by_person()

    class Handling(Plain):
        plain = {"id", "entry", "volunteer", "kept", "met", "decided_on", "decided_by"}
        keep = "participant"

    def __str__(self) -> str:
        return f"{self.entry_id} {self.volunteer_id}"
