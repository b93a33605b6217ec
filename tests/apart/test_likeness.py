"""What only resembles an entry is not known until the vetting officer has said what it is."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.apart import changes, queries
from ressursvenn.apart.models import Decision
from ressursvenn.protection import opening
from ressursvenn.volunteers import changes as volunteers

from .conftest import acts, answer, apply, fresh, name, pair, refer
from .test_vetting import NOT_VETTING, entry_page


def again(volunteer):
    return type(volunteer).objects.get(pk=volunteer.pk)


@pytest.fixture
def mohammed(oslo, kari):
    return apply(oslo, kari, "Mohammed", "Rashid", phone="40000123")


@pytest.mark.parametrize(
    ("said", "first", "last", "must_be"),
    [
        ("Ole Vik", "Ole", "Vik", True),
        ("Ole Vik", "VIK", "Ole", True),
        ("Ole Vik", "\u041ele", "Vik", True),  # a Cyrillic О
        ("Åse Bjørnstad", "Aase", "Bjoernstad", True),
        ("Muhammad Al-Rashid", "Mohammed", "Rashid", None),  # heard
        ("Gunnar Fjeldstad", "Gunnar", "Fjledstad", None),  # nearly written
        ("O. Fjeldstad", "Ole", "Fjeldstad", None),  # an initial in the entry
        ("Ole Lund", "Ole", "Lunde", False),
        ("Kari Hansen", "Knut", "Hansen", False),
    ],
)
def test_the_same_is_a_yes_and_the_like_is_not_known(oslo, kari, amina, said, first, last, must_be):
    volunteer = apply(oslo, kari, first, last)
    name(amina, kari, said)

    assert answer(amina, volunteer) is must_be


def test_an_applicant_with_an_initial_alone_is_not_known_to_anybody_who_named_somebody(
    oslo, kari, amina
):
    half = apply(oslo, kari, "O.", "Fjeldstad")
    name(amina, kari, "Per Dahl")
    opening.open_cards([half], by=kari, purpose="test")

    assert answer(amina, half) is None


def test_it_waits_for_the_vetting_officer_and_says_that_it_only_resembles(
    kari, vigdis, amina, mohammed
):
    name(amina, kari, "Muhammad Al-Rashid")

    (one,) = queries.waiting_for_vetting(vigdis)

    assert (one.new_hits, one.resembles) == (1, True)
    assert one.sentence == (
        "En oppføring ligner på noen som har søkt eller er ressursvenn. Er det samme person?"
    )


def test_to_look_without_deciding_leaves_it_waiting(kari, vigdis, amina, mohammed):
    entry = name(amina, kari, "Muhammad Al-Rashid")

    changes.settle(entry=entry, by=vigdis)

    assert answer(amina, mohammed) is None
    assert len(queries.waiting_for_vetting(vigdis)) == 1
    assert not Decision.objects.exists()


def test_decided_to_be_the_same_is_kept_apart(kari, vigdis, amina, mohammed):
    entry = name(amina, kari, "Muhammad Al-Rashid")

    changes.settle(entry=entry, keep_from=[mohammed], by=vigdis)

    assert answer(amina, mohammed) is True
    assert queries.waiting_for_vetting(vigdis) == []


def test_a_namesake_is_released_and_stays_so(kari, vigdis, amina, ole):
    """Two people are called Ole Vik. Both, before anybody had said so, were kept apart."""
    entry = name(amina, kari)
    assert answer(amina, ole) is True

    changes.settle(entry=entry, not_the_same=[ole], by=vigdis)

    assert answer(amina, ole) is False
    assert queries.waiting_for_vetting(vigdis) == []
    (said,) = Decision.objects.all()
    assert (said.kept, said.volunteer, said.decided_by) == (False, ole, vigdis)
    assert acts() == ["apart.keep_apart_named", "apart.namesake_released", "apart.entry_settled"]


def test_whoever_was_kept_apart_may_be_released_later_and_kept_again(kari, vigdis, amina, ole):
    entry = name(amina, kari)
    answers = []

    changes.settle(entry=entry, by=vigdis)
    answers.append(answer(amina, ole))
    changes.release(entry=entry, volunteers=[ole], by=vigdis)
    answers.append(answer(amina, ole))
    changes.settle(entry=entry, keep_from=[ole], by=vigdis)
    answers.append(answer(amina, ole))

    assert answers == [True, False, True]
    assert list(Decision.objects.order_by("pk").values_list("kept", flat=True)) == [
        True, False, True,
    ]  # fmt: skip


def test_a_release_holds_for_what_had_met_and_not_for_what_comes_after(
    oslo, kari, vigdis, amina, mohammed
):
    """She was let go for her name; then she writes down the number that was named too."""
    entry = name(amina, kari, "Muhammad Al-Rashid, 92769310")
    changes.release(entry=entry, volunteers=[mohammed], by=vigdis)
    changes.settle(entry=entry, by=vigdis)
    before = answer(amina, again(mohammed))

    row = again(mohammed)
    opening.open_record(row, by=kari, purpose="test")
    volunteers.correct_card(volunteer=row, phone="927 69 310", by=kari)

    assert (before, answer(amina, again(mohammed))) == (False, True)
    assert [one.new_hits for one in queries.waiting_for_vetting(vigdis)] == [1]


def test_a_release_from_one_entry_is_no_release_from_another(oslo, kari, vigdis, amina, ole):
    beate = fresh(refer(oslo, kari))
    entry, other = name(amina, kari), name(beate, kari)
    second = name(amina, kari, "Ole Vik, 927 69 310")

    changes.release(entry=entry, volunteers=[ole], by=vigdis)

    assert (answer(amina, ole), answer(beate, ole)) == (True, True)
    changes.release(entry=second, volunteers=[ole], by=vigdis)
    assert (answer(amina, ole), answer(beate, ole)) == (False, True)
    assert other.decisions.count() == 0


def test_only_whom_the_entry_points_at_can_be_released(oslo, kari, vigdis, amina, ole):
    other = apply(oslo, kari, "Solveig", "Moen")

    with pytest.raises(ValidationError, match="peker på"):
        changes.release(entry=name(amina, kari), volunteers=[other], by=vigdis)

    assert not Decision.objects.exists()


@pytest.mark.parametrize("who", NOT_VETTING)
def test_who_may_not_release(people, kari, amina, ole, who):
    with pytest.raises(PermissionDenied):
        changes.release(entry=name(amina, kari), volunteers=[ole], by=people[who])

    assert answer(amina, ole) is True


def test_somebody_like_it_in_an_open_pair_is_told_at_once(kari, vigdis, amina, mohammed):
    pair(amina, mohammed, kari)
    entry = name(amina, kari, "Muhammad Al-Rashid")

    (one,) = queries.waiting_for_vetting(vigdis)
    assert one.in_open_pair

    changes.settle(entry=entry, not_the_same=[mohammed], by=vigdis)
    assert queries.waiting_for_vetting(vigdis) == []


# The page


def test_the_page_asks_of_each_and_says_how_alike_they_are(
    signed_in, oslo, kari, vigdis, amina, ole, mohammed
):
    entry = name(amina, kari, "Ole Vik og Muhammad Al-Rashid")
    browser = signed_in(vigdis)

    page = browser.get(entry_page(entry))
    told = page.content.decode()
    fields = page.context["form"].fields
    ours = [f"about_{one.reference}" for one in (ole, mohammed)]

    assert "Samme navn." in told
    assert "Navnet høres likt ut." in told
    assert [fields[one].initial for one in ours] == ["same", "not_known"]
    assert [len(fields[one].choices) for one in ours] == [2, 3]

    said = dict(zip(ours, ("not_the_same", "same"), strict=True))
    answered = browser.post(
        entry_page(entry), {**said, "has_looked": "on", "seen_up_to": mohammed.pk}
    )

    assert answered.url == "/a/unna/"
    assert (answer(amina, ole), answer(amina, mohammed)) == (False, True)
    decided = browser.get(entry_page(entry)).context["form"].fields
    assert [decided[one].initial for one in ours] == ["not_the_same", "same"]


def test_to_say_the_same_again_decides_nothing_anew(signed_in, kari, vigdis, amina, ole):
    entry, browser = name(amina, kari), signed_in(vigdis)
    said = {f"about_{ole.reference}": "not_the_same", "has_looked": "on", "seen_up_to": ole.pk}

    browser.post(entry_page(entry), said)
    browser.post(entry_page(entry), said)

    assert Decision.objects.count() == 1
    assert acts().count("apart.namesake_released") == 1


def test_whoever_comes_while_the_page_is_read_is_not_released(
    signed_in, oslo, kari, vigdis, amina, ole
):
    entry, browser = name(amina, kari), signed_in(vigdis)
    said = {f"about_{ole.reference}": "not_the_same", "has_looked": "on", "seen_up_to": ole.pk}
    second = apply(oslo, kari, "Ole", "Vik")

    browser.post(entry_page(entry), said)

    assert (answer(amina, ole), answer(amina, second)) == (False, True)
    assert not Decision.objects.filter(volunteer=second, kept=False).exists()


def test_nobody_else_sees_a_difference_between_like_and_unlike(signed_in, kari, amina, mohammed):
    browser = signed_in(kari)
    like = browser.post(
        f"/a/unna/{amina.reference}/", {"kind": "person", "text": "Muhammad Al-Rashid"}, follow=True
    )
    unlike = browser.post(
        f"/a/unna/{amina.reference}/", {"kind": "person", "text": "Per Fjellmo Dahl"}, follow=True
    )

    assert [str(m) for m in like.context["messages"]] == [
        str(m) for m in unlike.context["messages"]
    ]


def test_all_that_is_asked_is_one_query_however_much_is_decided(oslo, kari, vigdis):
    counts = set()
    for more in (1, 9):
        for index in range(more):
            participant, volunteer = refer(oslo, kari), apply(oslo, kari, "Ole", f"Vik{index}")
            entry = name(participant, kari, f"Ole Vik{index}")
            changes.settle(entry=entry, not_the_same=[volunteer], by=vigdis)
        everybody = list(type(volunteer).objects.all())
        participants = list(type(participant).objects.all())
        with CaptureQueriesContext(connection) as asked:
            queries.answers(participants, everybody)
        counts.add(len(asked))

    assert counts == {1}
