"""A grant from application to the paper that the funder gets, by clicks. All three funders with --full."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from tests.environment import FULL
from tests.paper.checking import check_paper

from .test_from_workbook_to_ending import comes_in
from .walking import ways

GIVERS = {  # name, form, where, and what its paper says that the others' do not
    "the ministry": (
        "Et oppdiktet departement",
        "justice",
        "",
        "I hvilken grad målgruppen er nådd",
    ),
    "the directorate": (
        "Et oppdiktet direktorat",
        "bufdir",
        "Oslo lokalforening",
        "telles bare nasjonalt",
    ),
    "the foundation": ("En oppdiktet stiftelse", "dam", "", "Slik er stiftelsen kreditert"),
}
DAILY = ("the directorate",)
YEAR = timezone.localdate().year - 1


@ways("desk")
@pytest.mark.parametrize("giver", GIVERS if FULL else DAILY)
def test_from_application_to_paper(walker, width, scripts, giver):
    name, form, where, said = GIVERS[giver]
    torunn = walker(width, scripts=scripts)
    comes_in(torunn, "Torunn")
    names_the_funder(torunn, name, form)
    applies(torunn, where)
    notes_the_letter(torunn)
    notes_what_was_learnt(torunn)
    brings_in_the_accounts(torunn, where)
    writes_the_report(torunn)
    issues_it(torunn, said)


def names_the_funder(torunn, name, form):
    torunn.menu("Tilskudd")
    torunn.follows("Tilskuddsgivere")
    torunn.follows("Legg inn en giver")
    torunn.page.get_by_label("Navn").fill(name)
    torunn.page.get_by_label("Rapporten skrives etter").select_option(form)
    torunn.presses("Legg inn")
    torunn.follows("Beskriv en ordning")
    fields = {
        "Navn på ordningen": "Tiltak mot vold",
        "Formål": "Færre utsettes for vold.",
        "Kilde": "oppdiktet",
    }
    for label, value in fields.items():
        torunn.page.get_by_label(label, exact=True).fill(value)
    torunn.page.get_by_label("Lest i kilden").fill(timezone.localdate().isoformat())
    torunn.presses("Lagre ordningen")
    torunn.follows("Noter en utlysning")
    torunn.page.get_by_label("Utlysning").fill("årets runde")
    torunn.page.get_by_label("Søknadsfrist").fill(timezone.localdate().isoformat())
    torunn.page.get_by_label("Kilde").fill("oppdiktet")
    torunn.presses("Noter utlysningen")


def applies(torunn, where):
    """A goal with something that the house counts, one line, and it is sent."""
    torunn.menu("Tilskudd")
    torunn.follows("Begynn på en søknad")
    page = torunn.page
    page.get_by_label("Utlysning").select_option(index=1)
    page.get_by_label("Tittel").fill("Flere kurs")
    if where:
        page.get_by_label("Hvor").select_option(label=where)
    page.get_by_label("Første dag").fill(date(YEAR, 1, 1).isoformat())
    page.get_by_label("Siste dag").fill(date(YEAR, 12, 31).isoformat())
    torunn.presses("Begynn")
    torunn.follows("Sett et delmål")
    page.get_by_label("Ressursvenn").check()
    page.get_by_label("Delmål").fill("Flere får opplæring")
    torunn.presses("Lagre delmålet")
    torunn.follows("Legg til noe som telles")
    page.get_by_label("Hva som telles").fill("Kurs vi holder")
    page.get_by_label("Tallet hentes fra").select_option("courses")
    page.get_by_label("Mål i søknaden").fill("2")
    torunn.presses("Lagre")
    torunn.follows("Legg til en linje")
    page.get_by_label("Ressursvenn").check()
    page.get_by_label("Budsjettlinje").fill("Kurs")
    page.get_by_label("Søkt om, i kroner").fill("250000")
    torunn.presses("Lagre linjen")
    torunn.follows("Send søknaden")
    torunn.presses("Noter at den er sendt")


def notes_the_letter(torunn):
    torunn.follows("Noter svaret")
    page = torunn.page
    page.get_by_label("Brevets dato").fill(date(YEAR - 1, 12, 1).isoformat())
    page.get_by_label("Brevets nummer").fill("417")
    page.get_by_label("Beløp i kroner").fill("240000")
    page.get_by_label("Rapporten skal være inne").fill(date(YEAR + 1, 12, 31).isoformat())
    torunn.presses("Noter tildelingen")
    page.get_by_label("Ressursvenn: Kurs").fill("240000")
    torunn.presses("Fordel")


def notes_what_was_learnt(torunn):
    torunn.follows("Underveis")
    torunn.follows("Noter en erfaring")
    page = torunn.page
    page.get_by_label("Ressursvenn").check()
    page.get_by_label("God erfaring").check()
    page.get_by_label("Dag").fill(date(YEAR, 9, 1).isoformat())
    page.get_by_label("Hva", exact=True).fill("Hun ble glad.")
    torunn.presses("Noter")
    assert "ett menneske" in torunn.text()
    page.get_by_label("Hva", exact=True).fill("Kveldene passet best.")
    torunn.presses("Noter")


def brings_in_the_accounts(torunn, where):
    torunn.menu("Tilskudd")
    torunn.follows("Utgifter")
    torunn.follows("Hent fra regnskapet")
    page, told = torunn.page, f"Bilag;Dato;Tekst;Beløp\n1;3.5.{YEAR};Kurslokaler;239 000,50\n"
    if where:
        page.get_by_label("Hvem sitt regnskap").select_option(label=where)
    file = {"name": "bilag.csv", "mimeType": "text/csv", "buffer": told.encode()}
    page.get_by_label("Fil fra regnskapet").set_input_files(file)
    torunn.presses("Se på radene")
    torunn.presses("Legg dem inn")
    torunn.follows("Kurslokaler")
    page.get_by_label("Budsjettlinje").select_option(index=1)
    torunn.presses("Før")


def writes_the_report(torunn):
    torunn.menu("Tilskudd")
    torunn.follows("Flere kurs")
    torunn.follows("Begynn på en rapport")
    torunn.presses("Begynn")
    torunn.follows("Er målene nådd?")
    torunn.page.get_by_label("Ikke nådd").check()
    torunn.page.get_by_label("Hvorfor").fill("Kursholderen ble syk.")
    torunn.presses("Lagre")
    torunn.follows("Skriv i den")
    fields = torunn.page.locator("main textarea")
    assert "Kveldene passet best." in [field.input_value() for field in fields.all()]
    for field in fields.all():
        if not field.input_value():
            field.fill("Ingen.")
    torunn.page.get_by_label("Underskrives av").fill("Åse Bratland")
    torunn.page.get_by_label("Rolle").fill("styreleder")
    torunn.presses("Lagre")


def issues_it(torunn, said):
    torunn.follows("Gi ut rapporten")
    torunn.presses("Gi ut rapporten")
    assert said in torunn.text()
    assert "Kursholderen ble syk." in torunn.text()
    assert "239\u00a0000,50" in torunn.text()
    with torunn.page.expect_download() as download:
        torunn.link("Papir (PDF/UA-1)").click()
    content = download.value.path().read_bytes()
    check_paper(content)
    assert content.startswith(b"%PDF")
