"""She hears of the volunteer first. The volunteer hears only what both share. Then names."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.accounts import changes as accounts
from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes, queries
from ressursvenn.participants import changes as participants
from ressursvenn.programme.states import PairState
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers

from .conftest import (
    NUMBER,
    a_participant,
    a_volunteer,
    acts,
    ahead,
    days_ago,
    fresh,
    walked,
)

HERS = ["Linerle", "900 00 001", "90000001", "Sandvika"]


def told_on(page):
    return [word for word in HERS if word in page.content.decode()]


def test_both_say_yes_one_after_the_other(asked, solveig):
    pair = changes.say_yes(pair=asked, by=solveig)

    assert pair.state is PairState.BOTH_SAID_YES
    assert acts()[-2:] == ["pairs.she_said_yes", "pairs.volunteer_said_yes"]


def test_she_cannot_say_yes_before_two_have_agreed(decided, kari):
    with pytest.raises(ValidationError, match="følger etter det forrige"):
        changes.note_her_yes(pair=decided, by=kari)


def test_the_volunteer_is_not_asked_before_she_has_said_yes(approved, solveig, signed_in):
    with pytest.raises(PermissionDenied):
        changes.say_yes(pair=approved, by=solveig)

    assert "Vil du møte" not in signed_in(solveig).get("/v/").content.decode()


def test_her_no_closes_it_and_the_two_are_not_suggested_again(approved, amina, volunteer, kari):
    pair = changes.note_her_no(pair=approved, by=kari)

    assert pair.state is PairState.NOT_TO_BE
    with pytest.raises(ValidationError, match="har sagt nei til den andre"):
        changes.decide(participant=amina, volunteer=volunteer, reason="near", by=kari)


def test_the_volunteers_no_closes_it(asked, solveig):
    pair = changes.say_no(pair=asked, by=solveig)

    assert (pair.state, pair.not_to_be_because) == (PairState.NOT_TO_BE, "volunteer_said_no")


def test_a_no_comes_only_while_it_is_waited_for(asked, both, kari):
    with pytest.raises(ValidationError):
        changes.note_her_no(pair=both, by=kari)
    with pytest.raises(ValidationError):
        changes.note_volunteer_no(pair=both, by=kari)


def test_a_coordinator_notes_the_yes_of_a_volunteer_without_an_account(asked, kari):
    pair = changes.note_volunteer_yes(pair=asked, by=kari)

    assert (pair.volunteer_said_yes_by, pair.state) == (kari, PairState.BOTH_SAID_YES)


def test_another_volunteer_answers_nothing(asked, people):
    with pytest.raises(PermissionDenied):
        changes.say_yes(pair=asked, by=people["nils"])


@pytest.mark.parametrize("on", [ahead(1), days_ago(1)])
def test_a_yes_is_neither_ahead_nor_before_the_step_before(approved, kari, on):
    with pytest.raises(ValidationError, match="ikke før forrige steg"):
        changes.note_her_yes(pair=approved, by=kari, on=on)


def test_the_question_says_what_both_share_and_nothing_else(signed_in, asked, solveig):
    page = signed_in(solveig).get("/v/")
    text = page.content.decode()

    assert told_on(page) == []
    assert [
        word for word in ("norsk og somali", "gå tur", "lørdag", "Akershus") if word not in text
    ] == []
    assert [word for word in ("film", "kaffe", "engelsk", "søndag") if word in text] == []


def test_names_and_the_agreed_contact_after_both_yeses(signed_in, both, solveig):
    text = signed_in(solveig).get("/v/").content.decode()

    assert [word for word in ("Linerle", NUMBER, "kveld") if word not in text] == []
    read = AuditEntry.objects.filter(by=solveig, purpose="volunteer_pair")
    assert set(read.values_list("about__reference", flat=True)) == {
        both.reference, both.participant.reference,
    }  # fmt: skip


def test_one_tap_says_yes(signed_in, asked, solveig):
    answer = signed_in(solveig).post(f"/v/{asked.reference}/svar/", {"answer": "yes"})

    assert answer.url == "/v/"
    assert fresh(asked).state is PairState.BOTH_SAID_YES


def withdrawn(pair, people):
    participants.withdraw_consent(participant=pair.participant, by=people["kari"])


def kept_apart(pair, people):
    apart.name_keep_apart(
        participant=pair.participant, kind="person", text="Solveig Moen", by=people["kari"]
    )


def not_looked_at(pair, people):
    apart.name_keep_apart(
        participant=pair.participant, kind="community", text="menigheten", by=people["kari"]
    )


def ended(pair, people):
    changes.end(pair=pair, ending="as_planned", by=people["kari"])


@pytest.mark.parametrize("happens", [withdrawn, kept_apart, not_looked_at, ended])
def test_access_ends_with_the_next_request(signed_in, running, people, happens):
    phone = signed_in(people["solveig"])
    assert told_on(phone.get("/v/")) == ["Linerle", "900 00 001"]

    happens(running, people)

    assert told_on(phone.get("/v/")) == []


def test_a_refusal_tells_a_volunteer_nothing_of_why(signed_in, asked, people):
    kept_apart(asked, people)

    page = signed_in(people["solveig"]).post(
        f"/v/{asked.reference}/svar/", {"answer": "yes"}, follow=True
    )

    text = page.content.decode()
    assert "Ring koordinatoren" in text
    assert [word for word in ("grunn du ikke kan se", "fra hverandre") if word in text] == []
    assert fresh(asked).state is PairState.SHE_SAID_YES


def test_a_number_is_shown_only_when_she_may_be_called(signed_in, both, kari, solveig):
    participants.settle_contact(participant=both.participant, channel="through_centre", by=kari)

    text = signed_in(solveig).get("/v/").content.decode()

    assert "gjennom krisesenteret" in text
    assert "900 00 001" not in text


def test_the_coordinator_sees_what_to_tell_her(signed_in, approved, kari):
    volunteers.note_what_she_offers(
        volunteer=approved.volunteer, levels={"no": "mother", "en": "well"}, areas=["no-akershus-sandvika"],
        interests=["coffee"], shows=["first_name", "languages", "likes"], by=kari,
    )  # fmt: skip
    text = (
        signed_in(kari).get(f"/a/koblinger/{approved.reference}/deltakerens-svar/").content.decode()
    )

    assert [word for word in ("Solveig", "Sandvika", "engelsk", "kaffe") if word not in text] == []
    assert "Moen" not in text


@pytest.mark.parametrize(("who", "status"), [("solveig", 405), ("nils", 404), ("kari", 403)])
def test_who_may_answer(signed_in, people, asked, who, status):
    browser = signed_in(people[who])
    address = f"/v/{asked.reference}/svar/"

    found = browser.get(address) if status == 405 else browser.post(address, {"answer": "yes"})
    assert found.status_code == status


def test_what_both_share_is_read_and_logged(asked, solveig):
    shared = queries.what_both_share(asked, by=solveig, purpose="neutral_description")

    assert (shared.languages, shared.interests, shared.times, shared.county) == (
        {"no", "so"}, {"walking"}, {"saturday"}, "Akershus",
    )  # fmt: skip
    assert AuditEntry.objects.filter(by=solveig, purpose="neutral_description").exists()


def test_the_page_asks_no_more_of_the_database_for_more_pairs(
    signed_in, kari, kaja, solveig, django_assert_num_queries
):
    """Four pairs of hers at once, of which two wait for her answer: as many questions as for two."""
    numbers = {"pairs_at_once": 4}
    accounts.set_local_limits(
        association=kari.association, begins=days_ago(600), numbers=numbers, by=kari
    )
    hers = a_volunteer(kari, kaja, places=4)
    volunteers.link_account(volunteer=hers, person=solveig, by=kari)
    phone = signed_in(solveig)

    def two_more(one, other):
        walked(a_participant(kari, one), fresh_card(hers), kari, kaja, introduced=days_ago(9))
        pair = changes.decide(
            participant=a_participant(kari, other),
            volunteer=fresh_card(hers),
            reason="near",
            by=kari,
        )
        changes.approve(pair=pair, by=kaja)
        changes.note_her_yes(pair=pair, by=kari)

    def shown():
        page = phone.get("/v/").content.decode()
        return page.count("Vi møttes"), page.count("Vil du møte en deltaker?")

    two_more("Linerle", "Blåmeis")
    with CaptureQueriesContext(connection) as asked:
        assert shown() == (1, 1)
    two_more("Kjøttmeis", "Gulspurv")
    with django_assert_num_queries(len(asked)):
        assert shown() == (2, 2)


def fresh_card(row):
    return type(row).objects.get(pk=row.pk)
