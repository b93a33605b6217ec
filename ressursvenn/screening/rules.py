"""May this person read what the other interviewer wrote? Read MAY_READ_BOTH: each line can say no."""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

TOLD_TO = "screen_volunteers"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotesFacts:
    """What is known of an interview's notes and of whoever wants to read them. None: not known."""

    held_it: bool | None  # is the reader one of the two who interviewed?
    hers_done: bool | None
    others_done: bool | None


@rule(
    "SCR-01",
    "Bare de to som intervjuet, leser notatene fra intervjuet.",
    source="domain 10, trap 22",
    told_to=TOLD_TO,
)
def held_it(n: NotesFacts, terms: Terms) -> bool:
    """Whoever approves is told what the two found, and no more."""
    return n.held_it is True


@rule(
    "SCR-02",
    "Begge intervjuerne er ferdige med sine egne notater.",
    source="issue 4.3; to vurderinger, ikke én",
    told_to=TOLD_TO,
)
def both_are_done(n: NotesFacts, terms: Terms) -> bool:
    """Two who have read each other are one."""
    return n.hers_done is True and n.others_done is True


MAY_READ_BOTH = (held_it, both_are_done)


def may_read_both(n: NotesFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that she may read what the other wrote."""
    return refusals(MAY_READ_BOTH, n, terms)
