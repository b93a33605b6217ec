"""What in Min dag concerns screening: counts, read in one question with those of the other rooms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, Count, DateField, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.volunteers import queries as volunteers

from .rows import to_renew
from .waiting import soon_erased, unread, unwritten

STATEMENT, NOTES, RENEWAL = "screening.statement", "screening.notes", "screening.renewal"
UNDECIDED = "screening.undecided"


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """At most a row of each kind: how many, and since when."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or person.association_id is None:
        return []
    rows = [
        _counted(unread(person), STATEMENT, "volunteer__association", "came_in"),
        _counted(unwritten(person, terms), NOTES, "volunteer__association", "held_on"),
        _counted(
            soon_erased(person, terms), UNDECIDED, "volunteer__association",
            "interview__held_on", of="interview",
        ),
    ]  # fmt: skip
    if terms.limits.certificate_renewal_months:
        due = volunteers.visible_to(person).filter(pk__in=to_renew(person, terms).values("pk"))
        rows.append(_counted(due, RENEWAL, "association", ""))
    return rows


def _counted(
    rows: QuerySet[Any], kind: str, house: str, since: str, of: str = "pk"
) -> QuerySet[Any]:
    """One row for the association, or none."""
    told = rows.order_by().values(house).annotate(
        kind=Value(kind, CharField()),
        about=Cast(Count(of, distinct=True), CharField()),
        since=Cast(Min(since) if since else Value(None), DateField()),
    )  # fmt: skip
    return told.values_list("kind", "about", "since")


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """In words, without a name. Whoever it is about stands on the page that it leads to."""
    count = int(about)
    weight, one, many, act = SAID[kind]
    url = reverse("screening:all") + ("#fornye" if kind == RENEWAL else "")
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
    UNDECIDED: (
        Weight.ERASED_SOON,
        "Et intervju er ikke avgjort, og notatene slettes snart.",
        "{} intervjuer er ikke avgjort, og notatene slettes snart.",
        "Noter hva dere fant",
    ),
    RENEWAL: (
        Weight.TO_SETTLE,
        "En ressursvenn viste politiattesten for så lenge siden at dere bør snakke om en ny.",
        "{} ressursvenner viste politiattesten for så lenge siden at dere bør snakke om en ny.",
        "Se hvem",
    ),
}
