"""How a plain word sounds, as its letters are heard by somebody who writes it down anew.

Not a language: a few coarse equalities of Norwegian and of the ways names from elsewhere come to be
written in Norway. Two words sound alike when they share a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, islice, product

MOST_KEYS = 4
SHORTEST_NEAR = 4  # shorter words are near to too many others
LONG = 9  # from here on two letters may differ
LEAST_BONES = 3

# A letter, or two, that is heard in more than one way, first the usual one.
_AMBIGUOUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?<!s)ch", ("k", "s", "h")),
    (r"kh", ("k", "h")),
    (r"ee", ("e", "i")),
    (r"x", ("ks", "h")),
    (r"^c(?=[aou])", ("k", "")),
    (r"^dj|^dzh", ("d", "j")),
)
_HEARD: tuple[tuple[str, str], ...] = tuple(
    (pattern, said)
    for line in """
        s[szc]*ch|skj|sj|sh|sz|sc(?=[ei]) s
        t?sch|tsj|tch|cz|ts|tz|dz|zh|dzh? s
        [kt]j kj
        ^mc mak
        ^hv|w v
        qu(?=[aeio]) kv
        dj|^gj|^hj|^lj j
        c(?=[eiy]) s
        ck|c|q k
        ph f
        th|dt t
        gh g
        z s
        ou|oo u
        (?<=.)h _
        ^h(?=[^aeiouy]) _
        [jy] i
        ^ie(?=.) e
        a[iy]|e[iy] e
        (?:ij|iy|ii)$ i
        ie i
        ff$|v$|off$ f
        s+[eo]n$ sen
        (?<=[ln])d$ _
        (?<=l)d(?=s) _
        d$ t
        b$ p
    """.strip().splitlines()
    for pattern, said in [line.split()]
)
_COMPILED = [(re.compile(pattern), "" if said == "_" else said) for pattern, said in _HEARD]
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = {"a": "a", "e": "i", "i": "i", "y": "i", "o": "u", "u": "u"}


def keys_of(word: str) -> frozenset[str]:
    """The ways a word is heard, at most a few; all vowels are kept."""
    found = [(pattern, ways) for pattern, ways in _AMBIGUOUS if re.search(pattern, word)]
    heard = set()
    for chosen in islice(product(*(ways for _, ways in found)), MOST_KEYS):
        said = word
        for (pattern, _), way in zip(found, chosen, strict=True):
            said = re.sub(pattern, way, said)
        heard.add(_said(said))
    return frozenset(heard - {""})


def _said(word: str) -> str:
    for pattern, said in _COMPILED:
        word = pattern.sub(said, word)
    return _DOUBLED.sub(r"\1", word)


def bones_of(key: str) -> str:
    """The first vowel and the consonants; "" when there are too few to tell one name by."""
    consonants = "".join(letter for letter in key if letter not in _VOWEL)
    if len(consonants) < LEAST_BONES:
        return ""
    vowel = next((_VOWEL[letter] for letter in key if letter in _VOWEL), "")
    return vowel + _DOUBLED.sub(r"\1", consonants)


def around(key: str) -> frozenset[str]:
    """The word, and the word with one letter left out; with two, if it is long.

    Two words within one letter of each other share one of these, and so do two that have changed
    places of two neighbours.
    """
    if len(key) < SHORTEST_NEAR:
        return frozenset()
    return frozenset({key, *_without(key, 1), *(_without(key, 2) if len(key) >= LONG else ())})


def _without(key: str, number: int) -> Iterable[str]:
    kept = combinations(range(len(key)), len(key) - number)
    return ("".join(key[place] for place in places) for places in kept)
