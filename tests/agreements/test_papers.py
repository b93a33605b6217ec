"""What both have a copy of: every version in both languages passes the independent checker."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pymupdf
import pytest

from ressursvenn.agreements import setting, texts, words
from ressursvenn.agreements.models import Signing
from ressursvenn.programme.limits import Limits
from tests.paper.checking import check_paper

AT = datetime(2027, 3, 1, 17, 4, tzinfo=UTC)
NUMBERS = {name: getattr(Limits(), name) for name in texts.NUMBERS}


def paper(text, language: str, she: str = "Solveig Moen") -> bytes:
    row = Signing(
        kind=text.kind, version=text.version, language=language, numbers=NUMBERS,
        gone_through_on=date(2027, 3, 1), she_signed_at=AT, we_signed_at=AT,
    )  # fmt: skip
    return setting.signed(row, she=she, we="Kari Lund", association="Oslo", on=date(2027, 3, 1))


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("text", texts.TEXTS, ids=lambda text: f"{text.kind} {text.version}")
def test_the_independent_checker_finds_no_error(text, language):
    check_paper(paper(text, language))


@pytest.mark.parametrize(
    ("language", "unconfirmed"),
    [("nb", "ikke bekreftet av en jurist"), ("nn", "ikkje stadfesta av ein jurist")],
)
def test_it_says_who_what_and_when_and_that_nobody_has_confirmed_it(language, unconfirmed):
    text = texts.versions("declaration")[-1]
    pages = pymupdf.open(stream=paper(text, language, she="*#panic()"))

    told = " ".join("".join(page.get_text() for page in pages).split())

    assert unconfirmed in told
    for said in ("*#panic()", "1. mars 2027 kl. 18.04", "Kari Lund", "2026-10", "§ 196"):
        assert said in told
    assert "panic" not in repr(pages.metadata)
