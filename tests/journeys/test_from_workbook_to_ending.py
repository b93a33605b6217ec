"""A coordinator brings in the workbook she has, and leads one pair all the way to a good ending."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import time_machine
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.pairs.models import Pair

from .walking import ways

WORKBOOK = Path(__file__).resolve().parents[1] / "data/koordinator.xlsx"
PASSWORD = "fire ord etter hverandre"
NUMBER = "+47 99 99 99 01"
CAME_OUT_WELL = "Ingen regel står i veien i dag."


@ways("phone without scripts")
def test_from_an_old_workbook_to_a_good_ending(walker, signed_in, width, scripts):
    tomine = walker(width, scripts=scripts)
    tomine.opens("/", picture="00-forsiden")
    comes_in(tomine, "Tomine", "02-min-dag-tom")
    brings_in_the_workbook(tomine)
    settles_a_volunteer(tomine, "Sigrid Eliassen")
    says_who_interviewed(tomine)
    asks_that_they_be_approved(tomine)
    approves_them_all(walker(width, scripts=scripts))
    finds_that_she_may_be_matched(tomine, "Sigrid Eliassen")
    hers = settles_a_participant(tomine, "norsk", "spansk")
    sees_why_not(tomine, hers, "Ann Brekke")
    theirs = decides(tomine, hers)
    approves_without_a_name(walker(width, scripts=scripts), hers, theirs)
    asks_her(tomine)
    sigrid = walker("phone", scripts=scripts)
    gets_a_way_in(tomine, sigrid, theirs)
    says_yes(sigrid, hers)
    introduces(tomine)
    three_meet_ups(sigrid, tomine, signed_in, hers)
    ends_it_well(tomine, signed_in, hers)
    sees_nothing_of_her(sigrid, signed_in, hers)


def comes_in(someone, name, picture=""):
    someone.opens("/a/inn/", picture="01-logg-inn" if picture else "")
    someone.presses(f"Logg inn som {name}", picture=picture)
    assert someone.heading() == "Min dag"


def brings_in_the_workbook(tomine):
    """Nobody is in the association yet: the page says where to begin."""
    tomine.follows("Ta inn regnearket ditt", picture="03-regneark")
    tomine.page.get_by_label("Regneark").set_input_files(WORKBOOK)
    tomine.presses("Se hva vi forstår", picture="04-dette-forstar-vi")
    tomine.presses("Ta inn", picture="05-tatt-inn")
    tomine.menu("Min dag", picture="06-min-dag")


def settles_a_volunteer(tomine, name):
    """The workbook did not say who interviewed her, or who saw her certificate."""
    tomine.menu("Ressursvenner", picture="07-ressursvenner")
    tomine.goes(tomine.row(name), picture="08-kan-hun-kobles")
    assert "VOL-01" in tomine.text()
    interview = tomine.unfolds("Intervju")
    tomine.chooses("Første intervjuer", "Tomine Eide", interview)
    tomine.chooses("Andre intervjuer", "Tuva Holmen", interview)
    tomine.presses("Noter hvem", within=interview)
    certificate = tomine.unfolds("Politiattest")
    tomine.chooses("Hvem så attesten?", "Tomine Eide", certificate)
    tomine.presses("Noter hvem", within=certificate)
    assert "VOL-12" in tomine.text()
    tomine.follows(
        "Opptak", within=tomine.page.get_by_role("navigation", name="Om denne ressursvennen")
    )
    missing = tomine.unfolds("Kommer ikke notatene?")
    tomine.presses("Noter at intervjuet er for gammelt", within=missing)


def says_who_interviewed(tomine):
    """The same for everybody else, once."""
    tomine.menu("Regneark")
    tomine.follows("Åpne")
    tomine.follows("Svar for alle", picture="10-svar-for-alle")
    tomine.chooses("Første intervjuer", "Tomine Eide")
    tomine.chooses("Andre intervjuer", "Tuva Holmen")
    tomine.chooses("Hvem så politiattestene", "Tomine Eide")
    tomine.presses("Noter for alle")


def asks_that_they_be_approved(tomine):
    """One tap for everybody who lacks nothing else; the page says who is asked."""
    tomine.menu("Min dag")
    tomine.follows("Spør en annen")
    tomine.presses(re.compile("^Spør om alle"), picture="09-spurt-om-godkjenning")
    assert "Foreningen har ingen andre. Nasjonal rådgiver er spurt." in tomine.text()


def approves_them_all(astrid):
    """The second of two sees the steps that are done and no name, and answers for all at once."""
    comes_in(astrid, "Astrid")
    astrid.follows("Se og svar", picture="09-to-godkjenner")
    assert not stands("Sigrid", astrid.page.content())
    astrid.page.get_by_label(re.compile("^Alle")).check()
    astrid.presses("Ja")


def finds_that_she_may_be_matched(tomine, name):
    tomine.menu("Ressursvenner")
    tomine.goes(tomine.row(name), picture="09-hun-kan-kobles")
    assert CAME_OUT_WELL in tomine.text()


def settles_a_participant(tomine, *known_by):
    """What only the centre and she can say. What she is called comes back."""
    tomine.menu("Deltakere", picture="11-deltakere")
    tomine.goes(tomine.row(*known_by), picture="12-kan-deltakeren-kobles")
    hers = tomine.heading()
    for statement in ("Har flyttet fra volden", "Den akutte fasen er over"):
        said = tomine.unfolds(statement)
        tomine.presses("Noter at krisesenteret har sagt det", within=said)
    consent = tomine.unfolds("Deltakerens eget ja")
    consent.get_by_label("Deltakeren har selv sagt ja").check()
    tomine.presses("Noter at deltakeren har sagt ja", within=consent)
    contact = tomine.unfolds("Trygg kontakt")
    contact.get_by_label("SMS uten navn").check()
    contact.get_by_label("dagtid").check()
    contact.get_by_label("Telefonnummer").fill(NUMBER)
    tomine.presses("Lagre det dere ble enige om", within=contact, picture="13-hun-kan-kobles")
    assert CAME_OUT_WELL in tomine.text()
    return hers


def sees_why_not(tomine, hers, name):
    tomine.menu("Koblinger")
    tomine.follows("Se forslag", picture="14-forslag")
    tomine.chooses("Deltaker", hers)
    tomine.chooses("Ressursvenn", name)
    tomine.presses("Se hvorfor", picture="15-hvorfor-ikke")
    assert "MAT-04" in tomine.text()
    tomine.follows("Forslag")


def decides(tomine, hers):
    """Whom the engine suggested for her; that name comes back."""
    suggestion = tomine.section(f"{hers} og ")
    theirs = suggestion.get_by_role("heading").inner_text().removeprefix(f"{hers} og ")
    tomine.follows("Bestem", within=suggestion, picture="16-bestem")
    assert tomine.page.get_by_label("forslaget passer").is_checked()
    tomine.presses("Bestem", picture="17-bestemt")
    return theirs


def approves_without_a_name(astrid, hers, theirs):
    """The second yes is given by somebody who does not see who the two are."""
    comes_in(astrid, "Astrid")
    astrid.follows("Se og svar", picture="18-den-andre-godkjenner")
    assert "norsk" in astrid.text()
    for name in (hers, *theirs.split()):
        assert not stands(name, astrid.page.content())
    astrid.presses("Godkjenn")


def asks_her(tomine):
    tomine.menu("Min dag")
    tomine.follows("Noter svaret", picture="19-deltakerens-svar")
    tomine.page.get_by_label("Ja", exact=True).check()
    tomine.presses("Lagre", picture="20-deltakeren-har-sagt-ja")


def gets_a_way_in(tomine, sigrid, name):
    """A link that works once, a password of her own, and an app that gives her a code."""
    tomine.menu("Ressursvenner")
    tomine.goes(tomine.row(name))
    chooses_a_password(tomine, sigrid)


def chooses_a_password(tomine, sigrid):
    """From the coordinator's page of her to her own first page."""
    tomine.presses("Gi henne en innlogging")
    link = tomine.page.locator("main code").inner_text()

    sigrid.opens(link.removeprefix(sigrid.home), picture="21-velg-passord")
    sigrid.page.get_by_label("Passord", exact=True).fill(PASSWORD)
    sigrid.page.get_by_label("Passordet en gang til").fill(PASSWORD)
    sigrid.presses("Lagre passordet")
    secret = sigrid.page.locator("main code").inner_text()
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    sigrid.page.get_by_role("textbox").fill(code)
    sigrid.presses("Koble til")


def comes_back(someone, signed_in, role, picture=""):
    """Another evening: the session was over, and here is a new one."""
    person = Person.objects.get(association__slug="tom", role=role)
    session = signed_in(person).cookies["desk"].value
    someone.context.add_cookies([{"name": "desk", "value": session, "url": someone.home}])
    someone.opens("/v/" if role == "volunteer" else "/a/", picture)


def says_yes(sigrid, hers):
    """She is asked without being told whom it is about; after her yes she is told."""
    sigrid.follows("Jeg har skrevet dem av", picture="22-sporsmaalet")
    assert not stands(hers, sigrid.page.content())
    sigrid.presses("Ja, jeg vil", picture="23-begge-har-sagt-ja")
    assert stands(hers, sigrid.text())
    assert NUMBER in sigrid.text()


def introduces(tomine):
    """A day and a public place from the list, and a coordinator who is there."""
    tomine.menu("Min dag")
    tomine.follows("Avtal første møte", picture="24-forste-mote")
    tomine.page.get_by_label("Dag", exact=True).fill(timezone.localdate().isoformat())
    place = tomine.page.get_by_label("Sted")
    place.select_option(index=1)
    tomine.presses("Lagre", picture="25-avtalt")
    tomine.follows("Noter at de har møttes")
    tomine.page.get_by_label("koordinator var med").check()
    tomine.presses("De har møttes")


def three_meet_ups(sigrid, tomine, signed_in, hers):
    """Over a month, on her phone on the bus. The coordinator asks how it goes in between."""
    for days, kind in ((6, "tur"), (17, "mat"), (29, "prat")):
        with after(days):
            comes_back(sigrid, signed_in, "volunteer")
            sigrid.follows("Vi møttes", picture="26-dere-mottes")
            sigrid.page.get_by_label(kind, exact=True).check()
            sigrid.presses("Lagre", picture="27-notert")
            assert stands(hers, sigrid.text())
        if days < 29:
            asks_how_it_goes(tomine, signed_in, hers, after(days + 3))


def asks_how_it_goes(tomine, signed_in, hers, then):
    with then:
        comes_back(tomine, signed_in, "coordinator")
        opens_the_pair(tomine, hers)
        tomine.follows("Noter en oppfølging", picture="28-oppfolging")
        tomine.page.get_by_label("begge", exact=True).check()
        tomine.page.get_by_label("alt vel", exact=True).check()
        tomine.presses("Lagre", picture="29-i-gang")


def opens_the_pair(tomine, hers):
    tomine.menu("Koblinger", picture="30-koblinger")
    tomine.goes(
        tomine.page.locator("tbody tr").filter(has_text=f"{hers} og").get_by_role("link").first
    )


def ends_it_well(tomine, signed_in, hers):
    """What ending does is said before it is asked for. The talk afterwards is the last step."""
    with after(40):
        comes_back(tomine, signed_in, "coordinator")
        opens_the_pair(tomine, hers)
        tomine.follows("Avslutt koblingen", picture="31-avslutning")
        tomine.page.get_by_label("før tiden").check()
        tomine.presses("Avslutt koblingen", picture="32-avsluttet")
        tomine.menu("Min dag")
        tomine.follows("Noter samtalen", picture="33-avslutningssamtale")
        tomine.page.get_by_label("begge ønsker", exact=False).first.check()
        tomine.presses("Lagre", picture="34-ferdig")


def sees_nothing_of_her(sigrid, signed_in, hers):
    """From the moment it ended: not on her own page, and not at any address she may have kept."""
    with after(40):
        comes_back(sigrid, signed_in, "volunteer", picture="35-borte")
        assert not stands(hers, sigrid.page.content())
        assert NUMBER not in sigrid.page.content()
        kept = f"{sigrid.home}/v/{Pair.objects.get().reference}/treff/"
        assert sigrid.context.request.get(kept).status == 404


def stands(name, text):
    """Is this name a word of the text? One alias may be the beginning of another."""
    return re.search(rf"\b{name}\b", text) is not None


def after(days):
    """So many days later, in the whole house."""
    return time_machine.travel(timezone.now() + timedelta(days=days))
