"""What the funder gave and asks for, what was agreed changed, and what was learnt on the way."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys

from .. import words
from ._columns import MEASURES, NOTED, Noted, act_on, by, part_of
from .grants import Grant
from .money import Line


class Award(Noted):
    """The letter: its day and number, the amount, and when the funder wants to be told.

    `shares` is what the letter says, word for word, when it allows that what counts here counts elsewhere too.
    """

    grant = models.OneToOneField(Grant, models.PROTECT, related_name="award")
    letter_day = models.DateField("brevets dato")
    letter_number = models.CharField("brevets nummer", max_length=60)
    amount = models.PositiveIntegerField("beløp i kroner")
    report_day = models.DateField("rapporten skal være inne")
    audit = models.CharField(
        "kontroll av regnskapet", max_length=12, choices=list(words.AUDITS.items()), blank=True, default=""
    )  # fmt: skip
    shares = models.CharField("brevets ord om deling", max_length=400, blank=True, default="")

    class Handling(Nobodys):
        plain = {
            *NOTED, "grant", "letter_day", "letter_number", "amount", "report_day", "audit", "shares",
        }  # fmt: skip


class Condition(Noted):
    """One thing that the letter asks of us, with a day if it has one."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="conditions")
    says = models.CharField("vilkår", max_length=400)
    due_day = models.DateField("frist", null=True, blank=True)
    met_on = act_on("oppfylt")
    met_by = by("notert oppfylt av", null=True)

    class Meta:
        ordering = ("due_day", "pk")
        constraints = (on_and_by("met"),)

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "says", "due_day", "met_on", "met_by"}


class Amendment(Noted):
    """Something else than in the application: asked about on a day, and agreed or not.

    When it is agreed, the grant lasts until `new_last_day`, or `amount` is moved between two lines.
    """

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="amendments")
    kind = models.CharField("slag", max_length=8, choices=list(words.CHANGES.items()))
    says = models.CharField("hva og hvorfor", max_length=600)
    asked_day = models.DateField("spurt giveren")
    new_last_day = models.DateField("ny siste dag", null=True, blank=True)
    from_line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="+")
    to_line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="+")
    amount = models.PositiveIntegerField("kroner", null=True, blank=True)
    agreed = models.BooleanField("godtatt", null=True, blank=True)
    answer_day = models.DateField("giveren svarte", null=True, blank=True)
    answered_on = act_on("svaret notert")
    answered_by = by("svaret notert av", null=True)

    class Meta:
        ordering = ("asked_day", "pk")
        constraints = (
            on_and_by("answered"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, agreed__isnull=True, answer_day__isnull=True)
                | Q(
                    answered_on__isnull=False, agreed__isnull=False, answer_day__gte=F("asked_day")
                ),
                name="change_agreed_when_it_is_answered",
                violation_error_message="Giveren svarte ikke før vi spurte.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=words.MONEY)
                | Q(from_line__isnull=False, to_line__isnull=False, amount__gt=0),
                name="money_is_moved_from_a_line_to_another",
                violation_error_message="Skriv beløpet, og hvilke to linjer det flyttes mellom.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=words.TIME) | Q(new_last_day__isnull=False),
                name="more_time_has_a_last_day",
                violation_error_message="Skriv den nye siste dagen.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "grant", "kind", "says", "asked_day", "new_last_day", "from_line", "to_line",
            "amount", "agreed", "answer_day", "answered_on", "answered_by",
        }  # fmt: skip


class Experience(Noted):
    """Something learnt, noted while it is remembered. Never about one person: `sieve.py` reads it first."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="experiences")
    part = part_of(MEASURES)
    kind = models.CharField("slag", max_length=10, choices=list(words.EXPERIENCES.items()))
    day = models.DateField("dag")
    says = models.CharField("hva", max_length=600)
    struck_on = act_on("strøket")
    struck_by = by("strøket av", null=True)

    class Meta:
        ordering = ("day", "pk")
        constraints = (on_and_by("struck"),)

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "part", "kind", "day", "says", "struck_on", "struck_by"}
