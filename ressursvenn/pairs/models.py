"""What is stored about a pair. A state is never stored: it is read off the days on the row.

Days and codes alone are plain. The day and place of the introduction and the day of the next
meet-up are locked with her record key, and erased when the day is past.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone

from ressursvenn.programme import words as programme_words
from ressursvenn.programme.states import CLOSED, PairState
from ressursvenn.protection.fields import EncryptedDate, EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Plain

from . import words

OPEN = Q(ended_on__isnull=True, not_to_be_on__isnull=True)


def _day() -> Any:
    return models.DateField(null=True, blank=True)


def _first(then: str, needs: str) -> CheckConstraint:
    """What cannot have happened before something else has."""
    return CheckConstraint(
        condition=Q(**{f"{then}__isnull": True}) | Q(**{f"{needs}__isnull": False}),
        name=f"pair_{then}_after_{needs}",
        violation_error_message="Stegene i en kobling følger etter hverandre.",
    )


class Pair(models.Model):
    """One period of two people. The same two may come again as a new row."""

    reference = columns.reference()
    association = models.ForeignKey(
        "accounts.Association", on_delete=models.PROTECT, related_name="+"
    )
    participant = models.ForeignKey(
        "participants.Participant", on_delete=models.PROTECT, related_name="pairs"
    )
    volunteer = models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.PROTECT, related_name="pairs"
    )

    decided_on = models.DateField()
    decided_by = columns.by_person()
    decision_reason = models.CharField(max_length=20, choices=words.DECISION_REASONS)
    was_suggested = models.BooleanField(default=False)
    terms_name = models.CharField(max_length=120)

    approved_on, approved_by = _day(), columns.by_person(null=True)
    she_said_yes_on, she_said_yes_by = _day(), columns.by_person(null=True)
    volunteer_said_yes_on, volunteer_said_yes_by = _day(), columns.by_person(null=True)

    introduction_planned_on, introduction_planned_by = _day(), columns.by_person(null=True)
    introduction_day = EncryptedDate("dag", null=True, blank=True)
    introduction_place = EncryptedText("sted", max_length=120, null=True, blank=True)
    place_chosen = models.BooleanField(default=False)  # stays when the place itself is erased
    introduced_on, introduced_by = _day(), columns.by_person(null=True)
    next_meet_up = EncryptedDate("neste treff", null=True, blank=True)

    ended_on, ended_by = _day(), columns.by_person(null=True)
    ending = models.CharField(max_length=20, blank=True, choices=programme_words.ENDINGS)
    closing_talk_on, closing_talk_by = _day(), columns.by_person(null=True)
    later_contact = models.CharField(
        max_length=20, blank=True, choices=programme_words.LATER_CONTACT
    )
    not_to_be_on, not_to_be_by = _day(), columns.by_person(null=True)
    not_to_be_because = models.CharField(max_length=20, blank=True, choices=words.NOT_TO_BE)

    class Meta:
        ordering = ("-id",)
        constraints = (
            UniqueConstraint(
                fields=["participant"],
                condition=OPEN,
                name="pair_one_open_per_participant",
                violation_error_message="Deltakeren er allerede i en kobling.",
            ),
            UniqueConstraint(
                fields=["participant", "volunteer"],
                condition=OPEN,
                name="pair_one_open_per_couple",
                violation_error_message="De to er allerede koblet.",
            ),
            CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("decided_by")),
                name="pair_approved_by_another",
                violation_error_message="Den som godkjenner, er en annen enn den som bestemte.",
            ),
            *(
                on_and_by(what)
                for what in (
                    "approved",
                    "she_said_yes",
                    "volunteer_said_yes",
                    "introduction_planned",
                    "introduced",
                    "ended",
                    "closing_talk",
                    "not_to_be",
                )
            ),
            _first("she_said_yes_on", "approved_on"),
            _first("volunteer_said_yes_on", "she_said_yes_on"),
            _first("introduction_planned_on", "volunteer_said_yes_on"),
            _first("introduced_on", "introduction_planned_on"),
            _first("ended_on", "introduced_on"),
            _first("closing_talk_on", "ended_on"),
            CheckConstraint(
                condition=Q(not_to_be_on__isnull=True) | Q(introduced_on__isnull=True),
                name="pair_not_to_be_before_introduction",
                violation_error_message="Etter første møte avsluttes en kobling; den avlyses ikke.",
            ),
            CheckConstraint(
                condition=Q(ended_on__isnull=True, ending="")
                | (Q(ended_on__isnull=False) & ~Q(ending="")),
                name="pair_ended_somehow",
                violation_error_message="En avsluttet kobling har en avslutning.",
            ),
            CheckConstraint(
                condition=Q(not_to_be_on__isnull=True, not_to_be_because="")
                | (Q(not_to_be_on__isnull=False) & ~Q(not_to_be_because="")),
                name="pair_not_to_be_because_of_something",
                violation_error_message="Det må være kjent hvorfor koblingen ikke ble noe av.",
            ),
        )

    class Handling:
        plain = {
            "id",
            "reference",
            "association",
            "participant",
            "volunteer",
            "decided_on",
            "decided_by",
            "decision_reason",
            "was_suggested",
            "terms_name",
            "approved_on",
            "approved_by",
            "she_said_yes_on",
            "she_said_yes_by",
            "volunteer_said_yes_on",
            "volunteer_said_yes_by",
            "introduction_planned_on",
            "introduction_planned_by",
            "place_chosen",
            "introduced_on",
            "introduced_by",
            "ended_on",
            "ended_by",
            "ending",
            "closing_talk_on",
            "closing_talk_by",
            "later_contact",
            "not_to_be_on",
            "not_to_be_by",
            "not_to_be_because",
        }
        card = {"introduction_day", "introduction_place", "next_meet_up"}
        record: set[str] = set()
        sign_in: set[str] = set()
        keep = "pair"

    def __str__(self) -> str:
        return self.reference

    def key_owner(self) -> str:
        return self.participant.reference

    @property
    def state(self) -> PairState:
        """The last thing that happened says where the pair is."""
        steps = (
            (self.not_to_be_on, PairState.NOT_TO_BE),
            (self.ended_on, PairState.ENDED),
            (self.introduced_on, PairState.RUNNING),
            (self.introduction_planned_on, PairState.INTRODUCTION_PLANNED),
            (self.volunteer_said_yes_on, PairState.BOTH_SAID_YES),
            (self.she_said_yes_on, PairState.SHE_SAID_YES),
            (self.approved_on, PairState.APPROVED),
        )
        return next((state for day, state in steps if day), PairState.DECIDED)

    @property
    def holds_a_day(self) -> bool:
        """Asked of a sealed row too: that there is a day, not which."""
        return self.introduction_day is not None or self.next_meet_up is not None

    def holds_a_day_before(self, today: date) -> bool:
        """Asked of an opened row: is there a day that is past?"""
        days = (self.introduction_day, self.next_meet_up)
        return any(day is not None and day < today for day in days)

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED


class MeetUp(models.Model):
    """They met, or did not. No place, no story, no money: there are no such fields."""

    reference = columns.reference()
    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="meet_ups")
    day = models.DateField("dag")
    happened = models.BooleanField("de møttes")
    length = models.CharField(
        "omtrent hvor lenge", max_length=10, blank=True, choices=programme_words.MEET_UP_LENGTHS
    )
    kinds = models.JSONField("hva slags treff", default=list, blank=True)
    not_happened = models.CharField(
        "hvorfor ikke", max_length=20, blank=True, choices=programme_words.NOT_HAPPENED
    )
    wants_talk = models.BooleanField("ring meg", default=False)
    talked_on, talked_by = _day(), columns.by_person(null=True)
    logged_at = models.DateTimeField(default=timezone.now)
    logged_by = columns.by_person()
    once = models.CharField(max_length=32, editable=False)  # the form's own mark

    class Meta:
        ordering = ("-day", "-id")
        constraints = (
            UniqueConstraint(fields=["pair", "once"], name="meet_up_noted_once"),
            on_and_by("talked"),
            CheckConstraint(
                condition=Q(happened=True, not_happened="") & ~Q(length="")
                | Q(happened=False, length="") & ~Q(not_happened=""),
                name="meet_up_happened_or_not",
                violation_error_message="Si omtrent hvor lenge dere møttes, eller hvorfor ikke.",
            ),
        )

    class Handling(Plain):
        plain = {
            "id",
            "reference",
            "pair",
            "day",
            "happened",
            "length",
            "kinds",
            "not_happened",
            "wants_talk",
            "talked_on",
            "talked_by",
            "logged_at",
            "logged_by",
            "once",
        }
        keep = "pair"

    def __str__(self) -> str:
        return self.reference


class FollowUp(models.Model):
    """A coordinator has talked with one of the two, or both, and how that was."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="follow_ups")
    held_on = models.DateField("dag")
    held_by = columns.by_person()
    with_whom = models.CharField("med hvem", max_length=20, choices=words.WITH_WHOM)
    outcome = models.CharField("hvordan går det", max_length=20, choices=words.OUTCOMES)

    class Meta:
        ordering = ("-held_on", "-id")

    class Handling(Plain):
        plain = {"id", "pair", "held_on", "held_by", "with_whom", "outcome"}
        keep = "pair"

    def __str__(self) -> str:
        return f"{self.pair_id} {self.held_on}"


class PairConcern(models.Model):
    """Somebody is worried. No story is kept: a coordinator calls, and notes when it is settled."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="concerns")
    raised_on = models.DateField()
    raised_by = columns.by_person()
    settled_on, settled_by = _day(), columns.by_person(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            on_and_by("settled"),
            UniqueConstraint(
                fields=["pair"],
                condition=Q(settled_on__isnull=True),
                name="pair_one_open_concern",
                violation_error_message="Det er allerede meldt en bekymring.",
            ),
        )

    class Handling(Plain):
        plain = {"id", "pair", "raised_on", "raised_by", "settled_on", "settled_by"}
        keep = "pair"

    def __str__(self) -> str:
        return f"{self.pair_id} {self.raised_on}"


class Tally(models.Model):
    """One pair that is erased, as a row that is nobody's. Written by `tally.py`; read by no page.

    The key is random and nothing says when a row was written (docs/decisions/0021).
    """

    key = models.IntegerField(primary_key=True)
    region = models.CharField(max_length=4, blank=True)
    year = models.PositiveSmallIntegerField()
    ending = models.CharField(max_length=20)
    months = models.CharField(max_length=6)
    met = models.CharField(max_length=6)

    class Handling(Plain):
        plain = {"key", "region", "year", "ending", "months", "met"}
        keep = "tally"

    def __str__(self) -> str:
        return self.region


class HoursOfYear(models.Model):
    """Hours in meet-ups that may be told of a year, by place: counted once, by `hours.py`, and read ever after.

    `told` has fifties by the key of an association, "" for the country; what may not be told is not there.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    told = models.JSONField(default=dict)

    class Handling(Plain):
        plain = {"id", "year", "told"}
        keep = "tally"

    def __str__(self) -> str:
        return str(self.year)
