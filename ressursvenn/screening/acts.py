"""The legal basis of the certificate, as the room of what takes two people knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.together.acts import Act, Told

from .models import LegalBasis

CONFIRM_BASIS = "screening.confirm_basis"


def stands(*, about: str, detail: str, association: Association | None) -> str:
    """The text never changes; what may change is that it was confirmed meanwhile."""
    basis = LegalBasis.objects.filter(reference=about).first()
    if basis is None or basis.confirmed_on:
        raise ValidationError("Hjemmelen finnes ikke, eller er alt bekreftet.")
    return basis.reference


def told(rows: Sequence[Any]) -> dict[str, Told]:
    """The text itself: it is about nobody, and is what the second person agrees to."""
    found = LegalBasis.objects.filter(reference__in=[row.about for row in rows])
    texts = {basis.reference: basis.text for basis in found}
    return {row.reference: (("Hjemmel", texts[row.about]),) for row in rows if row.about in texts}


def confirm_basis(done: Callable[..., Any]) -> Act:
    """`done` is what the second yes does; it lies with the changes, above this module."""
    return Act(
        code=CONFIRM_BASIS,
        question="Er dette hjemmelen for å be om politiattest?",
        may_ask=Permission.CONFIRM_ACCOUNTS,
        may_answer=Permission.CONFIRM_ACCOUNTS,
        done=done,
        stands=stands,
        summary=told,
    )
