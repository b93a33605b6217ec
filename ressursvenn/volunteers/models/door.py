"""What the table demands of somebody who applied by herself: nobody noted it, and the day is known."""

from __future__ import annotations

from django.db.models import CheckConstraint, Q

BOTH = Q(applied_on__isnull=False, applied_by__isnull=False)
NEITHER = Q(applied_on__isnull=True, applied_by__isnull=True)
BY_HERSELF = Q(applied_on__isnull=False, applied_by__isnull=True)


def applied_by_somebody_or_by_herself() -> CheckConstraint:
    """A day has its person, as everywhere; through the door the person is the applicant."""
    noted = Q(by_herself=False) & (BOTH | NEITHER)
    return CheckConstraint(
        condition=noted | (Q(by_herself=True) & BY_HERSELF),
        name="%(app_label)s_%(class)s_applied_on_and_by",
        violation_error_message="Dag og hvem hører sammen: begge må være kjent, eller ingen av dem.",
    )


def held_only_when_by_herself() -> CheckConstraint:
    """What a colleague has noted is never held back."""
    return CheckConstraint(
        condition=Q(held=False) | Q(by_herself=True),
        name="volunteer_held_only_when_by_herself",
        violation_error_message="Bare det som kom gjennom skjemaet, kan holdes tilbake.",
    )
