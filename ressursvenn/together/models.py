"""A question that takes two people: who asked, who answered, when. Its states are its dates."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

from . import acts

OPEN = Q(answered_at__isnull=True, taken_back_at__isnull=True, lapsed=False)
ALREADY_ASKED = "Det er allerede spurt om dette, og ingen har svart ennå."
a_code = RegexValidator(r"^[a-z0-9_:.\-]*\Z", "Bare en kode, aldri fri tekst.")


class Asked(models.Model):
    """One person has asked that something be done, and another is to answer.

    `about` is a reference and `detail` a code, so that nothing here tells of anybody. `stood` is a print
    of how the thing was when it was asked about. `association` is None for what concerns the country.
    """

    reference = columns.reference()
    act = models.CharField("hva", max_length=40, validators=[a_code])
    about = models.CharField("gjelder", max_length=8, validators=[a_code])
    detail = models.CharField("nærmere", max_length=80, blank=True, validators=[a_code])
    association = models.ForeignKey(
        "accounts.Association", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    stood = models.CharField(max_length=64, blank=True, editable=False)
    good_until = models.DateTimeField("gjelder til")
    asked_at = models.DateTimeField("spurt", default=timezone.now)
    asked_by = columns.by_person("spurt av")
    answered_at = models.DateTimeField("besvart", null=True, blank=True)
    answered_by = columns.by_person("besvart av", null=True)
    yes = models.BooleanField("ja", null=True, blank=True)
    taken_back_at = models.DateTimeField("tatt tilbake", null=True, blank=True)
    taken_back_by = columns.by_person("tatt tilbake av", null=True)
    used_at = models.DateTimeField("brukt", null=True, blank=True)
    used_by = columns.by_person("brukt av", null=True)
    lapsed = models.BooleanField("for gammelt", default=False)

    outcome: ClassVar[Any] = None  # what the act gave back, for whoever said yes; kept nowhere

    class Meta:
        ordering = ("asked_at", "id")
        constraints = (
            on_and_by("answered", "at"),
            on_and_by("taken_back", "at"),
            on_and_by("used", "at"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")),
                name="asked_by_one_answered_by_another",
                violation_error_message="Den som svarer, er en annen enn den som spurte.",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, yes__isnull=True)
                | Q(answered_at__isnull=False, yes__isnull=False),
                name="asked_has_an_answer_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True)
                | Q(
                    taken_back_at__isnull=True,
                    lapsed=False,
                    answered_at__gte=F("asked_at"),
                    answered_at__lte=F("good_until"),
                ),
                name="asked_answered_in_time_and_not_taken_back",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(yes=True),
                name="asked_used_only_after_a_yes",
            ),
            models.UniqueConstraint(
                fields=("act", "about", "detail"),
                condition=OPEN,
                name="asked_about_once_at_a_time",
                violation_error_message=ALREADY_ASKED,
            ),
        )

    class Handling(Plain):
        plain = {
            "id",
            "reference",
            "act",
            "about",
            "detail",
            "association",
            "stood",
            "good_until",
            "asked_at",
            "asked_by",
            "answered_at",
            "answered_by",
            "yes",
            "taken_back_at",
            "taken_back_by",
            "used_at",
            "used_by",
            "lapsed",
        }
        keep = "audit"

    @property
    def question(self) -> str:
        return acts.called(self.act).question

    @property
    def asked_on(self) -> date:
        return timezone.localdate(self.asked_at)

    @property
    def last_day(self) -> date:
        """The last whole day on which it may be answered."""
        return timezone.localdate(self.good_until)

    def __str__(self) -> str:
        return self.reference
