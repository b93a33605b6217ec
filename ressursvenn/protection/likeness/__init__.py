"""When two are alike: a name, a number, an address become a set of forms, and alike sets meet.

Pure: it knows no table and no key. One side is what an entry says, the other who has applied; the sets
differ by side, so that two full names never meet by an initial, and two different common names never by
their sound. `prints` makes of the forms what may be stored.
"""

from __future__ import annotations

from .contact import email_forms, phone_forms
from .letters import is_full_name
from .names import Side, name_forms

__all__ = ["BY", "CERTAIN", "Side", "alike", "forms", "is_full_name", "strongest"]

BY = ("phone", "email", "name_same", "name_spelled", "name_heard", "name_near", "initials")
CERTAIN = frozenset(BY[:4])  # the rest resembles, and a person must look


def forms(side: Side, *, name: str = "", phone: str = "", email: str = "") -> frozenset[str]:
    """All that is known, each as `code:form` with a code of BY."""
    return frozenset(
        {
            *(f"phone:{form}" for form in phone_forms(phone)),
            *(f"email:{form}" for form in email_forms(email)),
            *name_forms(name, side),
        }
    )


def alike(a: dict[str, str], b: dict[str, str]) -> str | None:
    """By what two people are alike, whichever of them is in the entry; None when they are not."""
    met = forms("entry", **a) & forms("applicant", **b)
    met |= forms("entry", **b) & forms("applicant", **a)
    return strongest({form.partition(":")[0] for form in met})


def strongest(codes: set[str]) -> str | None:
    """The code that says most."""
    return next((code for code in BY if code in codes), None)
