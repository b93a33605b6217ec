"""A day and a person belong together: whoever did it is known exactly when it was done."""

from __future__ import annotations

from django.db.models import CheckConstraint, Q


def on_and_by(what: str, when: str = "on") -> CheckConstraint:
    """`on_and_by("consented")`: consented_on and consented_by are both set, or neither is."""
    day, person = f"{what}_{when}", f"{what}_by"
    both = Q(**{f"{day}__isnull": False, f"{person}__isnull": False})
    neither = Q(**{f"{day}__isnull": True, f"{person}__isnull": True})
    return CheckConstraint(
        condition=both | neither,
        name=f"%(app_label)s_%(class)s_{what}_{when}_and_by",
        violation_error_message="Dag og hvem hører sammen: begge må være kjent, eller ingen av dem.",
    )
