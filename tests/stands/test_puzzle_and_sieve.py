"""The puzzle costs whoever sends, and us next to nothing; the sieve empties one sender's bucket."""

import time
from hashlib import sha256

import pytest
import time_machine

from ressursvenn.stands import links, pace, puzzle, sieve

from .conftest import solved


def test_an_answer_that_was_worked_for_is_good_and_others_are_not():
    word = puzzle.new_word()
    answer = solved(word)

    assert puzzle.is_solved(word, answer)
    wrong = next(str(n) for n in range(99) if sha256(f"{word}.{n}".encode()).digest()[0] >= 16)
    for word_sent, sent in (
        (word, wrong),
        (word, ""),
        ("", answer),
        (f"{word}x", answer),
        (word, "-1"),
    ):
        assert not puzzle.is_solved(word_sent, sent)


def test_a_word_of_their_own_making_and_one_from_long_ago_are_worth_nothing():
    word = puzzle.new_word()
    begun, drawn, seal = word.split(".")
    forged = f"{int(begun) + 1}.{drawn}.{seal}"
    assert not puzzle.is_solved(forged, solved(forged))

    with time_machine.travel(time.time() + pace.PUZZLE_LASTS.total_seconds() + 1):
        assert not puzzle.is_solved(word, solved(word))


def test_the_real_puzzle_takes_some_tens_of_thousands_of_tries(monkeypatch):
    monkeypatch.undo()

    assert 2**15 <= 2**pace.PUZZLE_BITS <= 2**18


def test_a_link_leads_to_its_own_row_for_its_own_purpose():
    word = links.word_of("23456789", links.STAND)

    assert links.reference_in(word, links.STAND) == "23456789"
    assert links.reference_in(word, links.NEWS) == ""
    assert links.reference_in(word.replace("2345", "2346"), links.STAND) == ""
    for bad in ("", "23456789", "æøå" * 20, word + "0"):
        assert links.reference_in(bad, links.STAND) == ""


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_one_sender_empties_her_own_bucket_and_no_other():
    through = sieve.Sieve(Clock())
    flood = [through.lets_through("10.0.0.1") for _ in range(1000)]

    assert sum(flood) == pace.AT_ONCE_EACH
    assert through.lets_through("10.0.0.2")


def test_from_ten_thousand_addresses_in_a_minute_little_comes_through():
    clock = Clock()
    through, let_in = sieve.Sieve(clock), 0
    for number in range(10_000):
        clock.now = 60 * number / 10_000
        let_in += through.lets_through(f"10.0.{number // 256}.{number % 256}")

    assert let_in <= pace.AT_ONCE + 60 * pace.A_SECOND
    clock.now += 10
    assert through.lets_through("192.0.2.1"), "and it opens again by itself"


def test_no_more_addresses_are_remembered_than_so_many(monkeypatch):
    monkeypatch.setattr(sieve, "REMEMBERED", 50)
    through = sieve.Sieve(Clock())
    for number in range(500):
        through.lets_through(str(number))

    assert len(through.each) == 50


@pytest.mark.parametrize("bits", [16])
def test_an_unsolved_answer_is_almost_never_good_by_chance(monkeypatch, bits):
    monkeypatch.setattr(pace, "PUZZLE_BITS", bits)
    word = puzzle.new_word()

    assert sum(puzzle.is_solved(word, str(number)) for number in range(200)) <= 1
