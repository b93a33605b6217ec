"""Every address of the room, for every role: our own, the neighbour's, everybody else, nobody."""

import pytest
from django.urls import reverse

from ressursvenn.volunteers.models import Volunteer
from ressursvenn.volunteers.urls import urlpatterns
from ressursvenn.volunteers.views._offers import ACTS

PAGES = {"all": 200, "new": 200, "standing": 200, "card": 200}
POSTED = {
    "contact": 200,
    "account": 200,
    "contact_corrected": 200,
    **{act.name: None for act in ACTS},
}
OWN = {"all", "new"}  # of no volunteer in particular: the neighbour gets her own
LEADS_PAIRS = ["account"]  # a group leader screens, and sees no pair
NOTED = ["birth_year", "places", "answered_on", "paused_until", "left_on"]
OTHERS = ["bodil", "astrid", "vigdis", "kirsti", "siri", "pernille", "ella", "toril", "solveig"]


def address(name, volunteer):
    return reverse(f"volunteers:{name}", args=[] if name in OWN else [volunteer.reference])


def test_no_address_is_left_out():
    elsewhere = {
        "concern_settled",
        "hours_struck",
        "ask_for_all",
        "board",
        "presentation",
    }  # each in a file of its own

    assert {pattern.name for pattern in urlpatterns} == {*PAGES, *POSTED} | elsewhere


@pytest.mark.parametrize("name", PAGES)
def test_pages(signed_in, people, volunteer, name):
    at = address(name, volunteer)

    seen = {who: signed_in(people.get(who)).get(at).status_code for who in [*people, "ingen"]}

    neighbour = 200 if name in OWN else 404
    expected = {"kari": 200, "kaja": 200, "gro": 200, "nora": neighbour, "nils": 403, "ingen": 302}
    assert seen == {**expected, **dict.fromkeys(OTHERS, 403)}


@pytest.mark.parametrize("name", POSTED)
def test_acts(signed_in, people, volunteer, name):
    """An empty form: it is said what is missing (200), or there was nothing to fill in (302)."""
    at = address(name, volunteer)
    before = Volunteer.objects.values_list(*NOTED).get()

    seen = {
        who: signed_in(people.get(who)).post(at).status_code
        for who in ["nora", "nils", "ingen", *OTHERS]
    }

    assert seen == {"nora": 404, "nils": 403, "ingen": 302, **dict.fromkeys(OTHERS, 403)}
    assert Volunteer.objects.values_list(*NOTED).get() == before
    for who in ("kari", *([] if name in LEADS_PAIRS else ["gro"])):
        assert signed_in(people[who]).post(at).status_code in {200, 302, 404}


@pytest.mark.parametrize("name", LEADS_PAIRS)
def test_what_opens_a_pair_is_for_whoever_leads_pairs(signed_in, gro, volunteer, name):
    assert signed_in(gro).post(address(name, volunteer)).status_code == 403


@pytest.mark.parametrize("name", [*PAGES, *POSTED])
def test_nobody_signed_in_is_sent_to_sign_in(client, volunteer, name):
    answer = client.get(address(name, volunteer))

    assert answer.status_code == 302
    assert answer.url.startswith("/a/inn/")


def test_a_reference_that_is_nobodys_is_answered_as_the_neighbours_is(
    signed_in, kari, neighbours_volunteer
):
    browser = signed_in(kari)

    theirs = browser.get(address("standing", neighbours_volunteer))
    nobodys = browser.get("/a/ressursvenner/zzzzzzzz/")

    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content
