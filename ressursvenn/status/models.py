"""A report while it is written, and, once two have agreed, the bytes that were issued."""

from __future__ import annotations

from functools import partial

from django.db import models
from django.db.models import F, Q

from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from . import words

_slot = partial(models.TextField, blank=True, default="", max_length=12_000)


class Report(models.Model):
    """A period, a language, and what somebody writes. The figures are read anew until it is issued."""

    reference = columns.reference()
    first_day = models.DateField("første dag")
    last_day = models.DateField("siste dag")
    language = models.CharField("skrives på", max_length=2, choices=list(words.WRITTEN_IN.items()))
    authors = models.CharField("forfattere", max_length=300, blank=True, default="")
    foreword = _slot("forord")
    press = _slot("om mediene")
    deviations = _slot("avvik")
    plans = _slot("planer")
    written_at = models.DateTimeField("skrevet", editable=False)
    written_by = columns.by_person("skrevet av", editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="report_begins_before_it_ends",
                violation_error_message="Den siste dagen kommer etter den første.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *(
                "id",
                "reference",
                "first_day",
                "last_day",
                "language",
                "authors",
                "foreword",
                "press",
            ),
            *("deviations", "plans", "written_at", "written_by"),
        }

    def __str__(self) -> str:
        return self.reference

    @property
    def slots(self) -> dict[str, str]:
        """What somebody wrote, as the report holds it."""
        names = ("authors", "foreword", "press", "deviations", "plans")
        return {name: getattr(self, name) for name in names}


class Issue(models.Model):
    """What was issued: four files as they were that day, each with its fingerprint. Never written again."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="issue")
    html = models.BinaryField(editable=False)
    pdf = models.BinaryField(editable=False)
    json = models.BinaryField(editable=False)
    csv = models.BinaryField(editable=False)
    prints = models.JSONField("fingeravtrykk", editable=False)
    made_with = models.JSONField("laget med", editable=False)
    asked_by = columns.by_person("spurt av", editable=False)
    issued_on = models.DateField("gitt ut", editable=False)
    issued_by = columns.by_person("gitt ut av", editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(issued_by=F("asked_by")),
                name="report_issued_by_another_than_asked",
                violation_error_message="Den som gir ut, er en annen enn den som spurte.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "report", "html", "pdf", "json", "csv", "prints", "made_with", "asked_by"),
            *("issued_on", "issued_by"),
        }

    def __str__(self) -> str:
        return str(self.report_id)
