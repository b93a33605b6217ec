"""What a text for a funder may not hold: one person's story, or a number of participants. Pure.

A machine cannot know what points at somebody; it sees the words that such texts are made of. Whoever writes is
asked as well. Numbers about participants come from the yearly release and from nowhere else.
"""

from __future__ import annotations

import re

ONE = r"(ei?n?|én|éin)"
ABOUT_ONE = re.compile(
    rf"\b(hun|henne|hennes|hos henne|ho|hennar|han|ham|hans|"
    rf"deltakerens?|deltakarens?|"
    rf"({ONE}|den ene|den eine) (av )?(deltakerne|deltakarane|kvinnene|kvinna|kvinnen)|"
    rf"{ONE} (ung |eldre |ny |tidlegare |tidligere )?(deltaker|deltakar|kvinne|dame|jente|mor|bruker|brukar|"
    rf"mann|alenemor|flyktning)|"
    rf"{ONE} (fra|frå)(?! (hver|hvert|kvar|kvart)\b)|"
    rf"kvinnen|kvinna|brukeren|brukaren|ressursvennen|mora|moren|eksmannen|ektemannen|samboeren|sambuaren|"
    rf"datteren|dottera|sønnen|sonen|barnet|barnet hennes)\b",
    re.IGNORECASE,
)
OF_WHOM = (
    r"(deltaker(e|ne)?|deltakar(ar|ane)?|kvinner?|kvinnene|kobling(er|ene)?|kopling(ar|ane)?|brukere?|brukarar|"
    r"par|mødre|mødrer|voldsutsatte|valdsutsette)"
)
PEOPLE = r"(damer|jenter|personer|personar|familier|familiar|barn)"  # few are perhaps ours; a crowd is not
TENS = "tjue|tyve|tretti|tredve|førti|førr|femti|seksti|sytti|søtti|åtti|nitti"
ONES = "en|ett|éin|ein|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni"
FEW = (
    rf"(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|"
    rf"({TENS})({ONES})?|({ONES})og({TENS}))"
)
MANY = r"((flere |fleire )?titalls?|dusin|hundre)"
SOME = r"(noen få|nokre få|halvparten|ingen)"
NUMBER = rf"((?!(19|20)\d\d\b)\d+|{FEW}|{MANY})"
BETWEEN = r"\s+((?!(for|til|om)\b)\w+\s+){0,2}"  # what was held for them is not a number of them
AFTER = r"[^\w.!?]+(\w+[^\w.!?]+){0,3}"  # within the sentence
MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des"
ENDS = (  # it is a number of nothing else, and no day
    rf"(?!\.? ({MONTHS}))"
    r"(?=\W*$|\W*[.,;:!?)]|\s+(i|på|fra|frå|av(?! \d)|som|og|nye|til sammen|til saman|totalt|stykker|stykke)\b)"
)
HOW_MANY = re.compile(
    rf"\b({NUMBER}|{SOME}){BETWEEN}{OF_WHOM}\b|\b(\d{{1,2}}(?!\s\d)|{FEW}|{MANY}|{SOME}){BETWEEN}{PEOPLE}\b|"
    rf"\b{OF_WHOM}{AFTER}{NUMBER}\b{ENDS}",
    re.IGNORECASE,
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
        return (
            f"«{found}» ser ut til å være et tall om deltakere. Slike tall settes inn fra årets utgivelse. "
            "Skriv uten tall."
        )
    return ""
