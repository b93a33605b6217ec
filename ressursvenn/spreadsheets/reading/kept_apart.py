"""Whom a participant must not meet, read from what somebody once wrote in a cell.

One full name, a number or an address is an entry that compares by itself. Everything else (a
community, a workplace, a first name, half a sentence) is passed on word for word to the vetting
officer, and stands in the way of suggestions until it has been looked at.
"""

from __future__ import annotations

import re

from . import contacts
from .rows import KeepApart

LONGEST = 300
_BETWEEN = re.compile(r"\s*(?:[,;/\n]|\bog\b|\beller\b)\s*")
_WORKPLACE = re.compile(r"jobb|arbeidsplass|kolleg|arbeidsgiver|firma|bedrift", re.IGNORECASE)
_COMMUNITY = re.compile(
    r"menighet|moske|kirke|miljø|forening|klan|slekt|famili|klubb|bygd|landsby|\balle\b|\bingen\b",
    re.IGNORECASE,
)


def kept_apart(said: str) -> tuple[KeepApart, ...]:
    """One entry per full name, number or address; with anything else, the whole is sealed too."""
    if len(said) > LONGEST:
        return (KeepApart("community", said[:LONGEST], True),)
    parts = [part for part in _BETWEEN.split(said) if part]
    read = [_plain(part) for part in parts]
    known = tuple(entry for entry in read if entry)
    if len(known) == len(parts) and known:
        return known
    return (*known, KeepApart(_kind(said), said, True))


def _plain(part: str) -> KeepApart | None:
    """An entry that needs nobody to look at it, or None."""
    if contacts.email(part).value:
        return KeepApart("email", part, False)
    if contacts.phone(part).value:
        return KeepApart("phone", part, False)
    return KeepApart("person", part, False) if _is_full_name(part) else None


_PARTICLES = frozenset(["af", "al", "bin", "da", "di", "du", "el", "ibn", "la", "le", "van", "von"])


def _is_full_name(part: str) -> bool:
    """Two to five words of letters, each with a capital one first, none that tells of a group."""
    words = part.split()
    if not 2 <= len(words) <= 5 or _kind(part) != "person":
        return False
    return bool(contacts.name(part).value) and all(
        word[0].isupper() or word in _PARTICLES for word in words
    )


def _kind(said: str) -> str:
    if _WORKPLACE.search(said):
        return "workplace"
    return "community" if _COMMUNITY.search(said) else "person"
