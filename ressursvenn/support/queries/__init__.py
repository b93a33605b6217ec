"""Every read of guidance that is more than one row by its key."""

from .day import day_line, day_rows
from .groups import (
    Asked,
    asked_on,
    evenings_of,
    evenings_visible_to,
    evenings_with,
    gatherings_told,
    gatherings_visible_to,
    groups_visible_to,
    members_of,
    membership_of,
    not_in_a_group,
    presences_of,
    unnoted_evenings,
    with_counts,
)
from .load import overdue, with_last_days
from .own import Own, own, own_evenings, own_strain
from .strain import Heard, heard, open_strains_heard_by, talks_heard_by

__all__ = [
    "Asked",
    "Heard",
    "Own",
    "asked_on",
    "day_line",
    "day_rows",
    "evenings_of",
    "evenings_visible_to",
    "evenings_with",
    "gatherings_told",
    "gatherings_visible_to",
    "groups_visible_to",
    "heard",
    "members_of",
    "membership_of",
    "not_in_a_group",
    "open_strains_heard_by",
    "overdue",
    "own",
    "own_evenings",
    "own_strain",
    "presences_of",
    "talks_heard_by",
    "unnoted_evenings",
    "with_counts",
    "with_last_days",
]
