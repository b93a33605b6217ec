"""May this report be issued? Read MAY_BE_ISSUED from the top: each line can say no, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

SEEN_BY = "edit_alliance"
SOURCE = "issue 5.7; docs/decisions/0033"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportFacts:
    """What is known of a report before it is issued. None means: not known."""

    last_day: date | None
    authors: str | None
    foreword: str | None
    deviations: str | None
    plans: str | None


def _written(*texts: str | None) -> bool:
    return all(text and text.strip() for text in texts)


@rule("STA-01", "Perioden er over.", source=SOURCE, told_to=SEEN_BY)
def over(r: ReportFacts, terms: Terms) -> bool:
    """On the last day something may still happen, so it is issued from the day after."""
    if r.last_day is None:
        return False
    return r.last_day < terms.today


@rule(
    "STA-02",
    "Rapporten sier hvem som har skrevet den, og har et forord.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def signed(r: ReportFacts, terms: Terms) -> bool:
    return _written(r.authors, r.foreword)


@rule(
    "STA-03",
    "Rapporten sier hva som ikke ble som planlagt, også når svaret er «ingenting».",
    source="domain 5, Bufdir; docs/decisions/0033",
    told_to=SEEN_BY,
)
def deviations_told(r: ReportFacts, terms: Terms) -> bool:
    """A report with only good news is not believed."""
    return _written(r.deviations)


@rule("STA-04", "Rapporten sier hva som er planlagt videre.", source=SOURCE, told_to=SEEN_BY)
def plans_told(r: ReportFacts, terms: Terms) -> bool:
    return _written(r.plans)


MAY_BE_ISSUED = (over, signed, deviations_told, plans_told)


def may_be_issued(r: ReportFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_ISSUED, r, terms)
