"""From tables to what `plan` may know: whom the association has, told by fingerprints alone."""

from __future__ import annotations

from collections import defaultdict

from ressursvenn.accounts.models import Association, Person
from ressursvenn.participants import queries as participants_room
from ressursvenn.protection import vault
from ressursvenn.volunteers import queries as volunteers_room

from .models import BroughtRow
from .plan import Known


def known(association: Association, by: Person) -> Known:
    """Five queries, nobody opened. Whoever's keys are gone is nobody any more."""
    rows = BroughtRow.objects.filter(bringing__association=association).order_by("pk")
    prints = list(rows.values_list("content_print", "row_print", "about"))
    bearers: dict[str, list[str]] = defaultdict(list)
    years: dict[str, int | None] = {}
    here = volunteers_room.visible_to(by).order_by("pk")
    taking_part = participants_room.visible_to(by)
    everybody = [*here.values_list("reference", flat=True)]
    everybody += taking_part.values_list("reference", flat=True)
    alive = vault.with_keys(everybody)
    for reference, fingerprints, year in here.values_list(
        "reference", "fingerprints", "birth_year"
    ):
        if reference not in alive:
            continue
        years[reference] = year
        for one in fingerprints:
            bearers[one].append(reference)
    return Known(
        contents={content: about for content, _, about in prints},
        brought={row: about for _, row, about in prints},
        bearers={one: tuple(who) for one, who in bearers.items()},
        birth_years=years,
        withdrawn=frozenset(
            taking_part.exclude(withdrawn_on=None).values_list("reference", flat=True)
        ),
        gone=frozenset(about for _, _, about in prints) - alive,
    )
