"""What is said about the log, asked for by one of two, and opened on the yes of another."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants
from ressursvenn.programme import words
from ressursvenn.protection import audit
from ressursvenn.together import changes as together
from ressursvenn.together import queries as agreements

from .acts import BREAK_GLASS, EXPORT, UNSEAL, may_go_on
from .models import VERDICTS, Verdict
from .signs import GLASS, Sign

NO_REASON = "Velg en grunn fra listen."


@transaction.atomic
def judge(*, sign: Sign, said: str, by: Person) -> Verdict:
    """The privacy officer has looked at something odd, and says whether it was in order."""
    guard.check(by, Permission.SEE_AUDIT)
    if said not in VERDICTS:
        raise ValidationError("Velg om det er i orden eller skal følges opp.")
    kind, person, reference, day = sign.key
    verdict = Verdict(
        kind=kind, person_id=person, reference=reference, day=day, newest=sign.newest,
        said=said, said_on=timezone.localdate(), said_by=by,
    )  # fmt: skip
    verdict.full_clean()
    verdict.save()
    audit.record(by=by, did=f"oversight.{said}", about=sorted(sign.references), purpose=kind)
    return verdict


@transaction.atomic
def ask_break_glass(
    *, reference: str, reason: str, association: Association | None, by: Person
) -> Any:
    """One participant must be reached now. The answer is the same whether the reference is anybody's."""
    _has_reason(reason, words.BREAK_GLASS_REASONS)
    return together.ask(
        act=BREAK_GLASS, about=reference, association=association, detail=reason, by=by
    )


@transaction.atomic
def break_glass(*, asked: Any, by: Person) -> Any:
    """Another has said yes: whoever asked opens it, once; her page lasts an hour."""
    guard.check(by, Permission.BREAK_GLASS)
    may_go_on()
    if asked.act != BREAK_GLASS or asked.asked_by_id != by.pk:
        raise PermissionDenied
    used = together.use_up(asked=asked, by=by)
    audit.record(by=by, did=GLASS, about=[asked.about], purpose=f"break_glass:{asked.detail}")
    return used


@transaction.atomic
def ask_export(*, participant: Any, reason: str, by: Person) -> Any:
    """The participant, or a court, asks for what is kept. What has been seen to is noted as a code."""
    return _ask_of_own(EXPORT, participant, reason, words.EXPORT_GROUNDS, by)


@transaction.atomic
def export(*, participant: Any, by: Person) -> Any:
    """Another has said yes: it may be shown once, for whoever asked."""
    guard.check(by, Permission.LEAD_PARTICIPANTS)
    guard.same_house(by, participant)
    may_go_on()
    asked = agreements.agreed(EXPORT, participant.reference)
    if asked is None or asked.asked_by_id != by.pk:
        raise ValidationError("To må være enige først: du spør, og en annen svarer.")
    together.use_up(asked=asked, by=by)
    did = "oversight.disclosed"
    audit.record(by=by, did=did, to=participant, purpose=f"export:{asked.detail}")
    return asked


@transaction.atomic
def ask_unseal(*, participant: Any, reason: str, by: Person) -> Any:
    """Somebody who has withdrawn must be read again before the record is erased."""
    return _ask_of_own(UNSEAL, participant, reason, words.UNSEAL_REASONS, by)


def _ask_of_own(
    act: str, participant: Any, reason: str, reasons: dict[str, str], by: Person
) -> Any:
    guard.check(by, Permission.LEAD_PARTICIPANTS)
    guard.same_house(by, participant)
    _has_reason(reason, reasons)
    participants.purpose(participant, by, "ask")  # outside her caseload she has said why
    return together.ask(
        act=act, about=participant.reference, association=participant.association,
        detail=reason, by=by,
    )  # fmt: skip


def _has_reason(reason: str, reasons: dict[str, str]) -> None:
    if reason not in reasons:
        raise ValidationError(NO_REASON, code="reason")
