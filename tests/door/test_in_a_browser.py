"""What only a browser shows: fit, axe and silence at 320 px, also from right to left and without script."""

from __future__ import annotations

import pytest

from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

from .conftest import written

PUBLIC = ("/", "/hjelp/", "/hjelp/ar/", "/ressursvenn/", "/venn-eller-nabo/", "/personvern/")


@pytest.mark.parametrize("width", [320, 1280])
def test_open_pages_fit_are_silent_and_give_axe_nothing(looking, width):
    page = looking(width=width)

    for address in PUBLIC:
        page.goto(address)
        assert width_of(page) <= width, address
        assert violations(page) == [], address
        assert page.said == [], address

    assert {host(address) for address in page.asked} == {"localhost"}


def test_arabic_begins_at_the_right(looking):
    page = looking(width=320)
    page.goto("/hjelp/ar/")

    heading = page.locator("h1").bounding_box()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert heading["x"] + heading["width"] > 160


def test_the_card_opens_from_a_folder_without_us(looking, tmp_path):
    from ressursvenn.web import help_card

    (tmp_path / "kort.html").write_bytes(help_card.CARD.read_bytes())
    page = looking(width=320, java_script_enabled=False, offline=True)
    page.goto(f"file://{tmp_path}/kort.html")

    assert page.get_by_role("link", name="116 006").is_visible()
    assert page.get_by_role("link").first.get_attribute("href") == "tel:112"


def test_the_desk_fits_and_gives_axe_nothing(looking, ella):
    version = written(ella, place="help", language="ar", title="كلمة", body="كلمات 112")
    for width in (320, 1280):
        page = looking(ella, width=width)
        for address in (
            "/a/sider/", "/a/sider/help/ar/", "/a/sider/help/ar/skriv/",
            f"/a/sider/versjon/{version.reference}/", f"/a/sider/versjon/{version.reference}/lest/",
            "/a/sider/lenke/rod-knapp/",
        ):  # fmt: skip
            page.goto(address)
            assert width_of(page) <= width, address
            assert violations(page) == [], address
            assert page.said == [], address


def test_without_script_and_on_paper_the_help_page_is_whole(looking):
    page = looking(width=320, java_script_enabled=False)
    page.goto("/hjelp/")
    assert page.get_by_role("link", name="116 006").count() == 2
    assert page.get_by_role("link", name="العربية").is_visible()

    page.emulate_media(media="print")

    assert page.locator("nav:visible, button:visible").count() == 0
    assert page.locator(".numbers__number").first.is_visible()


def test_a_number_reads_the_same_from_right_to_left(looking):
    """Digits in groups are turned about where a page runs the other way, unless they say otherwise."""
    page = looking(width=1280)
    page.goto("/hjelp/ar/")

    for link in page.locator('a[href^="tel:"]').all():
        around = link.evaluate("e => getComputedStyle(e).direction")
        assert around == "ltr", link.inner_text()


def test_the_menu_on_a_phone_opens_without_a_script_and_closes_with_escape(looking):
    page = looking(width=320, java_script_enabled=False)
    page.goto("/")
    link = page.get_by_role("link", name="Kalender")
    assert not link.is_visible()

    page.get_by_role("button", name="Meny").click()
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()
