"""May this be sent, counted, charged, issued? Read the lists at the end: each line can say no, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, Rule, refusals, rule

from . import sieve

SEEN_BY = "keep_grants"
OURS = "docs/decisions/0037"
CORE = "domain 5, felles kjerne"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationFacts:
    """What is known of an application before it is sent. None means: not known."""

    deadline_day: date | None
    goals: int | None
    goals_without_indicator: int | None
    lines: int | None
    parts_without_line: int | None  # measures with a goal and no money


@dataclass(frozen=True, kw_only=True, slots=True)
class CountFacts:
    """An activity that is to count towards a grant, and the letters of the other grants that it counts for."""

    place_has_it: bool | None
    we_may_share: bool | None
    others: (
        Sequence[bool] | None
    )  # of each other grant that counts the same: whether its letter allows it


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeFacts:
    """So much of an expense, to a line of a grant, beside what is charged already."""

    amount: Decimal | None  # of the expense
    here: Decimal | None  # to this grant, with what is now asked for
    in_all: Decimal | None  # to all grants, with what is now asked for
    all_may_share: bool | None  # the letters of all the grants that it would be charged to
    day: date | None
    first_day: date | None
    last_day: date | None
    same_accounts: bool | None
    awarded: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportFacts:
    """What is known of a report before it is issued."""

    last_day: date | None
    read: bool | None  # the figures are read
    goals_without_verdict: int | None
    unmet_without_why: int | None
    without_result: int | None
    empty: Sequence[str] | None  # headings with nothing under them
    written: Sequence[str] | None
    amount: int | None
    divided: int | None  # of it, so much on the lines
    signer: str | None
    signer_role: str | None
    wholly_within: bool | None
    counts: Sequence[CountFacts] | None  # of each activity that counts in it


AnyFacts = ApplicationFacts | CountFacts | ChargeFacts | ReportFacts
AnyRule = Rule[ApplicationFacts] | Rule[CountFacts] | Rule[ChargeFacts] | Rule[ReportFacts]


@rule("GRA-01", "Søknadsfristen er ikke ute.", source="utlysningen", told_to=SEEN_BY)
def in_time(a: ApplicationFacts, terms: Terms) -> bool:
    return a.deadline_day is not None and terms.today <= a.deadline_day


@rule("GRA-02", "Søknaden har minst ett delmål.", source=CORE, told_to=SEEN_BY)
def has_goals(a: ApplicationFacts, terms: Terms) -> bool:
    return a.goals is not None and a.goals > 0


@rule(
    "GRA-03",
    "Hvert delmål har noe som kan telles.",
    source="domain 5, JDs indikatorer",
    told_to=SEEN_BY,
)
def has_indicators(a: ApplicationFacts, terms: Terms) -> bool:
    return a.goals_without_indicator == 0


@rule("GRA-04", "Søknaden har et budsjett.", source=CORE, told_to=SEEN_BY)
def has_budget(a: ApplicationFacts, terms: Terms) -> bool:
    return a.lines is not None and a.lines > 0


@rule(
    "GRA-05", "Hvert tiltak med et delmål har en linje i budsjettet.", source=OURS, told_to=SEEN_BY
)
def money_for_each(a: ApplicationFacts, terms: Terms) -> bool:
    return a.parts_without_line == 0


@rule("GRA-06", "Aktiviteten kan telles der tilskuddet gjelder.", source=OURS, told_to=SEEN_BY)
def counted_there(c: CountFacts, terms: Terms) -> bool | None:
    return c.place_has_it


@rule(
    "GRA-07",
    "Aktiviteten teller ikke for et annet tilskudd på samme tid og sted, om ikke alle brevene sier at den kan.",
    source=OURS,
    told_to=SEEN_BY,
)
def counted_once(c: CountFacts, terms: Terms) -> bool:
    if c.others is None:
        return False
    return not c.others or (c.we_may_share is True and all(c.others))


@rule("GRA-08", "Tilskuddet er tildelt.", source=OURS, told_to=SEEN_BY)
def is_awarded(c: ChargeFacts, terms: Terms) -> bool | None:
    return c.awarded


@rule(
    "GRA-09", "Utgiften er fra tiden tilskuddet gjelder.", source="tilsagnsbrevet", told_to=SEEN_BY
)
def in_its_days(c: ChargeFacts, terms: Terms) -> bool:
    if c.day is None or c.first_day is None or c.last_day is None:
        return False
    return c.first_day <= c.day <= c.last_day


@rule(
    "GRA-10",
    "Utgiften står i regnskapet til den som har fått tilskuddet, eller tilskuddet er for hele landet.",
    source=OURS,
    told_to=SEEN_BY,
)
def in_those_accounts(c: ChargeFacts, terms: Terms) -> bool | None:
    return c.same_accounts


@rule(
    "GRA-11",
    "Et tilskudd betaler ikke mer av en utgift enn det den kostet.",
    source=OURS,
    told_to=SEEN_BY,
)
def not_over_here(c: ChargeFacts, terms: Terms) -> bool:
    return _covered(c.here, c.amount)


@rule(
    "GRA-12",
    "Tilskuddene betaler til sammen ikke mer av en utgift enn den kostet, om ikke alle brevene sier at de kan.",
    source=OURS,
    told_to=SEEN_BY,
)
def not_over_in_all(c: ChargeFacts, terms: Terms) -> bool:
    return c.all_may_share is True or _covered(c.in_all, c.amount)


def _covered(charged: Decimal | None, amount: Decimal | None) -> bool:
    """Money back has less than nothing, and is charged as less than nothing."""
    if charged is None or amount is None:
        return False
    return charged <= amount if amount > 0 else amount <= charged <= 0


@rule("GRA-13", "Perioden er over.", source=OURS, told_to=SEEN_BY)
def over(r: ReportFacts, terms: Terms) -> bool:
    return r.last_day is not None and r.last_day < terms.today


@rule(
    "GRA-14",
    "Perioden er innenfor tiden tilskuddet gjelder.",
    source="tilsagnsbrevet",
    told_to=SEEN_BY,
)
def within(r: ReportFacts, terms: Terms) -> bool | None:
    return r.wholly_within


@rule("GRA-15", "Tallene er hentet.", source=OURS, told_to=SEEN_BY)
def figures_read(r: ReportFacts, terms: Terms) -> bool | None:
    return r.read


@rule(
    "GRA-16",
    "Rapporten sier om hvert delmål er nådd eller ikke, og hvorfor det ikke ble det.",
    source="domain 5, Bufdir: goals reached or not",
    told_to=SEEN_BY,
)
def goals_judged(r: ReportFacts, terms: Terms) -> bool:
    return r.goals_without_verdict == 0 and r.unmet_without_why == 0


@rule("GRA-17", "Det som mennesker teller, er talt.", source=OURS, told_to=SEEN_BY)
def results_counted(r: ReportFacts, terms: Terms) -> bool:
    return r.without_result == 0


@rule(
    "GRA-18",
    "Hver overskrift har en tekst, også når svaret er «ingen».",
    source="domain 5; lessons 2.13",
    told_to=SEEN_BY,
)
def nothing_empty(r: ReportFacts, terms: Terms) -> bool:
    return r.empty is not None and not r.empty


@rule(
    "GRA-19",
    "Ingen tekst handler om ett menneske eller har et tall om deltakere.",
    source="safety T13; docs/decisions/0009",
    told_to=SEEN_BY,
)
def about_nobody(r: ReportFacts, terms: Terms) -> bool:
    return r.written is not None and not any(map(sieve.why_not, r.written))


@rule(
    "GRA-20",
    "Det som er bevilget, er fordelt på linjene i budsjettet.",
    source="domain 5: accounts comparable with the budget",
    told_to=SEEN_BY,
)
def divided(r: ReportFacts, terms: Terms) -> bool:
    return r.amount is not None and r.amount == r.divided


@rule(
    "GRA-21",
    "Rapporten sier hvem som skriver under.",
    source="domain 5: leader or chair",
    told_to=SEEN_BY,
)
def signed(r: ReportFacts, terms: Terms) -> bool:
    return all(text and text.strip() for text in (r.signer, r.signer_role))


@rule(
    "GRA-22",
    "Det som teller i rapporten, teller ikke for et annet tilskudd, om ikke alle brevene sier at det kan.",
    source=OURS,
    told_to=SEEN_BY,
)
def all_counted_once(r: ReportFacts, terms: Terms) -> bool:
    """GRA-07, of all of it: a letter, or more time, may have come since it was let count."""
    return r.counts is not None and all(counted_once.holds(one, terms) for one in r.counts)


MAY_BE_SENT = (in_time, has_goals, has_indicators, has_budget, money_for_each)
MAY_COUNT = (counted_there, counted_once)
MAY_BE_CHARGED = (is_awarded, in_its_days, in_those_accounts, not_over_here, not_over_in_all)
MAY_BE_ISSUED = (
    over,
    within,
    figures_read,
    goals_judged,
    results_counted,
    nothing_empty,
    about_nobody,
    divided,
    signed,
    all_counted_once,
)


def may_be_sent(a: ApplicationFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_SENT, a, terms)


def may_count(c: CountFacts, terms: Terms) -> tuple[Refusal, ...]:
    """The same, of an activity that is to count towards a grant."""
    return refusals(MAY_COUNT, c, terms)


def may_be_charged(c: ChargeFacts, terms: Terms) -> tuple[Refusal, ...]:
    """The same, of an expense and a line."""
    return refusals(MAY_BE_CHARGED, c, terms)


def may_be_issued(r: ReportFacts, terms: Terms) -> tuple[Refusal, ...]:
    """The same, of a report."""
    return refusals(MAY_BE_ISSUED, r, terms)
