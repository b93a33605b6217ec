"""A real browser for what only a browser can show, the one that the journeys use; and a second editor."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from tests.journeys.conftest import browser  # noqa: F401 - a fixture


@pytest.fixture
def looking(browser: Browser, live_server, signed_in, transactional_db) -> Iterator:  # noqa: F811
    """`looking(who, width=360, …)` is a page in a browser of her own; every address it asks for is kept."""
    out = []

    def look(who=None, *, width: int = 360, height: int = 740, **more) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, **more
        )
        out.append(context)
        if who is not None:
            name = settings.SESSION_COOKIE_NAME
            cookie = {"name": name, "value": signed_in(who).cookies[name].value}
            context.add_cookies([{**cookie, "url": live_server.url}])
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        return page

    yield look
    for context in out:
        context.close()


@pytest.fixture
def eivor(people) -> Person:
    """The other editor of the alliance."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", by=None, email="e@example.org"
    )


def host(address: str) -> str:
    return urlsplit(address).hostname or ""
