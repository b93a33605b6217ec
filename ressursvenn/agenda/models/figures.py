"""A figure with a source: every number that the alliance tells the public is one of these."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from . import _two


class SourcedFigure(models.Model):
    """Written with what is known; told to everybody only with all of it, and when another has confirmed it.

    After `review_day` it is stale, and says so wherever it stands, until its owner has looked it over.
    """

    reference = columns.reference()
    value = models.CharField("tallet", max_length=40)
    says = models.CharField("hva tallet er", max_length=240)
    source = models.CharField("kilde", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("år", null=True, blank=True)
    population = models.CharField("hvem det gjelder", max_length=200, blank=True)
    link = models.URLField("lenke til kilden", blank=True)
    review_day = models.DateField("ses over innen", null=True, blank=True)
    owner = columns.by_person("eier", null=True)
    written_on = models.DateField(editable=False)
    written_by = _two.by()
    confirmed_on = _two.day("bekreftet")
    confirmed_by = _two.by(null=True)
    looked_over_on = _two.day("sett over")
    looked_over_by = _two.by(null=True)
    withdrawn_on = _two.day("trukket")
    withdrawn_by = _two.by(null=True)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            on_and_by("looked_over"),
            on_and_by("withdrawn"),
            _two.by_another("written", "figure_confirmed_by_another"),
            models.CheckConstraint(
                condition=Q(confirmed_on=None)
                | (
                    Q(year__isnull=False, review_day__isnull=False, owner__isnull=False)
                    & ~Q(source="")
                    & ~Q(population="")
                    & ~Q(link="")
                ),
                name="figure_published_with_all_that_stands_behind_it",
                violation_error_message="Et tall uten kilde publiseres ikke.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(confirmed_on__isnull=False),
                name="figure_published_before_it_is_withdrawn",
                violation_error_message="Et tall som ikke er publisert, kastes i stedet.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *(
                "id",
                "reference",
                "value",
                "says",
                "source",
                "year",
                "population",
                "link",
                "review_day",
            ),
            *(
                "owner",
                "written_on",
                "written_by",
                "confirmed_on",
                "confirmed_by",
                "looked_over_on",
            ),
            *("looked_over_by", "withdrawn_on", "withdrawn_by"),
        }

    def __str__(self) -> str:
        return self.reference

    @property
    def is_public(self) -> bool:
        return self.confirmed_on is not None and self.withdrawn_on is None

    @property
    def is_stale(self) -> bool:
        """Nobody has looked it over in time."""
        return self.is_stale_on(timezone.localdate())

    def is_stale_on(self, day: date) -> bool:
        return self.is_public and self.review_day is not None and self.review_day < day
