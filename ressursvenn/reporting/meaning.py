"""A mean change with its interval and how many it rests on; or none, where it would say too much. Pure."""

from __future__ import annotations

import math
from typing import Any

from scipy.special import stdtrit

TEN = 10  # no mean of fewer
FAR = 3.0  # a mean as far out as this says something about nearly everybody
SURE = 0.975  # two ends of a 95 per cent interval


def change(number: int, total: int, squares: int) -> dict[str, Any] | None:
    """Steps on average, by Student's t on the pairs of answers. None for fewer than ten, or all alike."""
    if number < TEN:
        return None
    mean = total / number
    spread = math.sqrt(max(0.0, squares - number * mean * mean) / (number - 1))
    if spread == 0 or abs(mean) >= FAR:
        return None
    half = float(stdtrit(number - 1, SURE)) * spread / math.sqrt(number)
    return {"n": number, "mean": _one(mean), "low": _one(mean - half), "high": _one(mean + half)}


def _one(value: float) -> float:
    """One decimal, and never minus nought."""
    return round(value, 1) + 0.0
