"""Associations, the crisis centres they cooperate with, and numbers of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from ressursvenn.programme.limits import Number
from ressursvenn.protection import audit

from .. import guard
from ..models import Association, Cooperation, CrisisCentre, LocalLimits, Person
from ..permissions import Permission
from ._ground import may_run


@transaction.atomic
def open_association(*, slug: str, name: str, by: Person | None) -> Association:
    """A local association takes the system into use."""
    may_run(by)
    association = Association(slug=slug, name=name)
    association.full_clean()
    association.save()
    audit.record(by=by, did="accounts.association_opened", to=association)
    return association


@transaction.atomic
def agree_to_cooperate(
    *, association: Association, centre: CrisisCentre, by: Person | None
) -> Cooperation:
    """From now on this crisis centre may refer to this association."""
    may_run(by)
    cooperation, _ = Cooperation.objects.get_or_create(
        association=association, crisis_centre=centre
    )
    audit.record(by=by, did="accounts.cooperation_agreed", to=association)
    return cooperation


@transaction.atomic
def name_centre(*, slug: str, name: str, by: Person | None) -> CrisisCentre:
    """A crisis centre is known by name, so that somebody may refer from it."""
    may_run(by)
    centre = CrisisCentre(slug=slug, name=name)
    centre.full_clean()
    centre.save()
    audit.record(by=by, did="accounts.centre_named")
    return centre


@transaction.atomic
def set_local_limits(
    *, association: Association, begins: date, numbers: Mapping[str, Number], by: Person
) -> LocalLimits:
    """An association decides numbers of its own, from a day on. Decisions remember their set."""
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(by, LocalLimits(association=association))
    limits = LocalLimits(association=association, begins=begins, numbers=numbers, set_by=by)
    limits.full_clean()
    limits.save()
    association.own_numbers = {**association.own_numbers, begins.isoformat(): numbers}
    association.save(update_fields=["own_numbers"])
    audit.record(by=by, did="accounts.local_limits_set", to=association)
    return limits
