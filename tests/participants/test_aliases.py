"""A name to use for somebody who would rather not give one."""

from random import Random

from ressursvenn.participants import aliases


def test_the_same_chance_gives_the_same_name():
    assert aliases.suggest(chance=Random(7)) == aliases.suggest(chance=Random(7))


def test_nobody_gets_a_name_that_is_taken():
    taken = [name.upper() for name in aliases.NAMES if name != "Rogn"]

    assert aliases.suggest(taken) == "Rogn"


def test_when_all_are_taken_a_number_follows():
    taken = [*aliases.NAMES, "Blåklokke 2"]

    assert aliases.suggest(taken) == "Blåklokke 3"


def test_every_name_is_listed_once_and_fits_the_field():
    assert len({name.casefold() for name in aliases.NAMES}) == len(aliases.NAMES) >= 60
    assert max(map(len, aliases.NAMES)) <= 30
