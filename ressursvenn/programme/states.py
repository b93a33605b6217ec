"""Named states of a pair and of a volunteer's road, and the moves between them.

A state is never stored: it is read off dated facts. This table says which move may follow which state,
so that a step can be neither skipped nor taken twice.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise


class PairState(StrEnum):
    """Where a pair is on its way, from a coordinator's decision to a good ending."""

    DECIDED = "decided"  # a coordinator has decided; a second person has not answered
    APPROVED = "approved"  # two people agree; she has not heard of the volunteer yet
    SHE_SAID_YES = "she_said_yes"
    BOTH_SAID_YES = "both_said_yes"
    INTRODUCTION_PLANNED = "introduction_planned"
    RUNNING = "running"
    ENDED = "ended"
    NOT_TO_BE = "not_to_be"  # somebody said no before the introduction


PAIR_WORDS = {
    PairState.DECIDED: "venter på den andre godkjenneren",
    PairState.APPROVED: "hun skal høre om ressursvennen",
    PairState.SHE_SAID_YES: "ressursvennen skal svare",
    PairState.BOTH_SAID_YES: "første møte skal avtales",
    PairState.INTRODUCTION_PLANNED: "første møte er avtalt",
    PairState.RUNNING: "i gang",
    PairState.ENDED: "avsluttet",
    PairState.NOT_TO_BE: "ble ikke noe av",
}

_WAY = (
    PairState.DECIDED,
    PairState.APPROVED,
    PairState.SHE_SAID_YES,
    PairState.BOTH_SAID_YES,
    PairState.INTRODUCTION_PLANNED,
    PairState.RUNNING,
    PairState.ENDED,
)

PAIR_MOVES: dict[PairState, frozenset[PairState]] = {
    here: frozenset({there, PairState.ENDED if here is PairState.RUNNING else PairState.NOT_TO_BE})
    for here, there in pairwise(_WAY)
} | {PairState.ENDED: frozenset(), PairState.NOT_TO_BE: frozenset()}

CLOSED = frozenset({PairState.ENDED, PairState.NOT_TO_BE})


class Station(StrEnum):
    """A volunteer's stations from interest to available."""

    APPLIED = "applied"
    INTERVIEWED = "interviewed"
    TRAINED = "trained"
    SIGNED_CONFIDENTIALITY = "signed_confidentiality"
    CERTIFICATE_SHOWN = "certificate_shown"
    AGREED = "agreed"
    APPROVED = "approved"
    AVAILABLE = "available"


STATION_WORDS = {
    Station.APPLIED: "søknad",
    Station.INTERVIEWED: "intervju",
    Station.TRAINED: "kurs",
    Station.SIGNED_CONFIDENTIALITY: "taushetserklæring",
    Station.CERTIFICATE_SHOWN: "politiattest vist",
    Station.AGREED: "avtale",
    Station.APPROVED: "godkjent av to",
    Station.AVAILABLE: "kan kobles",
}


def may_move(here: PairState, there: PairState) -> bool:
    return there in PAIR_MOVES[here]
