"""A coordinator decides, somebody else approves. Until then nobody outside the desk knows of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants
from ressursvenn.programme.rules import refusals
from ressursvenn.programme.states import PairState
from ressursvenn.protection import audit, opening
from ressursvenn.volunteers import queries as volunteers

from .. import facts, rules
from ..models import Pair
from . import _ground, _telling


@transaction.atomic
def decide(
    *,
    participant: Any,
    volunteer: Any,
    reason: str,
    by: Person,
    was_suggested: bool = False,
    on: date | None = None,
) -> Pair:
    """Two people are to be asked. All three layers are asked again here, with both rows locked."""
    guard.check(by, Permission.LEAD_PAIRS)
    day = on or timezone.localdate()
    terms = accounts.terms(by.association, min(day, timezone.localdate()))
    hers, theirs = _locked(participant, volunteer, by)
    stated = rules.DecisionFacts(reason=reason, was_suggested=was_suggested)
    _ground.must_hold(refusals(rules.MAY_DECIDE, stated, terms), by)
    if day > timezone.localdate():
        raise ValidationError("Dagen kan ikke ligge fram i tid.", code="ahead")
    _ground.must_hold(facts.between(hers, theirs, terms).all, by)
    pair = Pair(
        association=by.association,
        participant=hers,
        volunteer=theirs,
        decided_on=day,
        decided_by=by,
        decision_reason=reason,
        was_suggested=was_suggested,
        terms_name=terms.name,
    )
    _ground.keep(pair)
    about = [hers.reference, theirs.reference]
    audit.record(by=by, did="pairs.decided", to=pair, about=about)
    _telling.second(pair, by)
    return pair


def _locked(participant: Any, volunteer: Any, by: Person) -> tuple[Any, Any]:
    """Both rows, locked in this order, if both are in the person's own house; opened."""
    theirs = volunteers.visible_to(by).select_for_update().filter(pk=volunteer.pk).first()
    hers = participants.visible_to(by).select_for_update().filter(pk=participant.pk).first()
    if hers is None or theirs is None:
        raise PermissionDenied
    if len(opening.open_cards([hers, theirs], by=by, purpose="decision")) < 2:
        raise ValidationError(_ground.ERASED, code="erased")
    return hers, theirs


@transaction.atomic
def approve(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The second yes, by somebody else. It has seen no name."""
    row = _to_approve(pair, by)
    row.approved_on = _ground.must_step(row, PairState.APPROVED, on)
    row.approved_by = by
    _ground.must_still_hold(row, by)
    _ground.keep(row)
    audit.record(by=by, did="pairs.approved", to=row)
    return row


@transaction.atomic
def decline(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The second person says no. Nobody has been asked, so nobody has turned anybody down."""
    row = _to_approve(pair, by)
    if row.state is not PairState.DECIDED:
        raise ValidationError("Koblingen er allerede godkjent.", code="PAI-10")
    _not_to_be(row, "not_approved", by, on)
    audit.record(by=by, did="pairs.not_approved", to=row)
    return row


def _to_approve(pair: Pair, by: Person) -> Pair:
    guard.check(by, Permission.APPROVE_PAIRS)
    row = _ground.locked(pair)
    known = rules.ApprovalFacts(
        decided_by=row.decided_by_id,
        approver=by.pk,
        same_association=by.association_id == row.association_id,
        national_adviser=by.role == "national_adviser",
        crisis_centre=by.crisis_centre_id is not None,
    )
    _ground.must_hold(refusals(rules.MAY_APPROVE, known, _ground.terms_of(row)), by)
    return row


@transaction.atomic
def call_off(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """A coordinator stops a pair that has not met. It says nothing about either of the two."""
    row = _ground.led(pair, by)
    _not_to_be(row, "called_off", by, on)
    audit.record(by=by, did="pairs.called_off", to=row)
    return row


def _not_to_be(row: Pair, because: str, by: Person, on: date | None) -> None:
    row.not_to_be_on = _ground.must_step(row, PairState.NOT_TO_BE, on)
    row.not_to_be_by, row.not_to_be_because = by, because
    _ground.forget_days(row)
    _ground.keep(row)
