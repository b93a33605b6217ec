"""What a short text must not hold, and how to notice it: asks before saving, never decides.

Three patterns, on purpose: a long number, a day, something that reads like a street. The warning
beside the box does more than any pattern can.
"""

from __future__ import annotations

import re

_MONTHS = (
    "jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?"
    "|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
)
_STREETS = (
    "gata|gaten|gate|veien|vegen|vei|veg|plass|plassen|allé|alléen|stien|sti|bakken|bakke|haugen"
    "|svingen|tunet|kroken|terrasse|ringen|lia|åsen|jordet|løkka|torget|torg"
)

PATTERNS = {
    "et telefonnummer": re.compile(r"(?<!\d)(?:\+|00)?\d(?:[ .\-]?\d){6,}(?!\d)"),
    "en dato": re.compile(
        rf"\b\d{{1,2}}[./\-] ?\d{{1,2}}(?:[./\-]\s?\d{{2,4}})?\b|\b\d{{4}}-\d\d-\d\d\b"
        rf"|\b\d{{1,2}}\.? ?(?:{_MONTHS})\b",
        re.IGNORECASE,
    ),
    "en adresse": re.compile(
        rf"\b\w*(?:{_STREETS}) ?\d{{1,3}} ?[a-z]?\b|\b\d{{4}} [A-ZÆØÅ]\w+", re.IGNORECASE
    ),
    "en e-postadresse": re.compile(r"\S@\S"),
}


def what_it_looks_like(text: str) -> list[str]:
    """The kinds of thing the text seems to hold, in the words of the page."""
    return [what for what, pattern in PATTERNS.items() if pattern.search(text)]
