"""Notes, referees and papers, and who of an association is on her way through here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms
from ressursvenn.protection import fingerprints
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from .. import renewal
from ..models import Assessment, Ending, InterviewNotes, LegalBasis, Recipient, Referee
from . import waiting


def notes_on(interview: Any) -> list[InterviewNotes]:
    """What the two have written after this interview, sealed."""
    rows = InterviewNotes.objects.filter(interview=interview).order_by("pk")
    return list(rows.select_related("written_by", "volunteer"))


def finished_by(person: Person, volunteer: Any) -> list[InterviewNotes]:
    """What she herself has written about one volunteer, after any interview, and is done with; sealed."""
    rows = InterviewNotes.objects.filter(volunteer=volunteer, written_by=person)
    done = rows.filter(done_on__isnull=False).select_related("interview", "volunteer")
    return list(done.order_by("-interview"))


def assessed(interview: Any) -> dict[int, str]:
    """Who of the two has said what she found, and of whom it is said why not; by key, the reason if any."""
    rows = Assessment.objects.filter(interview=interview)
    return dict(rows.values_list("of", "why_none"))


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
    good = Referee.objects.filter(word_print=print_of(word), came_in=None, volunteer__left_on=None)
    row = good.select_related("volunteer__association").first()
    terms = accounts.terms(row.volunteer.association if row else None)
    since = terms.today - timedelta(days=terms.limits.referee_link_days)
    return row if row and row.linked_on and row.linked_on > since else None


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


def in_screening(person: Person, terms: Terms) -> QuerySet[Any]:
    """Those on the road who are not approved by two, and those of whom Min dag says something. One query."""
    asked = Referee.objects.filter(volunteer=OuterRef("pk"))
    hers = {"volunteer": OuterRef("pk")}
    here = road.with_road(volunteers.visible_to(person)).filter(left_on=None).annotate(
        referees=_number(asked),
        answered=_number(asked.filter(came_in__isnull=False)),
        unread=_number(waiting.unread(person).filter(**hers)),
        notes_missing=Exists(waiting.unwritten(person, terms).filter(**hers)),
        soon_erased=Exists(waiting.soon_erased(person, terms).filter(**hers)),
    )  # fmt: skip
    told_of = Q(unread__gt=0) | Q(notes_missing=True) | Q(soon_erased=True)
    listed = here.filter(Q(approved_by_two=False) | told_of)
    return listed.order_by(F("applied_on").asc(nulls_first=True), "pk")


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
