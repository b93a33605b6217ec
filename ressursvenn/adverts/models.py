"""An advert: what was chosen for it, and, once published, the words and the picture everybody sees."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from . import words

_by = partial(columns.by_person, editable=False)


def _day(label: str) -> models.DateField[Any, Any]:
    return models.DateField(label, null=True, blank=True, editable=False)


class Advert(models.Model):
    """One association's. What it names is chosen from lists; nothing is written, and nobody is in it.

    Until it is published it is a draft. Then `told` and `picture` stand, and only its state changes.
    """

    reference = columns.reference()
    association = models.ForeignKey("accounts.Association", models.PROTECT, related_name="+")
    language = models.CharField("skrives på", max_length=2, choices=list(words.WRITTEN_IN.items()))
    heading = models.CharField("overskrift", max_length=12)
    doing = models.JSONField("dere kan", default=list)
    getting = models.JSONField("dette får du", default=list, blank=True)
    languages = models.JSONField("språk", default=list, blank=True)
    towns = models.JSONField("byer", default=list, blank=True)
    times = models.JSONField("tider", default=list, blank=True)

    written_on = models.DateField("skrevet", editable=False)
    written_by = _by()
    published_on = _day("publisert")
    published_by = _by(null=True)
    told = models.JSONField("teksten", null=True, blank=True, editable=False)
    picture = models.BinaryField("bildet", null=True, blank=True, editable=False)
    paused_on = _day("stanset")
    paused_by = _by(null=True)
    opened_on = _day("åpnet igjen")
    opened_by = _by(null=True)
    closed_on = _day("lukket")
    closed_by = _by(null=True)

    class Meta:
        constraints = (
            on_and_by("published"),
            on_and_by("paused"),
            on_and_by("opened"),
            on_and_by("closed"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=False, told__isnull=False, picture__isnull=False)
                | Q(published_on__isnull=True, told__isnull=True, picture__isnull=True),
                name="advert_published_with_its_words_and_picture",
                violation_error_message="En annonse publiseres med tekst og bilde.",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=False)
                | Q(paused_on__isnull=True, closed_on__isnull=True),
                name="advert_published_before_it_is_paused_or_closed",
                violation_error_message="Et utkast kan ikke stanses eller lukkes. Kast det i stedet.",
            ),
            models.CheckConstraint(
                condition=Q(opened_on__isnull=True) | Q(opened_on__gte=F("paused_on")),
                name="advert_opened_after_it_was_paused",
                violation_error_message="En annonse åpnes igjen etter at den er stanset.",
            ),
            models.CheckConstraint(
                condition=Q(languages=[]) | Q(towns=[], times=[]),
                name="advert_never_a_language_with_a_place_or_time",
                violation_error_message="Et språk står aldri i samme annonse som et sted eller en tid.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "reference", "association", "language", "heading", "doing", "getting"),
            *("languages", "towns", "times", "written_on", "written_by", "published_on"),
            *(
                "published_by",
                "told",
                "picture",
                "paused_on",
                "paused_by",
                "opened_on",
                "opened_by",
            ),
            *("closed_on", "closed_by"),
        }

    def __str__(self) -> str:
        return self.reference

    @property
    def state(self) -> str:
        """Read off its days."""
        if self.published_on is None:
            return words.DRAFT
        if self.closed_on:
            return words.CLOSED
        return words.PAUSED if self.paused_on and not self.opened_on else words.OPEN

    @property
    def state_word(self) -> str:
        return words.STATES[self.state]

    @property
    def stands_since(self) -> date:
        """Since when it stands so."""
        days = self.closed_on, self.opened_on, self.paused_on, self.published_on, self.written_on
        return next(day for day in days if day)

    @property
    def title(self) -> str:
        """The heading, as published or as chosen."""
        return str(self.told["title"] if self.told else words.HEADINGS[self.heading][self.language])

    @property
    def is_placed(self) -> bool:
        """Whether it may stand beside a place: one with languages may not, not even its association's name."""
        return not self.languages
