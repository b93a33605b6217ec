"""An action from a template: shown, told of, and counted in a report that two have issued."""

from __future__ import annotations

import re
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone

from .test_from_workbook_to_ending import after, comes_in
from .walking import ways

TITLE, CAME, BUTTONS = "Stand på Kirketorget", "137", "93"
WENT = "Mange stanset, og to lokalaviser skrev om det."
MEDIUM, ABOUT = "Torgbladet", "Lang kø foran en rød knapp"
WRITTEN = {
    "Forfattere": "To oppdiktede redaktører",
    "Forord": "En dag med regn, og mange under samme tak.",
    "Avvik": "Ingenting.",
    "Planer": "En stand til.",
}


@ways("desk")
def test_an_action_is_shown_told_of_and_counted(walker, stage, width, scripts):
    ella, eivor = walker(width, scripts=scripts), walker(width, scripts=scripts)
    comes_in(ella, "Ella")
    sets_it_up_from_a_template(ella)
    comes_in(eivor, "Eivor")
    reads_and_shows_it(eivor)
    action = anybody_finds_it(walker("phone", scripts=scripts))
    tells_how_it_went(ella)
    shows_how_it_went(eivor)
    notes_what_the_press_told(eivor)
    with after(1):
        ella, eivor = walker(width, scripts=scripts), walker(width, scripts=scripts)
        comes_in(ella, "Ella")
        writes_a_report(ella)
        comes_in(eivor, "Eivor")
        issues_it(eivor)
        anybody_reads_both(walker("phone", scripts=scripts), action)


def ago(days):
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def sets_it_up_from_a_template(ella):
    """The kind brings its own list of what is to be done."""
    ella.menu("Rød Knapp", picture="82-alliansen")
    ella.opens("/a/allianse/aksjoner/")
    ella.follows("Sett opp en aksjon", picture="83-hva-slags-aksjon")
    ella.follows("Velg stand")
    page = ella.page
    page.get_by_label("Tittel").fill(TITLE)
    page.get_by_label("Dag", exact=True).fill(ago(0))
    page.get_by_label("Tettsted").fill("Moss")
    page.get_by_label("Sted", exact=True).fill("Kirketorget")
    ella.presses("Lagre")
    assert "Skriv hvilken organisasjon som står for den." in ella.text()
    page.get_by_label("Arrangør").fill("Moss lokalforening")
    ella.presses("Lagre", picture="84-en-aksjon")
    assert "Bestill knapper" in ella.text()
    assert ella.button("Sett den ut for alle").count() == 0
    ella.presses(re.compile("Gjort.*Bestill knapper"))


def reads_and_shows_it(eivor):
    eivor.goes(eivor.page.get_by_role("main").locator(".line a").first)
    assert eivor.heading() == TITLE
    eivor.presses("Sett den ut for alle")


def anybody_finds_it(somebody):
    """In the calendar, with a map; and in the file that calendars subscribe to."""
    somebody.opens("/rod-knapp/")
    somebody.follows("Hele kalenderen", picture="85-kalender")
    somebody.follows(TITLE, picture="86-aksjonen-for-alle")
    assert somebody.heading() == TITLE
    files = somebody.context.request.get(f"{somebody.home}/rod-knapp/kalender.ics")
    assert TITLE in files.text()
    return somebody.page.url.removeprefix(somebody.home)


def opens_it(editor):
    editor.opens("/a/allianse/aksjoner/")
    editor.follows(TITLE)


def tells_how_it_went(ella):
    opens_it(ella)
    ella.follows("Fortell hvordan det gikk")
    page = ella.page
    page.get_by_label("Hvordan gikk det?").fill(WENT)
    page.get_by_label("Hvor mange kom").fill(CAME)
    page.get_by_label("knapper ble delt ut").fill(BUTTONS)
    ella.presses("Lagre")
    assert ella.button("Vis det for alle").count() == 0


def shows_how_it_went(eivor):
    opens_it(eivor)
    eivor.presses("Vis det for alle", picture="87-fortalt")


def notes_what_the_press_told(eivor):
    """From the action itself, so that it is chosen already."""
    eivor.follows("Noter en omtale")
    page = eivor.page
    page.get_by_label("Medium", exact=True).fill(MEDIUM)
    page.get_by_label("Slag").select_option("avis")
    page.get_by_label("Hva handlet den om?").fill(ABOUT)
    page.get_by_label("Dag").fill(timezone.localdate().isoformat())
    eivor.presses("Noter", picture="87b-omtaler")
    assert MEDIUM in eivor.text()
    assert TITLE in eivor.text()


def writes_a_report(ella):
    """The figures are there already; foreword, deviations and plans are hers to write."""
    ella.menu("Rapporter", picture="88-rapporter")
    ella.follows("Begynn på en rapport")
    ella.page.get_by_label("Første dag").fill(ago(31))
    ella.page.get_by_label("Siste dag").fill(ago(1))
    ella.presses("Begynn")
    ella.presses("Lagre")
    assert "STA-02" in ella.text()
    ella.follows("Skriv i den")
    for label, words in WRITTEN.items():
        ella.page.get_by_label(label).fill(words)
    ella.presses("Lagre", picture="89-en-rapport")
    assert f"{CAME} kom, etter det arrangørene har meldt" in " ".join(ella.text().split())
    ella.presses("Spør om å gi den ut")
    assert "En annen redaktør svarer." in ella.text()
    assert ella.button("Ja").count() == 0


def issues_it(eivor):
    """Her day leads to the report as it will be. She reads it, and says yes; from then on it stands."""
    eivor.follows("Se og svar", picture="90-skal-den-gis-ut")
    assert WRITTEN["Forord"] in eivor.text()
    eivor.presses("Ja")
    eivor.menu("Rapporter")
    assert "gitt ut" in eivor.text()


def anybody_reads_both(somebody, action):
    """How it went stands beside the action; the report counts it, and its PDF is the one that was printed."""
    somebody.opens(action, picture="91-hvordan-det-gikk")
    assert WENT in somebody.text()
    assert f"Omtrent {CAME} kom. {BUTTONS} knapper ble delt ut." in somebody.text()
    somebody.opens("/rapporter/")
    somebody.follows("Statusrapport", picture="92-statusrapport")
    text = " ".join(somebody.text().split())
    assert f"{CAME} kom, etter det arrangørene har meldt" in text
    assert f"{BUTTONS} knapper meldt delt ut i perioden" in text
    assert TITLE in text
    assert f"{MEDIUM} avis {ABOUT}" in text
    with somebody.page.expect_download() as waited:
        somebody.link("Rapporten som PDF").click()
    paper = Path(waited.value.path()).read_bytes()
    assert paper.startswith(b"%PDF-")
    assert sha256(paper).hexdigest() in text
