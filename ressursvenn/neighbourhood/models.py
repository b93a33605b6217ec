"""Public places and free things to do. Facts about the world: each has a source, and a day when
somebody last saw that it is still so. Nothing here is about a person."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ressursvenn.programme.words import MEET_UP_KINDS
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

from . import areas
from .kinds import PLACE_KINDS

_by = partial(columns.by_person, editable=False)
EVERYWHERE = ""  # the area of what is found in every town


def a_known_area(code: str) -> None:
    """Refuse a code that no area has."""
    if code not in areas.AREAS:
        raise ValidationError("Velg et område fra listen.", code="unknown_area")


class Noted(models.Model):
    """What both lists share. Taken out is a day, not a row gone: the log points here."""

    reference = columns.reference()
    area = models.CharField("område", max_length=60, blank=True, validators=[a_known_area])
    cost = models.PositiveSmallIntegerField("kroner", default=0, editable=False)
    source = models.CharField("hvor vet vi det fra?", max_length=120)
    noted_on = models.DateField(editable=False)
    noted_by = _by()
    checked_on = models.DateField("bekreftet", null=True, blank=True, editable=False)
    checked_by = _by(null=True)
    taken_out_on = models.DateField(null=True, blank=True, editable=False)
    taken_out_by = _by(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(cost=0),
                name="%(app_label)s_%(class)s_costs_nothing",
                violation_error_message="Bare det som er gratis, kan stå på listen.",
            ),
            on_and_by("noted"),
            on_and_by("checked"),
            on_and_by("taken_out"),
        ]

    class Handling(Plain):
        plain: ClassVar[set[str]] = {
            *("id", "reference", "area", "cost", "source", "noted_on", "noted_by"),
            *("checked_on", "checked_by", "taken_out_on", "taken_out_by"),
        }
        keep = "neighbourhood"

    def __str__(self) -> str:
        return self.reference

    @property
    def where_it_is(self) -> str:
        """The area in words; what is found everywhere says so."""
        return areas.label(self.area) if self.area else "finnes overalt"


class Place(Noted):
    """A public place where two people can meet, and nobody must buy anything."""

    name = models.CharField("navn", max_length=80)
    kind = models.CharField("slags sted", max_length=20, choices=list(PLACE_KINDS.items()))
    where = models.CharField("hvor det ligger", max_length=120, blank=True)

    class Meta(Noted.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Noted.Meta.constraints,
            models.UniqueConstraint(
                fields=["area", "name"],
                condition=Q(taken_out_on__isnull=True),
                name="a_place_is_noted_once",
                violation_error_message="Dette stedet står på listen fra før.",
            ),
        ]

    class Handling(Noted.Handling):
        plain: ClassVar[set[str]] = Noted.Handling.plain | {"name", "kind", "where"}


class FreeThing(Noted):
    """Something two people can do together that costs nothing."""

    what = models.CharField("hva dere kan gjøre", max_length=120)
    kind = models.CharField("slags", max_length=20, choices=list(MEET_UP_KINDS.items()))

    class Meta(Noted.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Noted.Meta.constraints,
            models.UniqueConstraint(
                fields=["area", "what"],
                condition=Q(taken_out_on__isnull=True),
                name="a_free_thing_is_noted_once",
                violation_error_message="Dette står på listen fra før.",
            ),
        ]

    class Handling(Noted.Handling):
        plain: ClassVar[set[str]] = Noted.Handling.plain | {"what", "kind"}
