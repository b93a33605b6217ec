"""Letters made plain: the words a reader sees, whatever characters they were put together from.

Every word becomes a set of plain spellings, a to z: ø is o and oe, ş is s and sh. What cannot be seen is
gone; what looks like a Latin letter is that letter (Unicode's own table, UTS 39); and a word that is
Cyrillic throughout is also read as Cyrillic.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import islice, product
from pathlib import Path

import confusable_homoglyphs

Word = frozenset[str]  # the plain spellings of one word

MOST_SPELLINGS = 8
MOST_WORDS = 6

_OVERRIDES = "\u202e\u2067"  # what follows is shown from right to left
_BLANK = "\u034f\u115f\u1160\u2800\u3164\uffa0"  # letters and marks that show nothing
_BETWEEN = re.compile(r"[\s,;:/\\()«»\"“”._&+\-\u00ad\u2010-\u2015\u2212]+")
_LATIN = re.compile(r"LATIN (?:CAPITAL |SMALL )?LETTER (?:SMALL CAPITAL |DOTLESS )?([A-Z])\b")
_PLAIN_ENOUGH = re.compile("[a-z]{1,2}")

# Letters that are written in more than one way without them, and how.
_SPECIAL = {
    "æ": ("e", "a"), "ä": ("e", "a"), "ø": ("o",), "ö": ("o",), "å": ("a",), "ü": ("u", "ue", "y"),
    "ç": ("c", "ch"), "č": ("c", "ch"), "ć": ("c", "ch"), "ş": ("s", "sh"), "ș": ("s", "sh"),
    "š": ("s", "sh"), "ś": ("s", "sh"), "ž": ("z", "zh"), "ź": ("z", "zh"), "ğ": ("g", ""),
    "ñ": ("n", "ny"), "đ": ("d", "dj"), "ð": ("d",), "þ": ("th",), "ə": ("e", "a"),
}  # fmt: skip
_DIGRAPHS = (("aa", "a"), ("ae", "e"), ("oe", "o"))
_DIGITS = str.maketrans("0134578", "oleastb")
_SIGNS = re.compile(r"[@$!|€](?=\w)")
_SIGN_LETTERS = {"@": "a", "$": "s", "!": "i", "|": "l", "€": "e"}
_CYRILLIC_SAID = (
    "аa бb вv гg дd еe ёjo жzh зz иi йj кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ъ ыy ь эe"
    " юju яja іi їji єje ґg ѓgj ќkj ђdj ћch јj љlj њnj џdz"
)
_CYRILLIC = {said[0]: said[1:] for said in _CYRILLIC_SAID.split()}


def words_of(text: str) -> list[list[Word]]:
    """The words of a text as they are read; twice where a sign turns the direction of reading."""
    seen = _visible(text)
    readings = [seen, seen[::-1]] if set(_OVERRIDES) & set(text) else [seen]
    return [[word for part in _BETWEEN.split(each) if (word := _word(part))] for each in readings]


def same_words(text: str) -> tuple[str, ...]:
    """The words as they were typed, without regard to capital letters."""
    return tuple(unicodedata.normalize("NFKC", text).casefold().split())


def is_full_name(text: str) -> bool:
    """Two words or more, none of them a mere initial, or enough of them without the initials."""
    first, *_ = words_of(text)
    return sum(len(min(word, key=len)) > 1 for word in first) > 1


def as_seen(word: str) -> str:
    """Where letters are told apart by a hair only: i, l and 1; rn and m; vv and w."""
    return word.replace("rn", "m").replace("vv", "w").replace("i", "l")


def _visible(text: str) -> str:
    shown = unicodedata.normalize("NFKC", text)
    return "".join(ch for ch in shown if unicodedata.category(ch) != "Cf" and ch not in _BLANK)


def _word(part: str) -> Word:
    letters = "".join(map(_latin, _with_letters_for_digits(part)))
    kept = [ch for ch in letters if ch in _SPECIAL or "a" <= ch <= "z"]
    if not kept:
        return frozenset()
    choices = {ch: _SPECIAL[ch] for ch in kept if ch in _SPECIAL}
    spelled = set()
    for chosen in islice(product(*choices.values()), MOST_SPELLINGS):
        way = dict(zip(choices, chosen, strict=True))
        spelled.add(_folded("".join(way.get(ch, ch) for ch in kept)))
    return frozenset({*spelled, *_as_cyrillic(part)} - {""})


def _folded(word: str) -> str:
    for written, short in _DIGRAPHS:
        word = word.replace(written, short)
    return word


def _with_letters_for_digits(part: str) -> str:
    """A digit or a sign among letters is meant as one; a number is not a name."""
    letters = sum(ch.isalpha() for ch in part)
    digits = sum(ch.isdigit() for ch in part)
    if letters <= digits:
        return "".join(ch for ch in part if not ch.isdigit())
    signed = _SIGNS.sub(lambda sign: _SIGN_LETTERS[sign[0]], part)
    return signed.translate(_DIGITS)


@cache
def _latin(ch: str) -> str:
    """The Latin letter, or two, that a character shows; a special letter stays; "" for no letter."""
    small = ch.casefold()
    if small in _SPECIAL or small.isascii():
        return small
    seen_as = (each for one in (ch, _without_marks(ch), ch.upper()) for each in _look_alikes(one))
    plain = (found for found in (_by_name(ch), *seen_as) if _PLAIN_ENOUGH.fullmatch(found))
    return next(plain, "")


def _by_name(ch: str) -> str:
    found = _LATIN.search(unicodedata.name(ch, ""))
    return found[1].lower() if found else ""


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(ch for ch in apart if not unicodedata.combining(ch)).casefold()


def _look_alikes(ch: str) -> tuple[str, ...]:
    return tuple(map(_without_marks, _table().get(ch, ())))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    path = Path(confusable_homoglyphs.__file__).with_name("confusables.json")
    read = json.loads(path.read_text(encoding="utf-8"))
    return {
        ch: tuple(each["c"] for each in alike)
        for ch, alike in read.items()
        if len(ch) == 1 and not ch.isascii()
    }


def _as_cyrillic(part: str) -> set[str]:
    small = part.casefold()
    if len(small) < 2 or not all(ch in _CYRILLIC for ch in small):
        return set()
    return {_folded("".join(_CYRILLIC[ch] for ch in small))}
