"""The forms of a name: of every two of its words, as they are spelled, heard and nearly written.

Some forms are weak: a name left out in the middle, the sound of a common name, a full name where the
other has an initial. Two weak forms never meet. So that sets alone can say it, an entry's strong form
carries two marks and its weak one the first; an applicant's strong form carries the first mark and its
weak one the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice, product
from typing import Literal

from . import sounds
from .known import heads_of
from .letters import MOST_WORDS, Word, as_seen, same_words, words_of

Side = Literal["entry", "applicant"]
SHORTEST_WHOLE = 6
MOST_PIECES = 40
PARTICLES = frozenset(
    {
        "al", "el", "ul", "as", "abu", "ibn", "bin", "ben", "bint", "van", "von", "de", "der", "den",
        "da", "di", "dos", "del", "la",
    }
)  # fmt: skip


def name_forms(name: str, side: Side) -> set[str]:
    """All forms of a full name. A bare first name has none."""
    found = {form for words in words_of(name) for form in _of_words(words, side)}
    same = same_words(name)
    return found | ({f"name_same:{' '.join(same)}"} if found and len(same) > 1 else set())


def _of_words(words: Sequence[Word], side: Side) -> Iterator[str]:
    yield from _wholes(words[:MOST_PIECES], side)
    if len(words) > MOST_WORDS:
        words = [*words[: MOST_WORDS // 2], *words[-MOST_WORDS // 2 :]]
    units = [_Unit(spelled, side) for spelled in _particles_joined(words)]
    for one, other, spanning in _twos(units):
        mark = _marks(side, strong=spanning)
        for form in _of_two(one, other):
            yield from (f"{form}{each}" for each in mark)


def _marks(side: Side, *, strong: bool) -> tuple[str, ...]:
    if side == "entry":
        return ("'", '"') if strong else ("'",)
    return ("'",) if strong else ('"',)


def _wholes(words: Sequence[Word], side: Side) -> Iterator[str]:
    """All of it in one piece, from the first word and from the last: words may be cut anywhere."""
    marks = _marks(side, strong=not all(map(heads_of, words)))
    turned = [[*words], [*words[-1:], *words[:-1]], [*words[1:], *words[:1]]]
    ways = (each for way in turned for each in islice(product(*map(sorted, way)), 8))
    for joined in map("".join, ways):
        if len(joined) >= SHORTEST_WHOLE:
            yield f"name_spelled:{joined}"
            yield from (f"name_spelled:_{as_seen(joined)}{mark}" for mark in marks)


def _particles_joined(words: Sequence[Word]) -> list[Word]:
    """A small word before a name may be written with it or left out."""
    units: list[Word] = []
    small: Word = frozenset({""})
    for place, word in enumerate(words):
        if word & PARTICLES and place + 1 < len(words):
            small = _glued(small, word)
        else:
            units.append(word | _glued(small, word))
            small = frozenset({""})
    return units


def _glued(one: Word, other: Word) -> Word:
    return frozenset(islice((a + b for a in sorted(one) for b in sorted(other)), 8))


class _Unit:
    """One word, or two written as one, with all that it can be known by."""

    def __init__(self, spelled: Word, side: Side, *, is_joined: bool = False) -> None:
        self.spelled, self.side, self.is_joined = spelled, side, is_joined
        self.is_initial = all(len(each) == 1 for each in spelled)

    def joined(self, other: _Unit) -> _Unit:
        return _Unit(_glued(self.spelled, other.spelled), self.side, is_joined=True)

    @cached_property
    def heads(self) -> Word:
        return heads_of(self.spelled)

    @cached_property
    def keys(self) -> Word:
        return frozenset(key for each in self.spelled for key in sounds.keys_of(each))

    @cached_property
    def seen(self) -> set[str]:
        """As it is spelled, and as it looks at a glance."""
        return {*self.spelled, *self._told(f"_{as_seen(each)}" for each in self.spelled)}

    @cached_property
    def exact(self) -> set[str]:
        """Known for the same name, or heard alike with every vowel."""
        return {f"={head}" for head in self.heads} | self._told(self.keys)

    @cached_property
    def heard(self) -> set[str]:
        return self.exact | self._told(
            f"-{bones}" for key in self.keys if (bones := sounds.bones_of(key))
        )

    @cached_property
    def near(self) -> set[str]:
        return self._told(f"~{each}" for key in self.keys for each in sounds.around(key))

    @cached_property
    def letters(self) -> set[str]:
        """First letters; a full name's are weak."""
        first = {each[0] for each in (*self.spelled, *self.keys)}
        marks = _marks(self.side, strong=self.is_initial)
        return {f".{letter}{mark}" for letter in first for mark in marks}

    def _told(self, keys: Iterable[str]) -> set[str]:
        """A common name's own sound is weak: it meets misspellings, not another common name."""
        marks = _marks(self.side, strong=not self.heads)
        return {f"{key}{mark}" for key in keys for mark in marks}


def _twos(units: Sequence[_Unit]) -> Iterator[tuple[_Unit, _Unit, bool]]:
    """Every two words, and whether they are the ends of the name; also with two written as one."""
    full = [unit for unit in units if not unit.is_initial]
    ends = {(units[0], units[-1])} if len(units) > 1 else set()
    if len(full) > 1:
        ends.add((full[0], full[-1]))
    for one, other in combinations(units, 2):
        yield one, other, (one, other) in ends
    if len(full) > 2:
        yield full[0].joined(full[1]), full[-1], True
        yield full[0], full[-2].joined(full[-1]), True
    if len(full) > 3:
        yield full[0].joined(full[1]), full[-2].joined(full[-1]), True


def _of_two(one: _Unit, other: _Unit) -> Iterator[str]:
    if one.is_initial and other.is_initial:
        return
    if not other.is_initial:
        yield from _both("initials", one.letters, other.exact)
    if not one.is_initial:
        yield from _both("initials", other.letters, one.exact)
    if one.is_initial or other.is_initial:
        return
    yield from _both("name_spelled", one.seen, other.seen)
    yield from _both("name_heard", one.heard, other.heard)
    if one.is_joined or other.is_joined:
        return
    yield from _both("name_near", one.near, other.heard)
    yield from _both("name_near", one.heard, other.near)


def _both(code: str, one: Iterable[str], other: Iterable[str]) -> Iterator[str]:
    for a, b in product(one, other):
        yield f"{code}:{' '.join(sorted((a, b)))}"
