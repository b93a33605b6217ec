"""The real way in: a password, then a code from an app. Nobody gets further without both."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from ressursvenn.accounts import changes

PASSWORD = "et langt passord som ingen gjetter"


@pytest.fixture
def tora(oslo):
    return changes.take_in(
        sign_name="tora", name="Tora Ness", role="coordinator", association=oslo,
        email="tora@example.org", password=PASSWORD, by=None,
    )  # fmt: skip


def code(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def signed(client, password=PASSWORD, name="tora"):
    return client.post("/a/inn/", {"login": name, "password": password})


def test_a_password_alone_leads_to_setting_up_the_second_factor(client, tora):
    assert signed(client).url == "/a/"
    assert client.get("/a/").url == "/a/inn/faktorer/app/"
    assert client.get("/a/deltakere/").url == "/a/inn/faktorer/app/"


def test_with_both_factors_she_is_in(client, tora):
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(tora, secret)

    assert signed(client).url == "/a/inn/kode/"
    assert client.get("/a/").status_code == 302
    client.post("/a/inn/kode/", {"code": code(secret)})

    assert client.get("/a/").status_code == 200


def test_a_wrong_code_does_not_let_in(client, tora):
    TOTP.activate(tora, "JBSWY3DPEHPK3PXP")
    signed(client)

    assert client.post("/a/inn/kode/", {"code": "000000"}).status_code == 200
    assert client.get("/a/").status_code == 302


def test_the_secret_of_the_app_is_not_readable_in_the_database(tora):
    TOTP.activate(tora, "JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in str(Authenticator.objects.get().data)


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client, tora):
    wrong, unknown = signed(client, password="feil passord her"), signed(client, name="ingen")

    def words(answer):
        return [str(error) for error in answer.context["form"].non_field_errors()]

    assert wrong.status_code == unknown.status_code == 200
    assert words(wrong) == words(unknown) != []


def test_the_sixth_wrong_password_is_refused_even_when_right(client, tora):
    for _ in range(5):
        signed(client, password="feil passord her")

    assert signed(client).status_code == 200
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_by_herself(client, db):
    assert client.get("/a/inn/ny/").url == "/a/inn/"


def test_whoever_has_left_is_not_let_in(client, tora):
    tora.left_on, tora.left_by = tora.last_login or __import__("datetime").date(2026, 1, 1), tora
    tora.save()

    signed(client)

    assert client.get("/a/").status_code == 302
