"""Cells that hold several things at once: languages, interests, times, wishes, areas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES, WISHES

from .cells import Answer, divided
from .grids import Value

_BETWEEN = re.compile(r"\s*(?:[,;/|+&]|\bog\b|\band\b)\s*")
_BESIDE = re.compile(r"\([^)]*\)|\b(?:flytende|godt|god|morsmål)\b")


def _spelled(words: Mapping[str, str], more: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The programme's own words, and other ways of writing them: "a|b" → code."""
    found: dict[str, tuple[str, ...]] = {word: (code,) for code, word in words.items()}
    for code, spellings in more.items():
        found.update(dict.fromkeys(spellings.split("|"), (code,)))
    return found


LANGUAGE_SPELLINGS = _spelled(
    LANGUAGES,
    {
        "no": "bokmål|nynorsk|norwegian|norsk bokmål|no",
        "en": "english|eng|en",
        "ar": "arabic",
        "fr": "french",
        "kmr": "kurmandji|kurmanci|nordkurdisk",
        "se": "nordsamisk språk|davvisámegiella",
        "fa": "farsi|persian",
        "pl": "polish",
        "ru": "russian",
        "so": "somalisk",
        "es": "spanish",
        "ti": "tigrinya|tigrigna",
        "tr": "turkish",
        "uk": "ukrainian",
    },
)
INTEREST_SPELLINGS = _spelled(
    INTERESTS,
    {
        "books": "bok|lesing|lese|lese bøker",
        "film": "kino|filmer",
        "garden": "hagearbeid|hager",
        "handicraft": "håndarbeider|søm|sy",
        "job_search": "søke jobb|jobbsøk|jobb",
        "coffee": "kafé|kafe|kaffi",
        "cooking": "matlaging|mat|baking",
        "town": "bli kjent i by|bli kjent",
        "painting": "male|tegning",
        "music": "sang|konserter",
        "languages": "språkkafé|språktrening",
        "knitting": "strikke",
        "swimming": "svømme|bading",
        "training": "trene|styrketrening|yoga",
        "walking": "tur|turer|gå turer|gåtur|gåturer|turgåing|fjelltur",
    },
)
TIME_SPELLINGS = _spelled(
    TIMES,
    {
        "weekday_day": "hverdag dag|hverdager dag|dagtid|hverdag dagtid|på dagtid",
        "weekday_evening": "hverdager kveld|kveld|kvelder|kveldstid|hverdagskveld|hverdagskvelder",
        "saturday": "lørdager|lør",
        "sunday": "søndager|søn",
    },
) | {
    "helg": ("saturday", "sunday"),
    "helger": ("saturday", "sunday"),
    "i helgen": ("saturday", "sunday"),
    "hverdag": ("weekday_day", "weekday_evening"),
    "hverdager": ("weekday_day", "weekday_evening"),
    "fleksibel": tuple(TIMES),
    "fleksibelt": tuple(TIMES),
    "når som helst": tuple(TIMES),
    "alltid": tuple(TIMES),
}
WISH_SPELLINGS = _spelled(
    WISHES,
    {
        "company_for_walks": "gå tur|turvenn|gå på tur",
        "practise_norwegian": "øve på norsk|lære norsk|norsk|praktisere norsk",
        "know_the_neighbourhood": "bli kjent i nærmiljøet|bli kjent",
        "learn_the_buses": "lære bussen|lære å ta bussen|buss",
        "get_out": "komme ut|komme seg mer ut",
        "cook_together": "lage mat",
        "talk": "prate|samtale|noen å snakke med",
        "company_to_offices": "følge til nav|følge til visning|følge til visninger",
    },
)


def parts(value: Value) -> tuple[str, ...]:
    """The words of a cell, one per thing, small letters, without marks at the ends."""
    split = _BETWEEN.split(_BESIDE.sub(" ", divided(value).casefold()))
    return tuple(word for part in split if (word := " ".join(part.split()).strip(" .:!")))


def codes(
    value: Value, spellings: Mapping[str, tuple[str, ...]], *, order: Iterable[str]
) -> Answer[tuple[str, ...]]:
    """Codes in the order of the programme's list.

    A word we do not know is asked about, not guessed.
    """
    found: set[str] = set()
    unknown = False
    for word in parts(value):
        found.update(spellings.get(word, ()))
        unknown = unknown or word not in spellings
    return Answer(tuple(code for code in order if code in found), "unknown_word" if unknown else "")


def languages(value: Value) -> Answer[tuple[str, ...]]:
    return codes(value, LANGUAGE_SPELLINGS, order=LANGUAGES)


def interests(value: Value) -> Answer[tuple[str, ...]]:
    return codes(value, INTEREST_SPELLINGS, order=INTERESTS)


def times(value: Value) -> Answer[tuple[str, ...]]:
    return codes(value, TIME_SPELLINGS, order=TIMES)


def wishes(value: Value) -> Answer[tuple[str, ...]]:
    return codes(value, WISH_SPELLINGS, order=WISHES)


def area_names(value: Value) -> tuple[str, ...]:
    """Names of areas as written, for `neighbourhood.areas.named` to understand."""
    return tuple(part.strip() for part in re.split(r"[,;/]|\bog\b", divided(value)) if part.strip())
