"""The smallest safe pattern, against trying every pattern; and patterns that must not be found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.disclosure import Link, Unreadable, audit, protect, protecting, stock_flow
from tests.environment import times

from . import oracles
from .laid_out import drawn, grid, line, number, released

PATIENCE = 900  # a busy machine makes no pattern larger
few = settings(max_examples=times(60), deadline=None, derandomize=True)


@few
@given(st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_a_line_is_hidden_as_little_as_trying_everything_finds(counts):
    release = released(line("abc", counts))
    found = protect(release, seconds=PATIENCE)

    assert found.loss == found.bound == oracles.smallest(release, most=15)
    assert found.audit.clear


@settings(max_examples=times(30), deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_a_square_is_hidden_as_little_as_trying_everything_finds(counts):
    release = released(grid("AB", "uv", (counts[:2], counts[2:])))
    found = protect(release, seconds=PATIENCE)

    assert found.loss == found.bound == oracles.smallest(release, most=12)


@pytest.mark.parametrize("seed", range(times(40)))
def test_what_is_protected_is_clear_and_proven_smallest(seed):
    release = released(drawn(4, 3, 90, seed))
    found = protect(release, seconds=PATIENCE)

    assert found.smallest
    assert audit(found.release).clear
    printed = [count for table in found.tables for count in table.printed().values()]
    assert all(count is None or count == 0 or count >= 5 for count in printed)


def test_nothing_is_hidden_where_nothing_need_be():
    found = protect(released(grid("AB", "uv", ((9, 8), (7, 12)))))

    assert (found.loss, found.bound, found.pattern) == (0, 0, frozenset())
    assert found.coarser[0].joined == {}


def test_a_hidden_cell_of_somebody_else_s_choice_stays_hidden():
    found = protect(released(line("abcd", (9, 8, 11, 14), hidden="a")))

    assert ("2025", "t", "a") in found.pattern
    assert len(found.pattern) == 2


def test_coarser_categories_come_first_and_need_no_hidden_cell():
    found = protect(released(line("abcd", (2, 8, 11, 14))))
    finest = found.coarser[0]

    assert finest.kept == 3
    assert ("a",) not in finest.joined["t"]["kind"]
    assert all(audit(way.release).clear for way in found.coarser)


def test_ordered_categories_are_joined_with_their_neighbours_only():
    ordered = grid("AB", "uvw", ((9, 2, 12), (14, 9, 30)), ordered=True)
    ways = [way.joined["t"].get("column", ()) for way in protect(released(ordered)).coarser]

    assert ways
    assert all(("u", "w") not in way for way in ways)


def test_a_full_line_hides_one_of_its_noughts():
    table = grid("AB", "uv", ((12, 0), (20, 30)), tells=True)
    found = protect(released(table))

    assert found.audit.clear
    assert ("2025", "t", "A", "v") in found.pattern


def test_a_number_alone_is_hidden_when_it_is_small():
    found = protect(released(number("t", 3)))

    assert found.pattern == {("2025", "t")}
    assert found.audit.intervals == {("2025", "t"): (0, None)}


def test_what_was_printed_before_is_taken_into_account():
    before = released(number("end", 30), name="2024")
    flow = stock_flow(
        ("2025", "end"), ("2024", "end"), came=[("2025", "new")], went=[("2025", "ended")]
    )
    now = released(number("end", 35), number("new", 8), number("ended", 3), links=[flow])
    found = protect(now, [before])

    assert len(protect(released(*now.tables)).pattern) == 1
    assert len(found.pattern) == 2
    assert audit(found.release, [before]).clear


def test_what_no_pattern_can_save_is_not_released():
    """Anybody knows the number by an identity."""
    fixed = Link({("2025", "now"): 1}, 3)
    found = protect(released(number("now", 3), links=[fixed]))

    assert found.release is None
    assert found.tables == ()


def test_when_time_runs_out_the_pattern_is_safe_and_the_bound_still_holds():
    release = released(drawn(5, 4, 120, 7))
    hasty, calm = (protect(release, seconds=seconds) for seconds in (0, PATIENCE))

    assert hasty.audit.clear
    assert hasty.bound <= calm.bound == calm.loss <= hasty.loss


def test_a_table_with_unknown_counts_cannot_be_protected():
    with pytest.raises(Unreadable, match="must be known"):
        protect(released(line("ab", (None, 9))))


def test_what_will_be_forgotten_is_hidden_so_that_it_may_be_the_worst():
    """Three and nine: nobody is alone in either. Once forgotten, somebody may have been."""
    release = released(line("abcd", (3, 9, 8, 30)))
    kept, forgotten = protect(release), protect(release, forget=True)

    assert kept.audit.clear
    assert not audit(kept.release.as_printed()).clear
    assert audit(forgotten.release.as_printed()).clear
    assert forgotten.loss > kept.loss


def test_a_bad_guess_of_prices_gives_no_false_cut(monkeypatch):
    """The cuts are proven in whole numbers: whatever the solver says, the smallest pattern survives."""
    import numpy as np

    from ressursvenn.disclosure.solving import Region

    release = released(drawn(3, 3, 60, 3))
    right = protect(release, seconds=PATIENCE)
    dice = np.random.default_rng(1)
    monkeypatch.setattr(
        Region, "prices", lambda self, cell, sign: dice.normal(size=len(self.equations))
    )
    wrong = protect(release, seconds=PATIENCE)

    assert wrong.loss == right.loss


def test_a_pattern_that_the_audit_opens_is_never_given_out(monkeypatch):
    """Planted: a search that sees no weakness. The audit at the door does."""
    monkeypatch.setattr(protecting._Search, "_weak", lambda self, pattern: iter(()))

    assert protect(released(line("abc", (3, 9, 8)))).release is None
