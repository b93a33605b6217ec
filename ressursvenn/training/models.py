"""What is kept of courses: evenings, materials, who has signed up, and who came.

A course is nobody's. What hangs on a volunteer goes with her.
"""

from __future__ import annotations

from datetime import time
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers, Nobodys

from . import topics, words

_by = partial(columns.by_person, editable=False)


def only_listed(codes: list[str]) -> None:
    """Refuse a topic that is on no list."""
    if not isinstance(codes, list) or not set(codes) <= set(topics.TOPICS):
        raise ValidationError("Velg temaer fra listen.")


class Course(models.Model):
    """Some evenings that belong together, with so many places."""

    reference = columns.reference()
    association = models.ForeignKey(
        "accounts.Association", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField("navn på kurset", max_length=60)
    kind = models.CharField(
        "slag", max_length=10, choices=list(words.KINDS.items()), default=words.BASIC
    )
    language = models.CharField(
        "språk", max_length=2, choices=list(words.LANGUAGES.items()), default="nb"
    )
    places = models.PositiveSmallIntegerField("plasser", default=12)
    bring = models.CharField("ta med", max_length=120, blank=True)
    open_from = models.DateField("påmelding fra", null=True, blank=True)
    open_until = models.DateField("siste dag for påmelding", null=True, blank=True)
    laid_out_on = models.DateField("satt opp", editable=False)
    laid_out_by = _by("satt opp av")
    called_off_on = models.DateField("avlyst", null=True, blank=True, editable=False)
    called_off_by = _by("avlyst av", null=True)

    class Meta:
        constraints = (
            on_and_by("called_off"),
            models.CheckConstraint(
                condition=Q(places__range=(1, 200)),
                name="course_has_one_to_two_hundred_places",
                violation_error_message="Skriv hvor mange plasser: 1 til 200.",
            ),
            models.CheckConstraint(
                condition=Q(open_from__isnull=True)
                | Q(open_until__isnull=True)
                | Q(open_from__lte=F("open_until")),
                name="course_opens_before_it_closes",
                violation_error_message="Påmeldingen kan ikke stenge før den åpner.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "association", "title", "kind", "language", "places", "bring",
            "open_from", "open_until", "laid_out_on", "laid_out_by", "called_off_on", "called_off_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class Evening(models.Model):
    """One evening, or day, of a course."""

    reference = columns.reference()
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="evenings")
    day = models.DateField("dag")
    begins = models.TimeField("fra", default=time(17, 30))
    ends = models.TimeField("til", default=time(20, 30))
    hours = models.DecimalField("timer som teller", max_digits=3, decimal_places=1)
    place = models.CharField("sted", max_length=120)
    topics = models.JSONField("temaer", default=list, blank=True, validators=[only_listed])
    moved_on = models.DateField("endret", null=True, blank=True, editable=False)
    moved_by = _by("endret av", null=True)
    called_off_on = models.DateField("avlyst", null=True, blank=True, editable=False)
    called_off_by = _by("avlyst av", null=True)

    class Meta:
        ordering = ("day", "begins", "pk")
        constraints = (
            on_and_by("moved"),
            on_and_by("called_off"),
            models.CheckConstraint(
                condition=Q(ends__gt=F("begins")),
                name="evening_ends_after_it_begins",
                violation_error_message="Kvelden kan ikke slutte før den begynner.",
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=12),
                name="evening_counts_for_up_to_twelve_hours",
                violation_error_message="Skriv timene som et tall over 0 og ikke over 12.",
            ),
            models.UniqueConstraint(
                fields=("course", "day", "begins"),
                condition=Q(called_off_on__isnull=True),
                name="one_evening_of_a_course_at_a_time",
                violation_error_message="Kurset har alt en kveld som begynner da.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            "id", "reference", "course", "day", "begins", "ends", "hours", "place", "topics",
            "moved_on", "moved_by", "called_off_on", "called_off_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def is_off(self) -> bool:
        """It was called off; with a course go the evenings of it that have not begun."""
        return self.called_off_on is not None


class Material(models.Model):
    """Something to read or see, by its address. Nothing is uploaded."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField("hva det er", max_length=80)
    link = models.URLField(
        "adresse", max_length=300, validators=[URLValidator(schemes=["https"])]
    )  # fmt: skip

    class Handling(Nobodys):
        plain = {"id", "course", "title", "link"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class SignUp(models.Model):
    """She was invited, or has signed up, or has withdrawn. Whether she has a place is computed."""

    volunteer = models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name="sign_ups"
    )
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="sign_ups")
    invited_on = models.DateField("invitert", null=True, blank=True)
    invited_by = _by("invitert av", null=True)
    signed_up_at = models.DateTimeField("meldte seg på", null=True, blank=True)
    signed_up_by = _by("meldt på av", null=True)
    was_full = models.BooleanField("fullt da hun meldte seg på", default=False, editable=False)
    withdrawn_at = models.DateTimeField("meldte seg av", null=True, blank=True)
    withdrawn_by = _by("meldt av av", null=True)

    class Meta:
        constraints = (
            on_and_by("invited"),
            on_and_by("signed_up", "at"),
            on_and_by("withdrawn", "at"),
            models.UniqueConstraint(
                fields=("volunteer", "course"),
                name="on_a_course_once",
                violation_error_message="Hun står allerede på kurset.",
            ),
        )

    class Handling(Hers):
        plain = {
            "id", "volunteer", "course", "invited_on", "invited_by", "signed_up_at", "signed_up_by",
            "was_full", "withdrawn_at", "withdrawn_by",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    @property
    def stands(self) -> bool:
        """She has signed up and not withdrawn: she has a place or waits for one."""
        return self.signed_up_at is not None and self.withdrawn_at is None


class Attendance(models.Model):
    """She came that evening, or gave word, or did not come. Hours she got stand in her road."""

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="attendances")
    volunteer = models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name="attendances"
    )
    how = models.CharField("kom", max_length=8, choices=list(words.ATTENDED.items()))
    noted_on = models.DateField("notert")
    noted_by = _by("notert av")
    hours = models.OneToOneField(
        "volunteers.CourseHours", on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )  # fmt: skip

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("evening", "volunteer"), name="noted_once_an_evening"),
        )

    class Handling(Hers):
        plain = {"id", "evening", "volunteer", "how", "noted_on", "noted_by", "hours"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class MakeUp(models.Model):
    """She comes to one evening of a course she is not on, to make up for one she missed."""

    evening = models.ForeignKey(Evening, on_delete=models.CASCADE, related_name="make_ups")
    volunteer = models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name="make_ups"
    )
    agreed_on = models.DateField("avtalt")
    agreed_by = _by("avtalt av")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("evening", "volunteer"), name="made_up_once_an_evening"
            ),
        )

    class Handling(Hers):
        plain = {"id", "evening", "volunteer", "agreed_on", "agreed_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"
