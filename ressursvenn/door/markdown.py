"""What an editor types, as HTML: CommonMark without pictures and without HTML of its own.

Two locks: the reader of Markdown is told to know neither, and what it makes is held against a list of tags.
"""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "hr", "br", "code"}
SCHEMES = {"https"}
LOWER = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}  # the title alone is the first heading

_reader = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])


def as_html(text: str) -> SafeString:
    """Headings begin at the second level; a link goes to a page here or to https, and tells nobody."""
    tokens = _reader.parse(text)
    for token in tokens:
        token.tag = LOWER.get(token.tag, token.tag)
    made = _reader.renderer.render(tokens, _reader.options, {})
    clean = nh3.clean(
        made,
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noreferrer",
    )
    return mark_safe(clean)  # noqa: S308 - held against the list just above


def links_in(text: str) -> list[str]:
    """Where each link in it goes, as typed."""
    return [
        str(token.attrs["href"])
        for block in _reader.parse(text)
        for token in block.children or ()
        if token.type == "link_open"
    ]
