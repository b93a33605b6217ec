"""Organisations, the lists of members that somebody has published, and what we know of who was one when.

A day that is not exact is a day they were seen on a list: before the first and after the last nobody knows,
until the next list says otherwise.
"""

from __future__ import annotations

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys, Plain

from ._columns import NOTED, Noted, act_on, by, two_people


class Organisation(Noted):
    """A house of its own, that is or was in the alliance."""

    name = models.CharField("navn", max_length=100, unique=True)
    website = models.URLField(
        "nettsted", max_length=200, blank=True, validators=[URLValidator(schemes=["https"])]
    )

    class Handling(Nobodys):
        plain = {*NOTED, "name", "website"}


class MemberList(Noted):
    """A list of the members as somebody published it, and as of when."""

    code = models.SlugField("kode", max_length=20, unique=True)
    day = models.DateField("dag")
    told = models.CharField("slik tiden er oppgitt", max_length=60)
    source = models.CharField("kilde", max_length=300)

    class Meta:
        ordering = ("day", "pk")

    class Handling(Nobodys):
        plain = {*NOTED, "code", "day", "told", "source"}


class Membership(Noted):
    """From when to when an organisation is known as a member, and how we know."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    since = models.DateField("fra")
    since_exact = models.BooleanField("dagen er kjent", default=True)
    since_source = models.CharField("kilde", max_length=300)
    until = models.DateField("til", null=True, blank=True)
    until_exact = models.BooleanField("sluttdagen er kjent", default=True)
    until_source = models.CharField("kilde for slutten", max_length=300, blank=True)
    ended_on = act_on("slutten notert")
    ended_by = by(null=True)
    confirmed_on = act_on("bekreftet")
    confirmed_by = by(null=True)

    class Meta:
        constraints = (
            on_and_by("ended"),
            on_and_by("confirmed"),
            two_people("confirmed_by", "noted_by", "membership_confirmed_by_another"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
                violation_error_message="Medlemskapet kan ikke slutte før det begynner.",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, ended_on__isnull=True, until_source="")
                | (Q(until__isnull=False, ended_on__isnull=False) & ~Q(until_source="")),
                name="membership_ends_with_a_source",
                violation_error_message="Skriv hvor dere vet det fra.",
            ),
            models.UniqueConstraint(
                fields=("organisation",),
                condition=Q(until__isnull=True),
                name="one_open_membership_of_an_organisation",
                violation_error_message="Organisasjonen er medlem allerede.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "organisation", "since", "since_exact", "since_source", "until", "until_exact",
            "until_source", "ended_on", "ended_by", "confirmed_on", "confirmed_by",
        }  # fmt: skip


class ContactPerson(Noted):
    """Whom the alliance talks with in an organisation. When it is somebody else, the name goes at once."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    name = models.CharField("navn", max_length=80, blank=True)
    role = models.CharField("rolle", max_length=80, blank=True)
    email = models.EmailField("e-post", max_length=120, blank=True)
    phone = models.CharField("telefon", max_length=20, blank=True)
    ended_on = act_on("ikke lenger kontakt")
    ended_by = by(null=True)

    class Meta:
        constraints = (
            on_and_by("ended"),
            models.CheckConstraint(
                condition=(Q(ended_on__isnull=True) & ~Q(name=""))
                | Q(ended_on__isnull=False, name="", email="", phone="", role=""),
                name="contact_has_a_name_until_it_is_over",
                violation_error_message="Skriv hvem det er.",
            ),
        )

    class Handling(Plain):
        keep = "alliance_contact"
        plain = {
            *NOTED, "organisation", "name", "role", "email", "phone", "ended_on", "ended_by",
        }  # fmt: skip
