"""Every read of what was brought in: whose it is, what waits, whether it may be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat, TruncDate
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import audit
from ressursvenn.volunteers import queries as volunteers

from .models import BringingIn, BroughtRow

PROPOSALS = "spreadsheets.proposals"
UNDECIDED = Q(fate=BroughtRow.Fate.PROPOSED, settled_at=None)


def visible_to(person: Person) -> QuerySet[BringingIn]:
    """Those of the person's own association, newest first.

    Whoever has no right here sees nothing.
    """
    if person.may(Permission.BRING_IN_WORKBOOK) and person.association_id:
        return BringingIn.objects.filter(association_id=person.association_id)
    return BringingIn.objects.none()


def with_counts(person: Person) -> QuerySet[BringingIn]:
    """The same, each with how many rows came in and how many wait for a decision."""
    accepted = Q(rows__fate=BroughtRow.Fate.ACCEPTED)
    waiting = Q(rows__fate=BroughtRow.Fate.PROPOSED, rows__settled_at=None)
    return (
        visible_to(person)
        .select_related("brought_by", "taken_back_by")
        .annotate(accepted=Count("rows", filter=accepted), waiting=Count("rows", filter=waiting))
    )


def rows_visible_to(person: Person) -> QuerySet[BroughtRow]:
    """Rows brought in to the person's own association, sealed."""
    return BroughtRow.objects.filter(bringing__in=visible_to(person)).select_related("bringing")


def rows_of(bringing: BringingIn) -> QuerySet[BroughtRow]:
    """The rows that came in or were proposed, in the order of the workbook, sealed."""
    return BroughtRow.objects.filter(bringing=bringing).order_by("sheet", "row")


def proposals(person: Person, bringing: BringingIn | None = None) -> QuerySet[BroughtRow]:
    """Rows that wait for a decision, in the order of the workbook.

    About the erased nothing waits.
    """
    here = Q(about__in=volunteers.visible_to(person).values("reference"))
    here |= Q(about__in=participants.visible_to(person).values("reference"))
    waiting = rows_visible_to(person).filter(UNDECIDED, here)
    waiting = waiting.filter(bringing=bringing) if bringing else waiting
    return waiting.order_by("bringing", "sheet", "row")


def brought_people(bringing: BringingIn) -> list[str]:
    """References of those who came in with this workbook."""
    mine = Q(fate=BroughtRow.Fate.ACCEPTED)
    return list(bringing.rows.filter(mine).values_list("about", flat=True))


def why_not_taken_back(bringing: BringingIn, person: Person) -> str:
    """Why this bringing-in can no longer be taken back; empty when it can."""
    if bringing.taken_back_at:
        return "Dette er allerede tatt tilbake."
    if bringing.brought_by_id != person.pk:
        return "Bare den som tok inn regnearket, kan ta det tilbake."
    settled = bringing.rows.exclude(settled_at=None).exists()
    people = brought_people(bringing)
    if settled or (bringing.log_entry and audit.acted_since(bringing.log_entry, people)):
        return "Noen har arbeidet videre med det som ble tatt inn. Rett det på den det gjelder."
    return ""


def unnamed(bringing: BringingIn, person: Person) -> tuple[int, int]:
    """How many interviews lack their interviewers, and how many certificates whoever saw them."""
    here = brought_volunteers(bringing, person)
    interviews = here.filter(
        Q(interviews__isnull=False),
        Q(interviews__first_interviewer=None) | Q(interviews__second_interviewer=None),
    )
    return (
        interviews.values("pk").distinct().count(),
        here.filter(sightings__isnull=False, sightings__seen_by=None)
        .values("pk")
        .distinct()
        .count(),
    )


def brought_volunteers(bringing: BringingIn, person: Person) -> QuerySet:
    """The volunteers who came in with this workbook, sealed."""
    people = bringing.rows.filter(kind="volunteers").values("about")
    return volunteers.visible_to(person).filter(reference__in=people, left_on=None).order_by("pk")


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """For Min dag: each workbook with rows that wait for a decision, how many, and since when."""
    if not person.may(Permission.BRING_IN_WORKBOOK):
        return []
    waiting = proposals(person).order_by().values("bringing__reference", "bringing__brought_at")
    told = waiting.annotate(
        kind=Value(PROPOSALS, CharField()),
        about=Concat("bringing__reference", Value(":"), Cast(Count("pk"), CharField())),
        since=TruncDate("bringing__brought_at"),
    )
    return [told.values_list("kind", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One workbook with rows to decide."""
    reference, count = about.split(":")
    return Line(
        weight=Weight.TO_SETTLE,
        who="",
        sentence=f"{count} {'rad' if count == '1' else 'rader'} fra et regneark må avgjøres.",
        act="Se hva det gjelder",
        url=reverse("spreadsheets:result", args=[reference]),
        since=since,
    )
