"""What gives the right to ask for a certificate: said by one, confirmed by another, for the whole country."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.together import changes as together

from ..acts import CONFIRM_BASIS
from ..models import LegalBasis
from ._noting import keep


@transaction.atomic
def propose_basis(*, text: str, by: Person) -> LegalBasis:
    """One has written it, and another is asked. Until her yes it stands nowhere but with the question."""
    guard.check(by, Permission.CONFIRM_ACCOUNTS)
    if "§" not in text:
        raise ValidationError({"text": "Skriv loven eller forskriften med paragraf og tegnet §."})
    row = LegalBasis(text=text, said_on=timezone.localdate(), said_by=by)
    keep(row, by=by, did="basis_proposed")
    together.ask(act=CONFIRM_BASIS, about=row.reference, association=None, by=by)
    return row


def _confirmed(*, asked: Any, by: Person) -> LegalBasis:
    """Runs in the transaction of the second yes, and nowhere else."""
    row = LegalBasis.objects.select_for_update(of=("self",)).get(reference=asked.about)
    if row.confirmed_on:
        raise ValidationError("Hjemmelen er alt bekreftet.")
    row.confirmed_on, row.confirmed_by = timezone.localdate(), by
    row.full_clean()
    row.save()
    audit.record(by=by, did="screening.basis_confirmed", to=row)
    return row
