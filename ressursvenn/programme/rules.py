"""What a rule is: one sentence the board has approved, one question, one answer with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from .limits import Terms

Facts = TypeVar("Facts")
Answer = date | bool | None
Question = Callable[[Facts, Terms], Answer]

HIDDEN = "En grunn du ikke kan se."


@dataclass(frozen=True, slots=True)
class Refusal:
    """One rule said no. `until` is the day it stops saying no by itself, if that day is known."""

    rule: str
    sentence: str
    told_to: str
    until: date | None = None

    def as_told_to(self, may: Callable[[str], bool]) -> Refusal:
        """The no is never hidden; the reason is, from a reader who may not know it."""
        return self if may(self.told_to) else Refusal("–", HIDDEN, self.told_to)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Facts]):
    """A question to facts. `source` says where the rule comes from, `told_to` who may hear its no."""

    code: str
    sentence: str
    source: str
    told_to: str
    holds: Question[Facts]

    def refusal(self, facts: Facts, terms: Terms) -> Refusal | None:
        """None if the rule holds. Only True is a yes: unknown is a no."""
        answer = self.holds(facts, terms)
        if answer is True:
            return None
        until = answer if isinstance(answer, date) else None
        return Refusal(self.code, self.sentence, self.told_to, until)


def rule(
    code: str, sentence: str, *, source: str, told_to: str
) -> Callable[[Question[Facts]], Rule[Facts]]:
    """Make a question a rule: `@rule("VOL-01", "…", source="…", told_to="see_volunteers")`."""
    return lambda holds: Rule(code, sentence, source, told_to, holds)


def refusals(rules: Iterable[Rule[Facts]], facts: Facts, terms: Terms) -> tuple[Refusal, ...]:
    """Ask every rule, so that whoever reads the answer sees all of it at once."""
    return tuple(no for each in rules if (no := each.refusal(facts, terms)))
