"""The exact attack, against every table written down one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.disclosure import (
    Link,
    Unreadable,
    audit,
    coarser,
    same_people,
    stock_flow,
    summed,
)
from tests.environment import times

from . import oracles
from .laid_out import grid, line, number, released

few = settings(max_examples=times(200), deadline=None, derandomize=True)
small = st.integers(0, 3)


def reached(audited, table="t", release="2025"):
    return {
        cell[2:]: how for cell, how in audited.intervals.items() if cell[:2] == (release, table)
    }


@st.composite
def tiny(draw):
    """Two by two or two by three, with hidden cells anywhere, sums too."""
    columns = "uv" if draw(st.booleans()) else "uvw"
    counts = [[draw(small) for _ in columns] for _ in "AB"]
    table = grid("AB", columns, counts)
    hidden = draw(st.sets(st.sampled_from(table.keys), max_size=4))
    grand = ("*", "*")
    return table.hiding(frozenset(hidden - {grand}))


@few
@given(tiny())
def test_every_interval_is_the_one_that_counting_finds(table):
    expected = oracles.intervals(table)

    assert reached(audit(released(table))) == expected


@few
@given(tiny())
def test_an_audit_is_clear_exactly_when_counting_finds_nothing(table):
    assert audit(released(table)).clear == oracles.is_safe(table)


def test_a_single_hidden_cell_is_no_secret():
    (found,) = audit(released(line("abc", (3, 9, 8), hidden="a"))).found

    assert (found.kind, found.cell[2:], found.interval) == ("attack", ("a",), (3, 3))


def test_a_sum_without_end_is_told_so():
    table = line("abc", (6, 9, 8), hidden="a*")

    assert reached(audit(released(table))) == {("a",): (0, None), ("*",): (17, None)}


def test_whole_numbers_are_narrower_than_fractions():
    """Twice a count is printed as 9 to 10 by two links: a fraction could be 4.5 to 5, a count is 5."""
    table = line("abcd", (5, 20, 1, 0), hidden="abcd*")
    twice = Link({("2025", "t", "a"): 2, ("2025", "t", "c"): -1}, 9)

    assert reached(audit(released(table, links=[twice])))[("a",)][0] == 5


def test_whoever_is_alone_in_a_cell_learns_of_another():
    table = grid("AB", "uv", ((1, 20), (20, 20)), hidden=("Au", "Av", "Bu", "Bv"))
    audited = audit(released(table))
    lone = [found for found in audited.found if found.kind == "lone"]

    assert all(high - low >= 5 for low, high in audited.intervals.values())
    assert {found.by for found in lone} == {("2025", "t", "A", "u")}
    assert {found.cell[2:] for found in lone} == {("A", "v"), ("B", "u"), ("B", "v")}


def test_two_who_are_alone_unmask_each_other():
    table = grid("AB", "uv", ((1, 1), (30, 30)), hidden=("Au", "Av", "A*", "Bu", "Bv", "B*"))

    assert {found.by[2:] for found in audit(released(table)).found if found.kind == "lone"}


def test_what_she_knows_by_being_alone_is_not_our_telling():
    """She is alone in the north. That no other age is there needs no table of ours."""
    table = grid(
        "NSW", "uvw", ((1, 0, 0), (20, 20, 20), (30, 30, 30)),
        hidden=("Nu", "Nv", "Nw", "N*", "Su", "Sv", "Sw", "S*"),
    )  # fmt: skip
    known = [found.cell[2:] for found in audit(released(table)).found if found.kind == "lone"]

    assert ("N", "v") not in known
    assert ("N", "w") not in known


def test_a_count_that_nobody_knows_is_taken_to_be_the_worst():
    table = line("abc", (None, None, 20), hidden="")
    with_sum = type(table)(table.name, table.dimensions, {**table.cells, ("*",): 40})
    lone = [found for found in audit(released(with_sum)).found if found.kind == "lone"]

    assert {found.by[2:] for found in lone} == {("a",), ("b",)}


@pytest.mark.parametrize("count", [1, 4])
def test_a_small_count_that_is_printed_is_found(count):
    (found, *_) = audit(released(number("t", count))).found

    assert found.kind == "printed"
    assert found.interval == (count, count)


@pytest.mark.parametrize(("count", "limit", "clear"), [(0, 5, True), (5, 5, True), (9, 10, False)])
def test_the_limit_is_as_high_as_it_is_set(count, limit, clear):
    assert audit(released(number("t", count), limit=limit)).clear is clear


def test_everybody_in_one_category_is_found_and_hiding_a_nought_settles_it():
    told = grid("AB", "uv", ((12, 0), (20, 30)), tells=True)
    hidden = told.hiding(frozenset({("A", "u"), ("A", "v"), ("B", "u"), ("B", "v")}))

    assert {found.kind for found in audit(released(told)).found} == {"line"}
    assert audit(released(hidden)).clear


def test_what_tells_nothing_may_have_everybody_in_one_category():
    assert audit(released(grid("AB", "uv", ((12, 0), (20, 30)), tells=False))).clear


# --- Identities between tables and between years -----------------------------------------------


def test_a_year_is_worked_out_from_the_years_around_it():
    """Start, new and end are printed: how many ended is no secret, though it was hidden."""
    before = released(number("end", 30), name="2024")
    now = released(
        number("end", 35),
        number("new", 8),
        number("ended", 3, hidden=True),
        links=[
            stock_flow(
                ("2025", "end"), ("2024", "end"), came=[("2025", "new")], went=[("2025", "ended")]
            )
        ],
    )
    (found,) = audit(now, [before]).found

    assert (found.kind, found.cell, found.interval) == ("attack", ("2025", "ended"), (3, 3))


def test_an_old_secret_that_a_new_number_gives_away_is_found():
    old = released(line("ab", (3, 17), hidden="ab"), name="2024")
    new = released(
        line("ab", (9, 8)),
        line("ab", (12, 25), name="both"),
        links=[
            summed(("2025", "both", kind), [("2024", "t", kind), ("2025", "t", kind)])
            for kind in "ab"
        ],
    )
    audited = audit(new, [old])

    assert {found.cell for found in audited.found if found.kind == "attack"} == {
        ("2024", "t", "a"),
        ("2024", "t", "b"),
    }
    assert audit(new.hiding([("2025", "both", "a"), ("2025", "both", "b")]), [old]).clear


def test_a_release_that_adds_nothing_to_an_old_weakness_is_not_kept_back():
    weak = released(line("abc", (3, 9, 8), hidden="a"), name="2024")
    audited = audit(released(line("abc", (8, 9, 10))), [weak])

    assert audited.clear
    assert [found.cell for found in audited.before] == [("2024", "t", "a")]


def test_the_same_people_in_two_tables_agree():
    by_both = grid("AB", "uv", ((2, 18), (20, 30)), hidden=("Au", "Av", "Bu", "Bv", "A*", "B*"))
    rows = type(by_both)("rows", by_both.dimensions[:1], {("A",): 20, ("B",): 50})
    links = list(same_people(("2025", rows), ("2025", by_both)))
    apart, bound = released(by_both, rows), released(by_both, rows, links=links)

    assert reached(audit(apart))[("A", "u")] == (0, 22)
    assert reached(audit(bound))[("A", "*")] == (20, 20)


def test_the_same_people_in_coarser_categories_agree():
    fine = line("abc", (2, 6, 12), hidden="ab", name="fine")
    coarse = line("xy", (8, 12), name="coarse")
    joined = {"kind": {"a": "x", "b": "x", "c": "y"}}
    links = list(coarser(("2025", fine), ("2025", coarse), joined))

    assert len(links) == 2
    assert reached(audit(released(fine, coarse, links=links)), "fine")[("a",)] == (0, 8)


def test_two_printed_numbers_of_whom_some_are_the_others_are_differenced():
    all_of_them, most = number("all", 23), number("most", 21)
    rest = number("rest", 2, hidden=True)
    link = summed(("2025", "all"), [("2025", "most"), ("2025", "rest")])
    found = audit(released(all_of_them, most, rest, links=[link])).found
    kinds = {one.kind: one for one in found}

    assert kinds["difference"].by == ("2025", "most")
    assert kinds["difference"].interval == (2, 2)
    assert kinds["attack"].cell == ("2025", "rest")


def test_a_link_that_does_not_hold_is_refused():
    wrong = summed(("2025", "a"), [("2025", "b")])

    with pytest.raises(Unreadable, match="does not hold"):
        audit(released(number("a", 9), number("b", 8), links=[wrong]))


def test_numbers_that_no_table_can_have_printed_are_refused():
    impossible = line("ab", (None, 9))
    impossible = type(impossible)("t", impossible.dimensions, {("b",): 9, ("*",): 8})

    with pytest.raises(Unreadable, match="no whole numbers"):
        audit(released(impossible))
