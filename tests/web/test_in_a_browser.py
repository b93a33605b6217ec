"""What only a browser shows: fit at every width, focus, dark, zoom, the menu, and no other host asked."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ressursvenn.programme.lines import Line, Weight
from ressursvenn.web import day

from .conftest import host

PUBLIC = ["/", "/om/", "/tilgjengelighet/", "/lukk/", "/m/lukk/", "/a/inn/", "/finnes/ikke/"]
ASKED = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def many_lines(monkeypatch):
    """A full day: every weight there is, told by one room."""
    told = [
        Line(
            weight=weight,
            who=f"k{weight}",
            sentence=f"Noe som gjelder {weight.name.lower().replace('_', ' ')} og litt til.",
            act="Se hva det er",
            url=f"/a/?{weight}",
        )
        for weight in Weight
    ]
    monkeypatch.setattr(day, "ROOMS", [type("Room", (), {"day_lines": lambda *_: told})])
    return told


def violations(page):
    found = Axe().run(page, options=ASKED).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found]


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def quiet(page, address):
    """Nothing said but that a page asked for on purpose is not there."""
    return [said for said in page.said if "404" not in said or "ikke" not in address]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_open_pages_fit_are_silent_ask_us_alone_and_give_axe_nothing(looking, width, scheme):
    page = looking(width=width, color_scheme=scheme)

    for address in PUBLIC:
        page.goto(address)
        assert width_of(page) <= width, address
        assert violations(page) == [], address
        assert quiet(page, address) == [], address
        page.said.clear()

    assert {host(address) for address in page.asked} == {"localhost"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_min_dag_fits_and_gives_axe_nothing(looking, kari, many_lines, width, scheme):
    page = looking(kari, width=width, color_scheme=scheme)

    page.goto("/a/")

    assert page.locator(".line").count() == len(many_lines)
    assert width_of(page) <= width
    assert violations(page) == []
    assert page.said == []


def test_the_menu_on_a_phone_opens_without_a_script_and_closes_with_escape(looking, kari):
    page = looking(kari, java_script_enabled=False)
    page.goto("/a/")
    link = page.get_by_role("link", name="Ressursvenner")
    assert not link.is_visible()

    page.get_by_role("button", name="Meny").click()
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()


def test_the_menu_is_always_there_on_a_desk(looking, kari):
    page = looking(kari, width=1280)
    page.goto("/a/")

    assert page.get_by_role("link", name="Ressursvenner").is_visible()
    assert not page.get_by_role("button", name="Meny").is_visible()


def test_a_list_is_narrowed_walked_and_opened_from_the_keyboard(looking, kari, many_lines):
    page = looking(kari, width=1280)
    page.goto("/a/")
    rows = page.locator(".line:visible")

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.line') !== null")
    page.keyboard.press("/")
    page.keyboard.type("certificate")
    assert rows.count() == 1
    assert page.url.endswith("/a/")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/a/?{Weight.CERTIFICATE_TO_SEE}")


def test_escape_gives_the_whole_list_back(looking, kari, many_lines):
    page = looking(kari, width=1280)
    page.goto("/a/")

    page.keyboard.press("/")
    page.keyboard.type("finnes ikke")
    assert page.locator(".line:visible").count() == 0
    page.keyboard.press("Escape")
    assert page.locator(".line:visible").count() == len(many_lines)


def test_without_a_script_the_list_is_whole_and_has_no_dead_field(looking, kari, many_lines):
    page = looking(kari, width=1280, java_script_enabled=False)
    page.goto("/a/")

    assert page.locator(".line:visible").count() == len(many_lines)
    assert page.locator("input[type=search]").count() == 0


def test_what_has_focus_has_a_ring_of_three_pixels(looking):
    page = looking(width=1280)
    page.goto("/")

    for _ in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert ring == "3px", page.evaluate("document.activeElement.outerHTML")


def test_what_can_be_pressed_is_big_enough_for_a_thumb(looking, kari, many_lines):
    page = looking(kari)

    for address in ("/a/", "/a/inn/ut/"):
        page.goto(address)
        for box in page.locator("button:visible, .button:visible").all():
            assert box.bounding_box()["height"] >= 44, box.inner_text()


def test_axe_has_been_seen_to_say_no(looking):
    page = looking()
    page.goto("/om/")

    page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert [fault for fault, _ in violations(page)] == ["button-name"]


@pytest.mark.parametrize("width", [320, 1280])
def test_right_to_left_fits_too(looking, kari, many_lines, width):
    page = looking(kari, width=width)

    for address in ("/", "/a/", "/m/lukk/"):
        page.goto(address)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert width_of(page) <= width, address
        button = page.locator(".leave__button, .desk__home").first.bounding_box()
        at_the_left = button["x"] + button["width"] / 2 < width / 2
        assert at_the_left == (address != "/a/"), address


def test_on_paper_there_are_no_buttons_and_no_menu(looking, kari, many_lines):
    page = looking(kari, width=1280)
    page.goto("/a/")

    page.emulate_media(media="print")

    assert page.locator(".line").first.is_visible()
    assert page.locator("button:visible, .button:visible, nav:visible, .skip:visible").count() == 0
