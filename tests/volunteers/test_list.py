"""The list: our own alone, where each has come on the road, and what is missing first."""

import re

import pytest

from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes

from .conftest import applicant, days_ago, ready

ALL = "/a/ressursvenner/"


def names(page) -> list[str]:
    return [row.volunteer.first_name for row in page.context["rows"]]


def test_a_row_says_who_where_on_the_road_and_what_is_missing_first(signed_in, volunteer, kari):
    page = signed_in(kari).get(ALL)

    (row,) = page.context["rows"]
    said = page.content.decode()
    assert (row.station, row.missing.rule) == ("søknad", "VOL-01")
    assert "Ingrid Solbakken" in said
    assert "norsk og somali" in said
    assert "To personer har intervjuet ressursvennen" in said
    assert f'href="{ALL}{volunteer.reference}/"' in said


def test_whoever_may_be_matched_is_said_to_be_in_nobodys_way(signed_in, ready_volunteer, kari):
    page = signed_in(kari).get(ALL)

    (row,) = page.context["rows"]
    assert (row.station, row.missing) == ("kan kobles", None)
    assert "Ingen regel står i veien." in page.content.decode()


def test_the_neighbours_are_never_in_it(signed_in, volunteer, neighbours_volunteer, kari, nora):
    ours, theirs = signed_in(kari).get(ALL), signed_in(nora).get(ALL)

    assert (names(ours), names(theirs)) == (["Ingrid"], ["Borghild"])
    assert neighbours_volunteer.reference not in ours.content.decode()
    assert volunteer.reference not in theirs.content.decode()


@pytest.mark.parametrize("shown", ["alle", "underveis", "godkjennes", "kan", "avklares", "sluttet"])
def test_no_choice_of_list_lets_a_neighbour_in(signed_in, neighbours_volunteer, kari, shown):
    page = signed_in(kari).get(ALL, {"vis": shown})

    assert page.context["rows"] == []
    assert [choice["count"] for choice in page.context["choices"]] == [0] * 6


def test_names_stand_in_the_order_of_the_norwegian_alphabet(signed_in, kari):
    for name in ("Åse", "Ørjan", "anne", "Zahra", "Ærlig"):
        applicant(kari, first_name=name)

    assert names(signed_in(kari).get(ALL)) == ["anne", "Zahra", "Ærlig", "Ørjan", "Åse"]


def test_one_may_choose_whom_to_see(signed_in, kari, kaja):
    applicant(kari, first_name="Anne")
    ready(kari, kaja, first_name="Berit")
    half = applicant(kari, first_name="Cecilie")
    changes.note_interview(volunteer=half, on=days_ago(9), by=kari)
    gone = ready(kari, kaja, first_name="Dina")
    changes.note_leaving(volunteer=gone, on=days_ago(1), by=kari)
    browser = signed_in(kari)

    def shown(code):
        return names(browser.get(ALL, {"vis": code}))

    assert shown("alle") == shown("noe helt annet") == ["Anne", "Berit", "Cecilie"]
    assert shown("underveis") == ["Anne", "Cecilie"]
    assert shown("godkjennes") == []
    assert shown("kan") == ["Berit"]
    assert shown("avklares") == ["Cecilie"]
    assert shown("sluttet") == ["Dina"]
    choices = browser.get(ALL).context["choices"]
    assert [choice["count"] for choice in choices] == [3, 2, 0, 1, 1, 1]


def test_a_hidden_reason_is_hidden_here_too(signed_in, ready_volunteer, kari, gro):
    changes.raise_concern(volunteer=ready_volunteer, on=days_ago(1), kind="strain", by=kari)

    told, hidden = (signed_in(person).get(ALL) for person in (kari, gro))

    assert told.context["rows"][0].missing.rule == "VOL-07"
    assert hidden.context["rows"][0].missing.rule == "–"
    assert "bekymring" not in hidden.content.decode().lower()


def test_whose_keys_are_gone_is_not_in_the_list(signed_in, volunteer, kari):
    vault.destroy_keys(volunteer.reference)

    assert names(signed_in(kari).get(ALL)) == []


def test_reading_the_list_leaves_one_entry_about_those_it_showed(signed_in, volunteer, kari):
    browser = signed_in(kari)
    before = AuditEntry.objects.count()

    browser.get(ALL)

    entry = AuditEntry.objects.first()
    assert AuditEntry.objects.count() == before + 1
    assert (entry.did, entry.by, entry.purpose) == ("protection.opened", kari, "list")
    assert [row.reference for row in entry.about.all()] == [volunteer.reference]


def test_an_empty_list_teaches(signed_in, kari):
    page = signed_in(kari).get(ALL).content.decode()

    assert "Ingen er notert ennå." in page
    assert f'href="{ALL}ny/"' in page


def test_as_many_queries_for_thirty_as_for_one(signed_in, kari, django_assert_max_num_queries):
    browser = signed_in(kari)
    counted = {}
    for rows in (1, 3, 30):
        while applicants(kari) < rows:
            applicant(kari)
        with django_assert_max_num_queries(12) as queries:
            page = browser.get(ALL)
        assert len(page.context["rows"]) == rows
        counted[rows] = len(queries)

    assert counted[1] == counted[3] == counted[30]


def applicants(person) -> int:
    from ressursvenn.volunteers.queries import visible_to

    return visible_to(person).count()


def test_no_name_in_the_title_or_in_an_address(signed_in, volunteer, kari):
    page = signed_in(kari).get(ALL).content.decode()

    assert re.search(r"<title>(.*)</title>", page)[1] == "Ressursvenner"
    assert not re.search(r'(href|action)="[^"]*(Ingrid|Solbakken)', page)
