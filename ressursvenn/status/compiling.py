"""What was recorded in a period, from the three rooms, as plain values: the data of a report.

The same rows give the same values, in the same order. Nothing here is about anybody in the programme.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from ressursvenn.agenda import figures as agenda
from ressursvenn.agenda import queries as demands
from ressursvenn.alliance import figures as alliance
from ressursvenn.alliance import queries as actions
from ressursvenn.stands import figures as stands

FORMAT = "rod-knapp-status-2"

Data = dict[str, Any]


def of_period(first: date, last: date) -> Data:
    """All that a report tells, but for what somebody writes in it. As many questions however much there is."""
    found = alliance.of_period(first, last)
    return {
        "format": FORMAT,
        "period": {"first": first.isoformat(), "last": last.isoformat()},
        "members": _members(found),
        "meetings": {
            "held": found.meetings,
            "decisions": found.decisions,
            "decisions_done": found.decisions_done,
        },
        "actions": _actions(found, first, last),
        "buttons": _buttons(found),
        "stands": {**stands.between(first, last), "definition": stands.DEFINITION},
        "media": _media(found, first, last),
        "demands": _demands(first, last),
    }


def _members(found: alliance.Period) -> Data:
    return {
        "start": list(found.members_at_start),
        "end": list(found.members_at_end),
        "joined": list(found.joined),
        "gone": list(found.gone),
        "perhaps_end": list(found.perhaps_at_end),
    }


def _actions(found: alliance.Period, first: date, last: date) -> Data:
    rows = actions.everything_shown().filter(day__gte=first, day__lte=last)
    return {
        "held": found.actions,
        "called_off": found.called_off,
        "came": found.came,
        "by_hole": dict(found.by_hole),
        "by_county": dict(found.by_county),
        "by_kind": dict(found.by_kind),
        "list": [
            {"day": row.day.isoformat(), "title": row.title, "county": row.county, "hole": row.hole}
            for row in rows.filter(action__called_off_on=None)
        ],
    }


def _buttons(found: alliance.Period) -> Data:
    counter = found.counter_at_end
    return {
        "into_store": found.buttons_in,
        "ordered": found.buttons_ordered,
        "sent": found.buttons_sent,
        "handed_out": found.buttons_handed_out,
        "handed_out_by_county": dict(found.handed_out_by_county),
        "counter": {
            "number": counter.number,
            "or_more": counter.or_more,
            "source": counter.source,
            "confirmed": counter.confirmed,
            "definition": counter.definition,
        },
    }


def _media(found: alliance.Period, first: date, last: date) -> Data:
    """What the press told of us, one by one, the first first."""
    return {
        "hits": found.media,
        "by_kind": dict(found.media_by_kind),
        "list": [
            {"day": row.day.isoformat(), "medium": row.medium, "kind": row.kind, "headline": row.headline,
             "link": row.link}
            for row in actions.mentions_counted(first, last)
        ],
    }  # fmt: skip


def _demands(first: date, last: date) -> Data:
    """How each stood on the last day, and what happened to it in the period, as it could be read that day."""
    counted = agenda.between(first, last)
    return {
        "new": counted["new_demands"],
        "by_hole": {hole: many for hole, many in counted["by_hole"].items() if many},
        "by_state": counted["by_state"],
        "happened": counted["happened"],
        "list": [_demand(one, first, last) for one in demands.all_told(until=last)],
    }


def _demand(told: demands.Told, first: date, last: date) -> Data:
    return {
        "reference": told.reference,
        "title": told.text.title,
        "hole": told.demand.hole,
        "raised": told.demand.raised_day.isoformat(),
        "state": told.standing.state,
        "events": [
            {"on": one.day.isoformat(), "kind": one.kind, "what": one.says, "source": one.source}
            for one in told.timeline
            if first <= one.day <= last and (one.struck_on is None or one.struck_on > last)
        ],
    }


def canonical(told: Mapping[str, Any]) -> bytes:
    """One way to write it, so that what is equal has equal bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def print_of(content: bytes) -> str:
    """SHA-256, as 64 hexadecimal digits."""
    return sha256(content).hexdigest()
