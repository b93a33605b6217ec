"""What has happened with a demand, each with its day and, when others did it, its source."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from .. import words
from ..states import Happened
from . import _two
from .demands import Addressee, Demand


class Happening(models.Model):
    """One dated fact. It is struck with a reason, never changed; `promise` is what was kept or broken."""

    reference = columns.reference()
    demand = models.ForeignKey(Demand, models.PROTECT, related_name="happenings")
    kind = models.CharField("hva som hendte", max_length=12, choices=list(words.HAPPENINGS.items()))
    day = models.DateField("dagen")
    addressee = models.ForeignKey(
        Addressee, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hvem"
    )
    says = models.CharField("kort sagt", max_length=400)
    source = models.CharField("kilde", max_length=200, blank=True)
    link = models.URLField("lenke", blank=True)
    promise = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="settled_by",
        verbose_name="løftet",
    )
    due_day = models.DateField("lovet til", null=True, blank=True)
    noted_on = models.DateField(editable=False)
    noted_by = _two.by()
    confirmed_on = _two.day("bekreftet")
    confirmed_by = _two.by(null=True)
    struck_on = _two.day("strøket")
    struck_by = _two.by(null=True)
    why_struck = models.CharField(max_length=20, blank=True, editable=False)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            on_and_by("struck"),
            _two.by_another("noted", "happening_confirmed_by_another"),
            models.CheckConstraint(
                condition=Q(kind__in=words.OF_A_PROMISE, promise__isnull=False)
                | (~Q(kind__in=words.OF_A_PROMISE) & Q(promise=None)),
                name="happening_kept_or_broken_is_of_a_promise",
                violation_error_message="Velg hvilket løfte det gjelder.",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=words.THEIRS) | ~Q(source=""),
                name="happening_of_others_has_a_source",
                violation_error_message="Skriv hvor det står.",
            ),
            models.CheckConstraint(
                condition=Q(due_day=None) | Q(kind=words.PROMISE),
                name="happening_due_is_of_a_promise",
                violation_error_message="Bare et løfte har en dag det er lovet til.",
            ),
            models.CheckConstraint(
                condition=Q(struck_on=None, why_struck="")
                | (Q(struck_on__isnull=False) & ~Q(why_struck="")),
                name="happening_struck_with_a_reason",
                violation_error_message="Velg hvorfor det strykes.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "reference", "demand", "kind", "day", "addressee", "says", "source", "link"),
            *("promise", "due_day", "noted_on", "noted_by", "confirmed_on", "confirmed_by"),
            *("struck_on", "struck_by", "why_struck"),
        }

    def __str__(self) -> str:
        return self.reference

    @property
    def kind_word(self) -> str:
        return words.HAPPENINGS[self.kind]

    @property
    def why_words(self) -> str:
        return words.WHY_STRUCK.get(self.why_struck, "")

    @property
    def as_fact(self) -> Happened:
        return Happened(self.day, self.pk, self.kind, self.promise_id)
