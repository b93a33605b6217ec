"""People who sign in, local associations (the tenants), crisis centres, and local numbers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ressursvenn.programme import limits
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

from . import sign_names
from .permissions import LOCAL_ROLES, ROLE_CHOICES, ROLES


class CrisisCentre(models.Model):
    """Refers participants; sees of them only that the referral was received."""

    slug = models.SlugField("kortnavn", unique=True)
    name = models.CharField("navn", max_length=120)

    class Meta:
        ordering = ("name",)

    class Handling(Nobodys):
        plain = {"id", "slug", "name"}

    def __str__(self) -> str:
        return self.name


class Association(models.Model):
    """A local association: a house of its own, that no other association sees into."""

    reference = columns.reference()
    slug = models.SlugField("kortnavn", unique=True)
    name = models.CharField("navn", max_length=120)
    crisis_centres = models.ManyToManyField(
        CrisisCentre, through="Cooperation", related_name="associations"
    )
    # What its LocalLimits say, by the day they begin: every page reads it with the person, and asks no more.
    own_numbers = models.JSONField(default=dict, editable=False)

    class Meta:
        ordering = ("name",)

    class Handling(Nobodys):
        plain = {"id", "reference", "slug", "name", "own_numbers"}

    def __str__(self) -> str:
        return self.name


class Cooperation(models.Model):
    """A crisis centre may refer to this association."""

    association = models.ForeignKey(Association, on_delete=models.PROTECT)
    crisis_centre = models.ForeignKey(CrisisCentre, on_delete=models.PROTECT)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "crisis_centre"), name="cooperates_once"
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "association", "crisis_centre"}

    def __str__(self) -> str:
        return f"{self.association_id} {self.crisis_centre_id}"


class People(BaseUserManager["Person"]):
    def get_queryset(self) -> models.QuerySet[Person]:
        """With her association, which is asked about whenever she is."""
        return super().get_queryset().select_related("association")

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(sign_name=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. A participant never does, and is never here."""

    reference = columns.reference()
    sign_name = models.CharField("innloggingsnavn", max_length=40, unique=True)
    name = models.CharField("navn", max_length=120)
    email = models.EmailField("e-post", blank=True)
    role = models.CharField("rolle", max_length=24, choices=ROLE_CHOICES)
    association = models.ForeignKey(
        Association, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    crisis_centre = models.ForeignKey(
        CrisisCentre, null=True, blank=True, on_delete=models.PROTECT, related_name="contacts"
    )
    left_on = models.DateField("sluttet", null=True, blank=True)
    left_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[People] = People()
    USERNAME_FIELD = "sign_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=LOCAL_ROLES, association__isnull=False)
                | (~Q(role__in=LOCAL_ROLES) & Q(association__isnull=True)),
                name="local_roles_have_an_association",
            ),
            models.CheckConstraint(
                condition=Q(role="centre_contact", crisis_centre__isnull=False)
                | (~Q(role="centre_contact") & Q(crisis_centre__isnull=True)),
                name="centre_contacts_have_a_centre",
            ),
            on_and_by("left"),
        )

    class Handling:
        plain = {"id", "reference", "role", "association", "crisis_centre", "left_on", "left_by"}
        card: set[str] = set()
        record: set[str] = set()
        sign_in = {"sign_name", "name", "email", "password", "last_login"}
        keep = "account"

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        return self.left_on is None

    def clean(self) -> None:
        super().clean()
        self.sign_name = sign_names.written(self.sign_name)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What her sessions hang on: with another password, role or association they are over at once."""
        stands = (self.password, self.role, self.association_id, self.crisis_centre_id)
        text = "\x1f".join(map(str, stands))
        return salted_hmac("accounts.sessions", text, secret=secret, algorithm="sha256").hexdigest()

    def may(self, permission: str) -> bool:
        """Whoever has left may nothing."""
        return self.is_active and permission in ROLES[self.role].may

    def role_name(self) -> str:
        return ROLES[self.role].name

    def __str__(self) -> str:
        return self.reference


class LocalLimits(models.Model):
    """An association's own numbers, from a day on. The national ones apply to everything else."""

    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="limits")
    begins = models.DateField("gjelder fra")
    numbers = models.JSONField("tall")
    set_at = models.DateTimeField(auto_now_add=True)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("association", "begins"), name="one_set_of_numbers_a_day"
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "association", "begins", "numbers", "set_at", "set_by"}

    def clean(self) -> None:
        numbers: Any = self.numbers
        if not isinstance(numbers, dict) or set(numbers) - limits.NUMBERS:
            raise ValidationError({"numbers": "Programmet har ikke et slikt tall."})

    def __str__(self) -> str:
        return f"{self.association_id} {self.begins}"


class Invitation(models.Model):
    """A way in for one person, once, within a day. Only a fingerprint of the word in the link is kept.

    `anew`: what she signed in with before goes at the moment she has something new.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    word_print = models.CharField(max_length=32, unique=True)
    anew = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-id",)
        constraints = (on_and_by("used", "at"),)

    class Handling(Plain):
        plain = {"id", "person", "word_print", "anew", "made_at", "made_by", "used_at", "used_by"}
        keep = "account"

    def __str__(self) -> str:
        return str(self.pk)


class OpenSession(models.Model):
    """Where somebody is signed in now: since when, and on what. No address, no name of a browser.

    The key in her cookie is not here, only its print. When she was last there stands in the session.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="open_sessions")
    key_print = models.CharField(max_length=40, unique=True)
    began = models.DateTimeField(default=timezone.now)
    device = models.CharField(
        max_length=8, choices=[("phone", "Telefon"), ("computer", "Datamaskin")], blank=True
    )

    class Meta:
        ordering = ("-began", "-id")

    class Handling(Plain):
        plain = {"id", "person", "key_print", "began", "device"}
        keep = "account"

    def __str__(self) -> str:
        return str(self.pk)
