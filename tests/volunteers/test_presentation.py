"""How a volunteer is presented: at the desk, and to whoever tells a participant of her."""

import pytest

from ressursvenn.pairs import changes as pairs
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes
from ressursvenn.volunteers.models import Offer
from tests.access.test_query_counts import AT_MOST, counted
from tests.pairs.conftest import a_participant, a_volunteer

from .conftest import fresh
from .test_offers import FORM, SAID

NOTHING = {**SAID, "shows": []}


def desk(volunteer) -> str:
    return f"/a/ressursvenner/{volunteer.reference}/presentasjon/"


@pytest.fixture
def pair(kari, kaja):
    """She is to be told of the volunteer."""
    row = pairs.decide(
        participant=a_participant(kari),
        volunteer=a_volunteer(kari, kaja, first_name="Solveig"),
        reason="near",
        by=kari,
    )
    return pairs.approve(pair=row, by=kaja)


def told(signed_in, pair, kari) -> str:
    """What stands on the page that tells a participant of the volunteer."""
    page = signed_in(kari).get(f"/a/koblinger/{pair.reference}/deltakerens-svar/").content.decode()
    return page[page.index('id="fortell"') :].partition("</section>")[0]


def test_until_she_has_said_yes_nothing_is_told(signed_in, pair, kari):
    page = told(signed_in, pair, kari)

    assert "har ikke sagt hva som kan fortelles" in page
    assert "Solveig" not in page
    assert "gå tur" not in page
    assert "Sandvika" in page  # where she belongs is told for the participant's own safety


def test_an_offer_that_shows_nothing_tells_nothing(signed_in, pair, kari):
    changes.note_what_she_offers(volunteer=pair.volunteer, by=kari, **NOTHING)

    page = told(signed_in, pair, kari)

    assert "har ikke sagt hva som kan fortelles" in page
    assert "rolig" not in page


@pytest.mark.parametrize(
    ("shows", "words"),
    [
        ("first_name", "Solveig"),
        ("age_band", "45–54 år"),
        ("likes", "gå tur; vil gjerne ta en prat; inntil 5 km unna"),
        ("languages", "norsk (godt), somali (morsmål)"),
        ("presentation", "Jeg er rolig"),
    ],
)
def test_each_thing_is_told_alone(signed_in, pair, kari, shows, words):
    changes.note_what_she_offers(volunteer=pair.volunteer, by=kari, **{**SAID, "shows": [shows]})

    page = told(signed_in, pair, kari)

    others = {"Solveig", "45–54 år", "vil gjerne ta en prat", "(morsmål)", "rolig"}
    assert words in page
    assert sum(other in page for other in others) == 1


def test_her_own_words_are_opened_only_when_they_may_be_read(signed_in, pair, kari):
    changes.note_what_she_offers(volunteer=pair.volunteer, by=kari, **NOTHING)
    row = Offer.objects.get()

    told(signed_in, pair, kari)

    entry = AuditEntry.objects.order_by("-pk").first()
    assert entry.purpose == "tell_her"
    assert row.reference in {about.reference for about in entry.about.all()}


def test_telling_asks_little(signed_in, pair, kari):
    changes.note_what_she_offers(volunteer=pair.volunteer, by=kari, **SAID)
    at = signed_in(kari)

    with counted() as questions:
        at.get(f"/a/koblinger/{pair.reference}/deltakerens-svar/")

    assert len(questions) <= AT_MOST


# --- the desk -------------------------------------------------------------------------------------


def test_noted_as_she_said_it(signed_in, volunteer, kari, audited):
    at = signed_in(kari)
    assert "Spør henne hva som kan fortelles" in at.get(desk(volunteer)).content.decode()
    audited()

    answer = at.post(desk(volunteer), FORM)

    assert answer.status_code == 302
    assert "volunteers.offer_noted" in audited()
    page = at.get(desk(volunteer)).content.decode()
    assert "noterte det for henne" in page
    assert "Jeg er rolig" in page


def test_what_she_wrote_herself_is_kept_beside_it(signed_in, volunteer, kari, solveig):
    changes.link_account(volunteer=volunteer, person=solveig, by=kari)
    changes.say_what_i_offer(volunteer=fresh(volunteer), by=solveig, **SAID)
    at = signed_in(kari)

    at.post(desk(volunteer), {**FORM, "presentation": "Rettet på telefonen."})

    page = at.get(desk(volunteer)).content.decode()
    assert "Rettet på telefonen." in page
    assert "Det hun har skrevet selv" in page
    assert "Jeg er rolig" in page
    hers = signed_in(solveig).get("/v/om-meg/").content.decode()
    assert "En i foreningen noterte dette for deg" in hers
    assert kari.name not in hers


def test_about_somebody_who_has_left_nothing_more_is_noted(signed_in, volunteer, kari):
    from .conftest import days_ago

    changes.note_leaving(volunteer=volunteer, on=days_ago(0), by=kari)

    page = signed_in(kari).post(desk(volunteer), FORM).content.decode()

    assert "Noter det for henne" not in page
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [("kaja", 200), ("gro", 200), ("nora", 404), ("astrid", 403), ("kirsti", 403),
     ("vigdis", 403), ("solveig", 403), ("ingen", 302)],
)  # fmt: skip
def test_who_gets_in(signed_in, volunteer, people, who, status):
    assert signed_in(people.get(who)).get(desk(volunteer)).status_code == status


def test_the_desk_and_her_phone_ask_little(signed_in, volunteer, kari, solveig):
    changes.link_account(volunteer=volunteer, person=solveig, by=kari)
    changes.say_what_i_offer(volunteer=fresh(volunteer), by=solveig, **SAID)
    changes.note_what_she_offers(volunteer=fresh(volunteer), by=kari, **SAID)

    for person, at in ((kari, desk(volunteer)), (solveig, "/v/om-meg/")):
        browser = signed_in(person)
        with counted() as questions:
            assert browser.get(at).status_code == 200
        assert len(questions) <= AT_MOST
