"""What stands behind a demand is put forward by one and confirmed by another."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from .. import facts
from ..models import Demand, Evidence, SourcedFigure
from ._noting import confirmed, keep, locked, reaches_nobody

AHEAD = "Året kan ikke ligge fram i tid."


@transaction.atomic
def put_forward_evidence(
    *, demand: Demand, says: str, source: str, year: int, link: str, figure: SourcedFigure | None,
    by: Person,
) -> Evidence:  # fmt: skip
    """It waits for another editor."""
    row: Demand = locked(demand, by)
    if year > timezone.localdate().year:
        raise ValidationError({"year": AHEAD})
    reaches_nobody(says=says, source=source)
    one = Evidence(demand=row, says=says, source=source, year=year, link=link, figure=figure)
    one.noted_on, one.noted_by = timezone.localdate(), by
    return keep(one, by=by, did="evidence_put_forward")


@transaction.atomic
def confirm_evidence(*, evidence: Evidence, by: Person) -> Evidence:
    """Another editor has held it against its source."""
    row: Evidence = locked(evidence, by, confirmed_on=None, taken_out_on=None)
    confirmed(row, facts.of_two(row.noted_by_id, by.pk), by=by, did="evidence_confirmed")
    return row


@transaction.atomic
def take_out_evidence(*, evidence: Evidence, by: Person) -> Evidence:
    """It no longer stands behind the demand."""
    row: Evidence = locked(evidence, by, taken_out_on=None)
    row.taken_out_on, row.taken_out_by = timezone.localdate(), by
    return keep(row, by=by, did="evidence_taken_out")
