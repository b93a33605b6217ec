"""One cell at a time: cleaning text, and telling an answer from a missing one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .grids import FORMULA, Value

T = TypeVar("T")

# What people write when there is nothing to write, and when they mean yes, no or not sure.
EMPTY = frozenset(
    {"", "-", "–", "—", "mangler", "ingen", "n/a", "na", "ikke", "ikke oppgitt", "null"}
)
YES = frozenset({"ja", "j", "x", "ok", "yes", "y", "✓", "✔", "1", "sant", "true"})
NO = frozenset({"nei", "n", "no", "0", "ikke egnet", "usant", "false"})
UNSURE = frozenset({"?", "??", "usikker", "vet ikke", "kanskje", "vurderes"})
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What a cell came to: a value, or a code for why there is none (`remarks` has the sentence).

    Both may be there: something was understood, and something is still to be asked.
    """

    value: T | None = field(default=None, repr=False)
    remark: str = ""


MISSING = "missing"


def text(value: Value) -> str:
    """A cell as one clean line:

    composed letters, no control or invisible characters, single spaces.
    """
    if value is None or value is FORMULA:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    composed = unicodedata.normalize("NFC", str(value))
    visible = (" " if letter in "\r\n\t" else letter for letter in composed)
    kept = "".join(letter for letter in visible if unicodedata.category(letter) not in {"Cc", "Cf"})
    return " ".join(kept.split())


def divided(value: Value) -> str:
    """The same, with a semicolon where the cell begins a new line: there a new thing begins."""
    return text(value.replace("\n", " ; ") if isinstance(value, str) else value)


def folded(value: Value) -> str:
    """For comparing: clean, small letters."""
    return text(value).casefold()


def is_empty(value: Value) -> bool:
    """Nothing there, or one of the ways of writing that there is nothing."""
    return value is not FORMULA and folded(value) in EMPTY


def answered(value: Value, read: Callable[[Value], Answer[T]]) -> Answer[T]:
    """The guards every column shares, before its own reader:

    formula, nothing there, far too long.
    """
    if value is FORMULA:
        return Answer(remark="formula")
    if is_empty(value):
        return Answer(remark=MISSING)
    if len(text(value)) > LONGEST:
        return Answer(remark="too_long")
    return read(value)


def yes_or_no(value: Value) -> Answer[bool]:
    """ "ja", "x", "nei" … ; a question mark is an answer that must be asked about."""
    word = folded(value).rstrip(".!")
    if value is True or word in YES:
        return Answer(True)
    if value is False or word in NO:
        return Answer(False)
    return Answer(remark="unsure" if word in UNSURE else "unreadable")
