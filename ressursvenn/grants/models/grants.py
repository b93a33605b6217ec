"""A grant from the day somebody begins to apply: what for, where, with whom, and how it will be seen."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from ._columns import MEASURES, NOTED, Noted, act_on, by, part_of
from .funders import Call


class Grant(Noted):
    """One application, and all that comes of it. Without an association it is the whole country's."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="grants")
    title = models.CharField("tittel", max_length=120)
    association = models.ForeignKey(
        "accounts.Association", models.PROTECT, verbose_name="hvor", null=True, blank=True, related_name="+"
    )  # fmt: skip
    owner = columns.by_person("ansvarlig")
    first_day = models.DateField("første dag")
    last_day = models.DateField("siste dag")
    sent_on = act_on("sendt")
    sent_by = by("sendt av", null=True)
    refused_on = act_on("avslag notert")
    refused_by = by("avslag notert av", null=True)

    class Meta:
        ordering = ("-first_day", "-pk")
        constraints = (
            on_and_by("sent"),
            on_and_by("refused"),
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="grant_begins_before_it_ends",
                violation_error_message="Den siste dagen kommer etter den første.",
            ),
            models.CheckConstraint(
                condition=Q(refused_on__isnull=True) | Q(sent_on__isnull=False),
                name="grant_sent_before_it_is_refused",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "call", "title", "association", "owner", "first_day", "last_day", "sent_on",
            "sent_by", "refused_on", "refused_by",
        }  # fmt: skip

    def days(self) -> tuple[date, date]:
        return self.first_day, self.last_day


class Goal(Noted):
    """A sub-goal that we set ourselves in the application."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="goals")
    part = part_of(MEASURES)
    says = models.CharField("delmål", max_length=300)

    class Meta:
        ordering = ("pk",)

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "part", "says"}


class Indicator(Noted):
    """How one sees whether a goal was met. `figure` is counted by the house; without it a person counts."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="indicators")
    says = models.CharField("hva som telles", max_length=200)
    figure = models.CharField("tall fra huset", max_length=40, blank=True, default="")
    target = models.PositiveIntegerField("mål i søknaden")

    class Meta:
        ordering = ("pk",)

    class Handling(Nobodys):
        plain = {*NOTED, "goal", "says", "figure", "target"}


class Partner(Noted):
    """An organisation or office that we work with in this grant."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="partners")
    part = part_of(MEASURES)
    name = models.CharField("navn", max_length=120)
    does = models.CharField("hva vi samarbeider om", max_length=300)
    agreement_day = models.DateField("avtale fra", null=True, blank=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("grant", "part", "name"),
                name="partner_named_once",
                violation_error_message="Den samarbeidspartneren står der alt.",
            ),
        )

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "part", "name", "does", "agreement_day"}


class Counted(Noted):
    """What is counted under this code, in the grant's place and days, counts towards this grant."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="counted")
    figure = models.CharField("aktivitet", max_length=40)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("grant", "figure"), name="activity_counted_once_in_a_grant"),
        )  # fmt: skip

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "figure"}
