"""Who gives money, by which schemes and calls, who of theirs may read, and when we met them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

from ._columns import NOTED, Noted, act_on, by


class Funder(Noted):
    """An office or a foundation that gives grants. `form` is the code of its own report, in `wording/`."""

    name = models.CharField("navn", max_length=120, unique=True)
    form = models.CharField("rapportskjema", max_length=20)

    class Meta:
        ordering = ("name",)

    class Handling(Nobodys):
        plain = {*NOTED, "name", "form"}


class Scheme(Noted):
    """What a funder gives to, in its own words. It is a fact about the world: it has a source and a day."""

    funder = models.ForeignKey(Funder, models.PROTECT, related_name="schemes")
    name = models.CharField("navn på ordningen", max_length=200)
    purpose = models.TextField("formål", max_length=2_000)
    aims = models.TextField("delmål i ordningen", max_length=2_000, blank=True)
    source = models.CharField("kilde", max_length=300)
    seen_day = models.DateField("lest i kilden")
    confirmed_on = act_on("bekreftet")
    confirmed_by = by("bekreftet av", null=True)

    class Meta:
        ordering = ("name",)
        constraints = (on_and_by("confirmed"),)

    class Handling(Nobodys):
        plain = {
            *NOTED, "funder", "name", "purpose", "aims", "source", "seen_day", "confirmed_on",
            "confirmed_by",
        }  # fmt: skip


class Call(Noted):
    """A round of a scheme that one may apply to until a day."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="calls")
    name = models.CharField("utlysning", max_length=120)
    deadline_day = models.DateField("søknadsfrist")
    source = models.CharField("kilde", max_length=300)

    class Meta:
        ordering = ("-deadline_day", "-pk")

    class Handling(Nobodys):
        plain = {*NOTED, "scheme", "name", "deadline_day", "source"}


class FunderMeeting(Noted):
    """We met: where, which offices were there, and what was presented. No name of anybody."""

    funder = models.ForeignKey(Funder, models.PROTECT, related_name="meetings")
    day = models.DateField("dag")
    place = models.CharField("sted", max_length=160)
    who = models.CharField("hvem møttes", max_length=300)
    presented = models.TextField("hva som ble lagt fram", max_length=1_000)

    class Meta:
        ordering = ("-day", "-pk")

    class Handling(Nobodys):
        plain = {*NOTED, "funder", "day", "place", "who", "presented"}


class Reader(Noted):
    """Somebody of the funder's who signs in here and reads what was issued to it."""

    funder = models.ForeignKey(Funder, models.PROTECT, related_name="readers")
    person = columns.by_person("leser")
    ended_on = act_on("ute fra")
    ended_by = by("tatt ut av", null=True)

    class Meta:
        constraints = (
            on_and_by("ended"),
            models.UniqueConstraint(
                fields=("funder", "person"),
                condition=Q(ended_on__isnull=True),
                name="reader_let_in_once",
                violation_error_message="Hun leser alt for denne giveren.",
            ),
        )

    class Handling(Plain):
        plain = {*NOTED, "funder", "person", "ended_on", "ended_by"}
        keep = "account"
