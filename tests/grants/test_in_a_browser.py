"""What only a browser shows: fit, axe and silence at 320 and 1280 px, and on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from ressursvenn.grants import changes
from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

from .conftest import applied, awarded, begun, call, issued


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_fit_are_silent_and_give_axe_nothing(looking, people, width):
    toril = people["toril"]
    today = timezone.localdate()
    year = today.year - 1
    days = {"first_day": date(year, 1, 1), "last_day": date(year, 12, 31)}
    grant = awarded(toril, call=call(toril, deadline_day=today), **days)
    row, draft = issued(toril, grant, **days), begun(toril, grant, **days)
    sketch = applied(toril, call=grant.call, title="Et utkast", first_day=today, last_day=today)
    expense = changes.enter_expense(
        association=None, voucher="1", day=today, says="Trykk", amount=Decimal(5), by=toril
    )
    page = looking(toril, width=width)

    for address in (
        "", "soknad/", "givere/", f"givere/{grant.call.scheme.funder.reference}/", "utgifter/", "utgifter/fil/",
        f"{grant.reference}/", f"{grant.reference}/underveis/", f"{grant.reference}/endring/",
        f"{sketch.reference}/", f"{sketch.reference}/rett/", f"{sketch.reference}/send/",
        f"ordning/{grant.call.scheme.reference}/rett/", f"utlysning/{grant.call.reference}/rett/",
        f"rapport/{draft.reference}/kast/", f"utgifter/{expense.reference}/stryk/",
        f"rapport/{draft.reference}/", f"rapport/{draft.reference}/skriv/", f"rapport/{draft.reference}/maal/",
        f"rapport/{draft.reference}/tall/",
        f"rapport/{row.report.reference}/les/",
    ):  # fmt: skip
        page.goto(f"/a/tilskudd/{address}")
        assert width_of(page) <= width, address
        assert violations(page) == [], address
        assert page.said == [], address
    assert {host(address) for address in page.asked} == {"localhost"}


def test_on_paper_there_is_no_menu_and_the_report_is_whole(looking, people):
    toril = people["toril"]
    year = timezone.localdate().year - 1
    days = {"first_day": date(year, 1, 1), "last_day": date(year, 12, 31)}
    grant = awarded(toril, call=call(toril, deadline_day=timezone.localdate()), **days)
    reference = issued(toril, grant, **days).report.reference
    page = looking(toril, width=1280, java_script_enabled=False)
    page.goto(f"/a/tilskudd/rapport/{reference}/les/")
    page.emulate_media(media="print")

    assert page.locator("nav:visible, button:visible").count() == 0
    assert page.get_by_role("heading", name="Regnskap").is_visible()
