"""Passkeys in a real browser, with a finger that Chromium has in place of ours (CDP's WebAuthn)."""

from __future__ import annotations

import re

import pytest

from ressursvenn.accounts import changes, factors
from ressursvenn.accounts.models import Invitation

MADE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class Finger:
    """A phone's own key, that says yes when it is asked; or no, when `is_hers` is false."""

    def __init__(self, page):
        self.cdp = page.context.new_cdp_session(page)
        self.cdp.send("WebAuthn.enable")
        self.id = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": MADE})[
            "authenticatorId"
        ]

    def is_hers(self, yes: bool) -> None:
        self.cdp.send(
            "WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": yes}
        )

    def keys(self) -> list[dict]:
        return self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]

    def takes(self, key: dict) -> None:
        self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.id, "credential": key})


@pytest.fixture
def at(looking, people):
    """`at("kari")` is her page, with a finger, after she has made a passkey."""

    def enrolled(who, **more):
        page = looking(**more)
        page.finger = Finger(page)
        makes(page, changes.open_recovery(person=people[who], by=None))
        return page

    return enrolled


def makes(page, word):
    page.goto(f"/a/inn/velkommen/{word}/")
    page.get_by_label("Hva skal den hete?").fill("telefonen min")
    page.get_by_role("button", name="Lag passnøkkelen").click()


def signs_out(page):
    page.goto("/a/inn/ut/")
    page.locator("main").get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/a/inn/")


def signs_in(page):
    page.goto("/a/inn/")
    page.get_by_role("button", name="Logg inn med passnøkkel").click()


@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_link_to_the_desk_and_in_again_the_next_day(at, kari, width):
    page = at("kari", width=width)
    page.wait_for_url("**/a/inn/faktorer/")
    assert "telefonen min" in page.locator("main").inner_text()
    page.goto("/a/")
    assert page.get_by_role("heading", level=1).inner_text() == "Min dag"
    (key,) = page.finger.keys()
    assert (key["isResidentCredential"], key["rpId"]) == (True, "localhost")

    signs_out(page)
    page.goto("/a/deltakere/")
    page.wait_for_url("**/a/inn/?next=/a/deltakere/")
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    page.wait_for_url(re.compile(r"\d/a/deltakere/$"))
    page.wait_for_load_state()

    assert [said for said in page.said if "Clear-Site-Data" not in said] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_her_finger_nobody_gets_in(at):
    page = at("kari")
    page.wait_for_url("**/a/inn/faktorer/")
    signs_out(page)
    page.finger.is_hers(False)
    signs_in(page)

    page.get_by_text("Det ble avbrutt, eller tok for lang tid").wait_for()
    page.goto("/a/")
    assert "/a/inn/" in page.url


def test_a_phone_without_a_passkey_says_so_and_the_page_can_be_used_again(looking):
    page = looking()
    page.finger = Finger(page)
    signs_in(page)

    page.get_by_text(re.compile("avbrutt|gikk ikke")).wait_for()
    assert page.get_by_role("button", name="Logg inn med passnøkkel").is_enabled()


def test_one_more_passkey_and_then_the_first_is_removed(at, kari):
    page = at("kari")
    page.wait_for_url("**/a/inn/faktorer/")
    (first,) = page.finger.keys()
    page.finger.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": page.finger.id})
    page.get_by_role("link", name="Lag en til").click()
    page.get_by_label("Hva skal den hete?").fill("maskinen")
    page.get_by_role("button", name="Lag passnøkkelen").click()
    page.wait_for_url("**/a/inn/faktorer/")
    page.get_by_role("link", name="Fjern en").click()
    page.get_by_label("telefonen min").check()
    page.get_by_role("button", name="Fjern").click()
    page.wait_for_url("**/a/inn/faktorer/")

    assert [row.data["name"] for row in factors.of(kari).passkeys] == ["maskinen"]
    page.get_by_role("link", name="Fjern en").click()
    page.get_by_label("maskinen").check()
    page.get_by_role("button", name="Fjern").click()
    page.get_by_text("eneste passnøkkelen din").first.wait_for()

    signs_out(page)
    page.finger.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": page.finger.id})
    page.finger.takes(first)
    signs_in(page)
    page.get_by_text("ikke godkjent").wait_for()


def test_the_same_phone_is_not_made_a_key_of_twice(at):
    page = at("kari")
    page.wait_for_url("**/a/inn/faktorer/")
    page.goto("/a/inn/faktorer/nokkel/")
    page.get_by_role("button", name="Lag passnøkkelen").click()

    page.get_by_text("allerede en passnøkkel").wait_for()


def test_when_it_is_long_ago_she_shows_it_again_and_comes_to_where_she_was_going(at, live_server):
    page = at("kari")
    page.wait_for_url("**/a/inn/faktorer/")
    long_ago(page)
    page.goto("/a/inn/faktorer/fjern/")
    page.wait_for_url("**/a/inn/igjen/**")
    page.get_by_role("button", name="Bruk passnøkkelen").click()

    page.wait_for_url("**/a/inn/faktorer/fjern/")


def long_ago(page):
    """What she has shown in this session was shown a quarter of an hour ago."""
    from django.conf import settings

    from ressursvenn.protection.sessions import SessionStore

    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    session = SessionStore(cookies[settings.SESSION_COOKIE_NAME])
    for record in session["account_authentication_methods"]:
        record["at"] -= 15 * 60
    session.modified = True
    session.save()


def test_a_lost_phone_a_new_word_and_the_old_phone_is_dead(at, looking, kari, astrid):
    old = at("kari")
    old.wait_for_url("**/a/inn/faktorer/")
    new = looking()
    new.finger = Finger(new)
    makes(new, changes.open_recovery(person=kari, by=astrid))
    new.wait_for_url("**/a/inn/faktorer/")
    new.goto("/a/")
    assert new.get_by_role("heading", level=1).inner_text() == "Min dag"

    old.goto("/a/")
    old.wait_for_url("**/a/inn/?next=/a/")
    old.get_by_role("button", name="Logg inn med passnøkkel").click()
    old.get_by_text("ikke godkjent").wait_for()
    assert Invitation.objects.filter(used_at=None).exists() is False


def test_in_the_made_up_world_one_click_and_then_a_passkey_to_try(looking, kari):
    page = looking(kari)
    page.finger = Finger(page)
    page.goto("/a/inn/faktorer/")
    page.get_by_role("link", name="Lag en passnøkkel").click()
    page.get_by_role("button", name="Lag passnøkkelen").click()
    page.wait_for_url("**/a/inn/faktorer/")
    signs_out(page)
    signs_in(page)
    page.wait_for_url("**/a/")


def test_without_a_script_the_password_form_works_and_no_dead_button_is_shown(looking):
    page = looking(java_script_enabled=False)
    page.goto("/a/inn/")

    assert not page.get_by_role("button", name="Logg inn med passnøkkel").is_visible()
    assert page.get_by_text("skript må være slått på").is_visible()
    assert page.get_by_label("Passord", exact=True).is_visible()
