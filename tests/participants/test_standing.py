"""The page about one participant: may there be a pair, what is missing, and who has looked."""

import pytest

from ressursvenn.participants import changes, queries
from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry

from .conftest import days_ago


def page_of(browser, participant):
    return browser.get(f"/a/deltakere/{participant.reference}/")


def test_the_page_says_all_that_stands_in_the_way(signed_in, amina, kari):
    page = page_of(signed_in(kari), amina)

    assert [no.rule for no in page.context["refusals"]] == ["PAR-01", "PAR-02", "PAR-03", "PAR-04"]
    told = page.content.decode()
    assert "Kan deltakeren kobles?" in told
    assert "Trygg kontakt er avklart med deltakeren." in told
    assert told.count("<h1>") == 1


def test_what_is_missing_can_be_settled_right_there(signed_in, amina, kari):
    browser = signed_in(kari)

    offered = [act.name for act, _ in page_of(browser, amina).context["to_settle"]]
    browser.post(f"/a/deltakere/{amina.reference}/har-flyttet/", {"on": days_ago(1).isoformat()})
    afterwards = [act.name for act, _ in page_of(browser, amina).context["to_settle"]]

    assert offered == ["left", "acute_over", "consent", "contact"]
    assert afterwards == ["acute_over", "consent", "contact"]


def test_when_nothing_stands_in_the_way_it_lists_what_was_checked(signed_in, ready, kari):
    page = page_of(signed_in(kari), ready)

    assert page.context["refusals"] == []
    assert "Dette er sjekket, ikke mer" in page.content.decode()


def test_a_withdrawn_participant_is_offered_a_new_yes(signed_in, ready, kari):
    changes.withdraw_consent(participant=ready, by=kari)

    page = page_of(signed_in(kari), ready)

    assert [no.rule for no in page.context["refusals"]] == ["PAR-05"]
    assert [act.name for act, _ in page.context["to_settle"]] == ["consent"]


def test_the_title_and_address_hold_no_name(signed_in, amina, kari):
    told = page_of(signed_in(kari), amina).content.decode()

    assert "<title>Kan deltakeren kobles?</title>" in told
    assert "Amina" in told


def test_every_look_is_in_the_log_and_on_the_page(signed_in, amina, kari, kaja):
    signed_in(kaja).post(f"/a/deltakere/{amina.reference}/hvorfor/", {"reason": "rang"})
    page_of(signed_in(kaja), amina)
    page_of(signed_in(kaja), amina)
    page_of(signed_in(kari), amina)
    page = page_of(signed_in(kaja), amina)  # this very look stands there from the next one on

    looks = [(look.who, look.what, look.times) for look in page.context["looks"]]
    outside = "åpnet siden, som kollega: deltakeren ringte"
    assert looks == [("Kari Lund", "åpnet siden", 1), ("Kaja Berg", outside, 2)]
    assert AuditEntry.objects.filter(did="protection.opened").count() == 4


def test_looks_of_one_are_not_looks_of_another(amina, ready, kari, oslo):
    queries.standings(kari, terms=_terms(oslo))

    assert [look.purpose for look in queries.looks(amina)] == ["list"]


def _terms(association):
    from ressursvenn.accounts.queries import terms

    return terms(association)


def test_somebody_whose_keys_are_gone_is_nowhere(signed_in, amina, kari):
    vault.destroy_keys(amina.reference)
    browser = signed_in(kari)

    assert page_of(browser, amina).status_code == 404
    assert browser.get(f"/a/deltakere/{amina.reference}/kort/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("kari", 200), ("kaja", 200), ("nora", 404), ("gro", 403), ("kirsti", 403),
        ("vigdis", 403), ("astrid", 403), ("siri", 403), ("pernille", 403), ("solveig", 403),
        (None, 302),
    ],
)  # fmt: skip
def test_who_gets_in(signed_in, people, amina, who, status):
    assert page_of(signed_in(people.get(who)), amina).status_code == status


def test_a_refused_look_opens_nothing(signed_in, people, amina):
    for who in ("nora", "gro", "kirsti", "vigdis", "siri"):
        page_of(signed_in(people[who]), amina)

    assert not AuditEntry.objects.filter(did="protection.opened").exists()


def test_receiving_is_offered_until_it_is_done(signed_in, oslo, sentrum, kirsti, kari):
    from .conftest import refer

    participant = refer(oslo, kirsti, crisis_centre=sentrum)
    browser = signed_in(kari)

    before = page_of(browser, participant).content.decode()
    browser.post(f"/a/deltakere/{participant.reference}/tatt-imot/")
    after = page_of(browser, participant).content.decode()

    assert ("Ta imot" in before, "Ta imot" in after) == (True, False)
    assert browser.get(f"/a/deltakere/{participant.reference}/tatt-imot/").status_code == 405
