"""The help card survives everything: it is answered with the database out of reach."""

from __future__ import annotations

import re

from django.test import Client

from ressursvenn.web import help_card, help_lines


def test_it_is_answered_without_a_database():
    """This test asks for no database, so that a single question would fail it."""
    answer = Client().get("/static/web/kort.html")

    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == help_card.CARD.read_bytes()
    assert answer["Content-Type"].startswith("text/html")
    assert not answer.cookies


def test_it_is_current_or_run_make_help_card():
    assert help_card.CARD.read_text("utf-8") == help_card.written()


def test_it_needs_nothing_and_tells_little():
    card = help_card.CARD.read_text("utf-8")

    assert re.findall(r"<(?:link|script|img|style|iframe)\b", card) == []
    assert re.findall(r'href="(?!tel:)', card) == []
    for word in ("Ressursvenn", "vold mot", "krisesenter", "Hjelp"):
        assert word not in card
    for line in filter(lambda line: line.number, help_lines.HELP_LINES):
        assert (f"tel:{line.dial}" in card) == (line.checked_on is not None)


def test_it_says_that_the_numbers_were_read_and_not_that_anybody_rang():
    card = help_card.CARD.read_text("utf-8")

    assert "Lest hos kildene 24. november 2026." in card
    assert "Kontrollert" not in card
