"""The two acts about accounts: a change of role, and a new way in for whoever has lost hers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from ressursvenn.accounts import changes
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import ROLES, Permission, Role

from .acts import Act, Told

CHANGE_ROLE, RECOVER = "accounts.change_role", "accounts.recover"
NOWHERE = "-"  # stands in a detail for no association and no crisis centre
VOLUNTEER = "volunteer"


def detail_of(role: str, house: str = "") -> str:
    """The code of a new role: `coordinator:oslo`, `centre_contact:follo`, `privacy_officer:-`."""
    return f"{role}:{house or NOWHERE}"


def given() -> list[Role]:
    """The roles that two people may give somebody."""
    return [role for role in ROLES.values() if role.code != VOLUNTEER]


def _person(reference: str) -> Person:
    person = accounts.person_of(reference)
    if person is None or person.role == VOLUNTEER:
        raise ValidationError("Kontoen finnes ikke, er stengt, eller er en ressursvenns.")
    return person


def _place(detail: str) -> tuple[str, Any, Any]:
    """The role, and the association or crisis centre that it is in."""
    role, _, house = detail.partition(":")
    if role not in ROLES or role == VOLUNTEER:
        raise ValidationError("Velg en rolle fra listen.")
    association = accounts.association_called(house) if ROLES[role].local else None
    centre = accounts.centre_called(house) if role == "centre_contact" else None
    if (ROLES[role].local and not association) or (role == "centre_contact" and not centre):
        raise ValidationError("Velg hvor rollen skal være.")
    return role, association, centre


def _stands(*, about: str, detail: str, association: Association | None) -> str:
    """The role she has now, and where."""
    person = _person(about)
    return f"{person.role}:{person.association_id or 0}:{person.crisis_centre_id or 0}"


def _stands_before_change(*, about: str, detail: str, association: Association | None) -> str:
    """The same; the new one must be a role that can be, and another than hers."""
    person = _person(about)
    if _place(detail) == (person.role, person.association, person.crisis_centre):
        raise ValidationError("Dette er rollen hun har.")
    return _stands(about=about, detail=detail, association=association)


def _role_told(role: str, house: Any) -> str:
    return f"{ROLES[role].name}, {house}" if house else ROLES[role].name


def _who(rows: Sequence[Any]) -> dict[str, tuple[str, str]]:
    """Whom each question concerns, by the question's reference. Colleagues have names."""
    found = accounts.people_of([row.about for row in rows])
    known = {person.reference: _told_of(person) for person in found}
    return {row.reference: ("Gjelder", known[row.about]) for row in rows if row.about in known}


def _told_of(person: Person) -> str:
    return f"{person.name}, {_role_told(person.role, person.association or person.crisis_centre)}"


def _change_told(rows: Sequence[Any]) -> dict[str, Told]:
    local = {house.slug: house.name for house in accounts.associations()}
    centres = {centre.slug: centre.name for centre in accounts.centres()}
    who = _who(rows)
    told: dict[str, Told] = {}
    for row in rows:
        role, _, house = row.detail.partition(":")
        new = _role_told(role, (local if ROLES[role].local else centres).get(house))
        if row.reference in who:
            can = ("Kan da", ROLES[role].description)
            told[row.reference] = (who[row.reference], ("Ny rolle", new), can)
    return told


def _recovery_told(rows: Sequence[Any]) -> dict[str, Told]:
    happens = (
        "Dette skjer",
        "Du får en lenke å gi henne. Når hun bruker den, slutter det hun logger inn med nå, å virke.",
    )
    return {reference: (who, happens) for reference, who in _who(rows).items()}


def _changed(*, asked: Any, by: Person) -> Person:
    role, association, centre = _place(asked.detail)
    return changes.change_role(
        person=_person(asked.about), role=role, association=association, centre=centre,
        asked_by=asked.asked_by, by=by,
    )  # fmt: skip


def _recovered(*, asked: Any, by: Person) -> str:
    return changes.open_recovery(person=_person(asked.about), by=by)


ACTS = (
    Act(
        code=CHANGE_ROLE,
        question="Skal en medarbeider få en annen rolle?",
        may_ask=Permission.RUN_SYSTEM,
        may_answer=Permission.CONFIRM_ACCOUNTS,
        done=_changed,
        stands=_stands_before_change,
        summary=_change_told,
    ),
    Act(
        code=RECOVER,
        question="Skal en medarbeider få logge inn på nytt?",
        may_ask=Permission.RUN_SYSTEM,
        may_answer=Permission.CONFIRM_ACCOUNTS,
        done=_recovered,
        stands=_stands,
        summary=_recovery_told,
    ),
)
