"""A real browser, a stage without people, and walkers to send across it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from ressursvenn.rehearsal import world
from tests.browser import on_path

from .walking import WIDTHS, Tally, Walker

QUIETLY = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = os.environ.get("RESSURSVENN_CHROMIUM") or on_path()
    if not path:
        pytest.fail("These tests need a browser: install Chromium, so that it is on PATH.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIETLY))
        yield browser
        browser.close()


@pytest.fixture
def stage(transactional_db) -> world.World:
    """Associations, cast and public places; the association `tom` has nobody in it."""
    return world.stage()


@pytest.fixture(scope="package")
def tally(request) -> Iterator[Tally]:
    """How many pages, and how often axe was asked, over all the journeys."""
    counted = Tally()
    yield counted
    request.config.stash[TALLY] = counted


TALLY = pytest.StashKey[Tally]()


def pytest_terminal_summary(terminalreporter, config) -> None:
    if counted := config.stash.get(TALLY, None):
        terminalreporter.write_line(
            f"journeys: {counted.pages} pages, axe asked {counted.axe} times"
        )


@pytest.fixture
def walker(browser, live_server, stage, tally) -> Iterator[Callable[..., Walker]]:
    """`walker("phone")` is a new person at a browser of their own."""
    out: list[Walker] = []

    def sent(width: str, *, scripts: bool = True) -> Walker:
        wide, high = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": wide, "height": high},
            java_script_enabled=scripts,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        out.append(Walker(context, live_server.url, width, scripts, tally))
        return out[-1]

    yield sent
    for one in out:
        one.leaves()
