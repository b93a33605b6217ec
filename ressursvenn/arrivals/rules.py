"""May she apply at all? One rule, asked before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicantFacts:
    """All that is asked before an application is received. None means: not known."""

    birth_year: int | None


@rule(
    "ARR-01",
    "Søkeren kan ha nådd aldersgrensen.",
    source="sanitetskvinnene.no/bli-ressursvenn: 25 år",
    told_to="screen_volunteers",
)
def may_be_old_enough(a: ApplicantFacts, terms: Terms) -> bool:
    """We ask for a year and no day: whoever reaches the age this year may have reached it already."""
    if a.birth_year is None:
        return False
    return a.birth_year + terms.limits.age_at_least <= terms.today.year


MAY_APPLY = (may_be_old_enough,)


def may_apply(a: ApplicantFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that her application is received, and nothing else."""
    return refusals(MAY_APPLY, a, terms)
