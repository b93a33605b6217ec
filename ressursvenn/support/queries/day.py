"""What in Min dag is about guidance: counted, and without a name."""

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

from .groups import unnoted_evenings
from .load import overdue
from .strain import open_strains_heard_by

HEAVY, UNNOTED, OVERDUE = "support.heavy", "support.unnoted", "support.overdue"


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """A count for each kind that there is any of. Whoever has no right here gets none."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return []
    heavy = open_strains_heard_by(person)
    return [
        _counted(HEAVY, heavy, "volunteer__association_id", Min("said_on")),
        _counted(UNNOTED, unnoted_evenings(person, terms), "group__association_id", Min("held_on")),
        _counted(OVERDUE, overdue(person, terms), "association_id", Value(None, DateField())),
    ]


def _counted(kind: str, rows: QuerySet[Any], house: str, since: Any) -> QuerySet[Any]:
    """One row, or none: how many, and since when."""
    told: Any = (
        rows.order_by()
        .values(house)
        .annotate(
            kind=Value(kind, CharField()),
            about=Cast(Count("pk", distinct=True), CharField()),
            since=Cast(since, DateField()),
        )
    )
    counted: QuerySet[Any] = told.values_list("kind", "about", "since")
    return counted


LINES = {
    HEAVY: (
        Weight.WAITS_FOR_YOU,
        "1 ressursvenn har sagt at det er tungt.",
        "{} ressursvenner har sagt at det er tungt.",
        "Se hvem, og ta kontakt",
        "#tungt",
    ),
    UNNOTED: (
        Weight.NEXT_STEP,
        "1 veiledningskveld har vært, og det er ikke notert hvem som kom.",
        "{} veiledningskvelder har vært, og det er ikke notert hvem som kom.",
        "Noter hvem som kom",
        "#kvelder",
    ),
    OVERDUE: (
        Weight.NEXT_STEP,
        "1 ressursvenn har ikke vært på veiledning på lenge.",
        "{} ressursvenner har ikke vært på veiledning på lenge.",
        "Se hvem",
        "#lenge",
    ),
}


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One line, with a number in it and no name."""
    weight, one, many, act, where = LINES[kind]
    return Line(
        weight=weight,
        who="",
        sentence=one if about == "1" else many.format(about),
        act=act,
        url=f"{reverse('support:all')}{where}",
        since=since,
    )
