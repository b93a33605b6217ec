"""Notes, referees and papers, and who of an association is on her way through here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms, in_force
from ressursvenn.protection import fingerprints
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from .. import renewal
from ..models import Ending, InterviewNotes, LegalBasis, Recipient, Referee


def notes_on(interview: Any) -> list[InterviewNotes]:
    """What the two have written after this interview, sealed."""
    rows = InterviewNotes.objects.filter(interview=interview).order_by("pk")
    return list(rows.select_related("written_by", "volunteer"))


def referees_of(volunteer: Any) -> QuerySet[Referee]:
    """Those noted about one volunteer, sealed, in the order they were noted."""
    rows = Referee.objects.filter(volunteer=volunteer).order_by("pk")
    return rows.select_related("volunteer", "read_by")


def ending_of(volunteer: Any) -> Ending | None:
    rows = Ending.objects.filter(volunteer=volunteer).select_related("volunteer", "ended_by")
    return rows.order_by("-pk").first()


def print_of(word: str) -> str:
    """All that is kept of the word in a link."""
    return fingerprints.of_identity("referee", word)


def with_word(word: str) -> Referee | None:
    """The one whose link this is, while it works: not answered, not too old, and she has not left."""
    today = timezone.localdate()
    since = today - timedelta(days=in_force(today).limits.referee_link_days)
    good = Referee.objects.filter(word_print=print_of(word), linked_on__gt=since, came_in=None)
    return good.filter(volunteer__left_on=None).first()


def recipient_of(association: Any) -> Recipient | None:
    """Where the association has certificates shown, as it was last said."""
    return Recipient.objects.filter(association=association).order_by("-pk").first()


def basis_in_force() -> LegalBasis | None:
    """The legal basis that two have confirmed last; None while nobody has."""
    rows = LegalBasis.objects.filter(confirmed_on__isnull=False)
    return rows.select_related("said_by", "confirmed_by").order_by("-confirmed_on", "-pk").first()


def basis_waiting() -> LegalBasis | None:
    """The last one that somebody has written and nobody confirmed."""
    rows = LegalBasis.objects.filter(confirmed_on=None).select_related("said_by")
    return rows.order_by("-pk").first()


def in_screening(person: Person) -> QuerySet[Any]:
    """Those on the road who are not approved by two, with how far this room has come. One query."""
    here = road.with_road(volunteers.visible_to(person)).filter(left_on=None, approved_by_two=False)
    later = InterviewNotes.objects.filter(volunteer__interviews__pk__gt=F("interview_id"))
    notes = InterviewNotes.objects.filter(volunteer=OuterRef("pk"), done_on__isnull=False)
    notes = notes.exclude(pk__in=later.values("pk"))  # those of the interview that counts
    asked = Referee.objects.filter(volunteer=OuterRef("pk"))
    return here.annotate(
        notes_done=_number(notes),
        referees=_number(asked),
        answered=_number(asked.filter(came_in__isnull=False)),
        unread=_number(asked.filter(came_in__isnull=False, read_on=None)),
    ).order_by(F("applied_on").asc(nulls_first=True), "pk")


def to_renew(person: Person, terms: Terms) -> QuerySet[Any]:
    """Those who showed a certificate so long ago that it is time to talk of it. None where it is off."""
    between = renewal.shown_between(terms)
    if between is None:
        return volunteers.visible_to(person).none()
    here = road.with_road(volunteers.visible_to(person)).filter(left_on=None)
    due = here.filter(certificate_shown_on__range=between)
    return due.exclude(certificates_asked_for__asked_on__gt=between[1]).order_by("pk")


def _number(rows: QuerySet[Any]) -> Subquery:
    counted = rows.order_by().values("volunteer").annotate(answer=Count("pk"))
    return Subquery(counted.values("answer"))
