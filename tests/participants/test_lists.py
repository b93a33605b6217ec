"""The list and Min dag: one's own alone, one entry in the log, the same queries for 1 as for 30."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.accounts.queries import terms
from ressursvenn.participants import changes, queries
from ressursvenn.programme.lines import Weight
from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry

from .conftest import acts, days_ago, fresh, refer


def called(page):
    return [one.participant.called for one in page.context["standings"]]


def test_everybody_sees_her_own_and_nobody_elses(signed_in, oslo, nabo, kari, nora):
    refer(oslo, kari, called="Vår")
    refer(nabo, nora, called="Nabo")

    assert called(signed_in(kari).get("/a/deltakere/")) == ["Vår"]
    assert called(signed_in(nora).get("/a/deltakere/")) == ["Nabo"]


def test_a_list_is_one_entry_in_the_log(signed_in, oslo, kari):
    ours = [refer(oslo, kari) for _ in range(3)]

    signed_in(kari).get("/a/deltakere/")

    entry = AuditEntry.objects.get(did="protection.opened")
    assert (entry.by, entry.purpose) == (kari, "list")
    assert {one.reference for one in entry.about.all()} == {row.reference for row in ours}


def test_the_longest_wait_comes_first_within_each_group(signed_in, oslo, kari, ready):
    refer(oslo, kari, called="Kort", waiting_since=days_ago(10))
    refer(oslo, kari, called="Lang", waiting_since=days_ago(100))
    out = refer(oslo, kari, called="Ute", waiting_since=days_ago(400))
    changes.withdraw_consent(participant=out, by=kari)
    elsewhere = refer(oslo, kari, called="Koblet", waiting_since=days_ago(300))
    changes.note_in_unknown_pair(participant=elsewhere, by=kari)

    page = signed_in(kari).get("/a/deltakere/")

    assert called(page) == ["Linerle", "Lang", "Kort", "Koblet", "Ute"]
    assert [(bar["label"], bar["words"]) for bar in page.context["bars"]] == [
        ("Lang", "14 uker"), ("Linerle", "8 uker"), ("Kort", "1 uke"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "names"),
    [("klare", ["Linerle"]), ("mangler", ["Amina"]), ("tull", ["Linerle", "Amina"])],
)
def test_a_group_can_be_chosen(signed_in, kari, ready, amina, shown, names):
    assert called(signed_in(kari).get(f"/a/deltakere/?vis={shown}")) == names


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("kari", 200), ("kirsti", 200), ("gro", 403), ("vigdis", 403), ("astrid", 403),
        ("siri", 403), ("pernille", 403), ("solveig", 403), ("bodil", 403), (None, 302),
    ],
)  # fmt: skip
def test_who_gets_in(signed_in, people, who, status):
    assert signed_in(people.get(who)).get("/a/deltakere/").status_code == status


@pytest.mark.parametrize("who", ["gro", "kirsti", "vigdis", "astrid", "siri", "solveig", "bodil"])
def test_nobody_else_sees_anybody(amina, people, who):
    assert not queries.visible_to(people[who]).exists()
    assert queries.day_lines(people[who], terms(None)) == []


def test_an_empty_list_teaches(signed_in, kari):
    assert "Ingen er lagt inn ennå" in signed_in(kari).get("/a/deltakere/").content.decode()


def asked_for(number, oslo, kari, ask):
    """How many queries a read takes with so many rows."""
    for _ in range(number):
        refer(oslo, kari)
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_as_many_queries_for_thirty_as_for_one(signed_in, oslo, nabo, kari, nora):
    refer(nabo, nora)
    browser = signed_in(kari)
    reads = {
        "list": lambda: browser.get("/a/deltakere/"),
        "my day": lambda: queries.day_lines(kari, terms(oslo)),
        "waiting": lambda: list(queries.waiting(oslo.pk)),
    }

    for name, ask in reads.items():
        counts = {asked_for(more, oslo, kari, ask) for more in (1, 2, 27)}
        assert len(counts) == 1, name


def test_as_many_queries_for_many_receipts(signed_in, oslo, sentrum, kirsti):
    browser = signed_in(kirsti)
    counts = set()
    for more in (1, 2, 27):
        for _ in range(more):
            refer(oslo, kirsti, crisis_centre=sentrum)
        with CaptureQueriesContext(connection) as asked:
            browser.get("/a/deltakere/")
        counts.add(len(asked))

    assert len(counts) == 1


def test_who_waits_is_neither_withdrawn_nor_in_a_pair_we_know_or_not(oslo, nabo, kari, nora, ready):
    refer(nabo, nora)
    out = refer(oslo, kari)
    changes.withdraw_consent(participant=out, by=kari)
    elsewhere = refer(oslo, kari)
    changes.note_in_unknown_pair(participant=elsewhere, by=kari)

    assert list(queries.waiting(oslo.pk)) == [ready]


# Min dag


def test_what_needs_the_coordinator(oslo, sentrum, kari, kirsti, ready, amina):
    refer(oslo, kirsti, called="Ny", crisis_centre=sentrum)

    lines = queries.day_lines(kari, terms(oslo))

    assert [(line.weight, line.who) for line in lines] == [
        (Weight.NEXT_STEP, "Ny"), (Weight.TO_SETTLE, "Amina"), (Weight.WAITING, "Linerle"),
    ]  # fmt: skip
    assert [line.sentence for line in lines][1:] == [
        "Ikke avklart: Deltakeren har flyttet fra volden. Og 3 ting til.",
        "Har ventet i 8 uker.",
    ]
    assert lines[2].url == f"/a/deltakere/{ready.reference}/"


def test_opening_min_dag_is_a_look(oslo, kari, amina):
    queries.day_lines(kari, terms(oslo))

    assert [look.purpose for look in queries.looks(amina)] == ["my_day"]


def test_many_of_a_kind_become_a_count(oslo, kari):
    for _ in range(9):
        refer(oslo, kari)

    *_, last = lines = queries.day_lines(kari, terms(oslo))

    assert (len(lines), last.who, last.url) == (7, "3 til", "/a/deltakere/")


def test_whoever_is_withdrawn_or_erased_needs_nothing(oslo, kari, ready, amina):
    changes.withdraw_consent(participant=ready, by=kari)
    vault.destroy_keys(amina.reference)

    assert queries.day_lines(kari, terms(oslo)) == []


def test_reading_a_list_changes_nobody(signed_in, kari, amina):
    before = acts()
    row = fresh(amina).called.locked

    signed_in(kari).get("/a/deltakere/")

    assert (acts(), fresh(amina).called.locked) == (before, row)
