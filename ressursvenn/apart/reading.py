"""How a keep-apart text is read: into names, numbers and addresses that can be compared, and doubt.

Whatever cannot be compared with certainty is a doubt, and a doubt is for the vetting officer. It is
safe to doubt too often: the participant waits. It is not safe to doubt too seldom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ressursvenn.protection import fingerprints
from ressursvenn.protection.likeness import prints

COMPARABLE = frozenset({"person", "phone", "email"})  # what is known about volunteers too
MOST_WORDS = 4  # in a name; a longer run of words is a sentence

_BETWEEN = re.compile(r"\s*(?:[,;\n/&+]|\bog\b|\beller\b|\band\b)\s*", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
_PHONE = re.compile(r"(?<![\w@])(?:\+|00)?\d(?:[ .\-()]{0,2}\d){7,14}(?!\w)")
_NO_NAME = frozenset(
    fingerprints.folded(
        "alle alt andre ansatt arbeid av barn bror broren de den der deres det eks en et"
        " faren far folk for fra gjengen hans hele henne hennes hos hun i ikke ingen jobb"
        " jobben kamerat kirken kjenner kona kusine landsmenn leder med menighet menigheten"
        " miljøet min mor moren moskeen naboen naboer noen om onkel på samme sin sine skole"
        " skolen slekt slekten som søster søsteren søsken tante til ved venn venner venninne"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Prints to compare with, and whether something in the text could not be compared."""

    prints: bytes
    doubt: bool


def read(kind: str, text: str) -> Reading:
    """What a text of a kind (programme.words.KEEP_APART_KINDS) gives to compare with."""
    if kind not in COMPARABLE:
        return Reading(b"", doubt=True)
    emails, rest = _taken_out(_EMAIL, text)
    phones, rest = _taken_out(_PHONE, rest)
    parts = [part for part in _BETWEEN.split(rest) if part.strip(" .:-()\"'«»")]
    names = [part for part in {rest, *parts} if 2 <= len(_words(part)) <= MOST_WORDS]
    known = [
        *(prints.of("entry", name=name) for name in names),
        *(prints.of("entry", email=email) for email in emails),
        *(prints.of("entry", phone=phone) for phone in phones),
    ]
    sought = {"person": any(known), "phone": phones, "email": emails}[kind]
    doubt = not sought or not all(map(is_full_name, parts)) or _number_left(rest)
    return Reading(prints.together(*known), doubt)


def _taken_out(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    return pattern.findall(text), pattern.sub(" ; ", text)


def _number_left(text: str) -> bool:
    """A number that is no telephone number as we read them: an old one, half of one, a birthday."""
    return any(character.isdigit() for character in text)


def is_full_name(part: str) -> bool:
    """Two to four words, none of which says that this is something other than a name."""
    found = _words(part)
    return 2 <= len(found) <= MOST_WORDS and not _NO_NAME & set(found)


def _words(part: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fingerprints.folded(part))
