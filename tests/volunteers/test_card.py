"""Her card and how she is reached: shown when asked for, put right, with a trace."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.protection import fingerprints, opening
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes

from .conftest import fresh

CARD = {
    "first_name": "Ingrid",
    "last_name": "Bakken",
    "areas": "Frogner, Oslo",
    "languages": ["no", "en"],
    "interests": ["film"],
    "times": ["sunday", "saturday"],
    "places": "2",
}


def opened(volunteer, by):
    return opening.open_record(fresh(volunteer), by=by, purpose="test")


def test_what_is_named_is_put_right_and_the_rest_stays(volunteer, kari, audited):
    opening.open_record(volunteer, by=kari, purpose="test")
    audited()

    changes.correct_card(volunteer=volunteer, languages=["uk"], by=kari)

    assert audited() == ["volunteers.card_corrected"]
    assert opened(volunteer, kari).languages == ["uk"]
    assert opened(volunteer, kari).last_name == "Solbakken"


def test_her_fingerprints_follow_and_the_earlier_ones_stay(volunteer, kari):
    """Whoever is to be kept apart from her old name or number is kept apart from her new one too."""
    before = volunteer.fingerprints
    opening.open_record(volunteer, by=kari, purpose="test")

    changes.correct_card(volunteer=volunteer, phone="400 00 002", by=kari)

    now = fingerprints.of_person("Ingrid Solbakken", "400 00 002", "ingrid.solbakken@example.org")
    assert set(fresh(volunteer).fingerprints) == {*before, *now} > set(now)


def test_a_closed_card_cannot_be_put_right(volunteer, kari, audited):
    audited()

    with pytest.raises(StillSealed):
        changes.correct_card(volunteer=volunteer, first_name="Inger", by=kari)

    assert opened(volunteer, kari).first_name == "Ingrid"


def test_only_what_is_on_the_card(volunteer, kari, nora):
    opening.open_record(volunteer, by=kari, purpose="test")

    with pytest.raises(TypeError):
        changes.correct_card(volunteer=volunteer, association=nora.association, by=kari)


@pytest.mark.parametrize(
    "wrong",
    [{"languages": ["klingon"]}, {"email": "nei"}, {"first_name": ""}, {"places": 10}],
)
def test_what_cannot_be_changes_nothing(volunteer, kari, audited, wrong):
    opening.open_record(volunteer, by=kari, purpose="test")
    audited()

    with pytest.raises(ValidationError):
        changes.correct_card(volunteer=volunteer, by=kari, **wrong)

    assert audited() == []
    assert opened(volunteer, kari).languages == ["no", "so"]


def test_the_birth_year_is_noted_without_opening_her(volunteer, kari, audited):
    audited()

    changes.note_birth_year(volunteer=volunteer, birth_year=1971, by=kari)

    assert fresh(volunteer).birth_year == 1971
    assert audited() == ["volunteers.birth_year_noted"]


@pytest.mark.parametrize("who", ["nora", "bodil", "vigdis", "siri", "solveig"])
def test_who_may_not(volunteer, kari, people, who):
    opening.open_record(volunteer, by=kari, purpose="test")

    with pytest.raises(PermissionDenied):
        changes.correct_card(volunteer=volunteer, first_name="Inger", by=people[who])
    with pytest.raises(PermissionDenied):
        changes.note_birth_year(volunteer=volunteer, birth_year=1971, by=people[who])


def test_the_card_is_put_right_on_a_page_of_its_own(signed_in, volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/"

    form = browser.get(f"{at}kort/").content.decode()
    assert 'value="Solbakken"' in form
    assert "Oslo" in form
    assert "400 00 001" not in form
    answer = browser.post(f"{at}kort/", CARD)

    one = opened(volunteer, kari)
    assert answer.url == at
    assert (one.last_name, one.times, one.places) == ("Bakken", ["sunday", "saturday"], 2)
    assert one.phone == "400 00 001"


def test_how_she_is_reached_is_shown_when_asked_for_and_the_look_is_noted(
    signed_in, volunteer, kari
):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/"

    closed = browser.get(at).content.decode()
    shown = browser.post(f"{at}kontakt/").content.decode()

    assert "400 00 001" not in closed
    assert "ingrid.solbakken@example.org" not in closed
    assert "400 00 001" in shown
    assert "ingrid.solbakken@example.org" in shown
    looks = AuditEntry.objects.filter(purpose="volunteer_contact", by=kari)
    assert [entry.about.get().reference for entry in looks] == [volunteer.reference]


def test_looking_the_address_up_shows_nothing(signed_in, volunteer, kari):
    answer = signed_in(kari).get(f"/a/ressursvenner/{volunteer.reference}/kontakt/")

    assert answer.url == f"/a/ressursvenner/{volunteer.reference}/"


def test_how_she_is_reached_is_put_right(signed_in, volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/kontakt/rett/"
    known = opened(volunteer, kari).email

    wrong = browser.post(at, {"phone": "400 00 003", "email": "ikke en adresse"})
    assert "som navn@eksempel.no" in wrong.content.decode()
    assert 'value="ikke en adresse"' in wrong.content.decode()
    assert opened(volunteer, kari).phone == "400 00 001"

    answer = browser.post(at, {"phone": "400 00 003", "email": ""})
    assert answer.status_code == 302
    kept = opened(volunteer, kari)
    assert (kept.phone, kept.email) == ("400 00 003", known)

    browser.post(at, {"phone": "400 00 003", "email": "", "forget": "on"})
    assert (opened(volunteer, kari).phone, opened(volunteer, kari).email) == ("400 00 003", "")


def test_an_emptied_form_erases_nothing_and_says_so(signed_in, volunteer, kari):
    before = opened(volunteer, kari)
    at = f"/a/ressursvenner/{volunteer.reference}/kontakt/rett/"

    answer = signed_in(kari).post(at, {"phone": "", "email": ""})

    assert "kryss av for å slette" in answer.content.decode()
    after = opened(volunteer, kari)
    assert (after.phone, after.email) == (before.phone, before.email) != ("", "")


def test_what_somebody_else_noted_meanwhile_is_not_written_over(volunteer, kari, kaja):
    open_on_a_screen = opened(volunteer, kari)
    changes.note_birth_year(volunteer=fresh(volunteer), birth_year=1971, by=kaja)
    changes.correct_card(volunteer=opened(volunteer, kaja), times=["sunday"], by=kaja)

    changes.correct_card(volunteer=open_on_a_screen, languages=["uk"], by=kari)

    now = opened(volunteer, kari)
    assert (now.birth_year, now.times, now.languages) == (1971, ["sunday"], ["uk"])
