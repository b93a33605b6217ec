"""What is kept about a volunteer: a card, a way to reach her, and the dated facts of her road.

Every row of the road says on which day something happened and who noted it. Nothing is overwritten:
where a fact was wrong a new row is noted, and the latest note counts.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.fields import EncryptedList, EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers
from ressursvenn.shapes.rows import LockedWithHers

from .. import words
from .door import applied_by_somebody_or_by_herself, held_only_when_by_herself


class Volunteer(models.Model):
    """Someone who has applied to be a volunteer of one association.

    The year of birth is plain. The rule of age must be answered for whole lists and at the prompt,
    where nobody's record is opened, and a year without a name points at nobody. There is no day of
    birth. Where she has an account, her name is readable beside it for the log-in anyway.
    """

    reference = columns.reference()
    association = models.ForeignKey(
        "accounts.Association", on_delete=models.PROTECT, related_name="+"
    )
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="konto",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    first_name = EncryptedText("fornavn", max_length=80)
    last_name = EncryptedText("etternavn", max_length=80, blank=True)
    areas = EncryptedList("områder", blank=True)
    languages = EncryptedList("språk", blank=True)
    interests = EncryptedList("interesser", blank=True)
    times = EncryptedList("tider", blank=True)

    phone = EncryptedText("telefon", max_length=40, blank=True)
    email = EncryptedText("e-post", max_length=254, blank=True)

    birth_year = models.PositiveSmallIntegerField("fødselsår", null=True, blank=True)
    fingerprints = models.JSONField(default=list, blank=True, editable=False)
    likeness = models.BinaryField(default=b"", blank=True, editable=False)  # held against `apart`
    places = models.PositiveSmallIntegerField("plass til", default=1)
    applied_on = models.DateField("søkte", null=True, blank=True)
    applied_by = columns.by_person("søknaden notert av", null=True)
    by_herself = models.BooleanField("søkte selv", default=False, editable=False)
    held = models.BooleanField(
        "holdes tilbake", default=False, editable=False
    )  # one too many that day
    answered_on = models.DateField("fikk svar", null=True, blank=True)
    answered_by = columns.by_person("svarte", null=True)
    paused_until = models.DateField("pause til", null=True, blank=True)
    left_on = models.DateField("sluttet", null=True, blank=True)
    left_by = columns.by_person("notert av", null=True)
    # The last day of a pair whose rows are gone (retention.py). Nobody noted it: it was there.
    paired_until = models.DateField("har hatt en kobling til", null=True, blank=True)

    class Meta:
        constraints = (
            applied_by_somebody_or_by_herself(),
            held_only_when_by_herself(),
            on_and_by("answered"),
            on_and_by("left"),
            models.CheckConstraint(
                condition=Q(places__range=(1, 9)),
                name="volunteer_has_one_to_nine_places",
                violation_error_message="Skriv hvor mange det er plass til: 1 til 9.",
            ),
            models.CheckConstraint(
                condition=Q(birth_year__isnull=True) | Q(birth_year__range=(1900, 2100)),
                name="volunteer_birth_year_has_four_digits",
                violation_error_message="Skriv fødselsåret med fire sifre.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("applied_on")),
                name="volunteer_answered_after_applying",
                violation_error_message="Svaret kan ikke ha kommet før søknaden.",
            ),
        )

    class Handling:
        plain = {
            "id",
            "reference",
            "association",
            "person",
            "birth_year",
            "fingerprints",
            "likeness",
            "places",
            "applied_on",
            "applied_by",
            "by_herself",
            "held",
            "answered_on",
            "answered_by",
            "paused_until",
            "left_on",
            "left_by",
            "paired_until",
        }
        card = {"first_name", "last_name", "areas", "languages", "interests", "times"}
        record = {"phone", "email"}
        sign_in: set[str] = set()
        keep = "volunteer"

    def __str__(self) -> str:
        return self.reference

    def key_owner(self) -> str:
        return self.reference


def of_volunteer(related_name: str) -> models.ForeignKey:
    """Whose road the fact belongs to. When she is erased, so is her road."""
    return models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name=related_name)


class Interview(models.Model):
    """Two people have talked with her. An old list may not say who; then it stands open."""

    volunteer = of_volunteer("interviews")
    noted_by = columns.by_person("notert av")
    held_on = models.DateField("holdt")
    first_interviewer = columns.by_person("første intervjuer", null=True)
    second_interviewer = columns.by_person("andre intervjuer", null=True)
    outcome = models.CharField(
        "svar", max_length=12, choices=words.OUTCOMES, default=words.UNDECIDED
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(first_interviewer__isnull=True)
                | Q(second_interviewer__isnull=True)
                | ~Q(first_interviewer=F("second_interviewer")),
                name="interview_by_two_different_people",
                violation_error_message="Velg to forskjellige personer.",
            ),
        )

    class Handling(Hers):
        plain = {
            "id",
            "volunteer",
            "noted_by",
            "held_on",
            "first_interviewer",
            "second_interviewer",
            "outcome",
        }

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class CourseHours(models.Model):
    """She took part in so many hours of the course that day. Struck hours no longer count."""

    volunteer = of_volunteer("course_days")
    noted_by = columns.by_person("notert av")
    held_on = models.DateField("holdt")
    hours = models.DecimalField("timer", max_digits=3, decimal_places=1)
    struck_on = models.DateField("strøket", null=True, blank=True)
    struck_by = columns.by_person("strøket av", null=True)

    class Meta:
        constraints = (
            on_and_by("struck"),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=60),
                name="course_hours_between_zero_and_sixty",
                violation_error_message="Skriv timene som et tall over 0 og ikke over 60.",
            ),
        )

    class Handling(Hers):
        plain = {"id", "volunteer", "noted_by", "held_on", "hours", "struck_on", "struck_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Declaration(models.Model):
    """She signed the declaration of confidentiality."""

    volunteer = of_volunteer("declarations")
    noted_by = columns.by_person("notert av")
    signed_on = models.DateField("underskrevet")

    class Handling(Hers):
        plain = {"id", "volunteer", "noted_by", "signed_on"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class CertificateAskedFor(models.Model):
    """She was asked to show a police certificate."""

    volunteer = of_volunteer("certificates_asked_for")
    asked_on = models.DateField("bedt om")
    asked_by = columns.by_person("bedt om av")

    class Handling(Hers):
        plain = {"id", "volunteer", "asked_on", "asked_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class CertificateSighting(models.Model):
    """A police certificate was shown to us. We note that; we keep neither paper nor remarks."""

    volunteer = of_volunteer("sightings")
    noted_by = columns.by_person("notert av")
    issued_on = models.DateField("utstedt")
    shown_on = models.DateField("vist")
    seen_by = columns.by_person("sett av", null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(issued_on__lte=F("shown_on")),
                name="certificate_issued_before_it_was_shown",
                violation_error_message="Attesten kan ikke være utstedt etter at den ble vist.",
            ),
        )

    class Handling(Hers):
        plain = {"id", "volunteer", "noted_by", "issued_on", "shown_on", "seen_by"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Agreement(models.Model):
    """She has promised to be a volunteer for so many months."""

    volunteer = of_volunteer("agreements")
    noted_by = columns.by_person("notert av")
    signed_on = models.DateField("underskrevet")
    months = models.PositiveSmallIntegerField("måneder")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(months__range=(1, 60)),
                name="agreement_of_one_to_sixty_months",
                violation_error_message="Skriv antall måneder: 1 til 60.",
            ),
        )

    class Handling(Hers):
        plain = {"id", "volunteer", "noted_by", "signed_on", "months"}

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Approval(models.Model):
    """Two people have approved her: one asked, another said yes. It falls when she leaves."""

    volunteer = of_volunteer("approvals")
    asked_by = columns.by_person("spurt av")
    approved_on = models.DateField("godkjent")
    approved_by = columns.by_person("godkjent av")
    withdrawn_on = models.DateField("falt bort", null=True, blank=True)
    withdrawn_by = columns.by_person("falt bort ved", null=True)

    class Meta:
        constraints = (
            on_and_by("withdrawn"),
            models.CheckConstraint(
                condition=~Q(asked_by=F("approved_by")),
                name="approval_by_two_different_people",
                violation_error_message="Den som godkjenner, er en annen enn den som spurte.",
            ),
            models.UniqueConstraint(
                fields=("volunteer",),
                condition=Q(withdrawn_on__isnull=True),
                name="approved_once_at_a_time",
                violation_error_message="Ressursvennen er allerede godkjent av to.",
            ),
        )

    class Handling(Hers):
        plain = {
            "id",
            "volunteer",
            "asked_by",
            "approved_on",
            "approved_by",
            "withdrawn_on",
            "withdrawn_by",
        }

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Concern(LockedWithHers, models.Model):
    """Somebody is concerned about her. No story is kept: what it is about is a choice from a list.

    Even that choice is secret, since it says something of her that a stolen table should not tell.
    """

    reference = columns.reference()
    volunteer = of_volunteer("concerns")
    raised_on = models.DateField("meldt")
    raised_by = columns.by_person("meldt av")
    settled_on = models.DateField("avklart", null=True, blank=True)
    settled_by = columns.by_person("avklart av", null=True)
    kind = EncryptedText("gjelder", max_length=20)

    class Meta:
        constraints = (
            on_and_by("settled"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | Q(settled_on__gte=F("raised_on")),
                name="concern_settled_after_it_was_raised",
                violation_error_message="Bekymringen kan ikke være avklart før den ble meldt.",
            ),
        )

    class Handling:
        plain = {
            "id",
            "reference",
            "volunteer",
            "raised_on",
            "raised_by",
            "settled_on",
            "settled_by",
        }
        card: set[str] = set()
        record = {"kind"}
        sign_in: set[str] = set()
        keep = "volunteer"
