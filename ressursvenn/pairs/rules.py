"""May this step be taken, and may her name be shown? Read each list from the top: any can say no.

Whether the two may be matched at all is asked elsewhere (volunteers, participants, matching), and
asked again at every step before the introduction. These rules are about the way the two walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule
from ressursvenn.programme.states import CLOSED, PairState, may_move

SEEN_BY = "see_pairs"
WALKING = frozenset({PairState.RUNNING, PairState.ENDED})


@dataclass(frozen=True, kw_only=True, slots=True)
class PairFacts:
    """All that the rules may know about a pair. None means: not known."""

    state: PairState | None
    decided_by: int | None
    approved_by: int | None
    she_said_yes: bool | None
    volunteer_said_yes: bool | None
    withdrawn: bool | None
    volunteer_left: bool | None
    kept_apart: bool | None


@rule(
    "PAI-01",
    "To forskjellige personer har bestemt og godkjent koblingen.",
    source="safety T3; ASVS 2.3.5",
    told_to=SEEN_BY,
)
def two_have_agreed(p: PairFacts, terms: Terms) -> bool:
    """One person alone, however trusted, never puts two people together."""
    return None not in (p.decided_by, p.approved_by) and p.decided_by != p.approved_by


@rule("PAI-02", "Begge har sagt ja.", source="MENTOR EEPM 4; safety T3", told_to=SEEN_BY)
def both_said_yes(p: PairFacts, terms: Terms) -> bool:
    """Each for herself. Nobody is shown to somebody who has not said yes."""
    return p.she_said_yes is True and p.volunteer_said_yes is True


@rule("PAI-03", "Koblingen er ikke avsluttet.", source="safety T10", told_to=SEEN_BY)
def not_closed(p: PairFacts, terms: Terms) -> bool:
    """Access ends with the pair: nothing is shown of one that is over."""
    return p.state is not None and p.state not in CLOSED


@rule("PAI-04", "Deltakeren har ikke trukket seg.", source="gdpr 7", told_to=SEEN_BY)
def has_not_withdrawn(p: PairFacts, terms: Terms) -> bool:
    """A no works at once, also before somebody has had time to end the pair."""
    return p.withdrawn is False


@rule("PAI-05", "Ressursvennen har ikke sluttet.", source="programmet", told_to=SEEN_BY)
def volunteer_has_not_left(p: PairFacts, terms: Terms) -> bool:
    return p.volunteer_left is False


@rule(
    "PAI-06",
    "Ingenting tilsier at de to skal holdes fra hverandre.",
    source="safety T3",
    told_to="see_keep_apart",
)
def not_kept_apart(p: PairFacts, terms: Terms) -> bool:
    """What the vetting officer has not looked at yet counts as a no."""
    return p.kept_apart is False


MAY_SEE_NAME = (
    two_have_agreed,
    both_said_yes,
    not_closed,
    has_not_withdrawn,
    volunteer_has_not_left,
    not_kept_apart,
)

MAY_GO_ON = (not_closed, has_not_withdrawn, volunteer_has_not_left, not_kept_apart)


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionFacts:
    """What is known of a decision: its reason, and whether the engine suggested the two."""

    reason: str | None
    was_suggested: bool | None


@rule("PAI-07", "Det er sagt hvorfor det ble akkurat disse to.", source="seed 1.3", told_to=SEEN_BY)
def reason_given(d: DecisionFacts, terms: Terms) -> bool:
    """ "As suggested" is a reason only when it was."""
    if d.reason == "as_suggested":
        return d.was_suggested is True
    return bool(d.reason)


MAY_DECIDE = (reason_given,)


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalFacts:
    """Who decided, and who is about to give the second yes."""

    decided_by: int | None
    approver: int | None
    same_association: bool | None
    national_adviser: bool | None
    crisis_centre: bool | None


@rule(
    "PAI-08",
    "Den som godkjenner, er en annen enn den som bestemte.",
    source="safety T11; ASVS 2.3.5",
    told_to="approve_pairs",
)
def another_person(a: ApprovalFacts, terms: Terms) -> bool:
    return None not in (a.decided_by, a.approver) and a.decided_by != a.approver


@rule(
    "PAI-09",
    "Den som godkjenner, hører til foreningen eller er nasjonal rådgiver, aldri krisesenteret.",
    source="house.md 12.5",
    told_to="approve_pairs",
)
def one_of_ours(a: ApprovalFacts, terms: Terms) -> bool:
    """The centre refers; it must not learn who was chosen."""
    if a.crisis_centre is not False:
        return False
    return a.same_association is True or a.national_adviser is True


MAY_APPROVE = (another_person, one_of_ours)


@dataclass(frozen=True, kw_only=True, slots=True)
class StepFacts:
    """From which state to which, on which day, and when the step before it was taken."""

    here: PairState | None
    there: PairState | None
    on: date | None
    before_on: date | None


@rule("PAI-10", "Steget følger etter det forrige.", source="ASVS 2.3.1", told_to=SEEN_BY)
def follows(s: StepFacts, terms: Terms) -> bool:
    """No step is skipped, and none is taken twice."""
    return s.here is not None and s.there is not None and may_move(s.here, s.there)


@rule(
    "PAI-11",
    "Dagen er ikke før forrige steg, og ikke fram i tid.",
    source="programmet",
    told_to=SEEN_BY,
)
def in_time(s: StepFacts, terms: Terms) -> bool:
    if s.on is None or s.before_on is None:
        return False
    return s.before_on <= s.on <= terms.today


MAY_STEP = (follows, in_time)


@dataclass(frozen=True, kw_only=True, slots=True)
class IntroductionFacts:
    """What is known of the first meeting."""

    day: date | None
    place_chosen: bool | None
    coordinator_present: bool | None


@rule(
    "PAI-12", "Første møte har en dag som ikke er forbi.", source="MENTOR EEPM 4", told_to=SEEN_BY
)
def day_ahead(i: IntroductionFacts, terms: Terms) -> bool:
    return i.day is not None and i.day >= terms.today


@rule(
    "PAI-13",
    "Første møte har et offentlig sted fra lista.",
    source="domain 9.8",
    told_to=SEEN_BY,
)
def place_chosen(i: IntroductionFacts, terms: Terms) -> bool:
    """Never at anybody's home. The place may be chosen later than the day, but before they meet."""
    return i.place_chosen is True


@rule(
    "PAI-14",
    "Koordinator var med på første møte.",
    source="MENTOR EEPM 4: staff arrange and attend",
    told_to=SEEN_BY,
)
def coordinator_was_there(i: IntroductionFacts, terms: Terms) -> bool:
    return i.coordinator_present is True


MAY_PLAN = (day_ahead,)
MAY_INTRODUCE = (place_chosen, coordinator_was_there)


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetUpFacts:
    """What is known of a meet-up and of the pair it belongs to."""

    state: PairState | None
    day: date | None
    introduced_on: date | None
    ended_on: date | None
    logged_by: int | None  # None: not logged yet
    by: int | None


@rule("PAI-15", "Treff føres på en kobling som er i gang.", source="house.md", told_to="own_pair")
def walking(m: MeetUpFacts, terms: Terms) -> bool:
    """A coordinator may note one afterwards too, when the volunteer no longer can."""
    return m.state in WALKING


@rule(
    "PAI-16",
    "Dagen ligger etter første møte, og er ikke fram i tid.",
    source="house.md",
    told_to="own_pair",
)
def while_it_lasted(m: MeetUpFacts, terms: Terms) -> bool:
    if m.day is None or m.introduced_on is None:
        return False
    return m.introduced_on <= m.day <= min(terms.today, m.ended_on or terms.today)


@rule("PAI-17", "Et treff rettes av den som førte det.", source="house.md", told_to="own_pair")
def own_note(m: MeetUpFacts, terms: Terms) -> bool:
    return m.logged_by is not None and m.logged_by == m.by


MAY_LOG = (walking, while_it_lasted)
MAY_CORRECT = (*MAY_LOG, own_note)


def may_see_name(p: PairFacts, terms: Terms) -> tuple[Refusal, ...]:
    """May the volunteer see what she wants to be called, and how to reach her?"""
    return refusals(MAY_SEE_NAME, p, terms)


def may_go_on(p: PairFacts, terms: Terms) -> tuple[Refusal, ...]:
    """What stands in the way of an open pair, today."""
    return refusals(MAY_GO_ON, p, terms)
