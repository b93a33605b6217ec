"""What is otherwise than in the report before this one: figures and money, from the data of both. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

Data = Mapping[str, Any]


def since(before: Data | None, now: Data) -> dict[str, Any] | None:
    """Each figure and sum beside what it was. A figure whose definition has changed is not compared."""
    if before is None:
        return None
    return {
        "period": before["period"],
        "figures": [_figure(one, _by_code(before)) for one in _figures(now)],
        "spent": {"before": before["accounts"]["spent"], "now": now["accounts"]["spent"]},
    }


def _figures(data: Data) -> list[Mapping[str, Any]]:
    return [figure for measure in data["measures"] for figure in measure["figures"]]


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
