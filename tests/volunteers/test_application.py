"""Somebody applies: the card is kept locked, her road begins, and she gets an answer."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from ressursvenn.accounts import changes as accounts
from ressursvenn.neighbourhood.areas import named
from ressursvenn.protection import fingerprints, opening, vault
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes
from ressursvenn.volunteers.models import Volunteer

from .conftest import applicant, days_ago, fresh, pair


def test_her_card_is_kept_and_can_only_be_read_by_opening_it(volunteer, kari):
    with pytest.raises(StillSealed):
        str(volunteer.first_name)

    opening.open_record(volunteer, by=kari, purpose="test")

    assert (volunteer.first_name, volunteer.last_name) == ("Ingrid", "Solbakken")
    assert (volunteer.languages, volunteer.areas) == (["no", "so"], ["no-oslo-oslo"])
    assert (volunteer.phone, volunteer.email) == ("400 00 001", "ingrid.solbakken@example.org")


def test_the_database_holds_none_of_it_in_the_clear(volunteer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM volunteers_volunteer")
        stored = repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])

    assert volunteer.reference in stored
    for secret in ("Ingrid", "Solbakken", "400 00", "example.org", "oslo-oslo"):
        assert secret not in stored


def test_who_noted_it_and_when_she_applied(volunteer, kari):
    assert (volunteer.applied_on, volunteer.applied_by) == (days_ago(60), kari)
    assert volunteer.association == kari.association


def test_it_leaves_one_audit_entry(kari, audited):
    audited()

    applicant(kari)

    assert audited() == ["volunteers.application_noted"]


def test_the_day_may_be_unknown_as_in_an_old_list(kari):
    one = fresh(applicant(kari, applied_on=None))

    assert (one.applied_on, one.applied_by) == (None, None)


def test_her_fingerprints_can_be_compared_without_opening_her(volunteer):
    assert volunteer.fingerprints == fingerprints.of_person(
        "Ingrid Solbakken", "+47 40000001", "Ingrid.Solbakken@example.org"
    )


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"applied_on": days_ago(-1)}, "applied_on"),
        ({"first_name": "  "}, "first_name"),
        ({"languages": ["klingon"]}, "languages"),
        ({"areas": ["atlantis"]}, "areas"),
        ({"email": "ikke en adresse"}, "email"),
        ({"places": 0}, "__all__"),
        ({"birth_year": 81}, "__all__"),
    ],
)
def test_what_cannot_be_leaves_nothing_behind(kari, more, field):
    before = AuditEntry.objects.count()

    with pytest.raises(ValidationError) as refused:
        applicant(kari, **more)

    assert list(refused.value.message_dict) == [field]
    assert not Volunteer.objects.exists()
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("who", ["bodil", "vigdis", "siri", "astrid", "solveig", "kirsti"])
def test_who_may_not(people, oslo, who):
    with pytest.raises(PermissionDenied):
        changes.note_application(
            association=oslo, first_name="Ingrid", applied_on=days_ago(1), by=people[who]
        )

    assert not Volunteer.objects.exists()


def test_nobody_notes_an_application_to_another_house(nora, oslo):
    with pytest.raises(PermissionDenied):
        changes.note_application(association=oslo, first_name="Ingrid", by=nora)


def test_she_gets_an_answer_once(volunteer, kari, audited):
    audited()

    changes.note_answer(volunteer=volunteer, on=days_ago(58), by=kari)

    assert (fresh(volunteer).answered_on, fresh(volunteer).answered_by) == (days_ago(58), kari)
    assert audited() == ["volunteers.answered"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.note_answer(volunteer=volunteer, on=days_ago(57), by=kari)


@pytest.mark.parametrize(("days", "words"), [(61, "før søknaden"), (-1, "ikke vært ennå")])
def test_an_answer_on_a_day_that_cannot_be(volunteer, kari, audited, days, words):
    audited()

    with pytest.raises(ValidationError, match=words):
        changes.note_answer(volunteer=volunteer, on=days_ago(days), by=kari)

    assert fresh(volunteer).answered_on is None
    assert audited() == []


def test_an_application_brought_in_by_mistake_is_taken_back_with_its_keys(
    ready_volunteer, kari, audited
):
    audited()

    changes.take_back_application(volunteer=ready_volunteer, by=kari)

    assert not Volunteer.objects.exists()
    assert not vault.alive(ready_volunteer.reference)
    assert audited() == ["volunteers.application_taken_back"]


def test_whoever_has_been_in_a_pair_is_not_taken_back(volunteer, kari, audited):
    pair(
        volunteer, kari, not_to_be_on=days_ago(1), not_to_be_by=kari, not_to_be_because="called_off"
    )
    audited()

    with pytest.raises(ValidationError, match="kan ikke tas tilbake"):
        changes.take_back_application(volunteer=volunteer, by=kari)

    assert Volunteer.objects.exists()
    assert audited() == []


def test_her_account_is_linked_to_her(volunteer, kari, solveig, audited):
    audited()

    changes.link_account(volunteer=volunteer, person=solveig, by=kari)

    assert fresh(volunteer).person == solveig
    assert audited() == ["volunteers.account_linked"]


def test_an_account_once_linked_is_swapped_for_no_other(volunteer, kari, solveig, oslo, audited):
    changes.link_account(volunteer=volunteer, person=solveig, by=kari)
    sister = accounts.take_in(
        sign_name="sister", name="Søs", role="volunteer", association=oslo, by=None
    )
    audited()

    with pytest.raises(ValidationError, match="byttes ikke"):
        changes.link_account(volunteer=fresh(volunteer), person=sister, by=kari)

    assert fresh(volunteer).person == solveig
    assert audited() == []
    changes.link_account(volunteer=fresh(volunteer), person=solveig, by=kari)


def test_no_account_of_another_house_or_of_staff_is_linked(volunteer, kari, kaja, nils):
    with pytest.raises(PermissionDenied):
        changes.link_account(volunteer=volunteer, person=nils, by=kari)
    with pytest.raises(ValidationError):
        changes.link_account(volunteer=volunteer, person=kaja, by=kari)


def test_the_form_notes_it_and_leads_to_her_page(signed_in, kari):
    page = signed_in(kari).post(
        "/a/ressursvenner/ny/",
        {
            "first_name": "Ingrid",
            "last_name": "Solbakken",
            "applied_on": days_ago(2).isoformat(),
            "areas": "Sandvika, Akershus\nFrogner, Oslo\n",
            "languages": ["no", "so"],
            "places": "1",
        },
    )

    (one,) = Volunteer.objects.all()
    opening.open_record(one, by=kari, purpose="test")
    assert page.url == f"/a/ressursvenner/{one.reference}/"
    assert one.languages == ["no", "so"]
    assert one.areas == [named("Sandvika, Akershus").code, named("Frogner, Oslo").code]


def test_a_wrong_form_keeps_what_was_typed_and_asks_where_several_places_fit(signed_in, kari):
    page = signed_in(kari).post(
        "/a/ressursvenner/ny/",
        {
            "first_name": "Ingrid",
            "applied_on": "i går",
            "areas": "Sandvika\nAtlantis",
            "places": "1",
        },
    )

    said = page.content.decode()
    assert page.status_code == 200
    assert 'value="Ingrid"' in said
    assert "i går" in said
    assert "Skriv dagen som dag.måned.år" in said
    assert "Linje 1: Mener du" in said
    assert "Linje 2: vi kjenner ikke stedet" in said
    assert not Volunteer.objects.exists()
