"""A change of role, and a new way in: a system administrator asks, another confirms."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes
from ressursvenn.together.accounts import CHANGE_ROLE, RECOVER, detail_of
from ressursvenn.together.models import Asked

from .conftest import codes

TO_COORDINATOR = detail_of("coordinator", "oslo")


def asks(by, about, detail=TO_COORDINATOR, act=CHANGE_ROLE):
    return changes.ask(act=act, about=about.reference, detail=detail, association=None, by=by)


def now(person):
    return Person.objects.get(pk=person.pk)


def did(what):
    return AuditEntry.objects.filter(did=what)


@pytest.mark.parametrize("who", ["pernille", "astrid"])
def test_two_people_change_a_role(people, siri, ella, who, oslo):
    asked = asks(siri, ella)
    assert now(ella).role == "alliance_editor"

    changes.answer(asked=asked, yes=True, by=people[who])

    assert (now(ella).role, now(ella).association) == ("coordinator", oslo)
    assert did("accounts.role_changed").get().by == people[who]


def test_it_holds_from_her_next_request_and_her_sessions_are_over(signed_in, siri, ella, astrid):
    browser = signed_in(ella)
    assert browser.get("/a/").status_code == 200

    changes.answer(asked=asks(siri, ella), yes=True, by=astrid)

    assert browser.get("/a/ressursvenner/").status_code == 302
    assert browser.get("/a/").url.startswith("/a/inn/")
    assert signed_in(now(ella)).get("/a/ressursvenner/").status_code == 200


def test_a_right_taken_away_is_gone_at_once(signed_in, siri, kaja, astrid):
    browser = signed_in(kaja)

    changes.answer(asked=asks(siri, kaja, detail_of("funder")), yes=True, by=astrid)

    assert browser.get("/a/ressursvenner/").status_code == 302
    assert signed_in(now(kaja)).get("/a/ressursvenner/").status_code == 403


def test_an_administrator_gives_none_alone(siri, ella):
    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asks(siri, ella), yes=True, by=siri)

    assert codes(refused) == ["TOG-01", "TOG-03"]
    assert now(ella).role == "alliance_editor"


def test_nor_two_administrators(siri, ella):
    other = accounts.take_in(sign_name="sol", name="Sol", role="system_administrator", by=None)

    with pytest.raises(ValidationError):
        changes.answer(asked=asks(siri, ella), yes=True, by=other)


def test_the_change_itself_asks_for_two_whoever_calls_it(siri, ella, astrid, pernille, oslo):
    told = {"person": ella, "role": "coordinator", "association": oslo, "centre": None}
    for pair in (
        {"asked_by": siri, "by": siri},
        {"asked_by": astrid, "by": pernille},
        {"asked_by": siri, "by": ella},
    ):
        with pytest.raises(PermissionDenied):
            accounts.change_role(**told, **pair)
    with pytest.raises(PermissionDenied):
        accounts.change_role(**{**told, "person": astrid}, asked_by=siri, by=astrid)


@pytest.mark.parametrize(
    "detail",
    ["volunteer:oslo", "coordinator:-", "coordinator:ukjent", "centre_contact:-", "queen:-", ""],
)
def test_a_role_that_cannot_be_is_not_asked_for(siri, ella, detail):
    with pytest.raises(ValidationError):
        asks(siri, ella, detail)

    assert not Asked.objects.exists()


def test_the_role_she_has_is_not_asked_for(siri, kaja):
    with pytest.raises(ValidationError, match="rollen hun har"):
        asks(siri, kaja)


def test_a_volunteers_account_becomes_no_other(siri, solveig):
    with pytest.raises(ValidationError, match="ressursvenns"):
        asks(siri, solveig)


def test_when_her_role_is_another_meanwhile_the_yes_does_not_count(siri, ella, astrid):
    asked = asks(siri, ella)
    Person.objects.filter(pk=ella.pk).update(role="funder")

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=astrid)

    assert codes(refused) == ["TOG-08"]


def test_when_she_has_left_meanwhile_the_yes_does_not_count(siri, ella, astrid):
    asked = asks(siri, ella)
    Person.objects.filter(pk=ella.pk).update(left_on="2026-01-01", left_by=siri)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=astrid)

    assert codes(refused) == ["TOG-08"]


def test_the_pages_ask_and_answer(signed_in, siri, ella, pernille):
    administrator, confirmer = signed_in(siri), signed_in(pernille)
    form = administrator.get("/a/to/rolle/").content.decode()
    assert "Ella Hauge (ella), redaktør for Rød Knapp" in form
    assert "solveig" not in form
    told = {"person": ella.reference, "role": "group_leader", "association": "nabo"}
    assert administrator.post("/a/to/rolle/", told).url == "/a/to/"

    page = confirmer.get("/a/to/").content.decode()
    assert "Ella Hauge, redaktør for Rød Knapp" in page
    assert "gruppeleder, Nabobyen lokalforening" in page
    asked = Asked.objects.get()
    confirmer.post(f"/a/to/{asked.reference}/svar/", {"answer": "yes"})

    assert (now(ella).role, now(ella).association.slug) == ("group_leader", "nabo")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"association": ""}, "Velg lokalforeningen rollen er i."),
        ({"role": "centre_contact"}, "Velg krisesenteret hun arbeider på."),
        ({"role": ""}, "Velg en rolle."),
        ({"person": ""}, "Velg hvem."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(signed_in, siri, ella, wrong, sentence):
    told = {"person": ella.reference, "role": "coordinator", "association": "oslo"}

    page = signed_in(siri).post("/a/to/rolle/", {**told, **wrong})

    assert sentence in page.content.decode()
    assert not Asked.objects.exists()


def test_what_cannot_be_asked_for_is_said_in_the_form(signed_in, siri, kaja):
    told = {"person": kaja.reference, "role": "coordinator", "association": "oslo"}

    page = signed_in(siri).post("/a/to/rolle/", told).content.decode()

    assert "Dette er rollen hun har." in page


@pytest.mark.parametrize("where", ["rolle", "tilgang"])
@pytest.mark.parametrize("who", ["kari", "astrid", "pernille", "vigdis", "bodil", "kirsti"])
def test_nobody_but_an_administrator_asks(signed_in, people, where, who):
    assert signed_in(people[who]).get(f"/a/to/{where}/").status_code == 403


def test_a_new_way_in_takes_two_and_the_link_is_shown_once(signed_in, siri, kaja, astrid):
    administrator, confirmer = signed_in(siri), signed_in(astrid)
    administrator.post("/a/to/tilgang/", {"person": kaja.reference})
    asked = Asked.objects.get(act=RECOVER)

    shown = confirmer.post(f"/a/to/{asked.reference}/svar/", {"answer": "yes"}).content.decode()
    again = confirmer.post(f"/a/to/{asked.reference}/svar/", {"answer": "yes"}, follow=True)

    assert "/a/inn/velkommen/" in shown
    assert "/a/inn/velkommen/" not in again.content.decode()
    assert did("accounts.recovery_opened").get().by == astrid
    assert "/a/inn/velkommen/" not in administrator.get("/a/to/").content.decode()
