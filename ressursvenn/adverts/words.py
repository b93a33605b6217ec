"""What an advert may be made of: code → the word, in bokmål and nynorsk. Chosen, never written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ressursvenn.programme.words import LANGUAGES

BOKMAAL, NYNORSK = "nb", "nn"
WRITTEN_IN = {BOKMAAL: "bokmål", NYNORSK: "nynorsk"}
NATIONAL = "Norske Kvinners Sanitetsforening"

# The standing national list. Norwegian and English are not on it: beside them a third would stand out.
# Their names are the same in bokmål and nynorsk.
STANDING = {code: word for code, word in LANGUAGES.items() if code not in ("no", "en")}

Both = dict[str, str]  # the same in bokmål and nynorsk


def _both(nb: str, nn: str) -> Both:
    return {BOKMAAL: nb, NYNORSK: nn}


OF_LANGUAGES = "languages"  # the heading that says that languages are wanted
HEADINGS = {
    "walk": _both("Bli ressursvenn: noen å gå tur med", "Bli ressursvenn: nokon å gå tur med"),
    "again": _both(
        "Bli ressursvenn for en som begynner på nytt", "Bli ressursvenn for ein som byrjar på nytt"
    ),
    "time": _both("Har du tid til et annet menneske?", "Har du tid til eit anna menneske?"),
    OF_LANGUAGES: _both(
        "Vi søker ressursvenner som snakker flere språk",
        "Vi søkjer ressursvenner som snakkar fleire språk",
    ),
}

DOING = {
    "walk": _both("gå tur", "gå tur"),
    "cook": _both("lage mat sammen", "lage mat saman"),
    "talk": _both("prate over en kopp kaffe", "prate over ein kopp kaffi"),
    "town": _both(
        "bli kjent i byen: biblioteket, bussen, butikken",
        "bli kjende i byen: biblioteket, bussen, butikken",
    ),
    "practise": _both("øve på språket i hverdagen", "øve på språket i kvardagen"),
    "offices": _both(
        "gå sammen til et kontor eller en visning, når deltakeren ber om det",
        "gå saman til eit kontor eller ei visning, når deltakaren ber om det",
    ),
}

GETTING = {
    "course": _both("kurs før du begynner", "kurs før du byrjar"),
    "guidance": _both(
        "veiledning underveis, sammen med andre ressursvenner",
        "rettleiing undervegs, saman med andre ressursvenner",
    ),
    "gathering": _both("samlinger og noe sosialt", "samlingar og noko sosialt"),
    "thanks": _both("attest for innsatsen når du slutter", "attest for innsatsen når du sluttar"),
}

TIMES = {  # the codes of programme/words.py
    "weekday_day": _both("hverdag på dagtid", "kvardag på dagtid"),
    "weekday_evening": _both("hverdag kveld", "kvardag kveld"),
    "saturday": _both("lørdag", "laurdag"),
    "sunday": _both("søndag", "søndag"),
}

CATEGORY = _both("Besøk og samvær", "Besøk og samvær")

WAYS = {"form": "skjemaet", "pasted": "frivillig.no"}  # the codes of arrivals/words.py

DRAFT, OPEN, PAUSED, CLOSED = "draft", "open", "paused", "closed"
STATES = {DRAFT: "utkast", OPEN: "åpen", PAUSED: "stanset", CLOSED: "lukket"}


def in_(language: str, words: Mapping[str, Both]) -> dict[str, str]:
    """The words in one of the two."""
    return {code: both[language] for code, both in words.items()}


def listed(words: Iterable[str]) -> str:
    """ "norsk, somali og urdu"."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} og {last}" if first else last
