"""What is kept of how we know: notes, and that two made them; referees; a no and why; what papers carry."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.fields import EncryptedList, EncryptedText
from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers, Nobodys
from ressursvenn.shapes.rows import LockedWithHers

from . import words


class AboutHer(LockedWithHers, models.Model):
    """Something about one volunteer, locked with her keys. When she is erased, so is this."""

    reference = columns.reference()
    volunteer = models.ForeignKey(
        "volunteers.Volunteer", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        abstract = True


class InterviewNotes(AboutHer):
    """What one of the two wrote for herself: by criterion a choice and a few words. Done is done."""

    interview = models.ForeignKey(
        "volunteers.Interview", on_delete=models.CASCADE, related_name="+"
    )
    criteria_from = models.DateField("kriterier fra")  # which set they were written by
    written_on = models.DateField("skrevet")
    written_by = columns.by_person("skrevet av")
    done_on = models.DateField("ferdig", null=True, blank=True)
    done_by = columns.by_person("ferdig ved", null=True)
    answers = EncryptedList("notater", blank=True)  # [code, choice, words] for each criterion

    class Meta:
        constraints = (
            on_and_by("done"),
            models.UniqueConstraint(
                fields=("interview", "written_by"),
                name="notes_once_for_each_interviewer",
                violation_error_message="Du har alt notater fra dette intervjuet.",
            ),
            models.CheckConstraint(
                condition=Q(done_by__isnull=True) | Q(done_by=F("written_by")),
                name="notes_done_by_whoever_wrote_them",
            ),
        )

    class Handling:
        plain = {
            "id", "reference", "volunteer", "interview", "criteria_from", "written_on",
            "written_by", "done_on", "done_by",
        }  # fmt: skip
        card: set[str] = set()
        record = {"answers"}
        sign_in: set[str] = set()
        keep = "interview_notes"


class Assessment(AboutHer):
    """One of the two has said what she found; or somebody else, why she will not. No word of what it was.

    Her notes go by age and this stays, so that it is known at the second yes. The room of volunteers asks
    for it by name: `interview.assessments`.
    """

    interview = models.ForeignKey(
        "volunteers.Interview", on_delete=models.CASCADE, related_name="assessments"
    )
    of = columns.by_person("intervjueren")
    said_on = models.DateField("notert")
    said_by = columns.by_person("notert av")
    why_none = models.CharField(
        "hvorfor ingen notater", max_length=10, choices=words.WHY_NONE, blank=True
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("interview", "of"),
                name="assessed_once_by_each_interviewer",
                violation_error_message="Det er alt notert.",
            ),
            models.CheckConstraint(
                condition=Q(said_by=F("of")) | ~Q(why_none=""),
                name="assessed_by_herself_or_it_is_said_why_not",
            ),
        )

    class Handling(Hers):
        plain = {
            "id", "reference", "volunteer", "interview", "of", "said_on", "said_by", "why_none",
        }  # fmt: skip


class Referee(AboutHer):
    """Somebody who knows her and may say so, once, on a page that names nobody.

    The word of the link is kept as a print alone. Her name and number go as she answers.
    """

    noted_on = models.DateField("notert")
    noted_by = columns.by_person("notert av")
    name = EncryptedText("navn", max_length=80, blank=True)
    contact = EncryptedText("telefon eller e-post", max_length=120, blank=True)
    relation = EncryptedText("hvordan de kjenner hverandre", max_length=20)
    word_print = models.CharField(max_length=64, blank=True, editable=False)
    linked_on = models.DateField("fikk lenke", null=True, blank=True)
    linked_by = columns.by_person("lenke laget av", null=True)
    came_in = models.DateField(
        "svaret kom", null=True, blank=True
    )  # from somebody without an account
    read_on = models.DateField("lest", null=True, blank=True)
    read_by = columns.by_person("lest av", null=True)
    answers = EncryptedList("svar", blank=True)
    said = EncryptedText("med egne ord", max_length=300, blank=True)

    class Meta:
        constraints = (
            on_and_by("linked"),
            on_and_by("read"),
            models.UniqueConstraint(
                fields=("word_print",), condition=~Q(word_print=""), name="one_word_for_one_referee"
            ),
            models.CheckConstraint(
                condition=Q(came_in__isnull=True) | Q(word_print=""),
                name="referee_who_answered_has_no_word_left",
            ),
            models.CheckConstraint(
                condition=Q(read_on__isnull=True) | Q(came_in__isnull=False),
                name="statement_read_after_it_came",
            ),
        )

    class Handling:
        plain = {
            "id", "reference", "volunteer", "noted_on", "noted_by", "word_print", "linked_on",
            "linked_by", "came_in", "read_on", "read_by",
        }  # fmt: skip
        card: set[str] = set()
        record = {"name", "contact", "relation", "answers", "said"}
        sign_in: set[str] = set()
        keep = "referee"


class Ending(AboutHer):
    """The road ended before she was a volunteer: we said no, or she took it back. Why is a choice, sealed."""

    ended_on = models.DateField("dagen")
    ended_by = columns.by_person("notert av")
    reason = EncryptedText("hvorfor", max_length=20)

    class Handling:
        plain = {"id", "reference", "volunteer", "ended_on", "ended_by"}
        card: set[str] = set()
        record = {"reason"}
        sign_in: set[str] = set()
        keep = "volunteer"

    def told(self) -> str:
        """Of a row that is open."""
        return words.ALL_REASONS.get(self.reason, "")


class Recipient(models.Model):
    """Where an association has certificates shown, as the paper for the police says it. The latest counts."""

    reference = columns.reference()
    association = models.ForeignKey(
        "accounts.Association", on_delete=models.PROTECT, related_name="+"
    )
    office = models.CharField("adresse", max_length=160)
    place = models.CharField("sted", max_length=60)
    said_on = models.DateField("skrevet")
    said_by = columns.by_person("skrevet av")

    class Handling(Nobodys):
        plain = {"id", "reference", "association", "office", "place", "said_on", "said_by"}

    def __str__(self) -> str:
        return self.reference


class LegalBasis(models.Model):
    """What the country says gives the right to ask for a certificate. It counts once another has agreed."""

    reference = columns.reference()
    text = models.CharField("hjemmel", max_length=400)
    said_on = models.DateField("skrevet")
    said_by = columns.by_person("skrevet av")
    confirmed_on = models.DateField("bekreftet", null=True, blank=True)
    confirmed_by = columns.by_person("bekreftet av", null=True)

    class Meta:
        constraints = (
            on_and_by("confirmed"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("said_by")),
                name="legal_basis_confirmed_by_another",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "reference", "text", "said_on", "said_by", "confirmed_on", "confirmed_by"}

    def __str__(self) -> str:
        return self.reference
