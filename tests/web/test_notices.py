"""Whether an e-mail may tell that something waits: her own choice, off until she makes it."""

from __future__ import annotations

import re

import pytest

from ressursvenn.protection.messages import queries
from ressursvenn.protection.messages.models import Notice

STAFF = ("kari", "gro", "astrid", "vigdis", "kirsti", "pernille", "siri", "ella", "bodil", "toril")


def told(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("who", STAFF)
def test_everybody_at_the_desk_may_choose_it_and_nobody_has_it_from_before(signed_in, people, who):
    browser, person = signed_in(people[who]), people[who]

    shown = browser.get("/a/varsler/")
    assert "av til du slår dem på" in told(shown)
    assert re.search(r'value="no"[^>]*checked', shown.content.decode())
    assert person.email not in shown.content.decode()

    browser.post("/a/varsler/", {"wanted": "yes"})
    assert queries.wants_notice(person)
    browser.post("/a/varsler/", {"wanted": "no"})
    assert not Notice.objects.exists()


def test_a_volunteer_has_a_page_of_her_own_and_says_where(signed_in, solveig):
    browser = signed_in(solveig)

    answer = browser.post("/v/varsler/", {"wanted": "yes", "mailbox": "sol@example.org"})

    assert answer.url == "/v/varsler/"
    assert "s…@example.org" in told(browser.get("/v/varsler/"))
    assert "sol@example.org" not in browser.get("/v/varsler/").content.decode()
    assert 'href="/v/varsler/"' in browser.get("/v/").content.decode()


def test_the_page_shows_what_comes_and_it_is_all(signed_in, kari):
    shown = told(signed_in(kari).get("/a/varsler/"))

    assert "Emne Noe venter på deg" in shown
    assert "Tekst Noe venter på deg." in shown


@pytest.mark.parametrize("mailbox", ["ikke en adresse", "a@example.org, b@example.org"])
def test_what_is_no_address_is_said_beside_it_and_stays(signed_in, kari, mailbox):
    answer = signed_in(kari).post("/a/varsler/", {"wanted": "yes", "mailbox": mailbox})

    assert "Skriv én e-postadresse" in told(answer)
    assert f'value="{mailbox}"' in answer.content.decode()
    assert not Notice.objects.exists()


def test_without_any_address_it_is_asked_for(signed_in, solveig):
    solveig.email = ""
    solveig.save()

    answer = signed_in(solveig).post("/v/varsler/", {"wanted": "yes"})

    assert "Skriv e-postadressen vi skal bruke." in told(answer)


@pytest.mark.parametrize(("who", "page"), [("solveig", "/a/varsler/"), ("kari", "/v/varsler/")])
def test_each_face_has_its_own(signed_in, people, who, page):
    assert signed_in(people[who]).get(page).status_code == 403


def test_nobody_is_sent_to_sign_in_first(client, db):
    for page in ("/a/varsler/", "/v/varsler/"):
        assert client.get(page).status_code == 302
