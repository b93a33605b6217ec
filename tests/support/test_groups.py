"""Guidance groups: laid out, filled, put right, laid down; their evenings, and who came."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.support import changes, queries
from ressursvenn.support.models import Evening, Group, Membership, Presence

from .conftest import a_group, ahead, an_evening, came, days_ago, fresh, long_approved

DESK = "/a/veiledning/"


def one(group, *more) -> str:
    return "/".join([f"{DESK}gruppe", group.reference, *more, ""])


def test_from_nothing_to_an_evening_with_somebody_in_it(
    signed_in, hers, solveig, kari, gro, audited
):
    desk, phone = signed_in(kari), signed_in(solveig)
    assert "Sett opp den første" in desk.get(DESK).content.decode()
    told = {"name": "Tirsdagsgruppen", "leader": gro.reference, "places": "6"}
    audited()

    answer = desk.post(f"{DESK}grupper/ny/", told)
    group = Group.objects.get()
    assert answer.url == one(group)
    desk.post(one(group, "med"), {"volunteer": hers.reference})
    desk.post(
        one(group, "kveld"),
        {"on": ahead(5).isoformat(), "begins": "18.00", "ends": "20:00", "place": "Biblioteket"},
    )

    done = [did for did in audited() if did.startswith("support.")]
    assert done == ["support.group_laid_out", "support.taken_in", "support.evening_set"]
    page = desk.get(one(group)).content.decode()
    assert "Solveig Moen" in page
    assert "1 av 6 plasser" in page
    hers_page = phone.get("/v/veiledning/").content.decode()
    assert "Neste veiledning" in hers_page
    assert "Biblioteket" in hers_page
    assert "Solveig" not in hers_page
    assert gro.name not in hers_page


def test_a_group_half_filled_in_keeps_what_was_typed(signed_in, kari):
    page = signed_in(kari).post(f"{DESK}grupper/ny/", {"name": "Torsdag", "places": "mange"})

    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="Torsdag"' in text
    assert 'value="mange"' in text
    assert "Velg hvem." in text
    assert not Group.objects.exists()


@pytest.mark.parametrize("places", [1, 31])
def test_a_group_has_two_to_thirty_places(kari, gro, places):
    with pytest.raises(ValidationError, match="2 til 30"):
        a_group(kari, gro, places=places)


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig"])
def test_the_leader_works_here(kari, people, who):
    with pytest.raises(ValidationError, match="arbeider i denne"):
        a_group(kari, people[who] if who != "solveig" else people["solveig"])


def test_the_last_place_is_given_once(group, kari, kaja):
    for number in range(3):
        row = long_approved(kari, kaja, first_name=f"Anne{'abc'[number]}")
        changes.take_in(group=group, volunteer=row, by=kari)
    with pytest.raises(ValidationError) as no:
        changes.take_in(group=group, volunteer=long_approved(kari, kaja), by=kari)

    assert [error.code for error in no.value.error_list] == ["SUP-01"]
    assert no.value.messages == ["Ikke oppfylt: Gruppen har en ledig plass."]
    assert Membership.objects.count() == 3


def test_she_is_in_one_group_at_a_time(in_group, hers, kari, gro):
    other = a_group(kari, gro, name="Torsdag")
    with pytest.raises(ValidationError) as no:
        changes.take_in(group=other, volunteer=hers, by=kari)
    assert [error.code for error in no.value.error_list] == ["SUP-02"]

    changes.take_out(membership=queries.membership_of(hers), by=kari)
    changes.take_in(group=other, volunteer=hers, by=kari)

    assert queries.membership_of(hers).group == other


def test_nobody_of_the_neighbours_comes_into_our_group(group, neighbours, kari, nora):
    with pytest.raises(PermissionDenied):
        changes.take_in(group=group, volunteer=neighbours, by=kari)
    with pytest.raises(PermissionDenied):
        changes.take_in(group=group, volunteer=neighbours, by=nora)


def test_put_right(signed_in, group, kari, kaja, audited):
    audited()
    told = {"name": "Onsdag", "leader": kaja.reference, "places": "5"}

    signed_in(kari).post(one(group, "rett"), told)

    group.refresh_from_db()
    assert (group.name, group.leader, group.places) == ("Onsdag", kaja, 5)
    assert audited() == ["support.group_put_right"]


def test_laid_down_everybody_is_out_and_what_lies_ahead_is_called_off(
    signed_in, in_group, hers, kari, audited
):
    past, soon = an_evening(in_group, kari, days_ago(7)), an_evening(in_group, kari, ahead(7))
    came(past, hers, kari)
    audited()
    desk = signed_in(kari)

    desk.post(one(in_group, "legg-ned"))

    past.refresh_from_db()
    soon.refresh_from_db()
    assert (past.called_off_on, soon.called_off_on) == (None, days_ago(0))
    assert queries.membership_of(hers) is None
    assert audited() == ["support.group_laid_down"]
    assert "Lagt ned" in desk.get(one(in_group)).content.decode()
    with pytest.raises(ValidationError) as no:
        an_evening(Group.objects.get(), kari, ahead(9))
    assert no.value.messages == ["Gruppen er lagt ned."]


# --- evenings -------------------------------------------------------------------------------------


def test_an_evening_has_a_place_or_is_on_line(group, kari):
    with pytest.raises(ValidationError, match="hvor dere møtes"):
        an_evening(group, kari, ahead(3), place=" ")

    row = an_evening(group, kari, ahead(3), place="Et hus", on_line=True)

    assert (row.place, row.on_line) == ("", True)


def test_an_evening_ends_after_it_begins_and_is_one_at_a_time(group, kari):
    with pytest.raises(ValidationError, match="slutte før"):
        an_evening(group, kari, ahead(3), begins=time(20), ends=time(18))
    an_evening(group, kari, ahead(3))
    with pytest.raises(ValidationError, match="alt en kveld"):
        an_evening(group, kari, ahead(3))


def test_an_evening_half_filled_in_keeps_what_was_typed(signed_in, group, kari):
    told = {"on": "i morgen", "begins": "seks", "ends": "20:00", "place": ""}

    page = signed_in(kari).post(one(group, "kveld"), told).content.decode()

    assert 'value="i morgen"' in page
    assert "Skriv dagen som" in page
    assert "Skriv klokkeslettet som" in page
    assert not Evening.objects.exists()


def test_she_says_yes_and_then_no(signed_in, in_group, hers, solveig, kari, audited):
    row, phone = an_evening(in_group, kari, ahead(4)), signed_in(solveig)
    audited()

    phone.post(f"/v/veiledning/{row.reference}/kommer/", {"answer": "ja"})
    assert "Du har sagt at du kommer." in phone.get("/v/veiledning/").content.decode()
    phone.post(f"/v/veiledning/{row.reference}/kommer/", {"answer": "nei"})

    assert Presence.objects.get().comes is False
    assert audited() == ["support.said"] * 2
    page = signed_in(kari).get(f"{DESK}kveld/{row.reference}/").content.decode()
    assert "Solveig Moen</bdi>: kommer ikke" in page


def test_an_answer_that_is_neither_says_nothing(signed_in, in_group, solveig, kari):
    row = an_evening(in_group, kari, ahead(4))

    answer = signed_in(solveig).post(
        f"/v/veiledning/{row.reference}/kommer/", {"answer": "kanskje"}
    )

    assert answer.status_code == 302
    assert not Presence.objects.exists()


def test_an_evening_of_another_group_is_not_hers(signed_in, in_group, solveig, kari, gro):
    other = an_evening(a_group(kari, gro, name="Torsdag"), kari, ahead(4))
    phone = signed_in(solveig)

    asked = [phone.post(f"/v/veiledning/{other.reference}/kommer/", {"answer": "ja"}),
             phone.get(f"/v/veiledning/{other.reference}/kalender/")]  # fmt: skip

    assert [answer.status_code for answer in asked] == [404, 404]
    with pytest.raises(ValidationError):
        changes.say_whether_i_come(evening=other, comes=True, by=solveig)


def test_who_came_is_noted_afterwards(signed_in, in_group, hers, kari, audited):
    row, desk = an_evening(in_group, kari, days_ago(2)), signed_in(kari)
    assert "Noter hvem som kom" in desk.get(DESK).content.decode()
    audited()

    desk.post(f"{DESK}kveld/{row.reference}/", {hers.reference: "came"})

    assert Presence.objects.get().how == "came"
    assert "support.presence_noted" in audited()
    assert "1 av 1 kom" in desk.get(one(in_group)).content.decode()
    desk.post(f"{DESK}kveld/{row.reference}/", {hers.reference: "word"})  # put right
    assert Presence.objects.get().how == "word"


def test_an_empty_list_and_a_word_of_its_own_are_not_noted(signed_in, in_group, hers, kari):
    row, desk = an_evening(in_group, kari, days_ago(2)), signed_in(kari)

    empty = desk.post(f"{DESK}kveld/{row.reference}/", {}).content.decode()
    odd = desk.post(f"{DESK}kveld/{row.reference}/", {hers.reference: "late"}).content.decode()

    assert "Kryss av for minst én." in empty
    assert "Velg fra listen." in odd
    assert not Presence.objects.exists()


def test_nobody_has_come_to_what_has_not_been(in_group, hers, kari):
    with pytest.raises(ValidationError, match="ikke vært ennå"):
        came(an_evening(in_group, kari, ahead(2)), hers, kari)


def test_who_came_is_of_the_group(in_group, kari, kaja):
    with pytest.raises(ValidationError, match="hører ikke til"):
        came(an_evening(in_group, kari, days_ago(2)), long_approved(kari, kaja), kari)


def test_called_off_it_leaves_her_page(signed_in, in_group, hers, solveig, kari):
    row = an_evening(in_group, kari, ahead(2))

    signed_in(kari).post(f"{DESK}kveld/{row.reference}/avlys/")

    row.refresh_from_db()
    assert row.called_off_by == kari
    assert "ikke satt ennå" in signed_in(solveig).get("/v/veiledning/").content.decode()
    with pytest.raises(ValidationError, match="alt avlyst"):
        changes.call_off_evening(evening=row, by=kari)


def test_what_was_called_off_by_mistake_is_set_again(in_group, kari):
    changes.call_off_evening(evening=an_evening(in_group, kari, ahead(2)), by=kari)

    again = an_evening(in_group, kari, ahead(2))

    assert again.called_off_on is None
    with pytest.raises(ValidationError, match="alt en kveld"):
        an_evening(in_group, kari, ahead(2))


def test_an_evening_somebody_came_to_is_not_called_off(in_group, hers, kari):
    row = an_evening(in_group, kari, days_ago(2))
    came(row, hers, kari)

    with pytest.raises(ValidationError, match="hvem som kom"):
        changes.call_off_evening(evening=row, by=kari)


# --- who may not ----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["nora", "astrid", "vigdis", "bodil", "siri", "solveig", "kirsti"])
def test_who_may_not(in_group, hers, kari, people, who):
    by = people[who]
    row = an_evening(in_group, kari, days_ago(2))
    acts = (
        lambda: changes.put_group_right(group=in_group, name="X", leader=kari, places=4, by=by),
        lambda: changes.lay_down_group(group=in_group, by=by),
        lambda: changes.take_out(membership=queries.membership_of(hers), by=by),
        lambda: an_evening(in_group, by, ahead(1)),
        lambda: changes.call_off_evening(evening=row, by=by),
        lambda: came(row, hers, by),
    )

    for act in acts:
        with pytest.raises(PermissionDenied):
            act()

    in_group.refresh_from_db()
    assert in_group.laid_down_on is None
    assert not Presence.objects.exists()
    assert Evening.objects.get().called_off_on is None


def test_a_leader_neither_appoints_herself_nor_moves_anybody(
    signed_in, in_group, hers, kari, kaja, gro
):
    """Who leads, and who is in it, decides who hears of her strain: that is the coordinators' to say."""
    outside = long_approved(kari, kaja)
    acts = (
        lambda: a_group(gro, gro, name="Min"),
        lambda: changes.put_group_right(group=in_group, name="X", leader=gro, places=4, by=gro),
        lambda: changes.lay_down_group(group=in_group, by=gro),
        lambda: changes.take_in(group=in_group, volunteer=outside, by=gro),
        lambda: changes.take_out(membership=queries.membership_of(hers), by=gro),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()

    leader = signed_in(gro)
    page = leader.get(one(in_group)).content.decode()
    assert "Solveig Moen" in page
    for shut in ("Ta ut", "Ta med", "Rett gruppen", "Legg ned gruppen", "Ingrid"):
        assert shut not in page
    assert "Sett opp en gruppe" not in leader.get(DESK).content.decode()
    for where in (f"{DESK}grupper/ny/", one(in_group, "rett"), one(in_group, "med")):
        assert leader.post(where, {"leader": gro.reference}).status_code == 403
    assert Group.objects.count() == 1
    assert an_evening(in_group, gro, ahead(5)).noted_by == gro  # her evenings are hers to set


def test_the_neighbour_sees_none_of_our_groups(signed_in, in_group, kari, nora):
    row, desk = an_evening(in_group, kari, days_ago(2)), signed_in(nora)

    assert "Tirsdagsgruppen" not in desk.get(DESK).content.decode()
    assert desk.get(one(in_group)).status_code == 404
    assert desk.get(f"{DESK}kveld/{row.reference}/").status_code == 404


def test_whoever_has_left_takes_no_place(in_group, hers, kari, kaja):
    from ressursvenn.volunteers import changes as volunteers

    volunteers.note_leaving(volunteer=fresh(hers), on=days_ago(0), by=kari)

    assert queries.members_of(in_group) == []
    changes.take_in(group=in_group, volunteer=long_approved(kari, kaja), by=kari)
    assert len(queries.members_of(in_group)) == 1
