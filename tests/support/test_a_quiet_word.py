"""She says that it is getting heavy: one tap, no story, seen by few, taken back or met with a talk."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.protection import opening
from ressursvenn.protection.models import AuditEntry
from ressursvenn.support import changes, queries
from ressursvenn.support.models import Strain, Talk
from ressursvenn.volunteers import changes as volunteers

from .conftest import TALK, a_group, ahead, an_evening, days_ago

PHONE = "/v/veiledning/"
DESK = "/a/veiledning/"


def heavy_at(client) -> str:
    page = client.get(DESK).content.decode()
    return page[page.index('id="tungt"') : page.index('id="kvelder"')]


def test_one_tap_is_enough(signed_in, hers, solveig, kari, audited):
    phone = signed_in(solveig)
    before = phone.get(PHONE).content.decode()
    assert "Koordinatorene ser det" in before
    assert before.index("Koordinatorene ser det") < before.index("Dette begynner å bli tungt")
    assert "<textarea" not in before
    audited()

    phone.post(f"{PHONE}tungt/", {"wish": ""})

    row = Strain.objects.get()
    assert (row.volunteer, row.said_by, row.said_on) == (hers, solveig, days_ago(0))
    assert audited() == ["support.said"]
    assert "Du sa fra" in phone.get(PHONE).content.decode()
    assert "Solveig" in heavy_at(signed_in(kari))


@pytest.mark.parametrize(
    ("wish", "told"),
    [("ring", "vil bli ringt"), ("talk", "vil ha en samtale"), ("pause", "vil ha pause")],
)
def test_a_wish_from_the_list_is_locked_and_told_to_those_who_may(
    signed_in, hers, solveig, kari, wish, told
):
    signed_in(solveig).post(f"{PHONE}tungt/", {"wish": wish})

    assert told in heavy_at(signed_in(kari))
    assert opening.open_record(Strain.objects.get(), by=kari, purpose="list").wish == wish
    assert wish.encode() not in Strain.objects.values_list("wish", flat=True).get().locked


def test_a_wish_that_is_on_no_list_says_nothing(signed_in, hers, solveig):
    answer = signed_in(solveig).post(f"{PHONE}tungt/", {"wish": "alt"}, follow=True)

    assert "Velg fra listen" in answer.content.decode()
    assert not Strain.objects.exists()


def test_a_second_tap_is_heard_as_kindly_as_the_first_and_is_the_same_word(
    signed_in, hers, solveig, kari
):
    phone = signed_in(solveig)
    phone.post(f"{PHONE}tungt/", {"wish": ""})
    for wish in ("ring", ""):
        answer = phone.post(f"{PHONE}tungt/", {"wish": wish}, follow=True).content.decode()
        assert "Takk for at du sa fra." in answer
        assert "Ikke oppfylt" not in answer

    row = Strain.objects.get()
    assert opening.open_record(row, by=kari, purpose="list").wish == "ring"


def test_she_takes_it_back_and_it_leaves_the_list_at_once(signed_in, hers, solveig, kari, audited):
    phone = signed_in(solveig)
    phone.post(f"{PHONE}tungt/", {"wish": "ring"})
    audited()

    phone.post(f"{PHONE}tatt-tilbake/")

    assert Strain.objects.get().taken_back_by == solveig
    assert audited() == ["support.said"]
    assert "Solveig" not in heavy_at(signed_in(kari))
    assert "Er det tungt?" in phone.get(PHONE).content.decode()
    audited()
    phone.post(f"{PHONE}tatt-tilbake/")  # once more is nothing
    assert audited() == []


def test_taking_back_what_somebody_has_answered_is_refused(hers, solveig, kari):
    row = changes.say_it_is_heavy(volunteer=hers, by=solveig)
    changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, answers=True, **TALK)
    row.refresh_from_db()

    with pytest.raises(ValidationError, match="alt tatt tilbake"):
        changes.take_back_word(strain=row, by=solveig)


def test_a_talk_answers_it(signed_in, hers, solveig, kari, audited):
    changes.say_it_is_heavy(volunteer=hers, by=solveig, wish="talk")
    desk = signed_in(kari)
    audited()

    where = f"{DESK}ressursvenn/{hers.reference}/"
    assert "Dette svarer på beskjeden hennes" in desk.get(where).content.decode()
    audited()

    told = {"on": days_ago(0).isoformat(), "answers": "on", **TALK}
    answer = desk.post(f"{where}samtale/", told)

    assert answer.status_code == 302
    assert audited() == ["support.talked"]
    row, talk = Strain.objects.get(), Talk.objects.get()
    assert (row.answered_by, row.answered_on) == (kari, days_ago(0))
    assert opening.open_record(talk, by=kari, purpose="volunteer_page").mood == "heavy"
    assert "Solveig" not in heavy_at(desk)
    page = desk.get(where).content.decode()
    assert "Hun hadde det tungt. Avtalt: snakke sammen igjen." in page
    assert "Dette svarer på beskjeden hennes" not in page


def test_without_the_tick_her_word_stands(hers, solveig, kari):
    """A talk of the same day may have been before she said it, or about something else."""
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, **TALK)

    assert Strain.objects.get().answered_on is None


@pytest.mark.parametrize(("who", "on"), [("kari", days_ago(3)), ("gro", days_ago(0))])
def test_a_word_said_later_or_not_heard_is_not_answered(hers, solveig, people, who, on):
    """Gro leads no group that she is in: she cannot hear the word, and closes nothing unseen."""
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    with pytest.raises(ValidationError, match="uten krysset"):
        changes.note_talk(volunteer=hers, on=on, by=people[who], answers=True, **TALK)

    assert Strain.objects.get().answered_on is None
    assert not Talk.objects.exists()


def test_whoever_cannot_hear_her_word_is_not_asked_whether_it_is_answered(
    signed_in, hers, solveig, gro
):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    leader, where = signed_in(gro), f"{DESK}ressursvenn/{hers.reference}/"

    assert "svarer på beskjeden" not in leader.get(where).content.decode()
    told = {"on": days_ago(0).isoformat(), "answers": "on", **TALK}
    assert leader.post(f"{where}samtale/", told).status_code == 302
    assert Strain.objects.get().answered_on is None


def test_a_talk_wrongly_filled_in_keeps_what_was_chosen(signed_in, hers, kari):
    told = {"on": ahead(2).isoformat(), "length": "30_60", "mood": "well", "next_step": ""}

    page = signed_in(kari).post(f"{DESK}ressursvenn/{hers.reference}/samtale/", told)

    text = page.content.decode()
    assert page.status_code == 200
    assert "Velg det som ligger nærmest." in text
    assert re.search(r'value="30_60"[^>]*checked', text)
    assert re.search(r'value="well"[^>]*checked', text)
    told["next_step"] = "nothing"
    page = signed_in(kari).post(f"{DESK}ressursvenn/{hers.reference}/samtale/", told)
    assert "Dagen har ikke vært ennå" in page.content.decode()
    assert not Talk.objects.exists()


@pytest.mark.parametrize("changed", [{"length": "x"}, {"mood": ""}, {"next_step": "story"}])
def test_a_talk_holds_only_what_is_on_a_list(hers, kari, changed):
    with pytest.raises(ValidationError, match="Velg fra listen"):
        changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, **{**TALK, **changed})

    assert not Talk.objects.exists()


@pytest.mark.parametrize("who", ["kari", "gro", "nora", "nils", "astrid", "siri", "pernille"])
def test_nobody_says_it_for_her(hers, people, who, audited):
    audited()

    with pytest.raises(PermissionDenied):
        changes.say_it_is_heavy(volunteer=hers, by=people[who])

    assert not Strain.objects.exists()
    assert audited() == []


def test_whoever_has_left_says_nothing_more(hers, solveig, kari):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    volunteers.note_leaving(volunteer=hers, on=days_ago(0), by=kari)

    assert list(queries.open_strains_heard_by(kari)) == []
    with pytest.raises(PermissionDenied):
        changes.say_it_is_heavy(volunteer=hers, by=solveig)


# --- who hears it ---------------------------------------------------------------------------------


def test_coordinators_hear_it_and_the_leader_of_her_group_and_nobody_else(
    hers, in_group, people, solveig
):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    hear = {who for who, one in people.items() if queries.open_strains_heard_by(one).exists()}

    assert hear == {"kari", "kaja", "gro"}


def test_a_group_leader_whose_group_she_is_not_in_hears_nothing(
    signed_in, hers, solveig, kari, gro
):
    changes.say_it_is_heavy(volunteer=hers, by=solveig, wish="ring")
    changes.note_talk(volunteer=hers, on=days_ago(4), by=kari, **TALK)
    a_group(kari, gro)
    leader = signed_in(gro)

    assert "Solveig" not in heavy_at(leader)
    page = leader.get(f"{DESK}ressursvenn/{hers.reference}/").content.decode()
    assert "Hun har sagt at det er tungt" not in page
    assert "Hun hadde det" not in page


def test_whoever_was_taken_out_of_the_group_is_heard_by_its_leader_no_longer(
    hers, in_group, solveig, kari, gro
):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    assert queries.open_strains_heard_by(gro).count() == 1

    changes.take_out(membership=queries.membership_of(hers), by=kari)

    assert not queries.open_strains_heard_by(gro).exists()


def test_whoever_becomes_leader_hears_what_is_said_from_then_on(
    hers, in_group, solveig, kari, kaja, gro
):
    """Neither what was said to the leader before her, nor before she led anything."""
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    Strain.objects.update(said_on=days_ago(5))
    changes.note_talk(volunteer=hers, on=days_ago(5), by=kari, **TALK)
    assert queries.open_strains_heard_by(gro).count() == 1
    named = {"group": in_group, "name": "Tirsdag", "places": 3, "by": kari}
    changes.put_group_right(leader=gro, **named)
    assert queries.open_strains_heard_by(gro).count() == 1  # she led it already

    changes.put_group_right(leader=kaja, **named)
    changes.put_group_right(leader=gro, **named)

    assert not queries.open_strains_heard_by(gro).exists()
    assert not queries.talks_heard_by(gro, hers).exists()
    Strain.objects.update(said_on=days_ago(0))
    assert queries.open_strains_heard_by(gro).count() == 1


def test_what_was_said_before_she_came_into_the_group_is_not_its_leaders_to_hear(
    hers, in_group, solveig, gro
):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    queries.membership_of(hers).group.memberships.update(joined_on=ahead(0))
    Strain.objects.update(said_on=days_ago(1))

    assert not queries.open_strains_heard_by(gro).exists()


def test_a_leader_sees_the_talk_she_held_herself(hers, gro):
    changes.note_talk(volunteer=hers, on=days_ago(0), by=gro, **TALK)

    assert queries.talks_heard_by(gro, hers).count() == 1


def test_the_neighbour_finds_nobody_here(signed_in, hers, nora, solveig):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    desk = signed_in(nora)

    assert "Solveig" not in heavy_at(desk)
    assert desk.get(f"{DESK}ressursvenn/{hers.reference}/").status_code == 404
    with pytest.raises(PermissionDenied):
        changes.note_talk(volunteer=hers, on=days_ago(0), by=nora, **TALK)


def test_the_log_does_not_tell_heavy_from_whether_she_comes(hers, in_group, solveig, kari):
    """Said, taken back, or yes to an evening: three entries that only the time tells apart."""
    evening = an_evening(in_group, kari, ahead(3))
    before = set(AuditEntry.objects.values_list("pk", flat=True))

    row = changes.say_it_is_heavy(volunteer=hers, by=solveig, wish="pause")
    changes.take_back_word(strain=row, by=solveig)
    changes.say_whether_i_come(evening=evening, comes=True, by=solveig)

    entries = AuditEntry.objects.exclude(pk__in=before)
    told = [
        (entry.did, entry.purpose, [about.reference for about in entry.about.all()])
        for entry in entries
    ]
    assert told == [("support.said", "", [hers.reference])] * 3


def test_an_account_that_is_nobodys_has_a_page_and_no_word(signed_in, people, solveig):
    phone = signed_in(solveig)

    page = phone.get(PHONE).content.decode()

    assert "Spør koordinatoren" in page
    assert "116 006" in page
    assert phone.post(f"{PHONE}tungt/").status_code == 404


def test_whom_to_ring_stands_on_the_page_from_the_reviewed_table(signed_in, hers, solveig):
    page = signed_in(solveig).get(PHONE).content.decode()

    assert 'href="tel:112"' in page
    assert 'href="tel:116006"' in page
