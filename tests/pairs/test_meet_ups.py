"""The volunteer notes a meet-up on her phone in four taps; sent twice, it is noted once."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.neighbourhood import changes as neighbourhood
from ressursvenn.pairs import changes
from ressursvenn.pairs.models import MeetUp
from ressursvenn.protection import opening

from .conftest import AREA, acts, ahead, days_ago, fresh

MET = {"day": None, "happened": True, "length": "1_2h", "kinds": ["walk", "talk"]}


def logged(pair, by, **more):
    return changes.log_meet_up(pair=pair, by=by, **{**MET, "day": days_ago(2), **more})


def test_it_happened(running, solveig):
    meet_up = logged(running, solveig, kinds=["talk", "walk"])

    assert (meet_up.happened, meet_up.length, meet_up.kinds) == (True, "1_2h", ["walk", "talk"])
    assert meet_up.logged_by == solveig
    assert acts()[-1] == "pairs.meet_up_logged"


def test_it_did_not_happen_and_why(running, solveig):
    meet_up = changes.log_meet_up(
        pair=running, day=days_ago(1), happened=False, not_happened="no_answer", by=solveig
    )

    assert (meet_up.happened, meet_up.not_happened, meet_up.length) == (False, "no_answer", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"length": ""},
        {"length": "all day"},
        {"not_happened": "other"},
        {"happened": False},
        {"happened": False, "length": "", "not_happened": ""},
        {"kinds": ["at home"]},
        {"day": days_ago(41)},
        {"day": ahead(1)},
    ],
)
def test_what_cannot_be_is_neither_noted_nor_audited(running, solveig, wrong):
    before = acts()

    with pytest.raises(ValidationError):
        logged(running, solveig, **wrong)

    assert not MeetUp.objects.exists()
    assert acts() == before


def test_the_same_form_twice_is_one_meet_up_and_one_entry(running, solveig):
    first, second = (logged(running, solveig, once="abc") for _ in range(2))

    assert first == second
    assert acts().count("pairs.meet_up_logged") == 1


def test_a_coordinator_notes_one_for_her(running, kari):
    assert logged(running, kari).logged_by == kari


@pytest.mark.parametrize("who", ["nora", "nils", "gro", "astrid"])
def test_others_do_not(people, running, who):
    with pytest.raises(PermissionDenied):
        logged(running, people[who])


def test_the_volunteer_notes_nothing_after_the_end_but_a_coordinator_may(running, solveig, kari):
    changes.end(pair=running, ending="as_planned", by=kari)

    with pytest.raises(PermissionDenied):
        logged(running, solveig)
    assert logged(running, kari)


def test_not_before_they_have_met(both, solveig):
    with pytest.raises(ValidationError, match="i gang"):
        logged(both, solveig)


def test_whoever_noted_it_notes_it_right(running, solveig, kari):
    meet_up = logged(running, solveig)
    right = {**MET, "day": days_ago(3), "kinds": ["food"]}

    changes.correct_meet_up(meet_up=meet_up, by=solveig, **right)

    assert MeetUp.objects.values_list("day", "kinds").get() == (days_ago(3), ["food"])
    with pytest.raises(ValidationError, match="den som førte det"):
        changes.correct_meet_up(meet_up=meet_up, by=kari, **right)


def test_undo_takes_it_away_and_the_log_remembers(running, solveig, kari):
    meet_up = logged(running, solveig)

    with pytest.raises(ValidationError, match="den som førte det"):
        changes.take_back_meet_up(meet_up=meet_up, by=kari)
    changes.take_back_meet_up(meet_up=meet_up, by=solveig)
    changes.take_back_meet_up(meet_up=meet_up, by=solveig)

    assert not MeetUp.objects.exists()
    assert acts()[-2:] == ["pairs.meet_up_logged", "pairs.meet_up_taken_back"]


def test_the_next_meet_up_is_a_day_and_is_erased_when_past(running, solveig, kari, time_machine):
    changes.set_next_meet_up(pair=running, day=ahead(2), by=solveig)
    row = opening.open_record(fresh(running), by=kari, purpose="test")
    assert row.next_meet_up == ahead(2)

    time_machine.move_to(ahead(3))
    changes.erase_past_days()

    assert fresh(running).next_meet_up is None


def test_a_next_meet_up_in_the_past_is_refused(running, solveig):
    with pytest.raises(ValidationError):
        changes.set_next_meet_up(pair=running, day=days_ago(1), by=solveig)


def test_there_is_no_field_for_place_story_or_money():
    assert sorted(field.name for field in MeetUp._meta.concrete_fields) == [
        "day", "happened", "id", "kinds", "length", "logged_at", "logged_by", "not_happened",
        "once", "pair", "reference", "talked_by", "talked_on", "wants_talk",
    ]  # fmt: skip


def test_on_the_phone_open_the_form_and_save(signed_in, running, solveig):
    phone = signed_in(solveig)
    address = f"/v/{running.reference}/treff/"
    form = phone.get(address).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    typed = {**given, "day": days_ago(0).isoformat(), "kinds": ["walk"]}

    phone.post(address, typed)
    answer = phone.post(address, typed)

    assert answer.url == "/v/"
    assert [(one.day, one.kinds, one.wants_talk) for one in MeetUp.objects.all()] == [
        (days_ago(0), ["walk"], False)
    ]


def test_call_me_is_one_tap(signed_in, running, solveig):
    signed_in(solveig).post(
        f"/v/{running.reference}/ikke-treff/",
        {"day": days_ago(0).isoformat(), "not_happened": "other", "how": "call_me", "once": "x"},
    )

    assert MeetUp.objects.get().wants_talk


def test_correct_and_undo_on_the_phone(signed_in, running, solveig):
    phone = signed_in(solveig)
    meet_up = logged(running, solveig)
    own = f"/v/{running.reference}/treff/{meet_up.reference}/"

    page = phone.get(own)
    assert page.context["form"]["length"].value() == "1_2h"
    phone.post(own, {"day": days_ago(2).isoformat(), "length": "2_4h", "how": "all_well"})
    assert MeetUp.objects.get().length == "2_4h"
    phone.post(f"{own}angre/")

    assert not MeetUp.objects.exists()


def test_the_phone_shows_two_free_things_near_her(signed_in, running, solveig, kari):
    for what in ("Gå langs vannet", "Låne bøker", "Spille sjakk"):
        neighbourhood.note_free_thing(area=AREA, what=what, kind="walk", source="kommunen", by=kari)

    page = signed_in(solveig).get("/v/").content.decode()

    assert [what in page for what in ("Gå langs vannet", "Låne bøker", "Spille sjakk")] == [
        True, True, False,
    ]  # fmt: skip


def test_the_next_day_on_the_phone(signed_in, running, solveig):
    phone = signed_in(solveig)

    phone.post(f"/v/{running.reference}/neste/", {"day": ahead(5).isoformat()})
    assert "Neste treff" in phone.get("/v/").content.decode()
    told = phone.post(
        f"/v/{running.reference}/neste/", {"day": days_ago(5).isoformat()}, follow=True
    )

    assert "ikke er forbi" in told.content.decode()


PHONE = ["treff/", "ikke-treff/", "bekymring/"]


@pytest.mark.parametrize("page", PHONE)
@pytest.mark.parametrize(("who", "status"), [("solveig", 200), ("nils", 404), ("kari", 403)])
def test_who_gets_in_on_the_phone(signed_in, people, running, page, who, status):
    assert signed_in(people[who]).get(f"/v/{running.reference}/{page}").status_code == status


@pytest.mark.parametrize("page", PHONE)
def test_the_phone_shows_nothing_of_an_ended_pair(signed_in, running, solveig, kari, page):
    changes.end(pair=running, ending="early", by=kari)

    assert signed_in(solveig).get(f"/v/{running.reference}/{page}").status_code == 404
