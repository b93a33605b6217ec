"""Volunteers from an old list, many at once: each with her card and what it tells of her road.

The same facts as the changes beside this one note one by one. Who interviewed and who saw the
certificate an old list does not say, so those stand open and count for nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models, transaction

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit, fingerprints, vault
from ressursvenn.protection.likeness import prints

from ..models import (
    Agreement,
    CertificateSighting,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)
from ..words import UNDECIDED
from ._noting import has_been, may_screen
from .cards import _known_codes

NOT_ASKED_ROW_BY_ROW = {"association", "person", "applied_by", "answered_by", "left_by"}


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class InWorkbook:
    """What a row of an old list tells. A day that is not known is None."""

    first_name: str
    last_name: str
    birth_year: int | None
    phone: str
    email: str
    areas: Sequence[str]
    languages: Sequence[str]
    interests: Sequence[str]
    times: Sequence[str]
    places: int
    applied_on: date | None
    interviewed_on: date | None
    outcome: str
    course_on: date | None
    course_hours: int | None
    confidentiality_on: date | None
    certificate_issued_on: date | None
    certificate_shown_on: date | None
    agreement_on: date | None


@transaction.atomic
def note_from_workbook(
    *, association: Association, rows: Sequence[InWorkbook], agreed_months: int, by: Person
) -> list[Volunteer]:
    """All or none, in the order of the rows. One entry in the log, about each of them."""
    may_screen(by, Volunteer(association=association))
    volunteers = [_card(association, row, by) for row in rows]
    references = [volunteer.reference for volunteer in volunteers]
    keys = vault.make_keys_for(references, association.reference)
    for volunteer in volunteers:
        volunteer.__dict__["_keys"] = keys[volunteer.reference]
        _known_codes(volunteer)
        volunteer.clean_fields(exclude=NOT_ASKED_ROW_BY_ROW)
    Volunteer.objects.bulk_create(volunteers, batch_size=200)
    for kind, facts in _roads(zip(volunteers, rows, strict=True), agreed_months, by).items():
        kind._default_manager.bulk_create(facts, batch_size=200)
    if volunteers:
        audit.record(by=by, did="volunteers.noted_from_workbook", about=references)
    return volunteers


def _card(association: Association, row: InWorkbook, by: Person) -> Volunteer:
    has_been(applied_on=row.applied_on)
    name = f"{row.first_name} {row.last_name}".strip()
    return Volunteer(
        association=association,
        first_name=row.first_name,
        last_name=row.last_name,
        phone=row.phone,
        email=row.email,
        areas=list(row.areas),
        languages=list(row.languages),
        interests=list(row.interests),
        times=list(row.times),
        birth_year=row.birth_year,
        places=row.places,
        applied_on=row.applied_on,
        applied_by=by if row.applied_on else None,
        fingerprints=fingerprints.of_person(name=name, phone=row.phone, email=row.email),
        likeness=prints.of("applicant", name=name, phone=row.phone, email=row.email),
    )


Facts = dict[type[models.Model], list[Any]]


def _roads(pairs: Iterable[tuple[Volunteer, InWorkbook]], months: int, by: Person) -> Facts:
    """The dated facts of all, by their table."""
    kinds = (Interview, CourseHours, Declaration, CertificateSighting, Agreement)
    found: Facts = {kind: [] for kind in kinds}
    for volunteer, row in pairs:
        for fact in _road(volunteer, row, months, by):
            found[type(fact)].append(fact)
    return found


def _road(volunteer: Volunteer, row: InWorkbook, months: int, by: Person) -> list[models.Model]:
    has_been(
        interviewed_on=row.interviewed_on,
        course_on=row.course_on,
        confidentiality_on=row.confidentiality_on,
        certificate_shown_on=row.certificate_shown_on,
        agreement_on=row.agreement_on,
    )
    own: dict[str, Any] = {"volunteer": volunteer, "noted_by": by}
    road: list[models.Model] = []
    if row.interviewed_on:
        outcome = row.outcome or UNDECIDED
        road.append(Interview(held_on=row.interviewed_on, outcome=outcome, **own))
    if row.course_on and row.course_hours:
        hours = Decimal(row.course_hours)
        road.append(CourseHours(held_on=row.course_on, hours=hours, **own))
    if row.confidentiality_on:
        road.append(Declaration(signed_on=row.confidentiality_on, **own))
    if row.certificate_issued_on and row.certificate_shown_on:
        issued, shown = row.certificate_issued_on, row.certificate_shown_on
        road.append(CertificateSighting(issued_on=issued, shown_on=shown, **own))
    if row.agreement_on:
        road.append(Agreement(signed_on=row.agreement_on, months=months, **own))
    return road
