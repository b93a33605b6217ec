"""All pairs, and one of them, at the desk: what is shown, to whom, in how many queries."""

import re

import pytest

from ressursvenn.neighbourhood import changes as neighbourhood
from ressursvenn.pairs import changes, rulebook
from ressursvenn.protection.models import AuditEntry

from .conftest import AREA, a_participant, a_volunteer, ahead, days_ago, walked

ALL = "/a/koblinger/"
STEPS = [
    "deltakerens-svar/", "ressursvennens-svar/", "forste-mote/", "har-mottes/", "treff/",
    "ikke-treff/", "oppfolging/", "bekymring/", "avslutning/", "avslutningssamtale/", "avlysning/",
]  # fmt: skip


def one(pair, step=""):
    return f"{ALL}{pair.reference}/{step}"


def test_all_pairs_with_a_ring_each(signed_in, running, kari):
    page = signed_in(kari).get(ALL).content.decode()

    assert "Linerle og Solveig" in page
    assert page.count('class="ring ') == 1
    assert "i gang" in page


def test_closed_ones_are_below(signed_in, running, kari):
    changes.end(pair=running, ending="early", by=kari)

    page = signed_in(kari).get(ALL)

    assert [page.context["open"], len(page.context["closed"])] == [[], 1]


def test_the_list_is_one_entry_about_everybody_on_it(signed_in, running, kari):
    signed_in(kari).get(ALL)

    entry = AuditEntry.objects.get(by=kari, purpose="pair_list")
    read = {running.participant.reference, running.volunteer.reference}
    assert set(entry.about.values_list("reference", flat=True)) == read


def test_the_neighbours_see_none_of_ours(signed_in, running, nora):
    page = signed_in(nora).get(ALL)

    assert page.status_code == 200
    assert "Linerle" not in page.content.decode()
    assert page.context["open"] == []


def test_whoever_only_approves_sees_what_waits_and_no_name(signed_in, decided, running_beside, gro):
    page = signed_in(gro).get(ALL).content.decode()

    assert decided.reference in page
    assert [name for name in ("Linerle", "Solveig", "Blåmeis") if name in page] == []


@pytest.fixture
def running_beside(kari, kaja):
    other = a_volunteer(kari, kaja, "Ingrid", phone="", email="i@example.org")
    return walked(a_participant(kari, "Blåmeis"), other, kari, kaja, introduced=days_ago(30))


def test_the_number_of_queries_does_not_grow(
    signed_in, running, kari, kaja, django_assert_max_num_queries
):
    desk = signed_in(kari)
    with django_assert_max_num_queries(40) as first:
        assert len(desk.get(ALL).context["open"]) == 1
    for number in (1, 2):
        other = a_volunteer(kari, kaja, f"Venn {number}", phone="", email=f"v{number}@example.org")
        walked(a_participant(kari, f"Fugl {number}"), other, kari, kaja, introduced=days_ago(9))

    with django_assert_max_num_queries(len(first)):
        assert len(desk.get(ALL).context["open"]) == 3


def test_one_pair_tells_where_it_stands_and_who_did_what(signed_in, running, kari, solveig):
    changes.log_meet_up(
        pair=running, day=days_ago(3), happened=True, length="1_2h", kinds=["walk"], by=solveig
    )
    changes.note_follow_up(
        pair=running, with_whom="both", outcome="all_well", by=kari, on=days_ago(2)
    )
    changes.set_next_meet_up(pair=running, day=ahead(4), by=solveig)

    text = signed_in(kari).get(one(running)).content.decode()

    for word in (
        "tur",
        "alt vel",
        "snakket med begge",
        "godkjente koblingen",
        "de kan lettest møtes",
    ):
        assert word in text
    assert f"{ahead(4).day}. " in text.split("Neste treff:")[1][:5]


def test_two_free_things_near_where_she_wants_to_meet(signed_in, running, kari):
    for what in ("Gå langs vannet", "Låne bøker", "Spille sjakk"):
        neighbourhood.note_free_thing(area=AREA, what=what, kind="walk", source="x", by=kari)

    text = signed_in(kari).get(one(running)).content.decode()

    assert [what in text for what in ("Gå langs vannet", "Låne bøker", "Spille sjakk")] == [
        True, True, False,
    ]  # fmt: skip


def test_one_next_act_in_each_state(signed_in, decided, kari, kaja, solveig):
    def acts():
        text = signed_in(kari).get(one(decided)).content.decode()
        return re.findall(r'button--primary" href="[^"]*/([a-z-]+)/"', text)

    assert acts() == []
    changes.approve(pair=decided, by=kaja)
    assert acts() == ["deltakerens-svar"]
    changes.note_her_yes(pair=decided, by=kari)
    assert acts() == ["ressursvennens-svar"]
    changes.say_yes(pair=decided, by=solveig)
    assert acts() == ["forste-mote"]


def test_her_yes_on_the_page(signed_in, approved, kari):
    signed_in(kari).post(
        one(approved, "deltakerens-svar/"), {"answer": "yes", "on": days_ago(0).isoformat()}
    )
    approved.refresh_from_db()

    assert approved.she_said_yes_by == kari


def test_the_volunteers_no_on_the_page(signed_in, asked, kari):
    signed_in(kari).post(
        one(asked, "ressursvennens-svar/"), {"answer": "no", "on": days_ago(0).isoformat()}
    )
    asked.refresh_from_db()

    assert asked.not_to_be_because == "volunteer_said_no"


def test_that_they_met_on_the_page(signed_in, planned, kari):
    desk = signed_in(kari)
    day = {"on": days_ago(0).isoformat()}

    assert desk.post(one(planned, "har-mottes/"), day).status_code == 200
    desk.post(one(planned, "har-mottes/"), {**day, "coordinator_present": "on"})
    planned.refresh_from_db()

    assert planned.introduced_by == kari


def test_a_meet_up_at_the_desk_noted_corrected_and_taken_back(signed_in, running, kari):
    desk = signed_in(kari)
    day = days_ago(1).isoformat()
    desk.post(one(running, "ikke-treff/"), {"day": day, "not_happened": "other", "how": "all_well"})
    meet_up = running.meet_ups.get()
    own = one(running, f"treff/{meet_up.reference}/")

    desk.post(own, {"day": day, "not_happened": "i_could_not", "how": "all_well"})
    assert running.meet_ups.get().not_happened == "i_could_not"
    desk.post(f"{own}angre/")

    assert not running.meet_ups.exists()


def test_calling_off_on_the_page(signed_in, both, kari):
    signed_in(kari).post(one(both, "avlysning/"))
    both.refresh_from_db()

    assert both.not_to_be_because == "called_off"


@pytest.mark.parametrize("step", ["", *STEPS])
@pytest.mark.parametrize(
    ("who", "status"),
    [("kari", 200), ("nora", 404), ("gro", 403), ("solveig", 403), ("kirsti", 403), ("siri", 403)],
)
def test_who_gets_in(signed_in, people, running, step, who, status):
    page = signed_in(people[who]).get(one(running, step))

    assert page.status_code == status
    if status == 200:
        assert page.content.decode().count("<h1") == 1


@pytest.mark.parametrize("step", STEPS)
def test_no_step_page_breaks_in_any_state(signed_in, decided, kari, step):
    assert signed_in(kari).get(one(decided, step)).status_code == 200


def test_no_title_or_address_holds_a_name(signed_in, running, kari):
    desk = signed_in(kari)
    for address in (ALL, one(running), one(running, "deltakerens-svar/")):
        text = desk.get(address).content.decode()
        assert re.search(r"<title>(.*?)</title>", text)[1] in ("Koblinger", "Kobling")
        assert [href for href in re.findall(r'href="([^"]*)"', text) if "Linerle" in href] == []


def test_the_rulebook_has_every_rule_of_ours_once():
    book = rulebook.text()

    assert [book.count(f"| PAI-{number:02} |") for number in range(1, 18)] == [1] * 17
    assert "MAT-01" in book
