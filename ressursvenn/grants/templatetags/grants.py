"""Amounts and codes of this room, as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template

from .. import accounting

register = template.Library()


@register.filter
def kroner(amount: Decimal | int | str | None) -> str:
    """`{{ line.spent|kroner }}` → 12 345,50; a dash where nothing is known, or there is no award to ask."""
    return "–" if amount in (None, "") else accounting.told(Decimal(str(amount)))


@register.filter
def figure(code: str, known: Mapping[str, Any]) -> str:
    """`{{ indicator.figure|figure:figures }}` → kurs holdt; "vi teller selv" where the house does not count."""
    return known[code].nb if code in known else "vi teller selv"
