"""An application: begun, filled in, sent. What is sent stands as it was sent."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction

from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import counting, facts, rules, sieve, words
from ..models import Amendment, Call, Condition, Counted, Goal, Grant, Indicator, Line, Partner
from ._holding import not_told, still_holds
from ._noting import happened, keeper, kept, locked, noted, of_work_alone, put, terms

SENT = "Søknaden er sendt og står som den var. Be giveren om en endring i stedet."
BY_HAND = (
    "Deltakere og koblinger telles ikke for hånd. Velg noe dere selv gjør, for eksempel kurs, møter eller "
    "avtaler. Tall om deltakere kommer i rapporten fra årets utgivelse."
)
STANDING = (Goal, Indicator, Line)  # what the funder has been sent
PRINTED = (Counted, Condition, Amendment)  # what a report tells of


class Outline(TypedDict):
    """Which call, what it is called, where, and when."""

    call: Call
    title: str
    association: Association | None
    first_day: date
    last_day: date


@transaction.atomic
def begin_application(*, by: Person, **outline: Unpack[Outline]) -> Grant:
    """Somebody begins to apply, and answers for it."""
    keeper(by)
    outline["title"] = of_work_alone("title", outline["title"])
    return noted(Grant(**outline, owner=by), by=by, did="application_begun")


@transaction.atomic
def correct_application(*, grant: Grant, by: Person, **outline: Unpack[Outline]) -> Grant:
    """It is otherwise than was written. What counts must count there and then too."""
    draft = _draft(grant, by)
    outline["title"] = of_work_alone("title", outline["title"])
    row = kept(put(draft, outline), by=by, did="application_corrected")
    still_holds(row)
    return row


@transaction.atomic
def set_goal(*, grant: Grant, part: str, says: str, by: Person) -> Goal:
    """Something that the grant is to lead to."""
    draft = _draft(grant, by)
    told = of_work_alone("says", says)
    return noted(Goal(grant=draft, part=part, says=told), by=by, did="goal_set", to=draft)


@transaction.atomic
def set_indicator(*, goal: Goal, says: str, figure: str, target: int, by: Person) -> Indicator:
    """How it will be seen whether a goal is met. What the house counts, counts towards this grant."""
    draft = _draft(goal.grant, by)
    says = of_work_alone("says", says)
    if figure:
        _of_the_measure(goal, figure)
        _let_count(draft, figure, by)
    elif sieve.of_participants(says):
        raise ValidationError({"says": BY_HAND})
    row = Indicator(goal=goal, says=says, figure=figure, target=target)
    return noted(row, by=by, did="indicator_set", to=draft)


def _of_the_measure(goal: Goal, figure: str) -> None:
    known = counting.FIGURES.get(figure)
    if known is None or known.part != goal.part:
        measure = words.MEASURES[goal.part]
        raise ValidationError(
            {"figure": f"Velg et tall som hører til {measure}, som delmålet gjør."}
        )


@transaction.atomic
def set_line(*, grant: Grant, part: str, name: str, sought: int, by: Person) -> Line:
    """Money is sought for something."""
    draft = _draft(grant, by)
    row = Line(grant=draft, part=part, name=of_work_alone("name", name), sought=sought)
    return noted(row, by=by, did="line_set", to=draft)


@transaction.atomic
def name_partner(
    *, grant: Grant, part: str, name: str, does: str, agreement_day: date | None, by: Person
) -> Partner:
    """Somebody works with us in this. May be named as long as the grant lasts."""
    row = locked(grant, by=by)
    name, does = of_work_alone("name", name), of_work_alone("does", does)
    partner = Partner(grant=row, part=part, name=name, does=does, agreement_day=agreement_day)
    return noted(partner, by=by, did="partner_named", to=row)


@transaction.atomic
def let_count(*, grant: Grant, figure: str, by: Person) -> Counted:
    """An activity counts towards this grant."""
    row = locked(grant, by=by)
    if Counted.objects.filter(grant=row, figure=figure).exists():
        raise ValidationError({"figure": "Den aktiviteten teller alt for dette tilskuddet."})
    return _let_count(row, figure, by)


def _let_count(grant: Grant, figure: str, by: Person) -> Counted:
    found = Counted.objects.filter(grant=grant, figure=figure).first()
    if found is not None:
        return found
    or_why_not(not_met(rules.may_count(facts.of_count(grant, figure), terms())))
    row = Counted(grant=grant, figure=figure)
    return noted(row, by=by, did="activity_counted", to=grant)


@transaction.atomic
def take_out(*, row: Any, by: Person) -> None:
    """Something that was put into a grant is not to be there after all."""
    grant = locked(row.its_grant, by=by)
    row = locked(row, by=by)
    if isinstance(row, STANDING) and grant.sent_on:
        raise ValidationError(SENT)
    if isinstance(row, PRINTED):
        not_told(grant)
    if isinstance(row, Counted):
        _may_stop_counting(row, grant)
    if isinstance(row, Amendment) and row.answered_on:
        raise ValidationError("Giveren har svart på den. Ta bort svaret først.")
    if not isinstance(row, (*STANDING, *PRINTED, Partner)):
        raise ValidationError("Det står, og tas ikke ut.")
    audit.record(by=by, did="grants.taken_out", to=grant)
    row.delete()


def _may_stop_counting(row: Counted, grant: Grant) -> None:
    """What is sent stands; but what another letter has first, does not count here, and its goal says so."""
    measured = Indicator.objects.filter(goal__grant=grant, figure=row.figure)
    if not grant.sent_on and measured.exists():
        raise ValidationError("En indikator måles med den. Ta ut indikatoren først.")


@transaction.atomic
def send(*, grant: Grant, by: Person) -> Grant:
    """The application has gone to the funder."""
    draft = _draft(grant, by)
    or_why_not(not_met(rules.may_be_sent(facts.of_application(draft), terms())))
    return happened(draft, "sent", by=by, did="application_sent")


@transaction.atomic
def hand_over(*, grant: Grant, owner: Person, by: Person) -> Grant:
    """Somebody else answers for it from now on, and has its deadlines in her day."""
    row = locked(grant, by=by)
    if not owner.may(Permission.KEEP_GRANTS) or owner.left_on:
        raise ValidationError({"owner": "Bare en tilskuddsansvarlig kan svare for et tilskudd."})
    row.owner = owner
    return kept(row, by=by, did="handed_over")


@transaction.atomic
def throw_away_application(*, grant: Grant, by: Person) -> None:
    """It will not be sent."""
    draft = _draft(grant, by)
    audit.record(by=by, did="grants.application_thrown_away", to=draft)
    draft.delete()


def _draft(grant: Grant, by: Person) -> Grant:
    row = locked(grant, by=by)
    if row.sent_on:
        raise ValidationError(SENT)
    return row
