"""Somebody at a browser with a passkey of hers, or with a password and an app."""

from __future__ import annotations

import re
from html import unescape

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client

from ressursvenn.accounts import changes
from ressursvenn.accounts.models import Person
from tests.web.conftest import browser, looking  # noqa: F401 - fixtures

from .token import Token

PASSWORD = "et langt passord som ingen gjetter"
OPTIONS = re.compile(r'data-options="([^"]*)"')


class Visitor:
    """A browser of its own, on localhost, where passkeys work without https."""

    def __init__(self, person: Person | None = None) -> None:
        self.person, self.token = person, Token()
        self.client = Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.7")

    def get(self, path, **more):
        return self.client.get(path, **more)

    def post(self, path, data=None, **more):
        return self.client.post(path, data or {}, **more)

    def options(self, path: str) -> str:
        """What the page at this address has the browser ask."""
        return unescape(OPTIONS.search(self.get(path).content.decode())[1])

    def welcomed_page(self, word: str) -> str:
        self.get(f"/a/inn/velkommen/{word}/")
        return self.get("/a/inn/velkommen/").content.decode()

    def welcomed(self, word: str, **how):
        """Opens the link, and makes a passkey."""
        self.get(f"/a/inn/velkommen/{word}/")
        made = self.token.makes(self.options("/a/inn/velkommen/"), **how)
        return self.post("/a/inn/velkommen/", {"credential": made, "name": "telefonen"})

    def shows(self, after: str = "", **how):
        """Signs in with it."""
        asked = self.get("/a/inn/nokkel/").content.decode()
        return self.post(
            "/a/inn/nokkel/", {"credential": self.token.shows(asked, **how), "next": after}
        )

    def proves(self, after: str = "", **how):
        """Shows it once more."""
        shown = self.token.shows(self.options("/a/inn/igjen/"), **how)
        return self.post("/a/inn/igjen/", {"credential": shown, "next": after})

    def types(self, name: str, password: str = PASSWORD):
        return self.post("/a/inn/", {"login": name, "password": password})


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture(autouse=True)
def _nobody_has_tried(request):
    if {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("db" if "db" in request.fixturenames else "transactional_db")
        cache.clear()


@pytest.fixture
def with_passkey(db):
    """`with_passkey(person)` is her, signed in with the passkey she has just made."""

    def enrol(person: Person) -> Visitor:
        visitor = Visitor(person)
        visitor.welcomed(changes.open_recovery(person=person, by=None))
        return visitor

    return enrol


@pytest.fixture
def with_app(db):
    """`with_app(volunteer)` is her, signed in with a password and an app; `.secret` is the app's."""

    def enrol(person: Person) -> Visitor:
        visitor = Visitor(person)
        visitor.get(f"/a/inn/velkommen/{changes.open_recovery(person=person, by=None)}/")
        visitor.post("/a/inn/velkommen/", {"password": PASSWORD, "again": PASSWORD})
        page = visitor.get("/a/inn/velkommen/app/").content.decode()
        visitor.secret = re.search(r"<code>(\w+)</code>", page)[1]
        visitor.post("/a/inn/velkommen/app/", {"code": code_for(visitor.secret)})
        return visitor

    return enrol
