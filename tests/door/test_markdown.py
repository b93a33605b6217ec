"""What an editor types becomes these tags and no others; what looks like HTML is text."""

from __future__ import annotations

import re

import pytest

from ressursvenn.door import markdown

TAGS = re.compile(r"<\s*/?\s*([a-zA-Z0-9]+)")
ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![bilde](https://eksempel.no/x.png)",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)", "<a href='javascript:alert(1)'>x</a>", "<svg/onload=alert(1)>", "<iframe src=//x>",
    "[x](https://eksempel.no \"onmouseover=alert(1)\")", "<style>*{display:none}</style>",
    "`<script>`", "    <script>alert(1)</script>", "<!-- --><b>x</b>", "<https://eksempel.no>",
    "[x](&#106;avascript:alert(1))", "[x](java\tscript:alert(1))", "<div style=\"color:red\">x</div>",
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_gets_through_but_the_list(attack):
    made = str(markdown.as_html(f"Ord.\n\n{attack}\n\nMer."))

    assert set(TAGS.findall(made)) <= markdown.TAGS
    assert not re.search(r"<[^>]*\s(?:on\w+|style|src|title)\s*=", made)
    assert not re.search(r"href=\"(?!https://|/|#)", made)
    assert made.startswith("<p>Ord.</p>")


def test_ordinary_text_is_what_it_looks_like():
    made = str(markdown.as_html("## To\n\nEt **fett** og *skrått* [ord](/hjelp/).\n\n- en\n- to"))

    assert "<h2>To</h2>" in made
    assert '<a href="/hjelp/" rel="noreferrer">ord</a>' in made
    assert made.count("<li>") == 2


@pytest.mark.parametrize(
    ("typed", "level"), [("# a", "h2"), ("## a", "h2"), ("### a", "h3"), ("##### a", "h3")]
)
def test_the_title_alone_is_the_first_heading(typed, level):
    assert str(markdown.as_html(typed)).startswith(f"<{level}>")
