"""What only a browser shows: fit, axe and silence at 320 px, on the desk, in the open and on paper."""

from __future__ import annotations

import pytest

from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

from .conftest import issued, written


@pytest.mark.parametrize("width", [320, 1280])
def test_reports_fit_are_silent_and_give_axe_nothing(looking, ella, eivor, width):
    reference, draft = issued(ella, eivor).report.reference, written(ella).reference
    page = looking(ella, width=width)

    for address in (
        "/rapporter/", f"/rapporter/{reference}/", "/rapporter/om-dataene/", "/a/rapporter/",
        "/a/rapporter/ny/", f"/a/rapporter/{draft}/", f"/a/rapporter/{draft}/skriv/",
        f"/a/rapporter/{reference}/", f"/a/rapporter/{draft}/kast/",
    ):  # fmt: skip
        page.goto(address)
        assert width_of(page) <= width, address
        assert violations(page) == [], address
        assert page.said == [], address

    assert {host(address) for address in page.asked} == {"localhost"}


def test_on_paper_there_is_no_menu_and_the_report_is_whole(looking, ella, eivor):
    reference = issued(ella, eivor).report.reference
    page = looking(width=1280, java_script_enabled=False)
    page.goto(f"/rapporter/{reference}/")

    page.emulate_media(media="print")

    assert page.locator("nav:visible, button:visible").count() == 0
    assert page.locator(".report__part").last.is_visible()
