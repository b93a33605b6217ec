"""The police certificate: asked for, shown while it was new, seen by somebody. No copy is kept."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.accounts import queries as accounts
from ressursvenn.volunteers import changes, facts, rules
from ressursvenn.volunteers.models import CertificateAskedFor, CertificateSighting

from .conftest import days_ago


def vol02_stands(volunteer) -> bool:
    terms = accounts.terms(volunteer.association)
    refusals = rules.may_be_matched(facts.of(volunteer), terms)
    return "VOL-02" in [refusal.rule for refusal in refusals]


def test_it_is_noted_who_saw_it_and_when(volunteer, kari, kaja, audited):
    audited()

    sighting = changes.note_certificate_seen(
        volunteer=volunteer, issued_on=days_ago(30), on=days_ago(3), seen_by=kaja, by=kari
    )

    assert (sighting.shown_on, sighting.seen_by, sighting.noted_by) == (days_ago(3), kaja, kari)
    assert audited() == ["volunteers.certificate_seen"]
    assert not vol02_stands(volunteer)


def test_nothing_of_the_paper_itself_has_a_place():
    fields = {field.name for field in CertificateSighting._meta.get_fields()}

    assert fields == {"id", "volunteer", "noted_by", "issued_on", "shown_on", "seen_by"}


def test_it_may_be_asked_for_before_or_after_it_was_shown(volunteer, kari, audited):
    changes.note_certificate_seen(
        volunteer=volunteer, issued_on=days_ago(30), on=days_ago(9), seen_by=kari, by=kari
    )
    audited()

    changes.ask_for_certificate(volunteer=volunteer, on=days_ago(40), by=kari)
    changes.ask_for_certificate(volunteer=volunteer, on=days_ago(2), by=kari)

    assert CertificateAskedFor.objects.count() == 2
    assert audited() == ["volunteers.certificate_asked_for"] * 2
    assert not vol02_stands(volunteer)


def test_an_old_list_may_not_know_who_saw_it_and_then_it_counts_for_nothing(volunteer, kari, gro):
    sighting = changes.note_certificate_seen(
        volunteer=volunteer, issued_on=days_ago(300), on=days_ago(280), seen_by=None, by=kari
    )
    assert vol02_stands(volunteer)

    changes.name_who_saw_certificate(sighting=sighting, seen_by=gro, by=kari)

    assert not vol02_stands(volunteer)
    with pytest.raises(ValidationError, match="allerede"):
        changes.name_who_saw_certificate(sighting=sighting, seen_by=kari, by=kari)


def test_naming_who_saw_it_leaves_one_audit_entry(volunteer, kari, audited):
    sighting = changes.note_certificate_seen(
        volunteer=volunteer, issued_on=days_ago(30), on=days_ago(28), seen_by=None, by=kari
    )
    audited()

    changes.name_who_saw_certificate(sighting=sighting, seen_by=kari, by=kari)

    assert audited() == ["volunteers.certificate_seer_named"]


@pytest.mark.parametrize(
    ("issued", "shown", "words"),
    [
        (days_ago(3), days_ago(4), "etter at den ble vist"),
        (days_ago(3), days_ago(-1), "ikke vært ennå"),
        (days_ago(-1), days_ago(-2), "ikke vært ennå"),
    ],
)
def test_days_that_cannot_be_leave_neither_note_nor_audit(
    volunteer, kari, audited, issued, shown, words
):
    audited()

    with pytest.raises(ValidationError, match=words):
        changes.note_certificate_seen(
            volunteer=volunteer, issued_on=issued, on=shown, seen_by=kari, by=kari
        )

    assert not CertificateSighting.objects.exists()
    assert audited() == []


def test_not_even_the_table_takes_one_issued_after_it_was_shown(volunteer, kari):
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateSighting.objects.create(
            volunteer=volunteer, issued_on=days_ago(1), shown_on=days_ago(2), noted_by=kari
        )


@pytest.mark.parametrize("who", ["nora", "bodil", "solveig"])
def test_only_somebody_who_works_here_has_seen_it(volunteer, kari, people, who):
    with pytest.raises(ValidationError, match="denne foreningen"):
        changes.note_certificate_seen(
            volunteer=volunteer,
            issued_on=days_ago(3),
            on=days_ago(2),
            seen_by=people[who],
            by=kari,
        )


@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not(volunteer, kari, people, who):
    with pytest.raises(PermissionDenied):
        changes.note_certificate_seen(
            volunteer=volunteer,
            issued_on=days_ago(3),
            on=days_ago(2),
            seen_by=kari,
            by=people[who],
        )
    with pytest.raises(PermissionDenied):
        changes.ask_for_certificate(volunteer=volunteer, on=days_ago(2), by=people[who])

    assert not CertificateSighting.objects.exists()
    assert not CertificateAskedFor.objects.exists()


def test_it_is_noted_on_her_page(signed_in, volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{volunteer.reference}/"

    answer = browser.post(
        f"{at}attest-vist/",
        {
            "issued_on": days_ago(9).isoformat(),
            "on": days_ago(2).strftime("%d.%m.%Y"),
            "seen_by": kari.reference,
        },
    )

    (sighting,) = CertificateSighting.objects.all()
    assert answer.url == at
    assert (sighting.issued_on, sighting.shown_on) == (days_ago(9), days_ago(2))
    assert "Attesten går tilbake." in browser.get(at).content.decode()


def test_a_day_that_cannot_be_is_said_and_what_was_typed_is_kept(signed_in, volunteer, kari):
    issued, shown = days_ago(2), days_ago(2) - timedelta(days=1)

    answer = signed_in(kari).post(
        f"/a/ressursvenner/{volunteer.reference}/attest-vist/",
        {
            "issued_on": issued.isoformat(),
            "on": shown.isoformat(),
            "seen_by": kari.reference,
        },
    )

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Attesten kan ikke være utstedt etter at den ble vist." in page
    assert f'value="{issued.isoformat()}"' in page
    assert not CertificateSighting.objects.exists()
