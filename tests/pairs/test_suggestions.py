"""The round of suggestions: with reasons, alternatives, and everybody left out or not ready."""

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes, queries
from ressursvenn.pairs.models import Pair
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers

from .conftest import a_participant, a_volunteer, days_ago

ADDRESS = "/a/koblinger/forslag/"


def board(person):
    return queries.board(person, accounts.terms(person.association))


def names(rows):
    return [getattr(row.card, "called", None) or row.card.first_name for row in rows]


@pytest.fixture
def ingrid(kari, kaja):
    return a_volunteer(
        kari, kaja, "Ingrid", languages=["no"], interests=[], phone="", email="i@example.org"
    )


def test_two_who_may_meet_are_suggested_with_what_speaks_for_it(amina, volunteer, kari):
    (one,) = board(kari).suggestions

    assert (one.participant.called, one.volunteer.first_name) == ("Linerle", "Solveig")
    assert one.sentences[0] == "Begge snakker norsk og somali."
    assert one.others == ()


def test_the_others_who_could_are_there_to_choose(amina, volunteer, ingrid, kari):
    (one,) = board(kari).suggestions

    assert one.volunteer.first_name == "Solveig"
    assert [other.volunteer.first_name for other in one.others] == ["Ingrid"]


def test_nothing_is_stored_and_the_page_is_one_entry(amina, volunteer, kari):
    before = AuditEntry.objects.count()

    board(kari)

    entry = AuditEntry.objects.get(by=kari, purpose="suggestions")
    assert entry.did == "protection.opened"
    read = {amina.reference, volunteer.reference}
    assert set(entry.about.values_list("reference", flat=True)) == read
    assert AuditEntry.objects.count() == before + 1
    assert not Pair.objects.exists()


def test_whoever_waited_longest_comes_first_and_the_other_is_told_why(amina, volunteer, kari):
    a_participant(kari, "Blåmeis", waiting_since=days_ago(10))

    found = board(kari)

    assert [one.participant.called for one in found.suggestions] == ["Linerle"]
    assert names(found.participants_left) == ["Blåmeis"]
    assert "ventet lenger" in found.participants_left[0].sentences[0]


def test_a_volunteer_left_over_is_told_of_too(amina, volunteer, ingrid, kari):
    (left,) = board(kari).volunteers_left

    assert left.card.first_name == "Ingrid"
    assert left.sentences == (
        "Kan møte én av dem som venter, men andre er foreslått til dem i denne runden.",
    )


def test_somebody_kept_apart_is_not_suggested_and_why_is_not_told(amina, volunteer, kari):
    apart.name_keep_apart(participant=amina, kind="phone", text="400 00 001", by=kari)

    found = board(kari)

    assert found.suggestions == []
    assert found.participants_left[0].sentences == (
        "Én ressursvenn kan ikke foreslås av en grunn du ikke kan se.",
    )


def test_those_not_ready_are_listed_with_every_reason(kari):
    a_participant(kari, "Blåmeis", consented_on=None)
    volunteers.note_application(association=kari.association, first_name="Ingrid", by=kari)

    found = board(kari)

    assert [no.rule for no in found.participants_not_ready[0].refusals] == ["PAR-03"]
    assert names(found.volunteers_not_ready) == ["Ingrid"]


def test_those_in_a_pair_are_in_no_list(running, kari):
    found = board(kari)

    assert [found.suggestions, found.participants_left, found.volunteers_left] == [[], [], []]
    assert [found.participants_not_ready, found.volunteers_not_ready] == [[], []]


def test_the_neighbours_are_in_no_list(amina, volunteer, kari, nora, people, nabo):
    a_participant(nora, "Nabo")

    assert [one.participant.called for one in board(kari).suggestions] == ["Linerle"]
    assert names(board(nora).participants_left) == ["Nabo"]


def test_the_number_of_queries_does_not_grow(kari, kaja, django_assert_max_num_queries):
    def one_more(number):
        a_participant(kari, f"Fugl {number}")
        a_volunteer(kari, kaja, f"Venn {number}", phone="", email=f"v{number}@example.org")

    one_more(1)
    with django_assert_max_num_queries(25) as first:
        assert len(board(kari).suggestions) == 1
    one_more(2)
    one_more(3)
    with django_assert_max_num_queries(len(first)):
        assert len(board(kari).suggestions) == 3


def test_the_page_leads_from_a_suggestion_to_a_decision(signed_in, amina, volunteer, kari):
    desk = signed_in(kari)
    page = desk.get(ADDRESS)
    (one,) = page.context["board"].suggestions
    decide = (
        f"/a/koblinger/bestem/?deltaker={amina.reference}"
        f"&ressursvenn={volunteer.reference}&forslag={one.vouched}"
    )
    assert decide.replace("&", "&amp;") in page.content.decode()

    desk.post(decide, {"reason": "as_suggested"})

    assert Pair.objects.get().was_suggested


def test_a_mark_of_yesterday_is_worth_nothing(amina, volunteer, kari, time_machine):
    (one,) = board(kari).suggestions
    time_machine.move_to(days_ago(-1))

    terms = accounts.terms(kari.association)
    assert not queries.vouched_for(one.vouched, amina.reference, volunteer.reference, terms)


def test_an_empty_page_teaches(signed_in, kari):
    assert "Ingen forslag nå" in signed_in(kari).get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("kari", 200), ("gro", 403), ("astrid", 403), ("solveig", 403), (None, 302)]
)
def test_who_gets_in(signed_in, people, who, status):
    assert signed_in(people[who] if who else None).get(ADDRESS).status_code == status


def test_a_pair_that_was_only_called_off_is_suggested_again(decided, kari):
    changes.call_off(pair=decided, by=kari)

    assert len(board(kari).suggestions) == 1
