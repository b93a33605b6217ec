"""Meetings with minutes and decisions, working groups per hole, and ambassadors."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys, Plain

from .. import words
from ._columns import NOTED, Noted, act_on, by, two_people
from .members import Organisation


class Meeting(Noted):
    """A meeting of the alliance. The minutes stand once another editor has approved them."""

    day = models.DateField("dag")
    title = models.CharField("hva møtet gjelder", max_length=100)
    place = models.CharField("sted", max_length=120, blank=True)
    present = models.ManyToManyField(Organisation, related_name="+", blank=True)
    minutes = models.TextField("referat", blank=True, max_length=20_000)
    version = models.PositiveIntegerField("utgave", default=0, editable=False)
    written_on = act_on("referat skrevet")
    written_by = by(null=True)
    approved_on = act_on("referat godkjent")
    approved_by = by(null=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            on_and_by("written"),
            on_and_by("approved"),
            two_people("approved_by", "written_by", "minutes_approved_by_another"),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | Q(written_on__isnull=False),
                name="minutes_written_before_they_are_approved",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "day", "title", "place", "minutes", "version", "written_on", "written_by",
            "approved_on", "approved_by",
        }  # fmt: skip


class Decision(Noted):
    """Something the meeting decided, who sees to it, and whether it has been done."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    text = models.CharField("vedtak", max_length=400)
    seen_to_by = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name="følges opp av", related_name="+", null=True, blank=True
    )  # fmt: skip
    due = models.DateField("innen", null=True, blank=True)
    done_on = act_on("gjort")
    done_by = by(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (on_and_by("done"),)

    class Handling(Nobodys):
        plain = {*NOTED, "meeting", "text", "seen_to_by", "due", "done_on", "done_by"}


class Correction(Noted):
    """What was wrong in minutes that stand. Both are kept."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="corrections")
    text = models.CharField("rettelse", max_length=400)

    class Meta:
        ordering = ("pk",)

    class Handling(Nobodys):
        plain = {*NOTED, "meeting", "text"}


class WorkingGroup(Noted):
    """Some organisations that work with one of the holes."""

    hole = models.CharField("hull", max_length=12, choices=list(words.HOLES.items()))
    name = models.CharField("navn", max_length=80)
    task = models.CharField("oppdrag", max_length=300)
    wound_up_on = act_on("avsluttet")
    wound_up_by = by(null=True)

    class Meta:
        constraints = (on_and_by("wound_up"),)

    class Handling(Nobodys):
        plain = {*NOTED, "hole", "name", "task", "wound_up_on", "wound_up_by"}


class Seat(Noted):
    """An organisation's place in a group."""

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    leads = models.BooleanField("leder gruppen", default=False)
    left_on = act_on("gikk ut")
    left_by = by(null=True)

    class Meta:
        ordering = ("-leads", "organisation__name")
        constraints = (
            on_and_by("left"),
            models.UniqueConstraint(
                fields=("group", "organisation"),
                condition=Q(left_on__isnull=True),
                name="one_seat_of_an_organisation_in_a_group",
                violation_error_message="Organisasjonen er i gruppen allerede.",
            ),
        )

    class Handling(Nobodys):
        plain = {*NOTED, "group", "organisation", "leads", "left_on", "left_by"}


class Ambassador(Noted):
    """Somebody who lends the button her name, and has said so. She can take it back, and then it is gone."""

    name = models.CharField("navn", max_length=80, blank=True)
    known_as = models.CharField("hvem det er", max_length=100, blank=True)
    words = models.CharField("det ambassadøren selv sier", max_length=300, blank=True)
    agreed = models.DateField("sa ja den")
    shown_on = act_on("vist")
    shown_by = by(null=True)
    withdrawn_on = act_on("trukket")
    withdrawn_by = by(null=True)

    class Meta:
        constraints = (
            on_and_by("shown"),
            on_and_by("withdrawn"),
            two_people("shown_by", "noted_by", "ambassador_shown_by_another"),
            models.CheckConstraint(
                condition=(Q(withdrawn_on__isnull=True) & ~Q(name=""))
                | Q(withdrawn_on__isnull=False, name="", known_as="", words=""),
                name="ambassador_has_a_name_until_she_withdraws",
                violation_error_message="Skriv hvem det er.",
            ),
        )

    class Handling(Plain):
        keep = "ambassador"
        plain = {
            *NOTED, "name", "known_as", "words", "agreed", "shown_on", "shown_by", "withdrawn_on",
            "withdrawn_by",
        }  # fmt: skip
