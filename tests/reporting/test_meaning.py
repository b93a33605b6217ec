"""A mean change with its interval: against a reckoning by hand, and none where it would say too much."""

from __future__ import annotations

import math
import random
import statistics

import pytest

from ressursvenn.reporting.meaning import change

T_24 = 2.0638985616280205  # Student's t, 24 degrees of freedom, 97.5 per cent: from a printed table


def of(steps: list[int]):
    return change(len(steps), sum(steps), sum(step * step for step in steps))


def test_as_by_hand():
    draw = random.Random(3)
    steps = [draw.choice((-1, 0, 1, 2)) for _ in range(25)]
    half = T_24 * statistics.stdev(steps) / math.sqrt(25)
    mean = statistics.fmean(steps)

    assert of(steps) == {
        "n": 25, "mean": round(mean, 1), "low": round(mean - half, 1), "high": round(mean + half, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    "steps", [[1, 0] * 4 + [1], [1] * 30, [0] * 30, [4, 3, 3] * 6, [-4, -3, -3] * 6], ids=str
)
def test_none_of_fewer_than_ten_nor_where_all_are_alike_nor_far_out(steps):
    assert of(steps) is None


def test_ten_are_enough():
    assert of([1, 0] * 5)["n"] == 10


def test_nothing_is_minus_nought():
    assert str(of([1, -1] * 10)["mean"]) == "0.0"
