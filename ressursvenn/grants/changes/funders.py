"""Funders, what they give to, when we met them, and who of theirs may read."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from ..models import Call, Funder, FunderMeeting, Reader, Scheme
from ._noting import happened, keeper, locked, noted, of_work_alone


@transaction.atomic
def name_funder(*, name: str, report_form: str, by: Person) -> Funder:
    """Somebody who gives grants, and the form that its reports are written on."""
    return noted(Funder(name=name, form=report_form), by=by, did="funder_named")


@transaction.atomic
def describe_scheme(
    *, funder: Funder, name: str, purpose: str, aims: str, source: str, seen_day: date, by: Person
) -> Scheme:
    """What a funder gives to, in its own words. Nobody else has confirmed it yet."""
    keeper(by)
    if seen_day > timezone.localdate():
        raise ValidationError({"seen_day": "Dagen du leste det, kan ikke ligge fram i tid."})
    row = Scheme(
        funder=funder, name=name, purpose=purpose, aims=aims, source=source, seen_day=seen_day
    )
    return noted(row, by=by, did="scheme_described")


@transaction.atomic
def confirm_scheme(*, scheme: Scheme, by: Person) -> Scheme:
    """Somebody has held it against the source, and it says so."""
    return happened(locked(scheme, by=by), "confirmed", by=by, did="scheme_confirmed")


@transaction.atomic
def note_call(*, scheme: Scheme, name: str, deadline_day: date, source: str, by: Person) -> Call:
    """A round that one may apply to."""
    keeper(by)
    row = Call(scheme=scheme, name=name, deadline_day=deadline_day, source=source)
    return noted(row, by=by, did="call_noted")


@transaction.atomic
def note_meeting(
    *, funder: Funder, day: date, place: str, who: str, presented: str, by: Person
) -> FunderMeeting:
    """We met: where, which offices were there, and what was presented."""
    keeper(by)
    if day > timezone.localdate():
        raise ValidationError({"day": "Møtet har ikke vært ennå. Noter det etterpå."})
    told = {"place": place, "who": who, "presented": presented}
    told = {field: of_work_alone(field, text) for field, text in told.items()}
    row = FunderMeeting(funder=funder, day=day, **told)
    return noted(row, by=by, did="meeting_noted")


@transaction.atomic
def let_in_reader(*, funder: Funder, person: Person, by: Person) -> Reader:
    """Somebody of the funder's may read what is issued to it."""
    keeper(by)
    if person.role != "funder":
        raise ValidationError(
            {"person": "Bare en med rollen tilskuddsgiver kan lese for en giver."}
        )
    return noted(Reader(funder=funder, person=person), by=by, did="reader_let_in")


@transaction.atomic
def let_out_reader(*, reader: Reader, by: Person) -> Reader:
    """She reads no more for this funder."""
    return happened(locked(reader, by=by), "ended", by=by, did="reader_let_out")
