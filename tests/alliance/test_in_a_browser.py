"""What only a browser shows: fit, axe and silence, open pages and desk, on a phone and from right to left."""

from __future__ import annotations

from datetime import time

import pytest
from django.urls import reverse

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.models import Organisation
from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

from .conftest import ahead, ordered, pictured, planned, shown, stocked
from .test_afterwards import told
from .test_buttons import given

OPEN = (
    "",
    "medlemmer/",
    "medlemmer/?dag=2015-06-01",
    "knapper/",
    "knapper/bestill/",
    "knapper/bestilt/",
    "kalender/",
)
DESK = (
    "all", "members", "new_member", "meetings", "new_meeting", "groups", "ambassadors", "buttons",
    "packing", "handed_out", "actions", "new_action",
)  # fmt: skip


@pytest.fixture
def full(transactional_db, ella, eva):
    """Something of everything, some of it waiting."""
    changes.lay_out_members(by=ella)
    changes.lay_out_totals(by=ella)
    house = Organisation.objects.get(name="Vake")
    changes.note_contact(organisation=house, name="Tiril Aune", email="tiril@example.org", by=ella)
    meeting = changes.call_meeting(day=ahead(-9), title="Alliansemøte", by=ella)
    changes.note_decided(meeting=meeting, text="Alle holder en stand.", seen_to_by=house, by=ella)
    changes.write_minutes(
        meeting=meeting, minutes="Vi ble enige.\n\nSnart igjen.", present=[house], by=ella
    )
    group = changes.form_group(hole="help", name="Hjelp", task="Se hva som finnes.", by=ella)
    changes.give_seat(group=group, organisation=house, leads=True, by=ella)
    one = changes.note_ambassador(
        name="Tale Ås", known_as="skihopper", words="Jeg bærer den.", agreed=ahead(-9), by=ella
    )
    changes.show_ambassador(ambassador=one, by=eva)
    stocked(ella)
    order = ordered()
    given(ella, 300)
    given(ella, 120, who="Bergen kirke", county="Vestland")
    over = shown(ella, eva, title="Stand på Youngstorget", day=ahead(-2), area="no-oslo-oslo")
    told(over, ella)
    changes.show_report(action=over, read=1, by=eva)
    changes.show_photo(photo=pictured(over, ella), by=eva)
    shown(ella, eva, title="Åpent møte", kind="open_meeting", day=ahead(4), begins=time(18))
    draft = planned(eva, kind="letter", title="Tre spørsmål")
    return {"house": house, "meeting": meeting, "order": order, "over": over, "draft": draft}


def rooms(full) -> list[str]:
    """The pages about one thing."""

    def of(name, row):
        return reverse(f"alliance:{name}", args=[row.reference])

    membership = full["house"].memberships.get()
    return [
        of("member", full["house"]), of("put_right_membership", membership),
        of("meeting", full["meeting"]), of("minutes", full["meeting"]), of("order", full["order"]),
        of("forget_delivery", full["order"]), of("action", full["over"]), of("action", full["draft"]),
        of("rewrite_action", full["draft"]), of("throw_away_action", full["draft"]),
        of("call_off_action", full["over"]), of("report", full["over"]),
    ]  # fmt: skip


def looked_at(page, address, width) -> None:
    page.goto(address)
    assert width_of(page) <= width, address
    assert violations(page) == [], address
    assert page.said == [], address


@pytest.mark.parametrize("width", [320, 1280])
def test_open_pages_fit_are_silent_ask_us_alone_and_give_axe_nothing(looking, full, width):
    page = looking(width=width)

    for address in (*OPEN, f"aksjon/{full['over'].reference}/"):
        looked_at(page, f"/rod-knapp/{address}", width)
    assert {host(address) for address in page.asked} == {"localhost"}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_desk_fits_is_silent_and_gives_axe_nothing(looking, full, ella, width):
    page = looking(ella, width=width)

    for address in (*(reverse(f"alliance:{name}") for name in DESK), *rooms(full)):
        looked_at(page, address, width)


def test_turned_about_the_pages_still_fit(looking, full):
    page = looking(width=320)

    for address in ("", "kalender/", "knapper/bestill/"):
        page.goto(f"/rod-knapp/{address}")
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert width_of(page) <= 320, address


def test_only_the_first_picture_is_fetched_until_somebody_unfolds_the_rest(
    looking, full, ella, eva
):
    for word in ("fra siden", "fra oven"):
        photo = pictured(full["over"], ella, described=f"Bordet {word}")
        changes.show_photo(photo=photo, by=eva)
    page = looking(width=320)
    page.goto(f"/rod-knapp/aksjon/{full['over'].reference}/", wait_until="networkidle")
    at_first = [address for address in page.asked if address.endswith("/lite.jpg")]
    page.get_by_text("Flere bilder (2)").click()
    page.get_by_alt_text("Bordet fra oven").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert len(at_first) == 1
    assert len([address for address in page.asked if address.endswith("/lite.jpg")]) == 3
    assert width_of(page) <= 320


def test_buttons_are_ordered_without_a_script_and_with_the_keyboard(looking, transactional_db):
    page = looking(width=320, java_script_enabled=False)
    page.goto("/rod-knapp/")
    page.get_by_role("link", name="Bestill knapper").click()
    page.get_by_label("Hvem bestiller?").select_option("school")
    page.get_by_label("Navnet på organisasjonen").fill("Solbakken skole")
    page.get_by_label("Fylke").select_option("Oslo")
    page.get_by_label("Hvor mange knapper?").fill("30")
    page.get_by_label("Pakken sendes til").fill("Rektor")
    page.get_by_label("Gateadresse eller postboks").fill("Skoleveien 1")
    page.get_by_label("Postnummer").fill("0150")
    page.get_by_label("Poststed").fill("Oslo")
    page.get_by_label("Poststed").press("Enter")

    assert page.get_by_role("heading", name="Takk").is_visible()
    assert [row.number for row in queries.waiting_orders()] == [30]


def test_a_packing_list_on_paper_is_the_list_and_nothing_else(looking, full, ella):
    page = looking(ella, width=1280)
    page.goto(reverse("alliance:packing"))
    page.emulate_media(media="print")

    assert page.locator("nav:visible, button:visible").count() == 0
    assert page.get_by_text("Skoleveien 1").is_visible()
