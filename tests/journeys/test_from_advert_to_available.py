"""A stranger reads an advert on her phone, and some evenings later no rule stands in her way."""

from __future__ import annotations

import re

from django.utils import timezone

from .test_from_workbook_to_ending import CAME_OUT_WELL, chooses_a_password, comes_in
from .walking import ways

NAME, SURNAME = "Wenche", "Fjellvær"
HERS = f"{NAME} {SURNAME}"


@ways("phone")
def test_from_an_advert_to_available(walker, width, scripts):
    kari = walker(width, scripts=scripts)
    comes_in(kari, "Kari")
    publishes_an_advert(kari)
    applies(walker("phone", scripts=scripts))
    answers(kari)
    notes_the_interview(kari)
    wenche = walker("phone", scripts=scripts)
    opens_her(kari)
    chooses_a_password(kari, wenche)
    course = sets_up_a_course(kari)
    signs_up(wenche)
    notes_who_came(kari, course)
    makes_the_paper_for_the_police(kari)
    for kind in ("agreement", "declaration"):
        goes_through(kari, kind)
        signs(wenche)
        signs_for_the_association(kari)
    asks_that_she_be_approved(kari)
    approves(walker(width, scripts=scripts))
    is_available(kari)


def today() -> str:
    return timezone.localdate().isoformat()


def publishes_an_advert(kari):
    """Built of blocks; what is published is shown word for word first."""
    kari.menu("Annonser", picture="40-annonser")
    kari.follows("Skriv en annonse", picture="41-skriv-en-annonse")
    kari.page.get_by_label("bokmål", exact=True).check()
    kari.page.get_by_role("group", name="Overskrift").get_by_role("radio").first.check()
    kari.page.get_by_label("Byer").fill("Oslo")
    kari.presses("Lagre utkastet")
    kari.follows("Gå videre til publisering", picture="42-publisere")
    kari.presses("Publiser for alle", picture="43-annonsen")


def applies(somebody):
    """Under ten minutes on a phone. What she forgets is said beside the field, and nothing is lost."""
    somebody.opens("/")
    somebody.follows("Bli ressursvenn", picture="44-annonsene")
    somebody.goes(
        somebody.page.get_by_role("main").locator("li a, h2 a, article a").first, "45-en-annonse"
    )
    somebody.follows("Søk her", picture="46-sok")
    page = somebody.page
    page.get_by_label("Hvor vil du være ressursvenn?").select_option(label="Oslo lokalforening")
    page.get_by_label("Fornavn").fill(NAME)
    page.get_by_label("Etternavn").fill(SURNAME)
    page.get_by_label("Fødselsår").fill("1979")
    somebody.presses("Send søknaden", picture="47-noe-mangler")
    assert page.get_by_label("Fornavn").input_value() == NAME
    page.get_by_label("Telefon").fill("900 00 123")
    page.get_by_label("norsk", exact=True).check()
    page.get_by_label("Ja, foreningen kan ta vare på").check()
    somebody.presses("Send søknaden", picture="48-takk")
    assert somebody.heading() == "Takk"


def answers(kari):
    """A ready text that a person edits; it is copied, and kept nowhere."""
    kari.opens("/a/soknader/", picture="49-soknader")
    kari.follows("Svar", within=kari.page.locator("tbody tr").filter(has_text=HERS))
    kari.page.get_by_role("radio").first.check()
    kari.presses("Skriv den")
    kari.presses("Klar til å kopieres", picture="50-svaret")
    kari.presses("Noter at hun har fått svar")


def opens_her(kari, picture=""):
    kari.menu("Ressursvenner")
    kari.goes(kari.page.locator("tbody").get_by_role("link", name=HERS), picture)


def notes_the_interview(kari):
    opens_her(kari, "51-veien")
    interview = kari.unfolds("Intervju")
    interview.get_by_label("Dagen intervjuet ble holdt").fill(today())
    kari.chooses("Første intervjuer", "Kari Lunde", interview)
    kari.chooses("Andre intervjuer", "Gro Vikane", interview)
    interview.get_by_label("Hva fant dere?").select_option("suitable")
    kari.presses("Noter intervjuet", within=interview)
    kari.follows("Opptak", picture="52-opptak")
    kari.follows("Skriv notatene mine", picture="53-notater")
    kari.presses("Lagre, og fortsett senere")
    for answers_to in kari.page.locator("fieldset", has=kari.page.get_by_role("radio")).all():
        answers_to.get_by_role("radio").first.check()
    kari.presses("Jeg er ferdig")
    missing = kari.unfolds("Kommer ikke notatene?")
    kari.chooses("Hvem", "Gro Vikane", missing)
    kari.chooses("Hvorfor?", "er lenge borte", missing)
    kari.presses("Noter hvorfor", within=missing)


def sets_up_a_course(kari):
    """One long evening today, that covers it all; she is invited. The address of the course comes back."""
    kari.menu("Kurs")
    kari.follows("Sett opp et kurs", picture="54-sett-opp-kurs")
    kari.page.get_by_label("Navn på kurset").fill("Kurs for nye")
    kari.presses("Sett opp kurset")
    fields = {
        "Dag": today(),
        "Fra": "00:00",  # begun, whatever the hour is now
        "Til": "12:30",
        "Timer som teller": "12",
        "Sted": "Biblioteket",
    }
    for label, value in fields.items():
        kari.page.get_by_label(label, exact=True).fill(value)
    kari.page.get_by_label("rollen din").check()
    kari.presses("Legg inn kvelden", picture="55-kurset")
    course = kari.page.url.removeprefix(kari.home)
    kari.follows("Inviter", picture="56-inviter")
    kari.presses("Inviter dem som er krysset av")
    return course


def signs_up(wenche):
    wenche.opens("/v/kurs/", picture="57-du-er-invitert")
    wenche.follows("Kurs for nye", picture="58-kurset-paa-bussen")
    wenche.presses("Meld meg på")
    assert "Du har plass." in wenche.text()


def notes_who_came(kari, course):
    kari.opens(course)
    kari.follows("Hvem kom?", picture="59-hvem-kom")
    kari.page.get_by_label("kom", exact=True).check()
    kari.presses("Noter")


def makes_the_paper_for_the_police(kari):
    """The address is written once; then it is noted that the certificate was shown, and it goes back."""
    opens_her(kari)
    kari.follows("Opptak")
    kari.follows("Lag papiret til politiet")
    kari.follows("Skriv adressen")
    kari.page.get_by_label("Adressen attesten vises på").fill("Postboks 1, 0101 Oslo")
    kari.page.get_by_label("Sted", exact=True).fill("Oslo")
    kari.presses("Lagre")
    opens_her(kari)
    kari.follows("Opptak")
    kari.follows("Lag papiret til politiet", picture="60-papir-til-politiet")
    opens_her(kari)
    certificate = kari.unfolds("Politiattest")
    certificate.get_by_label("Dagen attesten er utstedt").fill(today())
    certificate.get_by_label("Dagen attesten ble vist").fill(today())
    kari.chooses("Hvem så attesten?", "Kari Lunde", certificate)
    kari.presses("Noter at den er vist", within=certificate)


def goes_through(kari, kind):
    """Read aloud, a paragraph at a time, with time for questions."""
    opens_her(kari)
    kari.follows(
        "Avtale", within=kari.page.get_by_role("navigation", name="Om denne ressursvennen")
    )
    way = kari.page.locator(f'a[href*="tekst={kind}"]').first
    kari.goes(way, "61-les-hoyt")
    for _ in range(20):
        if kari.page.get_by_label("Hun har hatt tid til spørsmål").count():
            break
        kari.goes(kari.page.locator('a[rel="next"]'))
    kari.page.get_by_label("Hun har hatt tid til spørsmål").check()
    kari.presses("Noter at dere har gått gjennom den", picture="62-avtalen")


def signs(wenche):
    """On her own screen, having just shown that it is she."""
    wenche.opens("/v/avtale/", picture="63-avtale")
    wenche.follows("Les og skriv under", picture="64-skriv-under")
    wenche.page.get_by_label("Jeg har fått svar på det jeg lurte på").check()
    wenche.presses("Skriv under")


def signs_for_the_association(kari):
    opens_her(kari)
    kari.follows(
        "Avtale", within=kari.page.get_by_role("navigation", name="Om denne ressursvennen")
    )
    kari.page.get_by_label("Jeg skriver under for foreningen").check()
    kari.presses("Skriv under for foreningen", picture="65-begge-har-skrevet-under")


def asks_that_she_be_approved(kari):
    opens_her(kari)
    assert "VOL-12" in kari.text()
    approval = kari.unfolds("Godkjent av to")
    kari.presses("Spør om hun kan godkjennes", within=approval)


def approves(kaja):
    """The second of two did not interview her, and sees no name."""
    comes_in(kaja, "Kaja")
    kaja.follows("Se og svar", picture="66-hun-godkjennes")
    assert NAME not in kaja.page.content()
    kaja.presses(re.compile("^Ja"))


def is_available(kari):
    opens_her(kari, "67-kan-kobles")
    assert CAME_OUT_WELL in kari.text()
    kari.opens("/a/ressursvenner/tavle/", picture="68-tavlen")
    assert "Kan kobles" in kari.text()
