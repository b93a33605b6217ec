"""The legal basis is the country's, and two say it. Until then nobody has."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.screening import changes, queries
from ressursvenn.screening.models import LegalBasis
from ressursvenn.together import changes as together
from ressursvenn.together.models import Asked

from .conftest import acts

TEXT = "En forskrift, § 2, fordi barn ofte er med."


def proposed(by, text=TEXT):
    row = changes.propose_basis(text=text, by=by)
    return row, Asked.objects.get(about=row.reference)


def test_one_writes_it_another_confirms_it_and_then_it_counts(pernille, astrid):
    row, asked = proposed(pernille)
    assert queries.basis_in_force() is None

    together.answer(asked=asked, yes=True, by=astrid)

    found = queries.basis_in_force()
    assert (found.pk, found.text, found.confirmed_by) == (row.pk, TEXT, astrid)
    assert acts() == ["screening.basis_proposed", "screening.basis_confirmed"]


def test_a_no_leaves_what_counted_before(pernille, astrid):
    _, first = proposed(pernille)
    together.answer(asked=first, yes=True, by=astrid)
    _, second = proposed(astrid, "Noe annet, § 1.")
    together.answer(asked=second, yes=False, by=pernille)

    assert queries.basis_in_force().text == TEXT


@pytest.mark.parametrize("who", ["pernille", "kari", "gro", "siri", "vigdis", "solveig"])
def test_nobody_else_confirms_and_nobody_her_own(pernille, people, who):
    _, asked = proposed(pernille)

    with pytest.raises(ValidationError):
        together.answer(asked=asked, yes=True, by=people[who])
    assert queries.basis_in_force() is None


@pytest.mark.parametrize("who", ["kari", "gro", "siri", "vigdis", "solveig", "kirsti"])
def test_who_does_not_say_what_the_law_is(signed_in, people, who):
    with pytest.raises(PermissionDenied):
        changes.propose_basis(text=TEXT, by=people[who])
    assert signed_in(people[who]).get("/a/opptak/hjemmel/").status_code == 403


def test_two_different_people_in_the_table_too(pernille):
    row, _ = proposed(pernille)

    with pytest.raises(IntegrityError), transaction.atomic():
        LegalBasis.objects.filter(pk=row.pk).update(confirmed_on=row.said_on, confirmed_by=pernille)


def test_the_page_says_that_nobody_has_and_what_the_second_agrees_to(signed_in, pernille, astrid):
    browser = signed_in(pernille)
    assert "Ingen har bekreftet noen hjemmel." in browser.get("/a/opptak/hjemmel/").content.decode()

    assert browser.post("/a/opptak/hjemmel/", {"text": TEXT}).status_code == 302

    second = signed_in(astrid)
    assert TEXT in second.get("/a/to/").content.decode()
    asked = Asked.objects.get()
    second.post(f"/a/to/{asked.reference}/svar/", {"answer": "yes"})
    assert "bekreftet av Astrid Lie" in browser.get("/a/opptak/hjemmel/").content.decode()


def test_an_empty_one_is_explained(signed_in, pernille):
    page = signed_in(pernille).post("/a/opptak/hjemmel/", {"text": ""}).content.decode()

    assert "Skriv hjemmelen." in page
    page = signed_in(pernille).post("/a/opptak/hjemmel/", {"text": "Fordi vi vil"}).content.decode()
    assert "med paragraf" in page
    assert "Fordi vi vil" in page
    assert not LegalBasis.objects.exists()


def test_nothing_is_filled_in_for_them(signed_in, pernille):
    page = signed_in(pernille).get("/a/opptak/hjemmel/").content.decode()

    assert "34-1" not in page
    assert not LegalBasis.objects.exists()
