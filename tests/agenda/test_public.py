"""What everybody reads and fetches: the holes, one hole, one addressee, what changed, and the same as data."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from django.urls import reverse

from ressursvenn.agenda import changes, data_files, figures, queries, words
from ressursvenn.agenda.models import DemandText, Happening

from .conftest import TITLE, ago, backed, happened, noted, public, raised, seen_for, told

pytestmark = pytest.mark.django_db
OPEN = "/krav/"
DATA = {name: f"{name}.csv" for name in data_files.FIELDS}


def text(answer) -> str:
    return unescape(answer.content.decode())


def table(client, name):
    content = client.get(f"{OPEN}data/{DATA[name]}").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def test_an_empty_agenda_is_whole_pages_and_whole_files(client, db):
    assert text(client.get(OPEN)).count("Ingen krav er reist her ennå") == 4
    for name in words.IN_ADDRESSES.values():
        assert client.get(f"{OPEN}hull/{name}/").status_code == 200
    assert client.get(f"{OPEN}hull/rettferdighet/").status_code == 404
    assert "Ingen tall er bekreftet" in text(client.get(f"{OPEN}tall/"))
    assert "Ingenting er endret" in text(client.get(f"{OPEN}endret/"))
    assert table(client, "krav") == []
    assert json.loads(client.get(f"{OPEN}data/alt.json").content)["krav"] == []


def test_each_demand_is_under_its_hole_and_its_addressee(client, ella, eivor, storting, party):
    public(ella, eivor, storting, title="Hjelp der folk bor")
    public(ella, eivor, party, hole="research", title="Penger til forskning")
    raised(ella, storting, title="Ikke lest av to")

    page = text(client.get(OPEN))
    assert "Hjelp der folk bor" in page.partition("hull-help")[2].partition("</section>")[0]
    assert "Penger til forskning" in page.partition("hull-research")[2].partition("</section>")[0]
    assert "Ikke lest av to" not in page
    assert "Penger" not in text(client.get(f"{OPEN}hull/hjelpetilbud/"))
    assert "Penger" in text(client.get(f"{OPEN}til/{party.reference}/"))


def test_what_nobody_has_confirmed_is_nowhere(client, ella, eivor, demand, storting):
    hidden = noted(demand, ella, "contact", 3, storting, says="Usett av den andre")
    changes.put_forward_evidence(
        demand=demand,
        says="Usett belegg",
        source="Rapport",
        year=2020,
        link="",
        figure=None,
        by=ella,
    )
    changes.rewrite_demand(demand=demand, title="Usette ord", body="x", why="x", by=ella)
    pages = ("", "hull/hjelpetilbud/", f"{demand.reference}/", f"til/{storting.reference}/", "endret/",
             "data/alt.json", "data/hendelser.csv", "data/krav.csv")  # fmt: skip

    for page in pages:
        assert "suset" not in text(client.get(OPEN + page)).lower().replace("usett", "suset"), page
        assert hidden.reference not in text(client.get(OPEN + page))


def test_what_changed_since_a_day(client, ella, eivor, demand, storting):
    early = happened(demand, ella, eivor, "contact", 200, storting, says="Lenge siden")
    Happening.objects.filter(pk=early.pk).update(confirmed_on=ago(150))
    DemandText.objects.update(confirmed_on=ago(300))
    late = happened(demand, ella, eivor, "promise", 100, storting, says="Nylig bekreftet")
    told(ella, eivor)

    page = text(client.get(f"{OPEN}endret/?siden={ago(90).isoformat()}"))
    assert "Nylig bekreftet" in page
    assert "Nytt tall" in page
    assert "Lenge siden" not in page
    assert f"{demand.reference}/#{late.reference}" in page
    assert "Lenge siden" in text(client.get(f"{OPEN}endret/?siden={ago(160).isoformat()}"))
    assert "Nytt krav" in text(client.get(f"{OPEN}endret/?siden={ago(301).isoformat()}"))
    changes.strike_happening(happening=late, why="noted_twice", by=ella)
    page = text(client.get(f"{OPEN}endret/"))
    assert "Strøket" in page
    assert "det var notert to ganger" in page


def test_what_changed_tells_of_evidence_and_of_whom_it_goes_to(
    client, ella, eivor, demand, storting, party
):
    page = text(client.get(f"{OPEN}endret/"))
    assert "Adressert på nytt" not in page, "a new demand says so itself"
    row = backed(demand, ella, eivor, figure=None)
    changes.address_to(demand=demand, addressees=[party], by=ella)
    page = text(client.get(f"{OPEN}endret/"))
    assert "Nytt belegg" in page
    assert f"{demand.reference}/#{row.reference}" in page
    assert "Adressert på nytt" not in page, "nobody has confirmed it"
    seen_for(demand, eivor)
    changes.take_out_evidence(evidence=row, by=ella)

    page = text(client.get(f"{OPEN}endret/"))
    assert "Nå til Fjellpartiet" in page
    assert "Belegg trukket" in page


def test_the_holes_lead_to_their_pages_and_each_page_to_the_feeds(client, demand):
    for page in (OPEN, "/rod-knapp/"):
        answer = text(client.get(page))
        for name in words.IN_ADDRESSES.values():
            assert f'href="{OPEN}hull/{name}/"' in answer
        for feed, kind in (("/nytt.xml", "atom+xml"), ("/nytt.json", "feed+json")):
            assert re.search(
                rf'rel="alternate" type="application/{re.escape(kind)}"[^>]*"{feed}"', answer
            )


def test_shared_elsewhere_each_page_says_what_it_is(client, demand, storting):
    pages = (
        "", "hull/forskning/", f"til/{storting.reference}/", f"{demand.reference}/", f"{demand.reference}/v/1/",
        "endret/", "tall/", "data/",
    )  # fmt: skip
    for address in (*(OPEN + page for page in pages), "/rapporter/", "/ta-standpunkt/"):
        shared = dict(
            re.findall(r'property="og:([\w:]+)" content="([^"]*)"', text(client.get(address)))
        )
        assert shared["url"] == f"http://testserver{address}"
        assert shared["image"].startswith("http://testserver/")
        assert len(shared["title"]) > 10
        assert len(shared["description"]) > 20
    assert TITLE in text(client.get(f"{OPEN}{demand.reference}/")).partition("og:title")[2][:100]


@pytest.mark.parametrize("wrong", ["i går", "2026-13-01", "", "0000-00-00"])
def test_a_day_that_is_none_is_explained(client, db, wrong):
    answer = client.get(f"{OPEN}endret/", {"siden": wrong})

    assert answer.status_code == 200
    assert "Skriv dagen" in text(answer)


def test_the_files_say_what_the_pages_say_and_what_each_column_is(
    client, ella, eivor, demand, storting
):
    happened(demand, ella, eivor, "contact", 50, storting)
    promise = happened(demand, ella, eivor, "promise", 40, storting, says="Penger, og det «straks»")
    row = told(ella, eivor)
    behind = backed(demand, ella, eivor, figure=row)
    gone = backed(demand, ella, eivor, figure=None)
    changes.take_out_evidence(evidence=gone, by=ella)
    changes.withdraw_figure(figure=row, by=ella)
    everything = json.loads(client.get(f"{OPEN}data/alt.json").content)
    page = text(client.get(f"{OPEN}data/"))

    for name, fields in data_files.FIELDS.items():
        rows = table(client, name)
        assert [list(row) for row in rows] == [list(fields)] * len(rows) != []
        assert [{key: str(value) for key, value in row.items()} for row in everything[name]] == rows
        for field, what in fields.items():
            assert f"<code>{field}</code>" in page
            assert what in page
    (row,) = table(client, "krav")
    assert (row["tilstand"], row["tilstand_siden"]) == ("lovet", ago(40).isoformat())
    assert row["lenke"] == f"http://testserver{OPEN}{demand.reference}/"
    assert table(client, "hendelser")[1]["hendelse"] == promise.reference
    out = {row["belegg"]: row["trukket"] for row in table(client, "belegg")}
    assert out == {behind.reference: "", gone.reference: ago(0).isoformat()}
    assert [row["trukket"] for row in table(client, "tall")] == [ago(0).isoformat()]
    (words,) = table(client, "versjoner")
    assert client.get(words["lenke"]).status_code == 200
    for name in DATA.values():
        assert f"data/{name}" in page


def test_no_cell_is_a_formula(client, ella, eivor, storting):
    for title in ("=HYPERLINK(1)", "+1", "-1", "@x", "\t=1"):
        public(ella, eivor, storting, title=title)

    cells = [cell for row in table(client, "krav") for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(data_files.DANGEROUS)] == []
    assert "'=HYPERLINK(1)" in cells


def test_every_site_may_read_the_files_and_nobody_is_given_a_cookie(client, demand):
    for page in ("data/alt.json", *(f"data/{name}" for name in DATA.values())):
        answer = client.get(OPEN + page)
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies
    assert not client.get(OPEN).cookies


def test_markup_is_words(client, ella, eivor, storting):
    demand = public(ella, eivor, storting, title="<b>Nå</b>", body="<script>x</script>")

    assert b"<script>x" not in client.get(f"{OPEN}{demand.reference}/").content
    assert b"&lt;b&gt;N" in client.get(OPEN).content


def test_counted_within_days_as_they_could_be_read_then(ella, eivor, demand, storting):
    happened(demand, ella, eivor, "contact", 50, storting)
    happened(demand, ella, eivor, "promise", 5, storting)
    noted(demand, ella, "contact", 4, storting)
    counted = figures.between(ago(30), ago(0))

    assert (counted["demands"], counted["new_demands"]) == (1, 0)
    assert counted["by_state"] == {"promised": 1}
    assert counted["happened"] == {**dict.fromkeys(words.HAPPENINGS, 0), "promise": 1}
    assert counted["by_hole"]["help"] == 1
    assert queries.all_told(until=ago(1)) == []


def test_as_few_questions_for_three_as_for_one(
    client, signed_in, ella, eivor, storting, party, django_assert_max_num_queries
):
    desk = signed_in(ella)
    pages = (
        "",
        "hull/hjelpetilbud/",
        f"til/{storting.reference}/",
        "endret/",
        "tall/",
        "data/alt.json",
    )
    most = {**{OPEN + page: 12 for page in pages}, "/a/krav/": 12, "/a/krav/tall/": 12}
    for number in range(3):
        demand = public(ella, eivor, storting)
        for _ in range(number + 1):
            happened(demand, ella, eivor, "contact", 50, storting)
            told(ella, eivor)
            backed(demand, ella, eivor, figure=None)
        changes.address_to(demand=demand, addressees=[party], by=ella)
        seen_for(demand, eivor)
        for page, before in most.items():
            with django_assert_max_num_queries(before) as asked:
                assert (desk if page.startswith("/a/") else client).get(page).status_code == 200
            most[page] = len(asked)
        for page in (f"{OPEN}{demand.reference}/", f"/a/krav/{demand.reference}/"):
            with django_assert_max_num_queries(12):
                assert (desk if page.startswith("/a/") else client).get(page).status_code == 200


PAGES = {
    "all": (), "new": (), "addressees": (), "figures": (), "new_figure": (),
    **dict.fromkeys(("one", "rewrite", "address", "happened", "evidence"), ("demand",)),
    "confirm_addressing": ("demand",),
    **dict.fromkeys(("confirm_text", "throw_away_text"), ("demand", "number")),
    **dict.fromkeys(("confirm_happening", "strike"), ("demand", "happening")),
    **dict.fromkeys(("confirm_evidence", "take_out_evidence"), ("demand", "nothing")),
    **dict.fromkeys(
        ("figure", "rewrite_figure", "confirm_figure", "withdraw_figure", "throw_away_figure"), ("figure",)
    ),
}  # fmt: skip


def test_every_address_of_the_desk_is_asked_for():
    from ressursvenn.agenda import urls

    assert {entry.name for entry in urls.urlpatterns} == set(PAGES)


@pytest.mark.parametrize("who", ["kari", "solveig", "siri", "pernille", "bodil", None])
def test_who_gets_in(signed_in, people, ella, eivor, demand, storting, who):
    parts = {
        "demand": demand.reference, "number": 1, "nothing": "zzzzzzzz",
        "happening": noted(demand, ella, "contact", 3, storting).reference,
        "figure": told(ella, eivor).reference,
    }  # fmt: skip
    desk = signed_in(people[who] if who else None)
    for page, about in PAGES.items():
        address = reverse(f"agenda:{page}", args=[parts[part] for part in about])
        for method in (desk.get, desk.post):
            assert method(address).status_code in ({302, 405} if who is None else {403, 405}), page


def test_the_pages_are_titled_without_values_and_have_one_heading(client, demand):
    for page in ("", f"{demand.reference}/", "endret/", "tall/", "data/", "hull/hjelpetilbud/"):
        answer = text(client.get(OPEN + page))
        assert answer.count("<h1") == 1
        assert TITLE not in answer.partition("<title>")[2].partition("</title>")[0]
