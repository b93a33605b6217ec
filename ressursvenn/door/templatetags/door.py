"""What templates may ask of the open pages: the menu, the two links of the seed, and text from Markdown."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from ressursvenn.door import keeping, markdown, menu, queries

register = template.Library()


@register.simple_tag
def ways(path: str) -> list[menu.Way]:
    """`{% ways request.path as open_ways %}`"""
    return menu.ways(path)


@register.simple_tag
def read_more() -> list[queries.ReadMore]:
    """The two links of the seed, each with the day somebody last opened it."""
    return queries.read_more()


@register.simple_tag
def contact() -> str:
    """Where the alliance is written to; nothing until somebody has confirmed it."""
    return str(settings.ALLIANCE_CONTACT)


@register.simple_tag
def controller() -> str:
    """Who answers for what is kept of people; nothing until somebody has confirmed it."""
    return str(settings.CONTROLLER)


@register.simple_tag
def kept() -> list[keeping.Kept]:
    """What is kept of people, and how long."""
    return keeping.kept()


@register.filter
def markdown_of(text: str) -> SafeString:
    """`{{ written|markdown_of }}`"""
    return markdown.as_html(text)
