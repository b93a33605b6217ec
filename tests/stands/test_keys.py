"""The queue with the keyboard alone: j and k walk it, s lets one pass, b puts one aside; elsewhere nothing."""

from __future__ import annotations

import pytest

from ressursvenn.stands import changes, queries
from ressursvenn.stands.models import Stand
from tests.web.conftest import looking  # noqa: F401 - a fixture

from .conftest import fresh, received

DESK = "/a/standpunkt/"
IN_ROW = "document.activeElement.closest('li')?.querySelector('strong').textContent"
NAMES = ("Anne", "Berit", "Cato")


@pytest.fixture
def waiting(transactional_db) -> list[Stand]:
    return [
        changes.confirm(stand=received(name=name, email=f"{name}@example.org"), news=False, by=None)
        for name in NAMES
    ]


@pytest.fixture
def desk(looking, ella, waiting):  # noqa: F811
    page = looking(ella, width=1280)
    page.goto(DESK)
    return page


def test_j_and_k_walk_s_lets_pass_and_b_puts_aside(desk, waiting):
    anne, berit, cato = waiting
    walked = []
    for key in "jjjk":
        desk.keyboard.press(key)
        walked.append(desk.evaluate(IN_ROW))
    assert walked == [*NAMES, "Berit"]

    with desk.expect_navigation():
        desk.keyboard.press("s")
    assert [row.pk for row in queries.shown()] == [berit.pk]
    assert desk.get_by_text("Berit", exact=True).count() == 0

    desk.keyboard.press("j")
    desk.keyboard.press("j")
    with desk.expect_navigation():
        desk.keyboard.press("b")
    assert desk.url.endswith(f"{DESK}{cato.reference}/legg-bort/")
    assert desk.get_by_role("heading", name="Legge bort dette?").is_visible()
    desk.get_by_label("Navnet er neppe deres eget").check()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert (fresh(cato).why, fresh(cato).put_aside_on is None) == ("not_theirs", False)
    assert fresh(anne).passed_on is None
    assert desk.said == []


@pytest.mark.parametrize("key", ["s", "b", "Control+b", "x"])
def test_nothing_happens_while_the_focus_is_elsewhere_or_another_key_is_held(desk, waiting, key):
    if "+" in key or key == "x":
        desk.keyboard.press("j")
    desk.keyboard.press(key)
    desk.wait_for_timeout(100)

    assert desk.url.endswith(DESK)
    assert not queries.shown().exists()
