"""Examples that others have published, reproduced. Where each stands: docs/disclosure.md, the same numbers.

Counts and magnitudes are the same to an attacker who only knows that nothing is below nought.
"""

import pytest

from ressursvenn.disclosure import audit, protect, summed

from .laid_out import grid, number, released


def reached(table):
    return {cell[2:]: how for cell, how in audit(released(table)).intervals.items()}


SDCTABLE = (  # sdcTools/sdcTable, tests/testthat/test-simpleheuristic.R
    (30, 47, 64, 89),
    (90, 124, 5, 31),
    (92, 100, 59, 85),
    (800, 991, 651, 685),
)
NINE = ("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd")


def test_two_hidden_in_every_line_and_still_one_is_known():
    """sdcTable: there are two hidden cells in every row and column, and w|b is 47 all the same."""
    assert reached(grid("wxyz", "abcd", SDCTABLE, hidden=NINE))["w", "b"] == (47, 47)


def test_one_more_hidden_cell_and_it_lies_between_0_and_141():
    """sdcTable: x|b would make it safe; `attack` then answers 0 and 141."""
    table = grid("wxyz", "abcd", SDCTABLE, hidden=(*NINE, "xb"))

    assert reached(table)["w", "b"] == (0, 141)


def test_one_more_is_also_the_fewest():
    """sdcTable's heuristic adds exactly one; ours proves that none is too few."""
    found = protect(released(grid("wxyz", "abcd", SDCTABLE, hidden=NINE)), seconds=900)

    assert found.smallest
    assert len(found.pattern) == len(NINE) + 1


# easySdcTable, vignette "The problem of singletons and zeros" (Langsrud, Statistics Norway)
ONES_A, ONES_B = ((0, 1, 7, 1, 0), (2, 0, 0, 2, 8)), ((1, 1, 7, 1, 0), (1, 0, 0, 2, 8))
NOUGHTS = ((5, 0, 7, 0, 9), (5, 9, 9, 5, 8))


def test_two_hidden_ones_are_narrow_though_neither_can_be_computed():
    """data1a: the two hidden numbers of the first row must both be 1, says whoever knows that no nought
    is hidden. We keep the table back for less: that they are no more than 1 and 2."""
    table = grid("12", "ABHMW", ONES_A, hidden=("1B", "1M", "2B", "2M"))
    found = audit(released(table)).found

    assert reached(table)["1", "B"] == (0, 1)
    assert reached(table)["1", "M"] == (1, 2)
    assert ("2025", "t", "1", "B") in {one.cell for one in found if one.kind == "attack"}


def test_three_hidden_ones_are_narrow_too():
    """data1b: a threshold of 3 for the sum of hidden cells lets this pass, says the vignette; 4 does not."""
    table = grid("12", "ABHMW", ONES_B, hidden=("1A", "1B", "1M", "2A", "2B", "2M"))

    assert all(high <= 3 for low, high in (reached(table)[key] for key in (("1", "A"), ("1", "M"))))
    assert not audit(released(table)).clear


def test_two_hidden_noughts_whose_sum_is_nought_are_no_secret():
    """data0a: both hidden numbers of the first row must be 0, since those shown come to 21 already."""
    table = grid("12", "ABHMW", NOUGHTS, hidden=("1B", "1M", "2B", "2M"))

    assert reached(table)["1", "B"] == reached(table)["1", "M"] == (0, 0)


@pytest.mark.parametrize("counts", [ONES_A, ONES_B, NOUGHTS])
def test_all_of_them_can_be_protected(counts):
    assert protect(released(grid("12", "ABHMW", counts))).audit.clear


# Handbook on Statistical Disclosure Control, second edition (2024), chapter 5, section 5.2
HOURS = ((6, 0), (5, 1), (2, 2))


def test_all_who_are_married_work_full_time():
    """Handbook, "Marital status by hours worked": group attribute disclosure."""
    found = audit(released(grid("mds", "fp", HOURS, tells=True))).found

    assert [one.cell[2:] for one in found if one.kind == "line"] == [("m", "f")]


def test_the_divorced_person_who_works_part_time_knows_of_the_others():
    """The same table: within-group disclosure, though only how many are married and divorced is shown."""
    hidden = ("mf", "mp", "df", "dp", "sf", "sp", "s*", "*f", "*p", "**")
    table = grid("mds", "fp", HOURS, hidden=hidden, tells=True)
    lone = [one for one in audit(released(table)).found if one.kind == "lone"]

    assert (("d", "f"), (5, 5)) in {(one.cell[2:], one.interval) for one in lone}


def test_two_definitions_of_one_area_are_differenced():
    """Handbook, "geographical differencing": 52 and 50 men in two areas of which one lies in the other."""
    whole, part, sliver = number("ed", 52), number("oa", 50), number("sliver", 2, hidden=True)
    link = summed(("2025", "ed"), [("2025", "oa"), ("2025", "sliver")])
    found = audit(released(whole, part, sliver, links=[link])).found

    assert {(one.kind, one.interval) for one in found} == {
        ("attack", (2, 2)),
        ("difference", (2, 2)),
    }


# The Australian Bureau of Statistics explains its suppression program with it; docs/disclosure.md, [5]
THREE_BY_THREE = ((20, 50, 10), (8, 19, 22), (17, 32, 12))


def test_one_hidden_cell_is_the_row_less_the_rest():
    assert reached(grid("123", "ABC", THREE_BY_THREE, hidden=("2C",)))["2", "C"] == (22, 22)


def test_with_three_more_hidden_the_attacker_finds_5_to_30():
    table = grid("123", "ABC", THREE_BY_THREE, hidden=("2A", "2C", "3A", "3C"))

    assert reached(table)["2", "C"] == (5, 30)
