"""What only a browser shows: fit, axe and silence at 320 px, on the desk and in the open."""

from __future__ import annotations

import pytest

from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

from .conftest import LAST, a_year, proposed, released


@pytest.mark.parametrize("width", [320, 1280])
def test_numbers_fit_are_silent_and_give_axe_nothing(looking, astrid, pernille, kari, width):
    for year in (LAST - 2, LAST - 1):
        released(astrid, pernille, a_year(year))
    reference = proposed(astrid).reference
    page = looking(astrid, width=width)

    for address in (
        "/tall/", f"/tall/{LAST - 1}/", "/tall/definisjoner/", "/tall/om-dataene/", "/a/tall/",
        "/a/tall/foresla/", "/a/tall/grense/", f"/a/tall/{reference}/", f"/a/tall/{reference}/kast/",
    ):  # fmt: skip
        page.goto(address)
        assert width_of(page) <= width, address
        assert violations(page) == [], address
        assert page.said == [], address

    assert {host(address) for address in page.asked} == {"localhost"}
    hers = looking(kari, width=width)
    hers.goto("/a/tall/svar/")
    assert (width_of(hers) <= width, violations(hers)) == (True, [])
