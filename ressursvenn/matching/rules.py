"""May these two be suggested to each other? Read MAY_MEET from the top: each line can say no."""

from __future__ import annotations

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

from .facts import CoupleFacts


@rule(
    "MAT-01",
    "Ingenting sier at de to skal holdes fra hverandre.",
    source="Deltakerens egne ord; docs/decisions/0012",
    told_to="see_keep_apart",
)
def not_kept_apart(couple: CoupleFacts, terms: Terms) -> bool:
    """An entry nobody has looked at yet is not known, and not known is a no."""
    return couple.kept_apart is False


@rule(
    "MAT-02",
    "Deltakerens trygghetsvilkår er holdt.",
    source="Deltakerens egne ord; docs/decisions/0002",
    told_to="lead_participants",
)
def conditions_kept(couple: CoupleFacts, terms: Terms) -> bool:
    return couple.against_conditions is False


@rule(
    "MAT-03",
    "De to har et språk felles.",
    source="MENTOR, Elements of Effective Practice, standard 4",
    told_to="see_pairs",
)
def share_a_language(couple: CoupleFacts, terms: Terms) -> bool:
    return bool(couple.shared_languages)


@rule(
    "MAT-04",
    "De to kan møtes i samme del av uken.",
    source="MENTOR, Elements of Effective Practice, standard 4",
    told_to="see_pairs",
)
def share_a_part_of_the_week(couple: CoupleFacts, terms: Terms) -> bool:
    return bool(couple.shared_times)


@rule(
    "MAT-05",
    "Områdene der de to vil møtes, ligger nær nok hverandre.",
    source="programme/limits.py, reach_km",
    told_to="see_pairs",
)
def within_reach(couple: CoupleFacts, terms: Terms) -> bool:
    return couple.km is not None and couple.km <= terms.limits.reach_km


@rule(
    "MAT-06",
    "Ingen av de to har sagt nei til den andre før.",
    source="Begge sier ja; docs/decisions/0004",
    told_to="lead_pairs",
)
def neither_said_no(couple: CoupleFacts, terms: Terms) -> bool:
    return couple.turned_down is False


MAY_MEET = (
    not_kept_apart,
    conditions_kept,
    share_a_language,
    share_a_part_of_the_week,
    within_reach,
    neither_said_no,
)


def may_meet(couple: CoupleFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way. It does not mean safe."""
    return refusals(MAY_MEET, couple, terms)
