"""What is noted on the road of one volunteer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import (
    CharField,
    DateField,
    DecimalField,
    Exists,
    F,
    Field,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Concat

from ressursvenn.accounts.models import Person

from ..models import (
    Agreement,
    Approval,
    CertificateAskedFor,
    CertificateSighting,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Slip:
    """A note with a day, at most one number, and at most one name: as a page shows it."""

    kind: str
    pk: int
    on: date
    number: Decimal | None  # of hours, of months
    struck_on: date | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is noted on one volunteer's road, the latest first."""

    interviews: list[Interview]
    sightings: list[CertificateSighting]
    course_days: list[Slip]
    declarations: list[Slip]
    certificates_asked_for: list[Slip]
    agreements: list[Slip]
    approvals: list[Slip]

    @property
    def interview(self) -> Interview | None:
        """The one that counts."""
        return self.interviews[0] if self.interviews else None

    @property
    def sighting(self) -> CertificateSighting | None:
        """The one that counts."""
        return self.sightings[0] if self.sightings else None


def notes_on(volunteer: Volunteer) -> Notes:
    """The road of one volunteer, with who did what. Three queries."""

    def noted(rows: QuerySet[Row], *people: str) -> list[Row]:
        """The latest first."""
        return list(rows.filter(volunteer=volunteer).select_related(*people).order_by("-pk"))

    slips = _slips(volunteer)
    return Notes(
        interviews=noted(Interview.objects.all(), "first_interviewer", "second_interviewer"),
        sightings=noted(CertificateSighting.objects.all(), "seen_by"),
        **{kind: [slip for slip in slips if slip.kind == kind] for kind in SLIPS},
    )


def latest_interview(volunteer: Volunteer) -> Interview | None:
    """The interview that counts, with who held it and whose it is."""
    rows = Interview.objects.filter(volunteer=volunteer).order_by("-pk")
    return rows.select_related("first_interviewer", "second_interviewer", "volunteer").first()


def held_by(person: Person) -> QuerySet[Interview]:
    """The interviews that count and that she held, of those who are still here."""
    later = Interview.objects.filter(volunteer=OuterRef("volunteer"), pk__gt=OuterRef("pk"))
    hers = Q(first_interviewer=person) | Q(second_interviewer=person)
    here = Interview.objects.filter(volunteer__association=person.association_id)
    return here.filter(hers, ~Exists(later), volunteer__left_on=None).order_by()


BOTH = Concat("asked_by__name", Value(" spurte, "), "approved_by__name", Value(" sa ja"))

# Kinds of notes that are alike enough to be asked for together: the day, and what else is on them.
SLIPS: dict[str, tuple[type[Model], str, dict[str, Any]]] = {
    "course_days": (CourseHours, "held_on", {"number": "hours", "struck": "struck_on"}),
    "declarations": (Declaration, "signed_on", {}),
    "certificates_asked_for": (CertificateAskedFor, "asked_on", {"by": "asked_by__name"}),
    "agreements": (Agreement, "signed_on", {"number": "months"}),
    "approvals": (Approval, "approved_on", {"by": BOTH, "struck": "withdrawn_on"}),
}


def _slips(volunteer: Volunteer) -> list[Slip]:
    """The latest first, within each kind."""
    first, *others = (
        kind[0]
        ._default_manager.filter(volunteer=volunteer)
        .order_by()
        .values_list(*_on(name, kind))
        for name, kind in SLIPS.items()
    )
    slips = [Slip(*row) for row in first.union(*others, all=True)]
    return sorted(slips, key=lambda slip: -slip.pk)


def _on(name: str, kind: tuple[type[Model], str, dict[str, Any]]) -> list[Any]:
    """The columns of a kind: the same sorts in the same order for all, as a union must have them."""
    _, day, more = kind

    def column(what: str, sort: Field[Any, Any]) -> Cast:
        held = more.get(what, Value(None))
        return Cast(F(held) if isinstance(held, str) else held, sort)

    number = DecimalField(max_digits=5, decimal_places=1)
    return [
        Cast(Value(name), CharField(max_length=30)),
        F("pk"),
        F(day),
        column("number", number),
        column("struck", DateField()),
        column("by", CharField(max_length=300)),
    ]
