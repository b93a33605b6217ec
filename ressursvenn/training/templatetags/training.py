"""Topics in words, for a page."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from ressursvenn.training.topics import in_words

register = template.Library()


@register.filter
def topics(codes: Iterable[str]) -> str:
    """`{{ evening.topics|topics }}` → hva Ressursvenn er, rollen din."""
    return ", ".join(in_words(list(codes)))
