"""Two editors, and pages written the way the desk does it. All invented."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.door import changes
from ressursvenn.door.models import Version
from ressursvenn.together import changes as together
from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.web.conftest import looking  # noqa: F401 - a fixture

WORDS = {"title": "En overskrift", "lead": "En innledning.", "body": "## Mellomtittel\n\nOrd."}


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def written(by: Person, *, place: str = "near", language: str = "nb", **more: str) -> Version:
    return changes.write_version(place=place, language=language, by=by, **{**WORDS, **more})


def published(version: Version, by: Person, second: Person) -> Any:
    """One has asked and the other said yes."""
    asked = changes.ask_to_publish(version=version, by=by)
    return together.answer(asked=asked, yes=True, by=second).outcome


@pytest.fixture
def eivor(people) -> Person:
    """A second editor."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", by=None, email="e@example.org"
    )
