"""What in Min dag concerns screening: counts, read in one question with those of the other rooms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, DateField, Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.volunteers import queries as volunteers

from ..models import InterviewNotes, Referee
from .rows import to_renew

STATEMENT, NOTES, RENEWAL = "screening.statement", "screening.notes", "screening.renewal"


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """At most a row of each kind: how many, and since when."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or person.association_id is None:
        return []
    rows = [
        _counted(_unread(person), STATEMENT, "volunteer__association", "came_in"),
        _counted(_unwritten(person, terms), NOTES, "volunteer__association", "held_on"),
    ]
    if terms.limits.certificate_renewal_months:
        due = volunteers.visible_to(person).filter(pk__in=to_renew(person, terms).values("pk"))
        rows.append(_counted(due, RENEWAL, "association", ""))
    return rows


def _counted(rows: QuerySet[Any], kind: str, house: str, since: str) -> QuerySet[Any]:
    """One row for the association, or none."""
    told = rows.order_by().values(house).annotate(
        kind=Value(kind, CharField()),
        about=Cast(Count("pk", distinct=True), CharField()),
        since=Cast(Min(since) if since else Value(None), DateField()),
    )  # fmt: skip
    return told.values_list("kind", "about", "since")


def _unread(person: Person) -> QuerySet[Referee]:
    """Referees have answered, and nobody has read it."""
    here = Referee.objects.filter(volunteer__association=person.association_id)
    return here.filter(volunteer__left_on=None, came_in__isnull=False, read_on=None)


def _unwritten(person: Person, terms: Terms) -> QuerySet[Any]:
    """She interviewed and is not done with her notes, while the answer or the other waits for them."""
    done = InterviewNotes.objects.filter(interview=OuterRef("pk"), done_on__isnull=False)
    waited_for = Q(outcome="undecided") | Exists(done.exclude(written_by=person))
    since = terms.today - timedelta(days=terms.limits.keep_interview_days)
    held = volunteers.held_by(person).filter(waited_for, held_on__gte=since)
    both = held.filter(first_interviewer__isnull=False, second_interviewer__isnull=False)
    return both.filter(~Exists(done.filter(written_by=person)))


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """In words, without a name."""
    count = int(about)
    weight, one, many, act = SAID[kind]
    url = reverse("screening:all")
    sentence = one if count == 1 else many.format(count)
    return Line(weight=weight, who="", sentence=sentence, act=act, url=url, since=since)


SAID = {
    STATEMENT: (
        Weight.APPLICANT_UNANSWERED,
        "En referanse har svart, og ingen har lest det.",
        "{} referanser har svart, og ingen har lest det.",
        "Les svaret",
    ),
    NOTES: (
        Weight.FOLLOW_UP_OVERDUE,
        "Notatene dine fra et intervju mangler.",
        "Notatene dine fra {} intervjuer mangler.",
        "Skriv dem",
    ),
    RENEWAL: (
        Weight.TO_SETTLE,
        "En ressursvenn viste politiattesten for så lenge siden at dere bør snakke om en ny.",
        "{} ressursvenner viste politiattesten for så lenge siden at dere bør snakke om en ny.",
        "Se hvem",
    ),
}
