"""What those who wait lack is told to whoever leads them, of her own association, and to nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.adverts import queries
from ressursvenn.participants import changes as participants
from ressursvenn.protection.models import AuditEntry
from tests.volunteers.conftest import applicant, ready

pytestmark = pytest.mark.django_db
OSLO, MOSS, TROMSO = "no-oslo-oslo", "no-ostfold-moss", "no-troms-tromso"


def waits(by, called="Måne", **more):
    known = {"area": OSLO, "languages": ["no"], "times": ["saturday"], **more}
    since = timezone.localdate() - timedelta(days=30)
    return participants.refer(
        association=by.association,
        crisis_centre=None,
        called=called,
        waiting_since=since,
        by=by,
        **known,
    )


def need(person):
    return queries.lacking(person, accounts.terms(person.association))


def counted(rows):
    return [(row.label, row.count) for row in rows]


def test_nobody_waits_and_nobody_is_available(kari):
    assert need(kari) == queries.Need(0, 0, (), (), ())


def test_each_lack_is_counted_by_word_the_most_wanted_first(kari, kaja):
    ready(kari, kaja, languages=["no", "so"], areas=[OSLO], times=["saturday"])
    waits(kari, "Sol", languages=["no", "ti"])  # that they share one is no help with the other
    waits(kari, "Elv", languages=["ti", "ar"], area=TROMSO)
    waits(kari, "Fjell", languages=["so"], times=["sunday"])

    told = need(kari)
    assert (told.waiting, told.available) == (3, 1)
    assert counted(told.languages) == [("tigrinja", 2), ("arabisk", 1)]
    assert counted(told.areas) == [("Tromsø, Troms", 1)]
    assert counted(told.times) == [("søndag", 1)]
    assert [row.length for row in told.languages] == [100, 50]


def test_whoever_is_not_available_fills_no_lack(kari, kaja):
    applicant(kari, languages=["ti"], times=["sunday"])
    waits(kari, languages=["ti"], times=["sunday"])

    told = need(kari)
    assert told.available == 0
    assert counted(told.languages) == [("tigrinja", 1)]
    assert counted(told.areas) == [("Oslo", 1)]


def test_what_is_not_known_is_nobodys_lack(kari):
    waits(kari, area="", languages=[], times=[])

    assert need(kari).nothing


def test_who_has_withdrawn_waits_no_more(kari):
    participants.withdraw_consent(participant=waits(kari, languages=["ti"]), by=kari)

    assert need(kari).waiting == 0


def test_the_neighbours_are_not_counted(kari, nora):
    waits(nora, languages=["ti"])

    assert need(kari).waiting == 0
    assert counted(need(nora).languages) == [("tigrinja", 1)]


def test_a_group_leader_meets_no_such_panel_and_opens_nobody(signed_in, gro, kari):
    waits(kari, languages=["ti"])
    before = AuditEntry.objects.count()
    page = signed_in(gro).get("/a/annonser/").content.decode()

    assert need(gro) is None
    assert "Dette mangler" not in page
    assert "tigrinja" not in page
    assert AuditEntry.objects.count() == before


def test_the_coordinator_sees_it_and_the_log_says_so(signed_in, kari):
    waits(kari, languages=["ti"])
    page = signed_in(kari).get("/a/annonser/").content.decode()

    assert "Dette mangler" in page
    assert "tigrinja" in page
    assert "Måne" not in page
    assert AuditEntry.objects.latest("pk").purpose == "list"


def test_as_few_questions_for_many_as_for_one(kari, kaja, signed_in, django_assert_max_num_queries):
    desk, most = signed_in(kari), 13  # four of them are savepoints
    for more in (1, 3):
        for number in range(more):
            waits(kari, f"Måne{more}{number}", languages=["ti"])
            ready(kari, kaja)
        with django_assert_max_num_queries(most) as asked:
            desk.get("/a/annonser/")
        most = len(asked)


def test_the_writing_side_never_meets_the_need():
    """Of all files of the room only the page with the two side by side names it."""
    from pathlib import Path

    import ressursvenn.adverts as room

    folder = Path(room.__file__).parent
    files = [path for path in folder.rglob("*") if path.suffix in (".py", ".html")]
    naming = {
        str(path.relative_to(folder))
        for path in files
        if any(word in path.read_text() for word in ("lacking", "queries.need", "need."))
    }
    assert naming == {
        "queries/__init__.py", "queries/need.py", "views/desk.py", "templates/adverts/_need.html",
        "templates/adverts/all.html",
    }  # fmt: skip
