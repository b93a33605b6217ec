"""One of the two is erased while the pair is open: no page breaks, nothing of her is shown, it can end."""

import pytest

from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair
from ressursvenn.protection import vault

from .conftest import ahead, days_ago, fresh

TODAY = days_ago(0).isoformat()


@pytest.fixture
def of_her(running, amina):
    """The address of each page, with her where it is about her."""
    vault.destroy_keys(amina.reference)
    both = f"deltaker={amina.reference}&ressursvenn={running.volunteer.reference}"
    return {
        "person": f"/a/deltakere/{amina.reference}/",
        "apart": f"/a/unna/{amina.reference}/",
        "pair": f"/a/koblinger/{running.reference}/",
        "why": f"/a/koblinger/hvorfor/?deltaker={amina.reference}",
        "why both": f"/a/koblinger/hvorfor/?{both}",
        "decide": f"/a/koblinger/bestem/?{both}",
        "phone": f"/v/{running.reference}/",
    }


def test_no_page_about_her_is_there_any_more(signed_in, kari, of_her):
    desk = signed_in(kari)

    for page in ("person", "why", "why both", "decide"):
        assert desk.get(of_her[page]).status_code == 404, page
    for page, told in (
        (of_her["apart"], {"kind": "person", "text": "Ole Vik"}),
        (f"{of_her['person']}kontakt/", {"channel": "through_centre", "on": TODAY}),
        (f"{of_her['pair']}neste/", {"day": ahead(3).isoformat()}),
    ):
        assert desk.post(page, told).status_code == 404, page


def test_lists_and_days_stand_without_her(signed_in, kari, of_her):
    desk = signed_in(kari)

    for page in ("/a/", "/a/deltakere/", "/a/koblinger/", "/a/koblinger/forslag/", of_her["pair"]):
        answer = desk.get(page)
        assert answer.status_code == 200, page
        assert "Linerle" not in answer.content.decode(), page


def test_the_volunteer_is_told_to_wait_and_may_still_be_worried(signed_in, solveig, of_her):
    phone = signed_in(solveig)

    assert "Koordinatoren ser på noe" in phone.get("/v/").content.decode()
    assert phone.post(f"{of_her['phone']}neste/", {"day": ahead(3).isoformat()}).status_code == 404
    assert phone.post(f"{of_her['phone']}bekymring/").status_code == 302


def test_it_can_be_ended(running, amina, kari):
    changes.set_next_meet_up(pair=running, day=ahead(3), by=kari)
    vault.destroy_keys(amina.reference)

    changes.end(pair=fresh(running), ending="early", by=kari)

    row = Pair.objects.get(pk=running.pk)
    assert (row.ending, row.next_meet_up) == ("early", None)


def test_an_erased_volunteer_breaks_nothing_either(signed_in, kari, running):
    theirs = running.volunteer.reference
    vault.destroy_keys(theirs)
    desk = signed_in(kari)

    for page in (f"/a/ressursvenner/{theirs}/", f"/a/koblinger/hvorfor/?ressursvenn={theirs}"):
        assert desk.get(page).status_code == 404, page
    for page in ("/a/", "/a/koblinger/", f"/a/koblinger/{running.reference}/"):
        assert desk.get(page).status_code == 200, page
