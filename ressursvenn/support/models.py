"""What is kept of guidance: groups and their evenings, who came, talks, a word that it is heavy, gatherings.

Nothing here knows a participant or a pair, and no room above reads it.
"""

from __future__ import annotations

from datetime import time
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from ressursvenn.protection.fields import EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers, Nobodys
from ressursvenn.shapes.rows import LockedWithHers

from . import words


def _of_volunteer(related_name: str) -> Any:
    """Whose it is. When she is erased, so is this."""
    return models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name=related_name
    )


def _of_house() -> Any:
    return models.ForeignKey("accounts.Association", on_delete=models.PROTECT, related_name="+")


class Group(models.Model):
    """Some volunteers who meet for guidance, with a colleague who leads them."""

    reference = columns.reference()
    association = _of_house()
    name = models.CharField("navn på gruppen", max_length=60)
    leader = columns.by_person("leder")
    led_since = models.DateField("leder fra")  # she hears nothing that was said before it
    places = models.PositiveSmallIntegerField("plasser", default=8)
    laid_out_on = models.DateField("satt opp")
    laid_out_by = columns.by_person("satt opp av")
    laid_down_on = models.DateField("lagt ned", null=True, blank=True)
    laid_down_by = columns.by_person("lagt ned av", null=True)

    class Meta:
        constraints = (
            on_and_by("laid_down"),
            CheckConstraint(
                condition=Q(places__range=(2, 30)),
                name="guidance_group_of_two_to_thirty",
                violation_error_message="Skriv hvor mange plasser: 2 til 30.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "association", "name", "leader", "led_since", "places",
            "laid_out_on", "laid_out_by", "laid_down_on", "laid_down_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class Evening(models.Model):
    """One evening of a group: when, and where or on line."""

    reference = columns.reference()
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="evenings")
    held_on = models.DateField("dag")
    begins = models.TimeField("fra", default=time(18, 0))
    ends = models.TimeField("til", default=time(20, 0))
    on_line = models.BooleanField("på nett", default=False)
    place = models.CharField("sted", max_length=120, blank=True)
    noted_by = columns.by_person("satt opp av")
    called_off_on = models.DateField("avlyst", null=True, blank=True)
    called_off_by = columns.by_person("avlyst av", null=True)

    class Meta:
        ordering = ("held_on", "begins", "pk")
        constraints = (
            on_and_by("called_off"),
            CheckConstraint(
                condition=Q(ends__gt=F("begins")),
                name="guidance_ends_after_it_begins",
                violation_error_message="Kvelden kan ikke slutte før den begynner.",
            ),
            UniqueConstraint(
                fields=("group", "held_on", "begins"),
                condition=Q(called_off_on__isnull=True),
                name="one_guidance_evening_at_a_time",
                violation_error_message="Gruppen har alt en kveld da.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "group", "held_on", "begins", "ends", "on_line", "place",
            "noted_by", "called_off_on", "called_off_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class Membership(models.Model):
    """She belongs to a group, or did."""

    volunteer = _of_volunteer("guidance_groups")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    joined_on = models.DateField("med fra")
    joined_by = columns.by_person("tatt med av")
    left_on = models.DateField("ute fra", null=True, blank=True)
    left_by = columns.by_person("tatt ut av", null=True)

    class Meta:
        constraints = (
            on_and_by("left"),
            UniqueConstraint(
                fields=("volunteer",),
                condition=Q(left_on__isnull=True),
                name="in_one_guidance_group_at_a_time",
                violation_error_message="Hun er alt med i en gruppe.",
            ),
        )

    class Handling(Hers):
        plain = {"id", "volunteer", "group", "joined_on", "joined_by", "left_on", "left_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Presence(models.Model):
    """What she said beforehand of one evening, and whether she came. Both may be noted anew."""

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="presences")
    volunteer = _of_volunteer("guidance_evenings")
    comes = models.BooleanField("kommer", null=True, blank=True)
    said_at = models.DateTimeField("sa det", null=True, blank=True)
    said_by = columns.by_person("sagt av", null=True)
    how = models.CharField(
        "kom", max_length=8, choices=list(words.ATTENDED.items()), blank=True, default=""
    )
    noted_on = models.DateField("notert", null=True, blank=True)
    noted_by = columns.by_person("notert av", null=True)

    class Meta:
        constraints = (
            on_and_by("said", "at"),
            on_and_by("noted"),
            UniqueConstraint(fields=("evening", "volunteer"), name="once_on_a_guidance_evening"),
        )

    class Handling(Hers):
        plain = {
            "id", "evening", "volunteer", "comes", "said_at", "said_by", "how", "noted_on",
            "noted_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Strain(LockedWithHers, models.Model):
    """She has said that it is getting heavy. That it was said is a day; what she wishes is locked."""

    reference = columns.reference()
    volunteer = _of_volunteer("strains")
    said_on = models.DateField("sagt")
    said_by = columns.by_person("sagt av")
    wish = EncryptedText("ønsker", max_length=10, blank=True)
    taken_back_on = models.DateField("tatt tilbake", null=True, blank=True)
    taken_back_by = columns.by_person("tatt tilbake av", null=True)
    answered_on = models.DateField("møtt med en samtale", null=True, blank=True)
    answered_by = columns.by_person("snakket med", null=True)

    class Meta:
        constraints = (
            on_and_by("taken_back"),
            on_and_by("answered"),
            UniqueConstraint(
                fields=("volunteer",),
                condition=Q(taken_back_on__isnull=True, answered_on__isnull=True),
                name="one_word_of_strain_at_a_time",
                violation_error_message="Du har alt sagt fra. Noen tar kontakt med deg.",
            ),
            CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("said_by")),
                name="strain_met_by_somebody_else",
                violation_error_message="Den som snakker med henne, er en annen enn henne.",
            ),
        )

    class Handling:
        plain = {
            "id", "reference", "volunteer", "said_on", "said_by", "taken_back_on",
            "taken_back_by", "answered_on", "answered_by",
        }  # fmt: skip
        card: set[str] = set()
        record = {"wish"}
        sign_in: set[str] = set()
        keep = "strain"


class Talk(LockedWithHers, models.Model):
    """Two have talked. How she is, and what they agreed on, are choices from lists, and locked."""

    reference = columns.reference()
    volunteer = _of_volunteer("talks")
    held_on = models.DateField("snakket sammen")
    held_by = columns.by_person("snakket med")
    length = EncryptedText("omtrent hvor lenge", max_length=10)
    mood = EncryptedText("hvordan hun har det", max_length=10)
    next_step = EncryptedText("avtalt", max_length=12)

    class Handling:
        plain = {"id", "reference", "volunteer", "held_on", "held_by"}
        card: set[str] = set()
        record = {"length", "mood", "next_step"}
        sign_in: set[str] = set()
        keep = "strain"


class Gathering(models.Model):
    """Something pleasant together: a day, and how many came. Where pairs gather is never written."""

    reference = columns.reference()
    association = _of_house()
    held_on = models.DateField("dag")
    for_whom = models.CharField("for", max_length=12, choices=list(words.FOR_WHOM.items()))
    place = models.CharField("sted", max_length=120, blank=True)
    noted_by = columns.by_person("satt opp av")
    came = models.PositiveSmallIntegerField("så mange kom", null=True, blank=True)
    counted_on = models.DateField("talt", null=True, blank=True)
    counted_by = columns.by_person("talt av", null=True)
    called_off_on = models.DateField("avlyst", null=True, blank=True)
    called_off_by = columns.by_person("avlyst av", null=True)

    class Meta:
        ordering = ("-held_on", "-pk")
        constraints = (
            on_and_by("counted"),
            on_and_by("called_off"),
            CheckConstraint(
                condition=Q(came__isnull=True) | Q(called_off_on__isnull=True),
                name="nobody_came_to_what_was_called_off",
                violation_error_message="Det er notert hvor mange som kom. Den avlyses ikke.",
            ),
            UniqueConstraint(
                fields=("association", "held_on", "for_whom", "place"),
                condition=Q(called_off_on__isnull=True),
                name="gathering_set_once",
                violation_error_message="Den samlingen er alt satt opp.",
            ),
            CheckConstraint(
                condition=~Q(for_whom=words.PAIRS) | Q(place=""),
                name="where_pairs_gather_is_not_written",
                violation_error_message=(
                    "Stedet skrives ikke når deltakere skal være med. Si det muntlig."
                ),
            ),
            CheckConstraint(
                condition=Q(came__isnull=True) | Q(came__lte=500),
                name="gathering_of_up_to_five_hundred",
                violation_error_message="Skriv hvor mange som kom: 0 til 500.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "association", "held_on", "for_whom", "place", "noted_by", "came",
            "counted_on", "counted_by", "called_off_on", "called_off_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference
