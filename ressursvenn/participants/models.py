"""What is stored about somebody who takes part. What could find a person has no field here.

Days and who noted them are plain, so that rules can be asked of many without opening anyone. What
tells who it is, is sealed: the card (shown in lists) and the record (shown on one page).
"""

from __future__ import annotations

from typing import Any

from django.db import models

from ressursvenn.protection.fields import EncryptedDate, EncryptedList, EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns

STRENGTHS_LENGTH = 200


def _day(label: str) -> models.DateField[Any, Any]:
    return models.DateField(label, null=True, blank=True)


class Participant(models.Model):
    """Somebody who has left violence, and would like company for a year."""

    reference = columns.reference()
    association = models.ForeignKey("accounts.Association", models.PROTECT, related_name="+")
    crisis_centre = models.ForeignKey(
        "accounts.CrisisCentre", models.PROTECT, null=True, blank=True, related_name="+"
    )
    referred_on = _day("henvist")
    referred_by = columns.by_person(null=True)
    received_on = _day("tatt imot")
    received_by = columns.by_person(null=True)
    led_on = _day("ansvar siden")
    led_by = columns.by_person(null=True)

    called = EncryptedText("kalles", max_length=40)
    area = EncryptedText("vil møtes i", max_length=60, blank=True)
    languages = EncryptedList("språk", blank=True)
    interests = EncryptedList("interesser", blank=True)
    times = EncryptedList("kan møtes", blank=True)
    avoided_areas = EncryptedList("vil holde seg unna", blank=True)
    waiting_since = EncryptedDate("har ventet siden", null=True, blank=True)

    wishes = EncryptedList("ønsker seg", blank=True)
    strengths = EncryptedText("styrker", max_length=STRENGTHS_LENGTH, blank=True)
    contact_channel = EncryptedText("trygg kontakt", max_length=20, blank=True)
    contact_hours = EncryptedText("når", max_length=20, blank=True)
    contact_number = EncryptedText("nummer", max_length=20, blank=True)
    contact_email = EncryptedText("e-post", max_length=120, null=True, blank=True)
    contact_begins = EncryptedText("tidligst", max_length=5, null=True, blank=True)
    contact_ends = EncryptedText("senest", max_length=5, null=True, blank=True)
    contact_sender = EncryptedText("avsender", max_length=20, null=True, blank=True)
    contact_language = EncryptedText("språk i meldinger", max_length=5, null=True, blank=True)
    contact_never_say = EncryptedList("ord vi aldri bruker", null=True, blank=True)
    contact_voicemail = EncryptedText("svarer", max_length=3, null=True, blank=True)
    contact_until = EncryptedDate("spør igjen etter", null=True, blank=True)
    workbook_code = EncryptedText("kode i gammelt ark", max_length=40, blank=True)

    left_stated_on = _day("har flyttet fra volden")
    left_stated_by = columns.by_person(null=True)
    acute_over_on = _day("akutt fase over")
    acute_over_by = columns.by_person(null=True)
    consented_on = _day("sa selv ja")
    consented_by = columns.by_person(null=True)
    contact_settled_on = _day("trygg kontakt avklart")
    contact_settled_by = columns.by_person(null=True)
    withdrawn_on = _day("trakk seg")
    withdrawn_by = columns.by_person(null=True)
    unknown_pair_on = _day("i en kobling vi ikke kjenner")
    unknown_pair_by = columns.by_person(null=True)
    # The last day of a pair whose rows are gone (retention.py). Nobody noted it: it was there.
    paired_until = _day("har hatt en kobling til")

    class Meta:
        verbose_name = "deltaker"
        verbose_name_plural = "deltakere"
        constraints = [
            on_and_by("referred"),
            on_and_by("received"),
            on_and_by("led"),
            on_and_by("left_stated"),
            on_and_by("acute_over"),
            on_and_by("consented"),
            on_and_by("contact_settled"),
            on_and_by("withdrawn"),
            on_and_by("unknown_pair"),
        ]

    class Handling:
        plain = {
            "id", "reference", "association", "crisis_centre",
            "referred_on", "referred_by", "received_on", "received_by", "led_on", "led_by",
            "left_stated_on", "left_stated_by", "acute_over_on", "acute_over_by",
            "consented_on", "consented_by", "contact_settled_on", "contact_settled_by",
            "withdrawn_on", "withdrawn_by", "unknown_pair_on", "unknown_pair_by",
            "paired_until",
        }  # fmt: skip
        card = {
            "called", "area", "languages", "interests", "times", "avoided_areas", "waiting_since",
            "contact_until",
        }  # fmt: skip
        record = {
            "wishes", "strengths", "contact_channel", "contact_hours", "contact_number",
            "contact_email", "contact_begins", "contact_ends", "contact_sender", "contact_language",
            "contact_never_say", "contact_voicemail", "workbook_code",
        }  # fmt: skip
        sign_in: set[str] = set()
        keep = "participant"

    def __str__(self) -> str:
        return self.reference

    def key_owner(self) -> str:
        """Whose keys seal this row."""
        return self.reference
