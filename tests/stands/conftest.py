"""Stands taken the way the page does it, a second editor, and a puzzle that somebody has solved."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from typing import Any

import pytest
from django.core import mail

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.stands import changes, pace, puzzle, sieve
from ressursvenn.stands.models import Stand
from tests.journeys.conftest import browser  # noqa: F401 - a fixture


@pytest.fixture(autouse=True)
def _an_easy_puzzle(monkeypatch):
    """Sixteen tries instead of sixty-five thousand; its real size has a test of its own."""
    monkeypatch.setattr(pace, "PUZZLE_BITS", 4)


@pytest.fixture(autouse=True)
def _nobody_has_sent_anything_yet(monkeypatch):
    monkeypatch.setattr(sieve, "door", sieve.Sieve(lambda: 0.0))


@pytest.fixture(autouse=True)
def _letters_stay_here(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


@pytest.fixture
def eivor(people) -> Person:
    """The other editor."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", association=None,
        email="eivor@example.org", by=None,
    )  # fmt: skip


def solved(word: str) -> str:
    """The answer that a browser would have found."""
    for number in count():
        told = int.from_bytes(sha256(f"{word}.{number}".encode()).digest(), "big")
        if told >> (256 - pace.PUZZLE_BITS) == 0:
            return str(number)
    raise AssertionError


def written(*, solve: bool = True, **more: Any) -> dict[str, Any]:
    """What somebody types, and what her browser adds."""
    word = puzzle.new_word()
    return {
        "kind": "person", "name": "Runa", "county": "Oslo", "sentence": "Ingen skal være redd hjemme.",
        "email": "runa@example.org", "word": word, "answer": solved(word) if solve else "", **more,
    }  # fmt: skip


def received(**more: Any) -> Stand:
    told = {"wants_news": False, **written(**more)}
    row = changes.receive(**told, by=None)
    assert row is not None
    return row


def shown(by: Person, **more: Any) -> Stand:
    """Taken, confirmed and read."""
    row = changes.confirm(stand=received(**more), news=False, by=None)
    return changes.let_pass(stand=row, by=by)


def fresh(stand: Stand) -> Stand:
    return Stand.objects.get(pk=stand.pk)
