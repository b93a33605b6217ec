"""A stolen table of sessions signs nobody in and tells nothing; nor does the shared cache."""

import base64
import pickle
from typing import ClassVar

import pytest
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client

from ressursvenn.protection.sessions import SessionStore, print_of

pytestmark = pytest.mark.django_db


def table(name):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {name}")
        return cursor.fetchall()


def test_what_is_kept_comes_back_by_the_key_in_the_cookie():
    session = SessionStore()
    session["seen"] = "a page"
    session.save()

    assert SessionStore(session.session_key)["seen"] == "a page"
    assert SessionStore("another0000").load() == {}
    assert SessionStore().load() == {}


def test_the_key_in_the_cookie_is_not_in_the_table(signed_in, kari):
    browser = signed_in(kari)
    cookie = browser.cookies["desk"].value

    assert cookie not in str(table("django_session"))
    assert Session.objects.get().pk == print_of(cookie)


def test_a_row_of_the_table_is_no_way_in(signed_in, kari):
    signed_in(kari)
    thief = Client()
    thief.cookies["desk"] = Session.objects.get().pk

    assert thief.get("/a/").status_code == 302


def test_nothing_of_a_session_is_readable(client):
    session = client.session
    session[SECRET_SESSION_KEY] = "JBSWY3DPEHPK3PXP"
    session.save()

    (row,) = table("django_session")
    assert "JBSWY3DPEHPK3PXP" not in str(row)
    assert Session.objects.get().get_decoded() == {}  # the library's own reader is locked out too


def test_a_session_moved_to_another_row_is_empty(signed_in, kari, siri):
    """Whoever can write in the table does not become Kari by copying her session over her own."""
    hers, mine = signed_in(kari), signed_in(siri)
    stolen = Session.objects.get(pk=print_of(hers.cookies["desk"].value)).session_data
    Session.objects.filter(pk=print_of(mine.cookies["desk"].value)).update(session_data=stolen)

    assert mine.get("/a/").status_code == 302


def test_signing_in_changes_the_key_and_signing_out_ends_it(signed_in, kari):
    browser = signed_in(None)
    planted = SessionStore()
    planted.create()
    browser.cookies["desk"] = planted.session_key
    browser.force_login(kari)
    key = browser.cookies["desk"].value

    assert key != planted.session_key
    assert not SessionStore().exists(planted.session_key)

    browser.post("/a/inn/ut/")

    assert not SessionStore().exists(key)


def test_the_shared_cache_tells_neither_who_tried_nor_from_where(client):
    client.post("/a/inn/", {"login": "koordinator", "password": "feil"}, REMOTE_ADDR="192.0.2.7")
    cache.set("koordinator.192.0.2.7", "x")

    kept = str(table("shared_cache"))
    assert cache.get("koordinator.192.0.2.7") == "x"
    assert "192.0.2.7" not in kept
    assert "koordinator" not in kept
    assert "login" not in kept


class Runs:
    """What a pickle may do to whoever reads it."""

    ran: ClassVar[list[int]] = []

    def __reduce__(self):
        return (Runs.ran.append, (1,))


def test_what_somebody_plants_in_the_shared_cache_is_not_run():
    cache.set("a count", [1.5, 2])
    planted = base64.b64encode(pickle.dumps(Runs())).decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shared_cache SET value = %s", [planted])

    assert cache.get("a count") is None
    assert Runs.ran == []


def test_what_is_shared_is_plain():
    cache.set("a count", [1.5, True, "x"])
    assert cache.get("a count") == [1.5, True, "x"]
    with pytest.raises(TypeError):
        cache.set("a thing", object())
