"""A demand: which hole, whom it is addressed to, its texts one after another, and what stands behind it."""

from __future__ import annotations

from django.db import models

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from .. import words
from . import _two


class Addressee(models.Model):
    """A body that can meet a demand. Never a person."""

    reference = columns.reference()
    kind = models.CharField("hva slags", max_length=12, choices=list(words.ADDRESSEES.items()))
    name = models.CharField("navn", max_length=100, unique=True)
    noted_on = models.DateField(editable=False)
    noted_by = _two.by()

    class Handling(Nobodys):
        plain = {"id", "reference", "kind", "name", "noted_on", "noted_by"}

    def __str__(self) -> str:
        return self.name

    @property
    def kind_word(self) -> str:
        return words.ADDRESSEES[self.kind]


class Demand(models.Model):
    """What is asked for. Everybody sees it once one of its texts is confirmed."""

    reference = columns.reference()
    hole = models.CharField("hull", max_length=10, choices=list(words.HOLES.items()))
    raised_day = models.DateField("reist")
    addressees = models.ManyToManyField(
        Addressee, related_name="demands", verbose_name="adressert til"
    )
    written_on = models.DateField(editable=False)
    written_by = _two.by()

    class Handling(Nobodys):
        plain = {"id", "reference", "hole", "raised_day", "written_on", "written_by"}

    def __str__(self) -> str:
        return self.reference

    @property
    def hole_word(self) -> str:
        return words.HOLES[self.hole]

    @property
    def hole_address(self) -> str:
        return words.IN_ADDRESSES[self.hole]


class Addressing(models.Model):
    """Whom a demand is addressed to, as one editor wrote it and another confirmed. The newest counts."""

    demand = models.ForeignKey(Demand, models.CASCADE, related_name="addressings")
    addressees = models.ManyToManyField(
        Addressee, related_name="addressings", verbose_name="adressert til"
    )
    written_on = models.DateField(editable=False)
    written_by = _two.by()
    confirmed_on = _two.day("bekreftet")
    confirmed_by = _two.by(null=True)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            _two.by_another("written", "addressing_confirmed_by_another"),
            models.UniqueConstraint(
                fields=("demand",),
                condition=models.Q(confirmed_on=None),
                name="addressing_waits_once",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "demand", "written_on", "written_by", "confirmed_on", "confirmed_by"}

    def __str__(self) -> str:
        return f"{self.demand} {self.pk}"


class DemandText(models.Model):
    """One version. It never changes: what is to be said otherwise is the next version, with why."""

    demand = models.ForeignKey(Demand, models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField("versjon", editable=False)
    title = models.CharField("kravet", max_length=140)
    body = models.TextField("begrunnelse", max_length=3000)
    why = models.CharField("hva som er endret", max_length=200, blank=True)
    written_on = models.DateField(editable=False)
    written_by = _two.by()
    confirmed_on = _two.day("bekreftet")
    confirmed_by = _two.by(null=True)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            _two.by_another("written", "demand_text_confirmed_by_another"),
            models.UniqueConstraint(fields=("demand", "number"), name="demand_text_number_once"),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(why=""),
                name="demand_text_says_what_changed",
                violation_error_message="Skriv hva som er endret siden forrige versjon.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "demand", "number", "title", "body", "why"),
            *("written_on", "written_by", "confirmed_on", "confirmed_by"),
        }

    def __str__(self) -> str:
        return f"{self.demand} v{self.number}"


class Evidence(models.Model):
    """What stands behind a demand: a finding with its source and year, and perhaps one of our figures."""

    reference = columns.reference()
    demand = models.ForeignKey(Demand, models.PROTECT, related_name="evidence")
    says = models.CharField("funnet", max_length=300)
    source = models.CharField("kilde", max_length=200)
    year = models.PositiveSmallIntegerField("år")
    link = models.URLField("lenke", blank=True)
    figure = models.ForeignKey(
        "agenda.SourcedFigure", models.PROTECT, null=True, blank=True, related_name="behind",
        verbose_name="tall",
    )  # fmt: skip
    noted_on = models.DateField(editable=False)
    noted_by = _two.by()
    confirmed_on = _two.day("bekreftet")
    confirmed_by = _two.by(null=True)
    taken_out_on = _two.day("tatt ut")
    taken_out_by = _two.by(null=True)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            on_and_by("taken_out"),
            _two.by_another("noted", "evidence_confirmed_by_another"),
            models.CheckConstraint(
                condition=~models.Q(source=""),
                name="evidence_has_a_source",
                violation_error_message="Skriv hvor funnet er fra.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "reference", "demand", "says", "source", "year", "link", "figure", "noted_on"),
            *("noted_by", "confirmed_on", "confirmed_by", "taken_out_on", "taken_out_by"),
        }

    def __str__(self) -> str:
        return self.reference
