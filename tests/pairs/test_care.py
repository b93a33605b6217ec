"""Following up, and worry: what a coordinator notes, and what goes to the top of her day."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.pairs import changes
from ressursvenn.pairs.models import FollowUp, MeetUp, PairConcern

from .conftest import acts, ahead, days_ago


def talk(pair, by, **more):
    return changes.note_follow_up(
        pair=pair, by=by, **{"with_whom": "both", "outcome": "all_well", **more}
    )


def test_a_follow_up_is_noted(running, kari):
    noted = talk(running, kari, on=days_ago(3))

    assert (noted.held_on, noted.held_by, noted.outcome) == (days_ago(3), kari, "all_well")
    assert acts()[-1] == "pairs.followed_up"


@pytest.mark.parametrize("on", [ahead(1), days_ago(41)])
def test_not_ahead_and_not_before_they_met(running, kari, on):
    with pytest.raises(ValidationError):
        talk(running, kari, on=on)

    assert not FollowUp.objects.exists()


def test_a_talk_with_the_volunteer_settles_call_me(running, kari, solveig):
    changes.log_meet_up(
        pair=running, day=days_ago(1), happened=False, not_happened="other",
        wants_talk=True, by=solveig,
    )  # fmt: skip

    talk(running, kari, with_whom="participant")
    assert MeetUp.objects.get().talked_on is None
    talk(running, kari, with_whom="volunteer")

    assert (MeetUp.objects.get().talked_on, MeetUp.objects.get().talked_by) == (days_ago(0), kari)


def test_a_talk_held_before_she_asked_settles_nothing(running, kari, solveig):
    changes.log_meet_up(
        pair=running, day=days_ago(1), happened=False, not_happened="other",
        wants_talk=True, by=solveig,
    )  # fmt: skip

    talk(running, kari, on=days_ago(5))

    assert MeetUp.objects.get().talked_on is None


def test_a_worrying_talk_opens_a_concern_once_and_is_one_entry(running, kari):
    talk(running, kari, outcome="concern")
    talk(running, kari, outcome="concern")

    assert PairConcern.objects.count() == 1
    assert acts()[-2:] == ["pairs.followed_up", "pairs.followed_up"]


@pytest.mark.parametrize("who", ["solveig", "kari"])
def test_the_volunteer_or_the_coordinator_raises_a_concern(people, running, who):
    concern = changes.raise_concern(pair=running, by=people[who])

    assert changes.raise_concern(pair=running, by=people[who]) == concern
    assert acts().count("pairs.concern_raised") == 1


def test_a_coordinator_settles_it(running, kari, kaja, solveig):
    changes.raise_concern(pair=running, by=solveig)

    changes.settle_concern(pair=running, by=kaja)

    assert PairConcern.objects.get().settled_by == kaja
    with pytest.raises(ValidationError, match="ingen åpen"):
        changes.settle_concern(pair=running, by=kaja)


@pytest.mark.parametrize("who", ["solveig", "gro", "nora", "nils"])
def test_nobody_else_settles_or_follows_up(people, running, kari, who):
    changes.raise_concern(pair=running, by=kari)

    with pytest.raises(PermissionDenied):
        changes.settle_concern(pair=running, by=people[who])
    with pytest.raises(PermissionDenied):
        talk(running, people[who])


def test_a_concern_holds_no_story():
    assert sorted(field.name for field in PairConcern._meta.concrete_fields) == [
        "id", "pair", "raised_by", "raised_on", "settled_by", "settled_on",
    ]  # fmt: skip


def test_on_the_phone_it_is_one_button_beside_the_numbers_to_call(signed_in, running, solveig):
    phone = signed_in(solveig)
    page = phone.get(f"/v/{running.reference}/bekymring/").content.decode()

    phone.post(f"/v/{running.reference}/bekymring/")

    assert "112" in page
    assert PairConcern.objects.get().raised_by == solveig


def test_at_the_desk_raised_and_settled(signed_in, running, kari):
    desk = signed_in(kari)
    address = f"/a/koblinger/{running.reference}/bekymring/"

    for _ in range(2):  # two taps are one concern, and settle nothing
        desk.post(address, {"act": "raise"})
    assert PairConcern.objects.get().settled_by is None
    assert "Bekymring meldt" in desk.get(f"/a/koblinger/{running.reference}/").content.decode()
    assert 'value="settle"' in desk.get(address).content.decode()
    desk.post(address, {"act": "settle"})

    assert PairConcern.objects.get().settled_by == kari


def test_the_follow_up_page(signed_in, running, kari):
    answer = signed_in(kari).post(
        f"/a/koblinger/{running.reference}/oppfolging/",
        {"with_whom": "both", "outcome": "needs_talk", "on": days_ago(0).isoformat()},
    )

    assert answer.url == f"/a/koblinger/{running.reference}/"
    assert FollowUp.objects.get().outcome == "needs_talk"


def test_a_coordinators_concern_is_not_told_to_the_volunteer_it_may_be_about(
    signed_in, running, kari, solveig
):
    phone = signed_in(solveig)
    before = phone.get("/v/").content.decode()
    changes.raise_concern(pair=running, by=kari)

    after = phone.get("/v/").content.decode()

    assert before.count("bekymr") == after.count("bekymr") > 0
    assert "meldt en bekymring" not in after


def test_she_sees_that_her_own_concern_was_received(signed_in, running, solveig):
    changes.raise_concern(pair=running, by=solveig)

    assert "Du har meldt en bekymring" in signed_in(solveig).get("/v/").content.decode()
