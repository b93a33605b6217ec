"""Funders, what they give to, when we met them, and who of theirs may read."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from ..models import Call, Funder, FunderMeeting, Issue, Reader, Scheme
from ._noting import happened, keeper, kept, locked, noted, of_work_alone, put


@transaction.atomic
def name_funder(*, name: str, report_form: str, by: Person) -> Funder:
    """Somebody who gives grants, and the form that its reports are written on."""
    return noted(Funder(name=name, form=report_form), by=by, did="funder_named")


class Described(TypedDict):
    """A scheme in its funder's own words, and where and when they were read."""

    name: str
    purpose: str
    aims: str
    source: str
    seen_day: date


@transaction.atomic
def describe_scheme(*, funder: Funder, by: Person, **words: Unpack[Described]) -> Scheme:
    """What a funder gives to, in its own words. Nobody else has confirmed it yet."""
    keeper(by)
    _been_seen(words["seen_day"])
    return noted(Scheme(funder=funder, **words), by=by, did="scheme_described")


@transaction.atomic
def correct_scheme(*, scheme: Scheme, by: Person, **words: Unpack[Described]) -> Scheme:
    """It says something else than we wrote, or is not confirmed: whoever confirms it, does so anew."""
    row = put(locked(scheme, by=by), words)
    _been_seen(row.seen_day)
    row.confirmed_on, row.confirmed_by = None, None
    return kept(row, by=by, did="scheme_corrected")


def _been_seen(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({"seen_day": "Dagen du leste det, kan ikke ligge fram i tid."})


@transaction.atomic
def confirm_scheme(*, scheme: Scheme, by: Person) -> Scheme:
    """Somebody has held it against the source, and it says so."""
    return happened(locked(scheme, by=by), "confirmed", by=by, did="scheme_confirmed")


class Round(TypedDict):
    """What a call is called, until when one may apply, and where that stands."""

    name: str
    deadline_day: date
    source: str


@transaction.atomic
def note_call(*, scheme: Scheme, by: Person, **told: Unpack[Round]) -> Call:
    """A round that one may apply to."""
    keeper(by)
    return noted(Call(scheme=scheme, **told), by=by, did="call_noted")


@transaction.atomic
def correct_call(*, call: Call, by: Person, **told: Unpack[Round]) -> Call:
    """It says something else than we wrote, or the funder has given more time."""
    return kept(put(locked(call, by=by), told), by=by, did="call_corrected")


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
def strike_meeting(*, meeting: FunderMeeting, by: Person) -> None:
    """That was a slip, and is gone; what the funder has been told of stands."""
    row = locked(meeting, by=by)
    told = Issue.objects.filter(
        report__grant__call__scheme__funder=row.funder_id,
        report__first_day__lte=row.day,
        report__last_day__gte=row.day,
    )
    if told.exists():
        raise ValidationError("En rapport er gitt ut med dette møtet, så det står.")
    audit.record(by=by, did="grants.meeting_struck", to=row.funder)
    row.delete()


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
