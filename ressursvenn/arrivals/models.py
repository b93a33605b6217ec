"""How an application came, and what somebody has begun to write and not sent."""

from __future__ import annotations

from django.db import models

from ressursvenn.protection.fields import EncryptedText
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain
from ressursvenn.shapes.rows import LockedWithHers

from . import words


class Arrival(LockedWithHers, models.Model):
    """The way one application came: through the form, or pasted from an e-mail.

    What she wrote to us is locked with her own keys, and goes with her.
    """

    reference = columns.reference()
    volunteer = models.OneToOneField(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name="arrival"
    )
    advert = models.ForeignKey(
        "adverts.Advert",
        on_delete=models.SET_NULL,
        related_name="arrivals",
        null=True,
        blank=True,
    )
    way = models.CharField("kom", max_length=12, choices=words.WAYS)
    consent = models.CharField("samtykketekst", max_length=12, blank=True)  # which wording she saw
    told = EncryptedText("det hun skrev", max_length=words.TOLD_LENGTH, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(way=words.FORM) | ~models.Q(consent=""),
                name="arrival_through_the_form_with_consent",
                violation_error_message="Uten samtykke kan vi ikke ta vare på søknaden.",
            ),
        )

    class Handling:
        plain = {"id", "reference", "volunteer", "advert", "way", "consent"}
        card: set[str] = set()
        record = {"told"}
        sign_in: set[str] = set()
        keep = "volunteer"


class Draft(models.Model):
    """Something begun and not sent, locked with a key that is in her link and nowhere else.

    The row says neither who writes nor to whom: a print of the link, a day, and what nobody here can read.
    """

    token_print = models.CharField(max_length=64, unique=True, editable=False)
    content = models.BinaryField(editable=False)  # locked in `drafts.py`, before it comes here
    saved_day = models.DateField("sist lagret", editable=False)

    class Handling(Plain):
        plain = {"id", "token_print", "content", "saved_day"}
        keep = "draft"

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"
