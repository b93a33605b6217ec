"""What a text for a funder may not hold: one person's story, or a number of participants. Pure.

A machine cannot know what points at somebody; it sees the words that such texts are made of. Whoever writes is
asked as well. Numbers about participants come from the yearly release and from nowhere else.
"""

from __future__ import annotations

import re

ABOUT_ONE = re.compile(
    r"\b(hun|henne|hennes|hos henne|ho|hennar|han|ham|hans|"
    r"deltakerens?|deltakarens?|"
    r"(ei?n?|én|éin|den ene|den eine) (av )?(deltakerne|deltakarane|kvinnene|kvinna|kvinnen)|"
    r"(ei?n?|én|éin) (ung |eldre |ny |tidlegare |tidligere )?(deltaker|deltakar|kvinne|mor|bruker|brukar|mann|"
    r"alenemor|flyktning)|"
    r"kvinnen|kvinna|brukeren|brukaren|ressursvennen|mora|moren|eksmannen|ektemannen|samboeren|sambuaren|"
    r"datteren|dottera|sønnen|sonen|barnet|barnet hennes)\b",
    re.IGNORECASE,
)
OF_WHOM = (
    r"(deltaker(e|ne)?|deltakar(ar|ane)?|kvinner?|kvinnene|kobling(er|ene)?|kopling(ar|ane)?|brukere?|brukarar|"
    r"par|mødre|mødrer|voldsutsatte|valdsutsette)"
)
NUMBER = (
    r"((?!(19|20)\d\d\b)\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|noen få|nokre få|halvparten|"
    r"ingen)"
)
HOW_MANY = re.compile(
    rf"\b{NUMBER}\s+(\w+\s+){{0,2}}{OF_WHOM}\b|\b{OF_WHOM}\s*[:=]\s*\d+", re.IGNORECASE
)

OF_THEM = re.compile(rf"\b{OF_WHOM}\b", re.IGNORECASE)

# In accounts: an address, a telephone number, a number of birth. Nine figures are an organisation's.
OF_SOMEBODY = re.compile(
    r"\S+@\S+|(?<!\d)(\d{6} ?\d{5}|\d{8}|\d{2}( \d{2}){3}|\d{3} \d{2} \d{3})(?!\d)"
)
LET_GO = "[tatt ut]"


def of_accounts(text: str) -> str:
    """A line of accounts as it may be kept: without what points at somebody, and no story of anybody."""
    return LET_GO if about_one(text) else OF_SOMEBODY.sub(LET_GO, text)


def about_one(text: str) -> str:
    """The first words that look as if one person is told about; nothing when there are none."""
    found = ABOUT_ONE.search(text)
    return found.group(0) if found else ""


def how_many(text: str) -> str:
    """The first words that look like a number of participants or pairs; nothing when there are none."""
    found = HOW_MANY.search(text)
    return found.group(0) if found else ""


def of_participants(text: str) -> str:
    """The first word for participants or pairs, with or without a number; nothing when there is none."""
    found = OF_THEM.search(text)
    return found.group(0) if found else ""


def why_not(text: str) -> str:
    """What to do with this text before a funder may read it; nothing when it will do."""
    if found := about_one(text):
        return (
            f"«{found}» ser ut til å gjelde ett menneske. Skriv om arbeidet, og aldri om én person."
        )
    if found := how_many(text):
        return f"«{found}» er et tall om deltakere. Slike tall settes inn fra årets utgivelse. Skriv uten tall."
    return ""
