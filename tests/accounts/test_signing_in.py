"""The real way in: a password, then a code from an app. Nobody gets further without both."""

from urllib.parse import urljoin, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.utils import timezone

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


def test_whoever_has_left_is_answered_like_somebody_who_was_never_here(client, tora, kari):
    tora.left_on, tora.left_by = timezone.localdate(), kari
    tora.save()

    gone, unknown = signed(client), signed(client, name="ingen")

    assert gone.status_code == unknown.status_code == 200
    assert gone.context["form"].errors == unknown.context["form"].errors != {}


def test_signing_out_ends_the_session_and_the_browser_is_asked_to_forget(signed_in, kari):
    browser = signed_in(kari)
    assert "Clear-Site-Data" not in browser.get("/a/inn/ut/")
    assert browser.get("/a/").status_code == 200

    answer = browser.post("/a/inn/ut/")

    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert browser.get("/a/").status_code == 302


def test_another_site_signs_nobody_out(kari):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(kari)

    assert browser.post("/a/inn/ut/").status_code == 403
    assert "_auth_user_id" in browser.session


def test_the_limit_is_on_the_account_and_the_true_address_whatever_headers_say(db):
    statuses = [
        Client()
        .post(
            "/a/inn/",
            {"login": f"ingen{number}", "password": "feil"},
            headers=dict.fromkeys(
                ("X-Forwarded-For", "X-Real-IP", "Forwarded"), f"192.0.2.{number}"
            ),
        )
        .status_code
        for number in range(31)
    ]

    assert (statuses[0], statuses[-1]) == (200, 429)


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example",
        "///evil.example", "\\\\evil.example", "javascript:alert(1)", "http://testserver@evil.example/",
        "https://testserver.evil.example", " //evil.example", "\t//evil.example", "https:/evil.example",
        "ht\ntps://evil.example", "//evil%E3%80%82example", "https://evil\u3002example", "//%5cevil.example",
        "data:text/html,x", "////evil.example", "//[::1]/", "/\t/evil.example", "x://evil.example",
        "/a/\r\nSet-Cookie: x=1",
    ],
)  # fmt: skip
def test_no_way_in_or_out_leads_elsewhere(client, tora, address):
    for answer in (
        client.post("/a/inn/", {"login": "tora", "password": PASSWORD, "next": address}),
        client.post("/a/inn/ut/", {"next": address}),
    ):
        to = urlsplit(urljoin("http://testserver/", answer.url.replace("\\", "/")))
        assert to.netloc == "testserver"
        assert "\r" not in answer.url
