"""What is kept of a signature: who, what and when in the clear; the paper itself locked with her record key.

The words are in `wording/`, so a row names a version. The numbers in the text are those she heard.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from ressursvenn.protection.fields import EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers
from ressursvenn.shapes.rows import LockedWithHers

from . import words

PAPER_AT_MOST = 1_000_000  # characters; a paper of ours is about a tenth of it


def _of_volunteer(related_name: str) -> Any:
    """Whose it is. When she is erased, so is this."""
    return models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name=related_name
    )


class Signing(models.Model):
    """One text, gone through with one volunteer, and what each side has signed of it."""

    reference = columns.reference()
    volunteer = _of_volunteer("signings")
    kind = models.CharField("hva", max_length=12, choices=words.KIND_HEADS)
    version = models.CharField("versjon", max_length=12)
    language = models.CharField("målform", max_length=2, choices=words.LANGUAGES)
    numbers = models.JSONField("tallene i teksten", default=dict)
    gone_through_on = models.DateField("gått gjennom")
    gone_through_by = columns.by_person("gått gjennom av")
    gone_through_with = columns.by_person("innloggingen hennes da", null=True)
    she_signed_at = models.DateTimeField("hun skrev under", null=True, blank=True)
    she_signed_by = columns.by_person("hun", null=True)
    we_signed_at = models.DateTimeField("vi skrev under", null=True, blank=True)
    we_signed_by = columns.by_person("for foreningen", null=True)
    laid_aside_on = models.DateField("lagt bort", null=True, blank=True)
    laid_aside_by = columns.by_person("lagt bort av", null=True)
    issued_on = models.DateField("utstedt", null=True, blank=True)
    issued_by = columns.by_person("den siste underskriften", null=True)
    print = models.CharField("fingeravtrykk", max_length=64, blank=True, db_index=True)

    class Meta:
        constraints = (
            on_and_by("she_signed", "at"),
            on_and_by("we_signed", "at"),
            on_and_by("laid_aside"),
            on_and_by("issued"),
            CheckConstraint(
                condition=Q(issued_on__isnull=True, print="")
                | Q(she_signed_at__isnull=False, we_signed_at__isnull=False) & ~Q(print=""),
                name="paper_issued_when_both_have_signed",
                violation_error_message="Begge må ha skrevet under først.",
            ),
            CheckConstraint(
                condition=Q(she_signed_by__isnull=True)
                | Q(we_signed_by__isnull=True)
                | ~Q(she_signed_by=F("we_signed_by")),
                name="paper_signed_by_two_different_people",
                violation_error_message="En og samme person skriver ikke under på begge sider.",
            ),
            CheckConstraint(
                condition=Q(she_signed_by__isnull=True)
                | Q(gone_through_with__isnull=False, she_signed_by=F("gone_through_with")),
                name="paper_signed_by_whoever_heard_it",
                violation_error_message="Innloggingen er en annen enn da teksten ble gått gjennom.",
            ),
            UniqueConstraint(
                fields=("volunteer", "kind"),
                condition=Q(issued_on__isnull=True, laid_aside_on__isnull=True),
                name="one_paper_of_a_kind_on_its_way",
                violation_error_message="Det er alt et papir av dette slaget på vei.",
            ),
        )

    class Handling(Hers):
        plain = {
            "id", "reference", "volunteer", "kind", "version", "language", "numbers",
            "gone_through_on", "gone_through_by", "gone_through_with", "she_signed_at",
            "she_signed_by", "we_signed_at", "we_signed_by", "laid_aside_on", "laid_aside_by",
            "issued_on", "issued_by", "print",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def head(self) -> str:
        return words.KIND_HEADS[self.kind]


class SignedPaper(models.Model):
    """The bytes that both have a copy of, as base64. Shredded with her leaving."""

    reference = columns.reference()
    signing = models.OneToOneField(Signing, on_delete=models.CASCADE, related_name="paper")
    content = EncryptedText("papiret", max_length=PAPER_AT_MOST)

    class Handling:
        plain = {"id", "reference", "signing"}
        card: set[str] = set()
        record = {"content"}
        sign_in: set[str] = set()
        keep = "signed_paper"

    def __str__(self) -> str:
        return self.reference

    def key_owner(self) -> str:
        owner: str = self.signing.volunteer.reference
        return owner


class ServicePaper(models.Model):
    """A certificate of service was issued. What stands on it is hers; we keep its fingerprint."""

    volunteer = _of_volunteer("service_papers")
    issued_on = models.DateField("utstedt")
    issued_by = columns.by_person("utstedt av")
    print = models.CharField("fingeravtrykk", max_length=64, db_index=True)

    class Handling(Hers):
        plain = {"id", "volunteer", "issued_on", "issued_by", "print"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class ExitTalk(LockedWithHers, models.Model):
    """What she said when she left. The month she may be asked again is a day, as a pause is."""

    reference = columns.reference()
    volunteer = _of_volunteer("exit_talks")
    held_on = models.DateField("snakket")
    held_by = columns.by_person("snakket med")
    why = EncryptedText("hvorfor hun slutter", max_length=20)
    come_back = EncryptedText("vil hun komme tilbake?", max_length=12)
    to_change = EncryptedText("noe vi bør endre", max_length=200, blank=True)
    ask_again_from = models.DateField("kan spørres igjen fra", null=True, blank=True)
    asked_again_on = models.DateField("spurt igjen", null=True, blank=True)
    asked_again_by = columns.by_person("spurt av", null=True)

    class Meta:
        constraints = (on_and_by("asked_again"),)

    class Handling:
        plain = {
            "id", "reference", "volunteer", "held_on", "held_by", "ask_again_from",
            "asked_again_on", "asked_again_by",
        }  # fmt: skip
        card: set[str] = set()
        record = {"why", "come_back", "to_change"}
        sign_in: set[str] = set()
        keep = "strain"
