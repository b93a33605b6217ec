"""From tables to rules: what may be known of a group, and of whoever would join it or say a word."""

from __future__ import annotations

from typing import Any

from ressursvenn.accounts.models import Person

from .models import Group, Membership
from .rules import JoiningFacts, SayingFacts


def of_joining(group: Group, volunteer: Any) -> JoiningFacts:
    """One group and one volunteer, as they are now."""
    here = Membership.objects.filter(left_on=None)
    return JoiningFacts(
        members=here.filter(group=group, volunteer__left_on=None).count(),
        places=group.places,
        in_a_group=here.filter(volunteer=volunteer).exists(),
        has_left=volunteer.left_on is not None,
        laid_down=group.laid_down_on is not None,
    )


def of_saying(volunteer: Any, by: Person) -> SayingFacts:
    """Whoever says it, about whom."""
    return SayingFacts(
        is_herself=volunteer.person_id == by.pk,
        has_left=volunteer.left_on is not None,
    )
