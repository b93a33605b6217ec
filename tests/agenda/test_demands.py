"""A demand: raised → taken up → promised → kept, each step seen by two; in plain forms, as editors do it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.agenda import changes, queries
from ressursvenn.agenda.models import Demand, DemandText, Evidence, Happening
from ressursvenn.protection.models import AuditEntry

from .conftest import TITLE, ago, happened, noted, public, raised, seen_for

pytestmark = pytest.mark.django_db
DESK, OPEN = "/a/krav/", "/krav/"


def text(answer) -> str:
    return unescape(answer.content.decode())


def state(client, demand) -> str:
    page = text(client.get(f"{OPEN}{demand.reference}/"))
    return re.search(r'demand__state">\s*<span class="tag[^"]*">([^<]*)<', page).group(1)


def test_raised_taken_up_promised_and_kept_by_plain_forms(client, signed_in, ella, eivor, storting):
    hers, other = signed_in(ella), signed_in(eivor)
    hers.post(f"{DESK}nytt/", {
        "hole": "help", "title": TITLE, "body": "Det mangler.", "raised_day": ago(90).isoformat(),
        "addressees": storting.reference,
    })  # fmt: skip
    demand = Demand.objects.get()
    address, public_one = f"{DESK}{demand.reference}/", f"{OPEN}{demand.reference}/"
    assert client.get(public_one).status_code == 404, "one alone publishes nothing"
    assert "Ikke oppfylt" in text(hers.post(f"{address}tekst/1/bekreft/", follow=True))
    assert "Bekreftet" in text(other.post(f"{address}tekst/1/bekreft/", follow=True))
    assert state(client, demand) == "reist"

    def note(kind, days, **more):
        sent = {
            "kind": kind, "day": ago(days).isoformat(), "addressee": storting.reference,
            "says": f"Det som hendte: {kind}", "source": "Innst. 12 S", "link": "", **more,
        }  # fmt: skip
        answer = hers.post(f"{address}hendt/", sent)
        assert answer.status_code == 302, text(answer)
        return Happening.objects.order_by("-pk")[0]

    def confirm(row):
        other.post(f"{address}hendt/{row.reference}/bekreft/")

    confirm(note("contact", 60))
    assert state(client, demand) == "tatt opp, uten svar"
    promise = note("promise", 40, due_day=ago(10).isoformat())
    assert state(client, demand) == "tatt opp, uten svar", (
        "not before the other has seen the source"
    )
    confirm(promise)
    assert state(client, demand) == "lovet"
    assert promise.says in text(client.get(OPEN)), "an open promise stands on the page of the holes"
    confirm(note("kept", 12, promise=promise.reference))

    assert state(client, demand) == "løfte holdt"
    page = text(client.get(public_one))
    assert "Innst. 12 S" in page
    assert f'id="{promise.reference}"' in page
    assert [entry.did for entry in AuditEntry.objects.filter(did__startswith="agenda.").order_by("pk")] == [
        "agenda.addressee_named", "agenda.demand_raised", "agenda.text_confirmed",
        *["agenda.happening_noted", "agenda.happening_confirmed"] * 3,
    ]  # fmt: skip


def test_new_words_are_a_new_version_and_the_old_stand_at_their_address(
    client, ella, eivor, demand
):
    changes.rewrite_demand(
        demand=demand, title="Nye ord", body="Derfor.", why="Tydeligere", by=ella
    )
    with pytest.raises(ValidationError, match="venter alt på"):
        changes.rewrite_demand(demand=demand, title="x", body="x", why="x", by=eivor)
    address = f"{OPEN}{demand.reference}/"
    assert TITLE in text(client.get(address))
    assert client.get(f"{address}v/2/").status_code == 404
    changes.confirm_text(text=demand.texts.get(number=2), by=eivor)

    page = text(client.get(address))
    assert ">Nye ord</h1>" in page
    assert "Tydeligere" in page
    assert TITLE in text(client.get(f"{address}v/1/"))
    assert "Det er kommet en nyere" in text(client.get(f"{address}v/1/"))


def test_a_state_cannot_be_set_only_facts_move_it():
    fields = {field.name for field in Demand._meta.get_fields()}

    assert not {name for name in fields if "state" in name or "status" in name}


def test_what_was_wrong_is_struck_with_its_reason_and_both_are_kept(
    client, signed_in, ella, eivor, demand, storting
):
    happened(demand, ella, eivor, "contact", 50, storting)
    row = happened(demand, ella, eivor, "promise", 40, storting, says="Det skal komme penger.")
    address = f"{DESK}{demand.reference}/hendt/{row.reference}/stryk/"
    desk = signed_in(ella)
    assert "Stryke dette?" in text(desk.get(address))
    assert "Velg hvorfor" in text(desk.post(address, {}))
    desk.post(address, {"why": "wrong_source"})

    assert state(client, demand) == "tatt opp, uten svar"
    page = text(client.get(f"{OPEN}{demand.reference}/"))
    assert "<s><strong>Det ble lovet</strong>" in page
    assert "Kilden sa noe annet" in page
    assert Happening.objects.filter(pk=row.pk).exists()


def test_a_promise_that_was_settled_is_struck_after_what_settled_it(ella, eivor, demand, storting):
    promise = happened(demand, ella, eivor, "promise", 40, storting)
    broken = happened(demand, ella, eivor, "broken", 4, storting, promise=promise)
    with pytest.raises(ValidationError, match="før oppgjøret er strøket"):
        changes.strike_happening(happening=promise, why="wrong_day", by=ella)
    changes.strike_happening(happening=broken, why="wrong_day", by=ella)
    changes.strike_happening(happening=promise, why="wrong_day", by=ella)

    assert queries.one_told(demand.reference).standing.state == "raised"


def test_what_rests_on_a_promise_is_confirmed_after_it(ella, eivor, demand, storting):
    promise = noted(demand, ella, "promise", 40, storting)
    kept = noted(demand, ella, "kept", 4, storting, promise=promise)
    with pytest.raises(ValidationError, match="er bekreftet først"):
        changes.confirm_happening(happening=kept, by=eivor)
    changes.confirm_happening(happening=promise, by=eivor)
    changes.confirm_happening(happening=kept, by=eivor)


@pytest.mark.parametrize(
    ("more", "beside", "said"),
    [
        ({"kind": ""}, "id_kind", "Velg hva som hendte"),
        ({"day": "i går"}, "id_day", "Skriv dagen som"),
        ({"day": "2999-01-01"}, "id_day", "mellom dagen kravet ble reist"),
        ({"says": ""}, "id_says", "Skriv kort hva som hendte"),
        ({"says": "Ring 900 00 017"}, "id_says", "Navngi organ og rolle"),
        ({"kind": "promise", "source": ""}, "id_source", "Skriv hvor det står"),
        ({"kind": "answer"}, "id_addressee", "tatt kravet opp med"),
        ({"kind": "kept"}, "id_promise", "Velg et løfte"),
        ({"link": "tull"}, "id_link", "hel lenke"),
        ({"addressee": "zzzzzzzz"}, "id_addressee", "Velg fra listen"),
    ],
)
def test_what_cannot_be_noted_is_explained_beside_the_field_and_kept(
    signed_in, ella, demand, more, beside, said
):
    sent = {
        "kind": "contact", "day": ago(5).isoformat(), "addressee": "", "says": "Vi møttes",
        "source": "Ref", "link": "", **more,
    }  # fmt: skip
    answer = signed_in(ella).post(f"{DESK}{demand.reference}/hendt/", sent)
    page = text(answer)

    assert answer.status_code == 200
    assert said in page
    assert f'id="{beside}_error"' in page
    assert sent["says"] in page
    assert not Happening.objects.exists()


@pytest.mark.parametrize(
    ("more", "beside"),
    [
        ({"hole": ""}, "id_hole"), ({"title": ""}, "id_title"), ({"body": ""}, "id_body"),
        ({"raised_day": ""}, "id_raised_day"), ({"raised_day": "2999-01-01"}, "id_raised_day"),
        ({"addressees": ""}, "id_addressees"), ({"title": "a" * 141}, "id_title"),
    ],
)  # fmt: skip
def test_a_demand_without_what_it_needs_is_not_raised(signed_in, ella, storting, more, beside):
    sent = {
        "hole": "help", "title": TITLE, "body": "Det mangler.", "raised_day": ago(9).isoformat(),
        "addressees": storting.reference, **more,
    }  # fmt: skip
    page = text(signed_in(ella).post(f"{DESK}nytt/", sent))

    assert f'id="{beside}_error"' in page
    assert not Demand.objects.exists()


def test_evidence_is_seen_by_two_and_taken_out(client, signed_in, ella, eivor, demand):
    hers, other, of = signed_in(ella), signed_in(eivor), f"{DESK}{demand.reference}/belegg/"
    assert "Skriv året" in text(
        hers.post(of, {"says": "Funn", "source": "Rapport", "year": "i fjor"})
    )
    assert "fram i tid" in text(
        hers.post(of, {"says": "Funn", "source": "Rapport", "year": "2999"})
    )
    hers.post(of, {"says": "Bare ett distrikt gjorde det", "source": "Rapport 71", "year": "2014"})
    (row,) = Evidence.objects.all()
    address = f"{OPEN}{demand.reference}/"
    assert "Rapport 71" not in text(client.get(address))
    hers.post(f"{of}{row.reference}/bekreft/")
    assert "Rapport 71" not in text(client.get(address))
    other.post(f"{of}{row.reference}/bekreft/")
    assert "Rapport 71, 2014" in " ".join(text(client.get(address)).split())
    assert "<s>" not in text(client.get(address))
    hers.post(f"{of}{row.reference}/ta-ut/")
    page = text(client.get(address))
    assert "<s>Bare ett distrikt gjorde det" in page, "what was told stays, struck"
    assert "trukket" in page


def test_whom_it_goes_to_is_changed_by_two_and_its_pages_stay(
    client, signed_in, ella, eivor, demand, storting, party
):
    hers, other, of = signed_in(ella), signed_in(eivor), f"{DESK}{demand.reference}/"
    theirs, before = f"{OPEN}til/{party.reference}/", f"{OPEN}til/{storting.reference}/"
    assert "Skal kravet gå til" not in text(hers.get(of))
    hers.post(f"{of}til/", {"addressees": party.reference})
    read = {"lest": demand.addressings.get(confirmed_on=None).pk}
    assert "Ikke oppfylt" in text(hers.post(f"{of}til/bekreft/", read, follow=True))
    assert "alt kastet" in text(other.post(f"{of}til/bekreft/", follow=True)), "what she has read"
    assert client.get(theirs).status_code == 404, "one editor alone changes nothing"
    assert "Skal kravet gå til Fjellpartiet" in " ".join(text(other.get(of)).split())
    assert f'name="lest" value="{read["lest"]}"' in text(other.get(of))
    other.post(f"{of}til/bekreft/", read)

    assert TITLE in text(client.get(theirs))
    page = text(client.get(before))
    assert "Ingen krav nå" in page
    assert TITLE in page.partition("Adressert hit før")[2], "a permanent link does not die"
    page = text(client.get(f"{OPEN}{demand.reference}/"))
    assert storting.name in page.partition("Før det til")[2].partition("</dd>")[0]


def test_whom_it_goes_to_waits_in_the_list_and_in_min_dag_of_the_other(
    signed_in, ella, eivor, demand, party
):
    changes.address_to(demand=demand, addressees=[party], by=ella)
    rows = [row for several in queries.day_rows(eivor, accounts.terms(None)) for row in several]
    assert [(kind, about) for kind, about, _ in rows] == [("agenda.addressed", demand.reference)]
    assert [one.said for one in queries.waiting(ella)] == ["Fjellpartiet"]
    changes.address_to(demand=demand, addressees=demand.addressees.all(), by=eivor)

    assert queries.waiting(ella) == [], "written as it stands, nothing waits"
    with pytest.raises(ValidationError, match="alt kastet"):
        changes.confirm_addressing(demand=demand, read="1", by=ella)


def test_of_a_new_demand_the_first_two_have_seen_whom_it_is_to(ella, eivor, storting, party):
    demand = raised(ella, storting)
    changes.address_to(demand=demand, addressees=[party], by=eivor)
    with pytest.raises(ValidationError, match="En annen redaktør"):
        changes.confirm_text(text=demand.texts.get(), by=eivor)
    seen_for(demand, ella)
    changes.confirm_text(text=demand.texts.get(), by=eivor)

    assert [one.name for one in queries.one_told(demand.reference).addressees] == ["Fjellpartiet"]


def test_a_promise_past_its_day_says_so_and_to_every_editor(
    client, signed_in, ella, eivor, demand, storting
):
    promise = happened(demand, ella, eivor, "promise", 40, storting, due_day=ago(1))
    later = happened(demand, ella, eivor, "promise", 39, storting, due_day=ago(0))
    terms = accounts.terms(None)

    def lines(who):
        rows = [row for several in queries.day_rows(who, terms) for row in several]
        return [row[1:] for row in rows if row[0] == "agenda.overdue"]

    public_one, desk = f"{OPEN}{demand.reference}/", f"{DESK}{demand.reference}/"
    assert text(client.get(public_one)).count("fristen er ute") == 1
    assert text(client.get(OPEN)).count("fristen er ute") == 1
    assert text(signed_in(ella).get(desk)).count("fristen er ute") == 1
    assert lines(ella) == lines(eivor) == [(demand.reference, ago(1))]
    assert queries.day_line("agenda.overdue", demand.reference, ago(1), terms).url == desk
    happened(demand, ella, eivor, "broken", 0, storting, promise=promise)

    assert lines(ella) == []
    assert "fristen er ute" not in text(client.get(public_one))
    assert later.due_day == ago(0)


@pytest.mark.parametrize(
    ("page", "more", "beside"),
    [
        ("nytt/", {"title": "Ring 900 00 017"}, "id_title"),
        ("nytt/", {"body": "Skriv til navn@dep.example"}, "id_body"),
        ("{}/tekst/", {"why": "Ring 22 33 44 55"}, "id_why"),
        ("{}/belegg/", {"says": "navn@dep.example"}, "id_says"),
        ("{}/belegg/", {"source": "Ring 90000017"}, "id_source"),
        ("hvem/", {"name": "statsrad@dep.example"}, "id_name"),
    ],
)
def test_no_words_of_a_demand_reach_a_person(signed_in, ella, demand, storting, page, more, beside):
    sent = {
        "hole": "help", "title": TITLE, "body": "Det mangler.", "raised_day": ago(9).isoformat(),
        "addressees": storting.reference, "why": "Nytt", "says": "Funn", "source": "Rapport",
        "year": "2020", "kind": "party", "name": "Et parti", **more,
    }  # fmt: skip
    answer = text(signed_in(ella).post(DESK + page.format(demand.reference), sent))

    assert "Navngi organ og rolle" in answer
    assert f'id="{beside}_error"' in answer
    assert not Evidence.objects.exists()
    assert DemandText.objects.count() == Demand.objects.count() == 1


def test_a_draft_is_thrown_away_and_what_everybody_has_read_is_not(
    signed_in, ella, eivor, storting
):
    draft, told = raised(ella, storting), public(ella, eivor, storting)
    desk = signed_in(ella)
    desk.post(f"{DESK}{draft.reference}/tekst/1/kast/")
    answer = desk.post(f"{DESK}{told.reference}/tekst/1/kast/", follow=True)

    assert "alt kastet, eller bekreftet" in text(answer)
    assert [row.pk for row in Demand.objects.all()] == [told.pk]


def test_the_desk_says_what_waits_for_the_other_of_two(signed_in, ella, eivor, demand, storting):
    noted(demand, ella, "contact", 3, storting)
    changes.rewrite_demand(
        demand=demand, title="Nye ord", body="Derfor.", why="Tydeligere", by=eivor
    )

    def waits(who):
        page = (
            text(signed_in(who).get(DESK))
            .partition("Venter på den andre")[2]
            .partition("</section>")[0]
        )
        return page.count("<li>"), page.count("du skrev det")

    assert waits(ella) == waits(eivor) == (2, 1)
    rows = [row for several in queries.day_rows(eivor, accounts.terms(None)) for row in several]
    assert [(kind, about) for kind, about, _ in rows] == [("agenda.happening", demand.reference)]
    line = queries.day_line(*rows[0], accounts.terms(None))
    assert line.url == f"{DESK}{demand.reference}/"


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (DemandText, lambda ella: {"confirmed_on": ago(1), "confirmed_by": ella}),
        (Happening, lambda ella: {"confirmed_on": ago(1), "confirmed_by": ella}),
        (Happening, lambda ella: {"kind": "promise", "source": ""}),
        (Happening, lambda ella: {"kind": "kept"}),
        (Happening, lambda ella: {"due_day": ago(1)}),
        (Happening, lambda ella: {"struck_on": ago(1), "struck_by": ella}),
    ],
)
def test_the_table_refuses_what_cannot_be(ella, storting, model, wrong):
    demand = raised(ella, storting)
    noted(demand, ella, "contact", 3, storting)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**wrong(ella))


def test_nobody_but_an_editor_changes_anything(kari, siri, ella, storting):
    demand = raised(ella, storting)
    for who in (kari, siri, None):
        with pytest.raises(PermissionDenied):
            raised(who, storting)
        with pytest.raises(PermissionDenied):
            noted(demand, who, "contact", 1, storting)
        with pytest.raises(PermissionDenied):
            changes.confirm_text(text=demand.texts.get(), by=who)
    assert timezone.localdate() >= demand.raised_day
