"""What the funder answered, asks for and agrees to, and what was learnt on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from .. import queries, words
from ..models import Amendment, Award, Condition, Experience, Grant, Issue, Line
from ._holding import not_told, still_holds
from ._noting import happened, kept, locked, noted, of_work_alone, put

NOT_GIVEN = "Tilskuddet er ikke tildelt ennå."
NOT_SENT = "Søknaden er ikke sendt ennå."
KIND_OF = {
    "new_last_day": words.TIME, "from_line": words.MONEY, "to_line": words.MONEY, "amount": words.MONEY
}  # fmt: skip
BEFORE = "Dagen ligger fram i tid. Noter det når det har skjedd."


class Letter(TypedDict):
    """What stands in it."""

    letter_day: date
    letter_number: str
    amount: int
    report_day: date
    audit: str
    shares: str


@transaction.atomic
def note_award(*, grant: Grant, by: Person, **letter: Unpack[Letter]) -> Award:
    """The letter has come. What counts from now on counts nowhere else, unless every letter lets it."""
    row = locked(grant, by=by)
    if not row.sent_on:
        raise ValidationError(NOT_SENT)
    if row.refused_on or Award.objects.filter(grant=row).exists():
        raise ValidationError("Svaret på søknaden er notert allerede.")
    _some(letter["amount"])
    award = noted(Award(grant=row, **letter), by=by, did="award_noted", to=row)
    still_holds(row)
    return award


@transaction.atomic
def correct_award(*, grant: Grant, by: Person, **letter: Unpack[Letter]) -> Award:
    """The letter says something else than we wrote. When a report has been issued, it stands as written."""
    row, award = _given(grant, by)
    not_told(row)
    _some(letter["amount"])
    kept(put(award, letter), by=by, did="award_corrected", to=row)
    still_holds(row)
    return award


def _some(amount: int) -> None:
    if amount < 1:
        raise ValidationError({"amount": "Skriv beløpet i brevet, i hele kroner."})


@transaction.atomic
def note_refused(*, grant: Grant, by: Person) -> Grant:
    """The funder said no."""
    row = locked(grant, by=by)
    if not row.sent_on:
        raise ValidationError(NOT_SENT)
    if Award.objects.filter(grant=row).exists():
        raise ValidationError("Svaret på søknaden er notert allerede.")
    return happened(row, "refused", by=by, did="refused")


@transaction.atomic
def take_back_refused(*, grant: Grant, by: Person) -> Grant:
    """That was a slip: the funder has not said no."""
    row = locked(grant, by=by)
    if not row.refused_on:
        raise ValidationError("Det er ikke notert noe avslag.")
    row.refused_on, row.refused_by = None, None
    return kept(row, by=by, did="refusal_taken_back")


@transaction.atomic
def divide(*, grant: Grant, amounts: Mapping[int, int], by: Person) -> Grant:
    """What was awarded is divided over the lines of the budget; it adds up to the letter."""
    row, award = _given(grant, by)
    if Issue.objects.filter(report__grant=row).exists():
        raise ValidationError(
            "En rapport er gitt ut med dette budsjettet. Be giveren om en endring i stedet."
        )
    lines = list(Line.objects.select_for_update(of=("self",)).filter(grant=row))
    total = sum(amounts.get(line.pk, 0) for line in lines)
    if total != award.amount:
        raise ValidationError(
            f"Linjene blir til sammen {total} kroner. I brevet står det {award.amount}. Rett en av dem."
        )
    for line in lines:
        line.awarded = amounts.get(line.pk, 0)
    Line.objects.bulk_update(lines, ["awarded"])
    return kept(row, by=by, did="divided")


@transaction.atomic
def note_next_report(*, grant: Grant, report_day: date, by: Person) -> Award:
    """The funder wants to be told again on another day."""
    row, award = _given(grant, by)
    award.report_day = report_day
    return kept(award, by=by, did="next_report_noted", to=row)


@transaction.atomic
def note_condition(*, grant: Grant, says: str, due_day: date | None, by: Person) -> Condition:
    """Something that the letter asks of us."""
    row, _ = _given(grant, by)
    condition = Condition(grant=row, says=of_work_alone("says", says), due_day=due_day)
    return noted(condition, by=by, did="condition_noted", to=row)


@transaction.atomic
def note_condition_met(*, condition: Condition, by: Person) -> Condition:
    """We have done what was asked."""
    row = locked(condition, by=by)
    return happened(row, "met", by=by, did="condition_met", to=row.grant)


@transaction.atomic
def note_condition_unmet(*, condition: Condition, by: Person) -> Condition:
    """That was a slip: it is not done."""
    row = locked(condition, by=by)
    row.met_on, row.met_by = None, None
    return kept(row, by=by, did="condition_unmet", to=row.grant)


@transaction.atomic
def ask_for_change(
    *,
    grant: Grant,
    kind: str,
    says: str,
    asked_day: date,
    new_last_day: date | None,
    from_line: Line | None,
    to_line: Line | None,
    amount: int | None,
    by: Person,
) -> Amendment:
    """We have asked the funder whether something may be otherwise than in the application."""
    row, _ = _given(grant, by)
    _has_been("asked_day", asked_day)
    told: dict[str, Any] = {
        "new_last_day": new_last_day, "from_line": from_line, "to_line": to_line, "amount": amount
    }  # fmt: skip
    _of_its_kind(kind, told)
    if kind == words.MONEY:
        _between_two(row, from_line, to_line, amount)
    if new_last_day and new_last_day < row.first_day:
        raise ValidationError({"new_last_day": "Den siste dagen kommer etter den første."})
    told["says"] = of_work_alone("says", says)
    change = Amendment(grant=row, kind=kind, asked_day=asked_day, **told)
    return noted(change, by=by, did="change_asked_for", to=row)


def _of_its_kind(kind: str, told: Mapping[str, object]) -> None:
    """Raises ValidationError beside what belongs to another kind of change: it would be lost."""
    wrong = {
        field: f"Dette gjelder bare «{words.CHANGES[KIND_OF[field]]}». Velg det slaget, eller tøm feltet."
        for field, value in told.items()
        if value is not None and kind != KIND_OF[field]
    }
    if wrong:
        raise ValidationError(wrong)


def _between_two(grant: Grant, giver: Line | None, taker: Line | None, amount: int | None) -> None:
    if (
        not giver
        or not taker
        or not amount
        or giver == taker
        or {giver.grant_id, taker.grant_id} != {grant.pk}
    ):
        raise ValidationError("Skriv beløpet, og hvilke to linjer det flyttes mellom.")
    table = queries.accounts_of(grant)
    has = next(row.budget for row in table.rows if (row.part, row.name) == (giver.part, giver.name))
    if amount > has:
        raise ValidationError({"amount": f"På linjen det flyttes fra, er det {has} kroner."})


@transaction.atomic
def note_change_answered(
    *, amendment: Amendment, agreed: bool, answer_day: date, by: Person
) -> Amendment:
    """The funder said yes or no to it."""
    row = locked(amendment, by=by)
    _has_been("answer_day", answer_day)
    row.agreed, row.answer_day = agreed, answer_day
    happened(row, "answered", by=by, did="change_answered", to=row.grant)
    if agreed:
        still_holds(row.grant)
    return row


@transaction.atomic
def take_back_answer(*, amendment: Amendment, by: Person) -> Amendment:
    """That was a slip: the funder has not answered, or said something else."""
    row = locked(amendment, by=by)
    not_told(row.grant)
    if not row.answered_on:
        raise ValidationError("Det er ikke notert noe svar.")
    row.agreed, row.answer_day, row.answered_on, row.answered_by = None, None, None, None
    kept(row, by=by, did="answer_taken_back", to=row.grant)
    still_holds(row.grant)
    return row


@transaction.atomic
def note_experience(
    *, grant: Grant, part: str, kind: str, day: date, says: str, by: Person
) -> Experience:
    """Something learnt is written down while it is remembered. It stands ready when the report is written."""
    row = locked(grant, by=by)
    _has_been("day", day)
    told = of_work_alone("says", says)
    experience = Experience(grant=row, part=part, kind=kind, day=day, says=told)
    return noted(experience, by=by, did="experience_noted", to=row)


@transaction.atomic
def strike_experience(*, experience: Experience, by: Person) -> Experience:
    """It was wrong, or does not belong there."""
    row = locked(experience, by=by)
    return happened(row, "struck", by=by, did="experience_struck", to=row.grant)


def _has_been(field: str, day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError({field: BEFORE})


def _given(grant: Grant, by: Person) -> tuple[Grant, Award]:
    row = locked(grant, by=by)
    award = Award.objects.select_for_update(of=("self",)).filter(grant=row).first()
    if award is None:
        raise ValidationError(NOT_GIVEN)
    return row, award
