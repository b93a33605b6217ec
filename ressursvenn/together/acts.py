"""The acts that take two people. The room that owns an act registers it from its AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission

Told = Sequence[tuple[str, str]]  # a word and what it is, for the second person to see


def always_the_same(*, about: str, detail: str, association: Association | None) -> str:
    """For an act whose thing cannot change between the question and the answer."""
    return ""


def nobody(about: Any) -> Sequence[Any]:
    """For an act that everybody with the right may answer."""
    return ()


def nowhere(about: str) -> str:
    """For an act that is answered where all such are."""
    return ""


def nothing_more(rows: Sequence[Any]) -> Mapping[str, Told]:
    """For an act whose question says it all."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Act:
    """`done(asked=row, by=second)` runs in the transaction of the yes; what it returns is `row.outcome`.

    `stands` tells how the thing is now, as a short code. It is asked when the question is put and again
    at the yes, which is refused when the two differ. It raises ValidationError, with a sentence, when the
    thing cannot be asked about at all. `summary` tells of several questions at once, by their own
    references, what the second person sees beside each: neutral, without a name of anybody in the
    programme, and without free text. `not_by(about)` are rows, each with the column that has the key of
    one who took part in the thing herself, and so does not answer: they are asked with the question, and
    cost no query. `read_at(about)` is the page where the whole of it is read and answered, when there is one:
    nobody should say yes to a text from its number.
    """

    code: str  # "volunteers.approve"
    question: str  # neutral, no name: "Skal en ressursvenn godkjennes?"
    may_ask: Permission
    may_answer: Permission
    done: Callable[..., Any]
    many: str = ""  # the question about several, with {} for how many
    stands: Callable[..., str] = always_the_same
    summary: Callable[[Sequence[Any]], Mapping[str, Told]] = nothing_more
    not_by: Callable[[Any], Sequence[Any]] = nobody
    read_at: Callable[[str], str] = nowhere
    lasts: timedelta = timedelta(days=14)
    fresh: bool = True  # both have just shown that it is they


_registered: dict[str, Act] = {}


def register(act: Act) -> None:
    """Once for each act, as the house starts."""
    if act.code in _registered and _registered[act.code] != act:
        raise ValueError(f"two acts are called {act.code}")
    _registered[act.code] = act


def called(code: str) -> Act:
    """Raises KeyError for an act that no room has registered."""
    return _registered[code]


def known() -> list[Act]:
    """Every act, in the order they were registered."""
    return list(_registered.values())
