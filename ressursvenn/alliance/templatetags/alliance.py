"""What the templates of this room may say: a number as it is read."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def many(value: int | None) -> str:
    """`{{ counter.number|many }}` → 400 000, which is not broken over two lines."""
    return "" if value is None else f"{value:,}".replace(",", "\u00a0")
