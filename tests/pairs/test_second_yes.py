"""The second yes: another person, a neutral summary, one button. Never the crisis centre."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.pairs import changes, queries
from ressursvenn.pairs.models import Pair
from ressursvenn.participants import changes as participants
from ressursvenn.programme.states import PairState

from .conftest import acts, days_ago, fresh

APPROVERS = ["kaja", "gro", "astrid"]


@pytest.mark.parametrize("who", APPROVERS)
def test_somebody_else_of_ours_or_an_adviser_approves(people, decided, who):
    pair = changes.approve(pair=decided, by=people[who])

    assert (pair.state, pair.approved_by) == (PairState.APPROVED, people[who])
    assert acts() == ["pairs.decided", "pairs.approved"]


def test_nobody_approves_her_own_decision(decided, kari):
    with pytest.raises(ValidationError, match="en annen enn den som bestemte"):
        changes.approve(pair=decided, by=kari)

    assert fresh(decided).state is PairState.DECIDED
    assert acts() == ["pairs.decided"]


def test_the_table_itself_refuses_one_person_twice(decided, kari):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pair.objects.filter(pk=decided.pk).update(approved_on=days_ago(0), approved_by=kari)


@pytest.mark.parametrize("who", ["kirsti", "vigdis", "solveig", "siri", "bodil", "pernille"])
def test_others_may_not(people, decided, who):
    with pytest.raises(PermissionDenied):
        changes.approve(pair=decided, by=people[who])


def test_the_neighbours_coordinator_may_not(decided, nora):
    with pytest.raises(ValidationError, match="hører til foreningen"):
        changes.approve(pair=decided, by=nora)


def test_what_has_come_up_since_stops_it(decided, amina, kari, kaja):
    participants.withdraw_consent(participant=amina, by=kari)

    with pytest.raises(ValidationError, match="ikke trukket seg"):
        changes.approve(pair=decided, by=kaja)


def test_twice_is_refused(approved, gro):
    with pytest.raises(ValidationError) as told:
        changes.approve(pair=approved, by=gro)

    assert [error.code for error in told.value.error_list] == ["PAI-10"]


def test_a_no_ends_it_and_turns_nobody_down(decided, amina, volunteer, kari, kaja):
    pair = changes.decline(pair=decided, by=kaja)

    assert (pair.state, pair.not_to_be_because) == (PairState.NOT_TO_BE, "not_approved")
    assert changes.decide(participant=amina, volunteer=volunteer, reason="near", by=kari)


def test_the_page_shows_what_they_share_and_no_name(signed_in, decided, gro):
    page = signed_in(gro).get(f"/a/koblinger/{decided.reference}/godkjenning/").content.decode()

    assert "norsk og somali" in page
    assert "gå tur" in page
    assert "Akershus" in page
    assert [
        word for word in ("Linerle", "Solveig", "Moen", "Sandvika", "film") if word in page
    ] == []


def test_one_tap_approves(signed_in, decided, gro):
    answer = signed_in(gro).post(
        f"/a/koblinger/{decided.reference}/godkjenning/", {"answer": "yes"}
    )

    assert answer.url == "/a/"
    assert fresh(decided).approved_by == gro


def test_it_waits_for_each_who_may_and_not_for_the_decider(people, decided):
    waiting = {who for who, person in people.items() if queries.awaiting_approval(person)}

    assert waiting == {"kaja", "gro", "astrid"}


@pytest.mark.parametrize(
    ("who", "status"),
    [("gro", 200), ("kaja", 200), ("astrid", 200), ("kari", 404), ("nora", 404), ("kirsti", 403),
     ("solveig", 403), ("siri", 403), (None, 302)],
)  # fmt: skip
def test_who_gets_in(signed_in, people, decided, who, status):
    browser = signed_in(people[who] if who else None)

    assert browser.get(f"/a/koblinger/{decided.reference}/godkjenning/").status_code == status
