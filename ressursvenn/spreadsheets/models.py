"""What is stored of a bringing-in: counts, which row became whom, and what waits to be decided.

Nothing of the workbook is stored in the clear. What a row said is here as keyed fingerprints, to
know it again; what a proposal waits with is sealed with the record key of the person it is about,
and is erased when somebody has decided.
"""

from __future__ import annotations

from django.db import models

from ressursvenn.protection.fields import EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

PROPOSAL_LENGTH = 6000


class BringingIn(models.Model):
    """One workbook, brought into one association by somebody. `report` holds counts and codes."""

    reference = columns.reference()
    association = models.ForeignKey("accounts.Association", models.PROTECT, related_name="+")
    brought_at = models.DateTimeField("tatt inn")
    brought_by = columns.by_person()
    taken_back_at = models.DateTimeField("tatt tilbake", null=True, blank=True)
    taken_back_by = columns.by_person(null=True)
    report = models.JSONField(default=list, editable=False)
    log_entry = models.PositiveBigIntegerField(
        null=True, editable=False
    )  # the last of the bringing-in

    class Meta:
        verbose_name = "regneark tatt inn"
        ordering = ("-brought_at", "-pk")
        constraints = [on_and_by("taken_back", "at")]

    class Handling(Plain):
        plain = {
            "id", "reference", "association", "brought_at", "brought_by", "taken_back_at",
            "taken_back_by", "report", "log_entry",
        }  # fmt: skip
        keep = "workbook"

    def __str__(self) -> str:
        return self.reference


class BroughtRow(models.Model):
    """One row of a workbook: whom it became or resembles. `proposed` waits only while undecided."""

    class Fate(models.TextChoices):
        ACCEPTED = "accepted", "tatt inn"
        PROPOSED = "merge_proposed", "må avgjøres"

    class Choice(models.TextChoices):
        WORKBOOK = "workbook", "bruk det som står i regnearket"
        HOUSE = "house", "behold det som står her"
        TWO = "two", "det er to personer"

    reference = columns.reference()
    bringing = models.ForeignKey(BringingIn, models.CASCADE, related_name="rows")
    sheet = models.PositiveSmallIntegerField("ark")
    row = models.PositiveIntegerField("rad")
    kind = models.CharField("liste", max_length=12)
    fate = models.CharField("utfall", max_length=14, choices=Fate.choices)
    row_print = models.CharField(max_length=32, db_index=True, editable=False)
    content_print = models.CharField(max_length=32, editable=False)
    field_prints = models.JSONField(default=dict, editable=False)
    about = models.CharField("gjelder", max_length=8, db_index=True, editable=False)
    remarks = models.JSONField(default=list, editable=False)
    changed = models.JSONField(default=list, editable=False)
    proposed = EncryptedText("forslag", max_length=PROPOSAL_LENGTH, blank=True, null=True)
    settled_at = models.DateTimeField("avgjort", null=True, blank=True)
    settled_by = columns.by_person(null=True)
    settled_as = models.CharField("valgt", max_length=8, choices=Choice.choices, blank=True)

    class Meta:
        verbose_name = "rad tatt inn"
        ordering = ("bringing", "sheet", "row")
        constraints = [on_and_by("settled", "at")]

    class Handling:
        plain = {
            "id", "reference", "bringing", "sheet", "row", "kind", "fate", "row_print",
            "content_print", "field_prints", "about", "remarks", "changed", "settled_at",
            "settled_by", "settled_as",
        }  # fmt: skip
        card: set[str] = set()
        record = {"proposed"}
        sign_in: set[str] = set()
        keep = "workbook"

    def __str__(self) -> str:
        return f"{self.bringing_id} {self.sheet}:{self.row}"

    def key_owner(self) -> str:
        """Whoever the row is about; when her keys go, what was proposed goes with them."""
        return self.about
