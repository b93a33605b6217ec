"""A list and a form with the keyboard alone: nobody needs a mouse at this desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from ressursvenn.accounts.models import Person
from ressursvenn.spreadsheets import changes
from ressursvenn.spreadsheets.understanding import understood

WORKBOOK = Path(__file__).resolve().parents[1] / "data/koordinator.xlsx"
FOCUSED = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect(), look = getComputedStyle(it);
  return {
    words: (it.labels?.[0] ?? it).textContent.trim(),
    name: it.name ?? "",
    ring: look.outlineStyle === "none" ? 0 : parseFloat(look.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    top: box.top + scrollY,
  };
}"""


@pytest.fixture
def tomine(walker):
    """She has brought in her workbook, and signs in by the keyboard."""
    by = Person.objects.get(sign_name="tom")
    reading = understood(WORKBOOK.read_bytes())
    changes.bring_in_reading(reading=reading, association=by.association, by=by)
    tomine = walker("desk")
    tomine.opens("/a/inn/")
    tomine.button("Logg inn som Tomine").focus()
    tomine.keys("Enter")
    return tomine


def focused(someone):
    """What has the focus: in sight, with a ring around it."""
    found = someone.page.evaluate(FOCUSED)
    assert found["seen"], found
    assert found["ring"] >= 3, found
    return found


def test_a_list_is_searched_walked_and_opened(tomine):
    tomine.opens("/a/ressursvenner/")
    keys = tomine.page.keyboard

    keys.press("Tab")
    assert focused(tomine)["words"] == "Hopp til innholdet"
    keys.press("j")
    first = focused(tomine)["words"]
    keys.press("j")
    second = focused(tomine)["words"]
    keys.press("k")
    assert focused(tomine)["words"] == first != second

    keys.press("/")
    keys.type("sigrid eliassen")
    assert focused(tomine)["words"] == "Finn"
    assert tomine.page.get_by_role("status").inner_text() == "1 treff"
    keys.press("Enter")
    assert focused(tomine)["words"] == "Sigrid Eliassen"
    tomine.keys("Enter")
    assert tomine.heading() == "Kan Sigrid kobles?"


def test_what_is_typed_in_a_list_goes_nowhere(tomine):
    tomine.opens("/a/ressursvenner/")
    before = tomine.page.url

    tomine.page.keyboard.press("/")
    tomine.page.keyboard.type("sigrid")

    assert tomine.page.url == before
    assert tomine.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_form_is_walked_from_top_to_bottom_and_sent(tomine):
    tomine.opens("/a/ressursvenner/ny/")
    keys = tomine.page.keyboard
    tomine.page.get_by_label("Fornavn").focus()
    keys.type("Turid")

    passed = [focused(tomine)]
    while passed[-1]["words"] != "Noter søknaden":
        keys.press("Tab")
        here = focused(tomine)
        if here["name"] == "applied_on" != passed[-1]["name"]:
            keys.type("01012026")  # the same whether the day or the month is asked for first
        passed.append(here)
        assert len(passed) < 80
    tops = [one["top"] for one in passed]

    assert tops == sorted(tops)
    tomine.keys("Enter")
    assert tomine.heading() == "Kan Turid kobles?"


def test_a_form_that_comes_back_says_where_to_look(tomine):
    tomine.opens("/a/ressursvenner/ny/")
    tomine.button("Noter søknaden").focus()
    tomine.keys("Enter")

    problem = tomine.page.get_by_role("alert")
    problem.get_by_role("link").first.focus()
    tomine.page.keyboard.press("Enter")

    assert focused(tomine)["words"] == "Fornavn"
    tomine.looks()
