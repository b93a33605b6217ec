"""A report while it is written, and the bytes that were issued."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys

from .. import words
from ._columns import NOTED, PARTS, Noted, act_on, by, part_of
from .grants import Goal, Grant, Indicator


class Report(Noted):
    """A stretch of a grant's days, told to its funder. `figures` are as they were when last read."""

    grant = models.ForeignKey(Grant, models.PROTECT, related_name="reports")
    kind = models.CharField("slag", max_length=8, choices=list(words.REPORTS.items()))
    first_day = models.DateField("første dag")
    last_day = models.DateField("siste dag")
    language = models.CharField("skrives på", max_length=2, choices=list(words.WRITTEN_IN.items()))
    signer = models.CharField("underskrives av", max_length=120, blank=True, default="")
    signer_role = models.CharField("rolle", max_length=80, blank=True, default="")
    figures = models.JSONField("tall", default=dict, blank=True, editable=False)
    read_on = act_on("tallene lest")
    read_by = by("tallene lest av", null=True)

    class Meta:
        ordering = ("-last_day", "-pk")
        constraints = (
            on_and_by("read"),
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="grant_report_begins_before_it_ends",
                violation_error_message="Den siste dagen kommer etter den første.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "grant", "kind", "first_day", "last_day", "language", "signer", "signer_role",
            "figures", "read_on", "read_by",
        }  # fmt: skip


class Slot(models.Model):
    """What somebody wrote under one heading, for one measure or for all of it."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="slots")
    part = part_of(PARTS)
    code = models.CharField("overskrift", max_length=30)
    says = models.TextField("tekst", max_length=6_000, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("report", "part", "code"), name="one_text_under_a_heading"),
        )  # fmt: skip

    class Handling(Nobodys):
        plain = {"id", "report", "part", "code", "says"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Verdict(models.Model):
    """Whether a goal was met, as whoever answers for it sees it, and what that rests on."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="verdicts")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    how = models.CharField(
        "hvordan det gikk", max_length=8, choices=list(words.HOW_IT_WENT.items())
    )
    why = models.CharField("hvorfor", max_length=600, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("report", "goal"), name="one_verdict_on_a_goal"),
        )

    class Handling(Nobodys):
        plain = {"id", "report", "goal", "how", "why"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Result(models.Model):
    """What a person counted, where the house does not count."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="results")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    value = models.PositiveIntegerField("antall")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("report", "indicator"), name="one_result_of_an_indicator"),
        )  # fmt: skip

    class Handling(Nobodys):
        plain = {"id", "report", "indicator", "value"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Issue(models.Model):
    """What the funder got: three files as they were that day, with a fingerprint of each and of the data."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="issue")
    pdf = models.BinaryField(editable=False)
    xlsx = models.BinaryField(editable=False)
    json = models.BinaryField(editable=False)
    prints = models.JSONField("fingeravtrykk", editable=False)
    made_with = models.JSONField("laget med", editable=False)
    issued_on = models.DateField("gitt ut", editable=False)
    issued_by = by("gitt ut av")

    class Handling(Nobodys):
        plain = {
            "id", "report", "pdf", "xlsx", "json", "prints", "made_with", "issued_on", "issued_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return str(self.report_id)
