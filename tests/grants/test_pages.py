"""The pages: forms that keep what was typed, clear words, one button back, and who gets in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.grants import changes, queries, rules
from ressursvenn.grants.models import Award, Expense, Funder, Grant, Scheme
from ressursvenn.grants.views import reports

from .conftest import (
    LETTER,
    TODAY,
    applied,
    awarded,
    begun,
    call,
    funder,
    issued,
    lines,
    spent,
    text,
    written,
)

pytestmark = pytest.mark.django_db
DESK = "/a/tilskudd/"
PERIOD = {"first_day": "2026-01-01", "last_day": "31.12.2026"}


def test_from_a_funder_to_an_award_by_plain_forms(signed_in, toril):
    desk = signed_in(toril)
    assert "Begynn på en søknad" in text(desk.get(DESK))
    desk.post(f"{DESK}givere/ny/", {"name": "Kontoret", "report_form": "bufdir"})
    giver = f"{DESK}givere/{Funder.objects.get().reference}/"
    scheme = {
        "name": "Ordning",
        "purpose": "P",
        "aims": "",
        "source": "nett",
        "seen_day": "1.2.2027",
    }
    desk.post(f"{giver}ordning/", scheme)
    assert "ikke bekreftet" in text(desk.get(giver))
    reference = Scheme.objects.get().reference
    desk.post(f"{DESK}ordning/{reference}/bekreft/")
    assert "bekreftet 1. februar 2027" in text(desk.get(giver))
    told = {"name": "2026", "deadline_day": "2027-03-01", "source": "nett"}
    desk.post(f"{DESK}ordning/{reference}/utlysning/", told)
    told = {
        "day": "15.1.2027",
        "place": "Oslo",
        "who": "Kontoret og vi",
        "presented": "Begge tiltakene",
    }
    assert "Kontoret og vi" in text(desk.post(f"{giver}mote/", told, follow=True))

    of = queries.calls(date(2027, 2, 1)).get().reference
    desk.post(f"{DESK}soknad/", {"call": of, "title": "To tiltak", "association": "", **PERIOD})
    grant = f"{DESK}{Grant.objects.get().reference}/"
    assert "GRA-02" in text(desk.get(f"{grant}send/"))
    desk.post(f"{grant}delmaal/", {"part": "ressursvenn", "says": "Flere kurs"})
    goal = Grant.objects.get().goals.get().reference
    told = {"says": "Kurs", "figure": "courses", "target": "3"}
    desk.post(f"{DESK}delmaal/{goal}/telles/", told)
    desk.post(f"{grant}linje/", {"part": "ressursvenn", "name": "Kurs", "sought": "1000"})
    desk.post(f"{grant}send/")
    letter = {
        "letter_day": "10.12.2025", "letter_number": "25/1", "amount": "900", "report_day": "15.2.2027",
        "audit": "", "shares": "",
    }  # fmt: skip
    desk.post(f"{grant}svar/", letter)
    (line,) = lines(Grant.objects.get())
    assert "står det 900" in text(desk.post(f"{grant}fordel/", {f"line-{line.reference}": "899"}))
    desk.post(f"{grant}fordel/", {f"line-{line.reference}": "900"})

    assert Award.objects.get().amount == 900
    assert "tildelt" in text(desk.get(grant))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"call": ""}, "Velg utlysningen"),
        ({"title": ""}, "Skriv hva søknaden heter."),
        ({"first_day": "i fjor"}, "Skriv dagen som dag.måned.år"),
        ({"last_day": "2025-12-31"}, "Den siste dagen kommer etter den første."),
        ({"title": "x" * 121}, "høyst 120 tegn"),
    ],
)
def test_an_application_that_cannot_be_is_told_so_and_kept(signed_in, toril, typed, said):
    told = {
        "call": call(toril).reference,
        "title": "To tiltak",
        "association": "",
        **PERIOD,
        **typed,
    }
    page = text(signed_in(toril).post(f"{DESK}soknad/", told))

    assert said in page
    assert not Grant.objects.exists()
    assert told["title"] in page


def test_a_draft_and_a_refused_one_stand_in_the_list(signed_in, toril):
    refused = changes.send(grant=applied(toril), by=toril)
    changes.note_refused(grant=refused, by=toril)
    applied(toril, call=refused.call, title="Et utkast")
    page = text(signed_in(toril).get(DESK))

    assert "søknad under arbeid" in page
    assert "avslått" in page
    assert "søknad 1. mars 2027" in page


def test_what_is_put_in_is_taken_out_until_it_is_sent(signed_in, toril):
    desk, grant = signed_in(toril), applied(toril)
    goal = grant.goals.first()
    desk.post(f"{DESK}ta-ut/indikator/{goal.indicators.get().reference}/")
    desk.post(f"{DESK}ta-ut/delmaal/{goal.reference}/")
    assert grant.goals.count() == 1
    changes.send(grant=grant, by=toril)
    page = desk.post(f"{DESK}ta-ut/delmaal/{grant.goals.get().reference}/", follow=True)

    assert "står som den var" in text(page)
    assert grant.goals.count() == 1


FILE = "Bilag;Dato;Tekst;Beløp\n1;3.5.2026;Kurs;1 000,00\n2;4.5.2026;Leie;50\n"


def test_a_file_is_looked_at_before_it_is_entered(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    file = SimpleUploadedFile("x.csv", FILE.encode("cp1252"))
    page = text(desk.post(f"{DESK}utgifter/fil/", {"association": "", "file": file}))
    assert "2 rader, 1\u00a0050 kroner" in page
    assert not Expense.objects.exists()

    told = {"association": "", "text": FILE, "enter": "1"}
    assert "2 utgifter er lagt inn." in text(desk.post(f"{DESK}utgifter/fil/", told, follow=True))
    assert "her fra før" in text(
        desk.post(f"{DESK}utgifter/fil/", {"association": "", "text": FILE})
    )
    expense = Expense.objects.get(voucher="1")
    charged = {"line": lines(grant)[0].reference, "amount": "1000"}
    assert "ført på linjen" in text(
        desk.post(f"{DESK}utgifter/{expense.reference}/", charged, follow=True)
    )
    assert "Leie" in text(desk.get(f"{DESK}utgifter/?vis=uten-linje"))
    rest = text(desk.get(f"{DESK}utgifter/?vis=uten-linje")).partition("<tbody>")[2]
    assert "Kurs" not in rest.partition("</tbody>")[0]


def test_those_that_are_ticked_are_charged_with_one_button(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    told = {"association": None, "says": "Trykk", "amount": 5, "by": toril}
    rows = [changes.enter_expense(voucher=str(n), day=date(2026, 5, n), **told) for n in (1, 2, 3)]
    address, line = f"{DESK}utgifter/?vis=uten-linje", lines(grant)[0]
    assert "Før de valgte" not in text(desk.get(f"{DESK}utgifter/"))
    page = text(desk.get(address))
    assert page.count('type="checkbox" name="expenses"') == 3
    assert "Kryss av for minst én" in text(desk.post(address, {"line": line.reference}))
    ticked = [row.reference for row in rows[:2]]
    kept = text(desk.post(address, {"expenses": ticked, "line": ""}))
    assert "Velg linjen" in kept
    assert len(re.findall(r'name="expenses"[^>]* checked', kept)) == 2
    done = text(desk.post(address, {"expenses": ticked, "line": line.reference}, follow=True))

    assert "2 er ført på linjen." in done
    assert [row.left for row in queries.expenses()] == [5, 0, 0]
    again = text(desk.post(address, {"expenses": ticked, "line": line.reference}))
    assert "ført i mellomtiden" in again


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "Velg en fil."),
        ({"text": "a;b\n1;2"}, "Første rad mangler"),
        ({"text": "x" * 1_000_001}, ""),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(signed_in, toril, told, said):
    page = signed_in(toril).post(f"{DESK}utgifter/fil/", {"association": "", **told})

    assert page.status_code == 200
    assert said in text(page)


def test_a_wrong_amount_is_kept_and_explained(signed_in, toril):
    grant = awarded(toril)
    (row, *_) = spent(toril, grant, "100")
    address = f"{DESK}utgifter/{row.reference}/"
    page = text(
        signed_in(toril).post(address, {"line": lines(grant)[1].reference, "amount": "fem kroner"})
    )
    assert "for eksempel 1234,50" in page
    assert "fem kroner" in page
    page = text(signed_in(toril).post(address, {"line": lines(grant)[1].reference, "amount": "1"}))
    assert "Et tilskudd betaler ikke mer" in page


def test_a_report_from_nothing_to_three_files(signed_in, toril, bodil):
    desk, grant = signed_in(toril), awarded(toril)
    changes.let_in_reader(funder=grant.call.scheme.funder, person=bodil, by=toril)
    desk.post(f"{DESK}{grant.reference}/rapport/", {"kind": "final", "language": "nb", **PERIOD})
    report = grant.reports.get()
    page = f"{DESK}rapport/{report.reference}/"
    assert "GRA-18" in text(desk.get(page))
    texts = {f"{part}-{code}": "Ingen." for part, code in queries.asked_of(report)}
    hers = {**texts, "ressursvenn-good": "Hun fikk jobb."}
    refused = text(desk.post(f"{page}skriv/", {**hers, "signer": "A", "signer_role": "b"}))
    assert "ett menneske" in refused
    assert "Hun fikk jobb." in refused
    desk.post(f"{page}skriv/", {**texts, "signer": "A", "signer_role": "b"})
    goals = list(queries.goals_of(grant))
    told = {f"how-{goal.reference}": "met" for goal in goals}
    (by_hand,) = [one for goal in goals for one in goal.indicators.all() if not one.figure]
    desk.post(f"{page}maal/", {**told, f"value-{by_hand.reference}": "4"})
    assert "Gi ut rapporten" in text(desk.get(page))
    assert desk.get(f"{page}utkast.pdf").content.startswith(b"%PDF")
    assert "Hent tallene på nytt" in text(desk.get(f"{page}tall/"))
    desk.post(f"{page}gi-ut/")

    reader = signed_in(bodil)
    assert "To tiltak, ett tilskudd" in text(reader.get(DESK))
    assert text(reader.get(f"{page}les/")).count("<h1") == 1
    row = queries.one_issued(bodil, report.reference)
    for name, kind in (("rapport.pdf", "pdf"), ("rapport.xlsx", "xlsx"), ("data.json", "json")):
        assert reader.get(f"{page}{name}").content == bytes(getattr(row, kind))
    assert desk.get(page).status_code == 302
    assert desk.get(f"{page}skriv/").status_code == 404


def test_what_is_missing_in_a_report_leads_to_where_it_is_done(signed_in, toril):
    desk, grant = signed_in(toril), changes.send(grant=applied(toril), by=toril)
    changes.note_award(grant=grant, **LETTER, by=toril)
    days = {"first_day": date(2026, 1, 1), "last_day": TODAY}
    report = begun(toril, grant, kind="status", **days)
    page = text(desk.get(f"{DESK}rapport/{report.reference}/"))
    ways = dict(re.findall(r'refusals__code">(GRA-\d\d)</span> <a href="([^"]+)"', page))

    own, ours = f"{DESK}rapport/{report.reference}/", f"{DESK}{grant.reference}/"
    assert ways == {
        "GRA-13": f"{own}kast/", "GRA-14": f"{own}kast/", "GRA-16": f"{own}maal/",
        "GRA-17": f"{own}maal/", "GRA-18": f"{own}skriv/", "GRA-20": f"{ours}fordel/",
        "GRA-21": f"{own}skriv/",
    }  # fmt: skip
    assert reports.WAYS_ON.keys() == {one.code for one in rules.MAY_BE_ISSUED}
    gone = text(desk.post(f"{own}kast/", follow=True))
    assert "Utkastet er kastet." in gone


@pytest.mark.parametrize("who", ["kari", "ella", "siri", "pernille", "bodil"])
def test_others_are_turned_away(signed_in, people, who):
    for address in (
        "givere/",
        "soknad/",
        "utgifter/",
        "utgifter/fil/",
        "zzzzzzzz/",
        "rapport/zzzzzzzz/",
    ):
        assert signed_in(people[who]).get(f"{DESK}{address}").status_code == 403


def test_what_is_not_there_is_not_there(signed_in, toril):
    desk = signed_in(toril)
    for address in (
        "zzzzzzzz/",
        "zzzzzzzz/send/",
        "givere/zzzzzzzz/",
        "rapport/zzzzzzzz/les/",
        "utgifter/zzzzzzzz/",
    ):
        assert desk.get(f"{DESK}{address}").status_code == 404


def asked(client, address) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200, address
    return len(made)


def test_pages_ask_little_and_no_more_when_there_is_more(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    row, draft = issued(toril, grant), begun(toril, grant)
    (expense,) = spent_before(toril, grant)
    page = f"{DESK}rapport/{draft.reference}/"
    pages = (
        DESK, f"{DESK}givere/", f"{DESK}givere/{grant.call.scheme.funder.reference}/", f"{DESK}utgifter/",
        f"{DESK}utgifter/?vis=uten-linje", f"{DESK}{grant.reference}/",
        f"{DESK}{grant.reference}/underveis/", page,
        f"{page}skriv/", f"{page}maal/",
        f"{DESK}utgifter/{expense.reference}/", f"{DESK}utgifter/{expense.reference}/stryk/",
        f"{DESK}ordning/{grant.call.scheme.reference}/rett/", f"{DESK}rapport/{row.report.reference}/les/",
    )  # fmt: skip
    few = {address: asked(desk, address) for address in pages}
    for number in range(3):
        awarded(toril, first_day=date(2030 + number, 1, 1), last_day=date(2030 + number, 12, 31),
                call=grant.call, title=f"Nr. {number}")  # fmt: skip
        changes.note_condition(grant=grant, says=f"Vilkår {number}", due_day=None, by=toril)
        spent_before(toril, grant, number)
    many = {address: asked(desk, address) for address in pages}

    assert many == few
    assert {address: number for address, number in many.items() if number > 12} == {}


def spent_before(by, grant, number=9):
    told = {"association": None, "day": date(2025, 5, 1), "says": f"Gammel {number}", "amount": 7}
    return [changes.enter_expense(voucher=f"{number}", by=by, **told)]


def test_no_title_tells_what_it_is_about(signed_in, toril):
    grant = written(toril, awarded(toril)).grant
    page = signed_in(toril).get(f"{DESK}{grant.reference}/").content.decode()

    assert re.search(r"<title>(.*?)</title>", page).group(1) == "Et tilskudd"


def test_a_reader_is_let_in_by_the_name_she_signs_in_with(signed_in, toril):
    desk, giver = signed_in(toril), funder(toril)
    address = f"{DESK}givere/{giver.reference}/leser/"
    assert "Fant ingen tilskuddsgiver" in text(desk.post(address, {"person": "kari"}))
    assert "Bodil" in text(desk.post(address, {"person": "bodil"}, follow=True))
