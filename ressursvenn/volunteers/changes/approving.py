"""A volunteer is approved by two: one asks, another says yes. It takes all the earlier steps."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.together import changes as together

from .. import approval, facts, rules
from ..models import Approval, Volunteer
from ._noting import may_screen


@transaction.atomic
def ask_for_approval(*, volunteer: Volunteer, by: Person) -> Any:
    """The first of two says that she may be matched. Another is asked, and sees no name."""
    may_screen(by, volunteer)
    return together.ask(
        act=approval.CODE, about=volunteer.reference, association=volunteer.association, by=by
    )


@transaction.atomic
def ask_for_all_approvals(*, by: Person) -> int:
    """The same for everybody of the association who lacks nothing else. Returns how many."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    terms = accounts.terms(by.association)
    own = Volunteer.objects.filter(association=by.association_id).select_related("association")
    asked = 0
    for row in facts.with_question(facts.with_road(own)):
        if not row.question_open and rules.waits_for_approval(facts.read_off(row), terms):
            ask_for_approval(volunteer=row, by=by)
            asked += 1
    return asked


def withdraw_approval(*, volunteer: Volunteer, by: Person) -> None:
    """She leaves, and what two agreed on falls. Whoever comes back is approved anew."""
    standing = Approval.objects.filter(volunteer=volunteer, withdrawn_on=None)
    standing.update(withdrawn_on=timezone.localdate(), withdrawn_by=by)


def _approved(*, asked: Any, by: Person) -> Approval:
    """Runs in the transaction of the second yes, and nowhere else: `approval.ACT` alone knows it."""
    volunteer = Volunteer.objects.select_for_update(of=("self",)).get(reference=asked.about)
    if volunteer.association_id != asked.association_id:
        raise ValidationError("Ressursvennen hører til en annen forening.")
    row = Approval(
        volunteer=volunteer,
        asked_by=asked.asked_by,
        approved_on=timezone.localdate(),
        approved_by=by,
    )
    row.full_clean()
    row.save()
    audit.record(by=by, did="volunteers.approved", to=volunteer)
    return row
