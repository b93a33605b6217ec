"""Campaign actions: as they are written, as everybody sees them, what is to be done, and how they went.

What everybody sees is a row of its own, copied when another editor says so: a draft cannot be read by a slip.
"""

from __future__ import annotations

from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

from .. import kinds, words
from ._columns import NOTED, Noted, act_on, by, two_people

TEXT = (
    "kind", "title", "told", "hole", "area", "county", "place", "day", "last_day", "begins", "ends",
    "organiser", "with_them", "link",
)  # fmt: skip

SHAPE: tuple[models.BaseConstraint, ...] = (
    models.CheckConstraint(
        condition=Q(last_day__isnull=True) | Q(last_day__gt=F("day")),
        name="%(class)s_lasts_beyond_its_first_day",
        violation_error_message="Siste dag må være etter den første, eller stå tom.",
    ),
    models.CheckConstraint(
        condition=Q(ends__isnull=True) | Q(begins__isnull=False),
        name="%(class)s_begins_when_it_ends",
        violation_error_message="Skriv når den begynner, også.",
    ),
    models.CheckConstraint(
        condition=Q(ends__isnull=True) | Q(last_day__isnull=False) | Q(ends__gt=F("begins")),
        name="%(class)s_ends_after_it_begins",
        violation_error_message="Aksjonen kan ikke slutte før den begynner.",
    ),
)


class ActionText(models.Model):
    """What there is to read of a campaign action."""

    kind = models.CharField("slag", max_length=12, choices=list(kinds.NAMES.items()))
    title = models.CharField("tittel", max_length=100)
    told = models.CharField("hva som skjer", max_length=600)
    hole = models.CharField(
        "hull", max_length=12, blank=True, choices=list(words.HOLES.items()), default=""
    )
    area = models.CharField("tettsted", max_length=60)
    county = models.CharField("fylke", max_length=30)
    place = models.CharField("sted", max_length=120)
    day = models.DateField("dag")
    last_day = models.DateField("siste dag", null=True, blank=True)
    begins = models.TimeField("fra", null=True, blank=True)
    ends = models.TimeField("til", null=True, blank=True)
    organiser = models.CharField("arrangør", max_length=100)
    with_them = models.JSONField("sammen med", default=list, blank=True)
    link = models.URLField(
        "lenke", max_length=200, blank=True, validators=[URLValidator(schemes=["https"])]
    )

    class Meta:
        abstract = True
        ordering = ("day", "begins", "pk")
        constraints = SHAPE

    @property
    def through(self) -> Any:
        """The last day of it."""
        return self.last_day or self.day

    @property
    def kind_word(self) -> str:
        return kinds.NAMES[self.kind]


class CampaignAction(ActionText):
    """Something the alliance, or somebody with it, does in the open."""

    reference = columns.reference()
    version = models.PositiveIntegerField("utgave", default=1, editable=False)
    written_on = models.DateField("skrevet", editable=False)
    written_by = by("skrevet av")
    called_off_on = act_on("avlyst")
    called_off_by = by(null=True)

    class Meta(ActionText.Meta):
        constraints = (*SHAPE, on_and_by("called_off"))

    class Handling(Nobodys):
        plain = {
            "id", "reference", *TEXT, "version", "written_on", "written_by", "called_off_on",
            "called_off_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class ShownAction(ActionText):
    """The same as everybody reads it: the words that two editors have seen."""

    action = models.OneToOneField(CampaignAction, models.CASCADE, related_name="shown")
    version = models.PositiveIntegerField("utgave", editable=False)
    times = models.PositiveIntegerField("ganger satt ut", default=1, editable=False)
    written_by = by("skrevet av")
    shown_at = models.DateTimeField("satt ut", editable=False)
    shown_by = by("satt ut av")

    class Meta(ActionText.Meta):
        constraints = (
            *SHAPE,
            two_people("shown_by", "written_by", "action_shown_by_another"),
        )

    class Handling(Nobodys):
        plain = {"id", "action", *TEXT, "version", "times", "written_by", "shown_at", "shown_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Item(Noted):
    """Something to do, or to bring."""

    action = models.ForeignKey(CampaignAction, models.CASCADE, related_name="items")
    sort = models.CharField("slag", max_length=8, choices=list(words.SORTS.items()))
    text = models.CharField("hva", max_length=200)
    due = models.DateField("innen", null=True, blank=True)
    done_on = act_on("gjort")
    done_by = by(null=True)

    class Meta:
        ordering = (F("due").asc(nulls_last=True), "pk")
        constraints = (on_and_by("done"),)

    class Handling(Nobodys):
        plain = {*NOTED, "action", "sort", "text", "due", "done_on", "done_by"}


class Report(models.Model):
    """How it went. Everybody reads it when another editor has."""

    action = models.OneToOneField(CampaignAction, models.CASCADE, related_name="report")
    told = models.CharField("hvordan gikk det", max_length=1200)
    came = models.PositiveIntegerField("hvor mange kom", null=True, blank=True)
    version = models.PositiveIntegerField("utgave", default=1, editable=False)
    written_on = models.DateField("skrevet", editable=False)
    written_by = by("skrevet av")
    shown_on = act_on("vist")
    shown_by = by(null=True)

    class Meta:
        constraints = (
            on_and_by("shown"),
            two_people("shown_by", "written_by", "report_shown_by_another"),
        )

    class Handling(Nobodys):
        plain = {
            "id", "action", "told", "came", "version", "written_on", "written_by", "shown_on", "shown_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Photo(Noted):
    """A picture of an action, made anew from its dots alone. Taken down, it is gone."""

    action = models.ForeignKey(CampaignAction, models.CASCADE, related_name="photos")
    picture = models.BinaryField("bildet", editable=False)
    small = models.BinaryField("bildet, lite", editable=False)
    width = models.PositiveSmallIntegerField("bredde", editable=False)
    height = models.PositiveSmallIntegerField("høyde", editable=False)
    described = models.CharField("hva bildet viser", max_length=200)
    consent = models.CharField("samtykke", max_length=8, choices=list(words.CONSENTS.items()))
    shown_on = act_on("vist")
    shown_by = by(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            on_and_by("shown"),
            two_people("shown_by", "noted_by", "photo_shown_by_another"),
        )

    class Handling(Plain):
        keep = "campaign_photo"
        plain = {
            *NOTED, "action", "picture", "small", "width", "height", "described", "consent", "shown_on",
            "shown_by",
        }  # fmt: skip
