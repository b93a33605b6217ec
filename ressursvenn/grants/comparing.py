"""What is otherwise than in the report before this one: figures and money, from the data of both. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Data = Mapping[str, Any]
A_WEEK = 7  # two halves of a year are as long as each other


def since(before: Data | None, now: Data) -> dict[str, Any] | None:
    """Each figure and sum beside what it was. A figure whose definition has changed is not compared."""
    if before is None:
        return None
    days = [_days(one["period"]) for one in (before, now)]
    return {
        "grant": before["grant"]["title"],
        "period": before["period"],
        "days": days,
        "as_long": abs(days[0] - days[1]) <= A_WEEK,
        "figures": [_figure(one, _by_code(before)) for one in _figures(now)],
        "spent": {"before": before["accounts"]["spent"], "now": now["accounts"]["spent"]},
    }


def _days(period: Mapping[str, str]) -> int:
    first, last = (date.fromisoformat(period[end]) for end in ("first", "last"))
    return (last - first).days + 1


def _figures(data: Data) -> list[Mapping[str, Any]]:
    """What the house counted, and what people counted: the latter is known by what it says."""
    return [
        one
        for measure in data["measures"]
        for one in (*measure["figures"], *_by_hand(measure["part"], measure["goals"]))
    ]


def _by_hand(part: str, goals: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for goal in goals:
        for one in goal["indicators"]:
            if not one["figure"]:
                code = f"{part}: {one['says']}"
                yield {"code": code, "word": one["says"], "value": one["value"], "version": 1}


def _by_code(data: Data) -> dict[str, Mapping[str, Any]]:
    return {figure["code"]: figure for figure in _figures(data)}


def _figure(now: Mapping[str, Any], before: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    was = before.get(now["code"])
    alike = was is not None and was["version"] == now["version"]
    told = {"code": now["code"], "word": now["word"], "now": now["value"], "same_definition": alike}
    value = was["value"] if was is not None and alike else None
    return {**told, "before": value, "change": _change(value, now["value"])}


def _change(before: float | None, now: float | None) -> str | None:
    if before is None or now is None:
        return None
    return str(Decimal(str(now)) - Decimal(str(before)))
