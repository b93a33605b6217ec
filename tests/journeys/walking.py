"""Somebody at a browser, who looks closely at every page before going on.

Each page that is passed must have one heading, fit the screen, ask no other host for anything, keep
names out of its title and address, say nothing in the console, and give axe nothing to say.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page
from playwright.sync_api import TimeoutError as Waited

from tests.environment import FULL

PICTURES = Path(__file__).resolve().parents[2] / "docs/pictures"
DRAWING = os.environ.get("RESSURSVENN_PICTURES") == "1"
WIDTHS = {"desk": (1280, 800), "phone": (390, 844)}
AXE = Axe()
HEAVIEST = 150 * 1024  # bytes of one picture
EVERY_WAY = {
    "desk": ("desk", True),
    "phone": ("phone", True),
    "phone without scripts": ("phone", False),
}  # width, and whether scripts run
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
AT_A_GLANCE = """() => ({
  headings: document.querySelectorAll("h1").length,
  across: document.documentElement.scrollWidth,
  screen: innerWidth,
  names: [...document.querySelectorAll("bdi")].map((name) => name.textContent.trim()),
  title: document.title,
})"""
ONLY_WHAT_IS_WRONG = "options => axe.run(options).then(({violations}) => ({violations}))"
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def ways(*daily: str) -> Any:
    """A walk is walked in every way with --full, and in these every day."""
    names = EVERY_WAY if FULL else daily
    told = [EVERY_WAY[name] for name in names]
    return pytest.mark.parametrize(("width", "scripts"), told, ids=list(names))


@dataclass
class Tally:
    """What a run has come past, for whoever wants to know."""

    pages: int = 0
    axe: int = 0


@dataclass(eq=False)
class Walker:
    """One person with one browser of their own. `scripts` are off where forms must do alone."""

    context: BrowserContext
    home: str
    width: str
    scripts: bool = True
    tally: Tally = field(default_factory=Tally)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.strangers: list[str] = []
        self.come_to, self.looked_at = 0, 0
        self.context.on("request", self._asked_for)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("framenavigated", self._moved)

    # --- going somewhere ------------------------------------------------------------------------

    def opens(self, path: str, picture: str = "") -> None:
        self.page.goto(self.home + path)
        self.looks(picture)

    def follows(self, text: str | re.Pattern[str], picture: str = "", **where: Any) -> None:
        """Click a link by its words."""
        self.goes(self.link(text, **where), picture)

    def presses(self, text: str | re.Pattern[str], picture: str = "", **where: Any) -> None:
        """Press a button by its words, and come to the page it leads to."""
        self.goes(self.button(text, **where), picture)

    def goes(self, way: Locator, picture: str = "") -> None:
        self._comes_by(way.click, picture)

    def keys(self, key: str) -> None:
        """Press a key that leads to another page."""
        self._comes_by(lambda: self.page.keyboard.press(key))

    def _comes_by(self, act: Callable[[], object], picture: str = "") -> None:
        try:
            with self.page.expect_navigation(wait_until="load"):
                act()
        except Waited as trouble:
            stands = f"{urlsplit(self.page.url).path}: {self.text()[:600]}"
            raise AssertionError(f"no way on from {stands}") from trouble
        self.looks(picture)

    def menu(self, word: str, picture: str = "") -> None:
        """The main menu, which a phone hides behind a button."""
        if self.width == "phone":
            self.button("Meny").click()
        within = self.page.get_by_role("navigation", name="Hovedmeny")
        self.goes(within.get_by_role("link", name=word, exact=True), picture)

    # --- finding things as people do ------------------------------------------------------------

    def link(self, text: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("link", name=text).first

    def button(self, text: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=text).first

    def section(self, heading: str | re.Pattern[str]) -> Locator:
        """The innermost part of the page that has this heading."""
        title = self.page.get_by_role("heading", name=heading)
        return self.page.locator("section, article, aside, details").filter(has=title).last

    def row(self, *words: str) -> Locator:
        """The link of the one row in a list with all these words, found by typing where one can."""
        found = self.page.locator("tbody tr")
        for word in words:
            found = found.filter(has_text=word)
        assert found.count() == 1
        if self.scripts:
            self.page.get_by_label("Finn").fill(" ".join(words))
            assert self.page.locator("tbody tr:visible").count() == 1
        return found.get_by_role("link")

    def chooses(self, label: str, word: str, within: Locator | None = None) -> None:
        """The one choice of a list that begins with these words."""
        field = (within or self.page).get_by_role("combobox", name=label)
        option = field.locator("option").filter(has_text=re.compile(rf"^{word}(,|$)"))
        field.select_option(value=option.get_attribute("value"))

    def unfolds(self, summary: str) -> Locator:
        """Open what is folded under exactly these words; give back what was inside."""
        words = self.page.locator("summary").get_by_text(summary, exact=True)
        folded = self.page.locator("details", has=words)
        if folded.get_attribute("open") is None:
            words.click()
        return folded

    def text(self) -> str:
        """The words of the page's own part, without menu and banner."""
        return self.page.get_by_role("main").inner_text()

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    # --- looking --------------------------------------------------------------------------------

    def looks(self, picture: str = "") -> None:
        """What must be true of every page."""
        self.looked_at = self.come_to
        self.tally.pages += 1
        address, seen = urlsplit(self.page.url).path, self.page.evaluate(AT_A_GLANCE)
        assert seen["headings"] == 1, f"{address} has {seen['headings']} main headings"
        assert seen["across"] <= seen["screen"], f"{address} is wider than the screen: {seen}"
        self._keeps_names_inside(address, seen)
        assert not self.strangers, f"{address} asked {self.strangers}"
        assert not self.said, f"{address} said: {self.said}"
        if self.scripts and (self.width == "phone" or self._third()):
            self._asks_axe(address)
        if picture and DRAWING and self.scripts:
            self.draws(picture)

    def _third(self) -> bool:
        """At a desk, and for the dark on a phone, the daily run asks at every third page."""
        return FULL or self.tally.pages % 3 == 0

    def _keeps_names_inside(self, address: str, seen: dict[str, Any]) -> None:
        """What stands in <bdi> is somebody's: it has no place in a title or an address."""
        self.names |= set(seen["names"])
        words = {word for name in self.names for word in re.findall(r"\w{3,}", name)}
        public = set(re.findall(r"\w{3,}", f"{seen['title']} {self.page.url}"))
        assert not words & public, f"a name in the title or address of {address}"

    def _asks_axe(self, address: str) -> None:
        """Every rule of axe; on a phone, the colours once more in the dark."""
        self.page.evaluate(AXE.axe_script)
        self._no_violations(RULES, address)
        if self.width == "phone" and self._third():
            self.page.emulate_media(color_scheme="dark")
            self._no_violations(COLOURS, f"{address} in the dark")
            self.page.emulate_media(color_scheme="light")

    def _no_violations(self, options: dict[str, Any], where: str) -> None:
        found = AxeResults(self.page.evaluate(ONLY_WHAT_IS_WRONG, options))
        self.tally.axe += 1
        assert not found.violations_count, f"{where}\n{found.generate_report()}"

    def draws(self, picture: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{picture}-{self.width}.png"
        self.page.screenshot(path=path, animations="disabled", scale="css")
        assert path.stat().st_size <= HEAVIEST, f"{path.name} is too heavy"

    def leaves(self) -> None:
        """The end of a walk: no page was passed without a look."""
        assert self.looked_at == self.come_to
        self.context.close()

    # --- listening ------------------------------------------------------------------------------

    def _asked_for(self, request: Any) -> None:
        if not request.url.startswith((f"{self.home}/", "data:")):
            self.strangers.append(request.url)

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def _moved(self, frame: Any) -> None:
        if frame == self.page.main_frame and frame.url.startswith(self.home):
            self.come_to += 1
