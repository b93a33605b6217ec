"""Somebody takes a stand on her phone; a letter, a link and an editor later everybody can read it."""

from __future__ import annotations

from django.core import mail

from ressursvenn.stands import changes
from ressursvenn.stands.models import Stand
from tests.stands.conftest import (  # noqa: F401 - fixtures
    _an_easy_puzzle,
    _letters_stay_here,
    _nobody_has_sent_anything_yet,
)
from tests.stands.test_taking_a_stand import link_in

from .test_from_workbook_to_ending import comes_in
from .walking import ways

NAME, HERS = "Runa", "Ingen skal være redd for å gå hjem."
ADDRESS = "runa@example.org"


@ways("phone")
def test_a_stand_is_taken_confirmed_read_and_shown(walker, stage, width, scripts):
    runa, ella = walker(width, scripts=scripts), walker(width, scripts=scripts)
    takes_a_stand(runa)
    comes_in(ella, "Ella")
    if not scripts:
        lets_it_pass(ella)  # the slower way: nobody is written to before an editor has read
    confirms(runa, gets_a_letter())
    if scripts:
        lets_it_pass(ella)
    is_shown_to_everybody(walker("phone", scripts=scripts))
    takes_it_back(runa)


def takes_a_stand(runa):
    """What she forgets is said beside the field, and what she wrote still stands there."""
    runa.opens("/")
    runa.follows("Ta standpunkt", picture="70-ta-standpunkt")
    runa.page.get_by_label("Fornavnet ditt").fill(NAME)
    runa.page.get_by_label("Fylke").select_option("Oslo")
    runa.page.get_by_label("Med dine egne ord").fill(HERS)
    runa.presses("Ta standpunkt")
    assert "Skriv e-posten din, så du kan bekrefte." in runa.text()
    assert runa.page.get_by_label("Med dine egne ord").input_value() == HERS
    runa.page.get_by_label("E-post").fill(ADDRESS)
    if runa.scripts:
        runa.page.wait_for_function("document.querySelector('[name=answer]').value !== ''")
    runa.presses("Ta standpunkt", picture="71-takk")
    assert runa.heading() == "Takk. Nå er det ett steg igjen"
    assert Stand.objects.get().solved == runa.scripts


def gets_a_letter():
    """One letter, with neutral words; when it has left, nobody here knows where to."""
    assert changes.send_letters(by=None) == 1
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert HERS not in letter.body
    assert bytes(Stand.objects.get().mailbox) == b""
    return link_in(letter)


def confirms(runa, link):
    runa.opens(link, picture="72-er-dette-ditt")
    assert HERS in runa.text()
    runa.presses("Ja, det er mitt")
    words = "Takk, det er bekreftet" if runa.scripts else "Standpunktet ditt står her"
    assert runa.heading() == words


def lets_it_pass(ella):
    """It waits in Min dag, and she reads it there."""
    ella.opens("/a/")
    ella.follows("Les dem", picture="73-standpunkter-a-lese")
    assert HERS in ella.text()
    ella.presses(f"Slipp {NAME}")
    assert "Ingen standpunkter venter på å bli lest." in ella.text()


def is_shown_to_everybody(somebody):
    somebody.opens("/ta-standpunkt/")
    somebody.follows("Se alle", picture="74-alle-standpunkter")
    assert HERS in somebody.text()
    somebody.follows(NAME, picture="75-et-standpunkt")
    assert somebody.heading() == HERS
    assert ADDRESS not in somebody.page.content()


def takes_it_back(runa):
    """The letter is kept for this: with the same link it is gone, and nothing is left of it."""
    if "Takk" in runa.heading():
        runa.opens(runa.page.url.removeprefix(runa.home))
    runa.follows("ta standpunktet bort")
    runa.presses("Ta det bort")
    assert not Stand.objects.exists()
    runa.opens("/ta-standpunkt/alle/")
    assert HERS not in runa.text()
