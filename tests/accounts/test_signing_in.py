"""The real way in: a password, then a code from an app. Nobody gets further without both."""

from urllib.parse import urljoin, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from ressursvenn.accounts import changes
from tests.environment import times

from .conftest import PASSWORD, Visitor, code_for

SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def tora(oslo):
    return changes.take_in(
        sign_name="tora", name="Tora Ness", role="coordinator", association=oslo,
        email="tora@example.org", password=PASSWORD, by=None,
    )  # fmt: skip


@pytest.fixture
def turid(oslo):
    person = changes.take_in(
        sign_name="turid", name="Turid Ness", role="volunteer", association=oslo,
        password=PASSWORD, by=None,
    )  # fmt: skip
    Authenticator.objects.create(user=person, type="totp", data={"secret": SECRET})
    return person


def signed(client, password=PASSWORD, name="tora"):
    return client.post("/a/inn/", {"login": name, "password": password})


def test_a_password_alone_shows_nothing(client, tora):
    assert signed(client).url == "/a/"
    assert client.get("/a/").url == "/a/inn/igjen/"
    assert client.get("/a/deltakere/").url == "/a/inn/igjen/"


def test_with_both_factors_a_volunteer_is_in(client, turid):
    assert signed(client, name="turid").url == "/a/inn/kode/"
    assert client.get("/v/").status_code == 302
    client.post("/a/inn/kode/", {"code": code_for(SECRET)})

    assert client.get("/v/").status_code == 200


def test_a_wrong_code_does_not_let_in(client, turid):
    signed(client, name="turid")

    assert client.post("/a/inn/kode/", {"code": "000000"}).status_code == 200
    assert client.get("/v/").status_code == 302


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


SPELLINGS = (
    "tora",
    "TORA",
    "Tora",
    " tora ",
    "ｔｏｒａ",
    "to\u200bra",
    "𝐭𝐨𝐫𝐚",
    "tora\u00ad",
    "to.ra",
    "t-o-r-a",
)


def test_however_the_name_is_spelled_the_tries_are_counted_on_one_account(db, tora):
    for spelling in SPELLINGS[:5]:
        signed(Client(REMOTE_ADDR="192.0.2.1"), password="feil passord her", name=spelling)

    for number, spelling in enumerate(SPELLINGS):
        browser = Client(REMOTE_ADDR=f"198.51.100.{number}")
        signed(browser, name=spelling)
        assert "_auth_user_id" not in browser.session, spelling


@pytest.mark.parametrize("spelling", SPELLINGS[:8])
def test_and_she_gets_in_however_she_writes_it(client, tora, spelling):
    signed(client, name=spelling)

    assert client.session["_auth_user_id"] == str(tora.pk)


def test_two_names_that_read_alike_are_one_name(oslo, tora):
    with pytest.raises(ValidationError):
        changes.take_in(
            sign_name="ＴＯＲＡ", name="X", role="coordinator", association=oslo, by=None
        )


def test_too_many_tries_are_answered_alike_whether_there_is_such_an_account(db, tora):
    def sixth(name):
        for _ in range(5):
            signed(Client(), password="feil passord her", name=name)
        answer = signed(Client(), name=name)
        return answer.status_code, answer.context["form"].errors

    assert sixth("tora") == sixth("torx")


def test_a_thousand_wrong_passwords_do_not_keep_her_out(kari, with_passkey):
    token = with_passkey(kari).token
    kari.set_password(PASSWORD)
    kari.save()
    for number in range(times(1000)):
        Client(REMOTE_ADDR=f"198.51.{number % 100}.{number // 100}").post(
            "/a/inn/", {"login": "kari", "password": "feil passord her"}
        )
    hers = Visitor(kari)
    hers.token = token

    assert hers.types("kari").status_code == 200  # the right password is refused meanwhile
    assert hers.shows().url == "/a/"
    assert hers.get("/a/deltakere/").status_code == 200


def statuses(addresses, **headers):
    """What each of these is answered, one wrong try each."""
    return [
        Client()
        .post(
            "/a/inn/",
            {"login": f"ingen{number}", "password": "feil"},
            REMOTE_ADDR=address,
            **headers,
        )
        .status_code
        for number, address in enumerate(addresses)
    ]


def test_the_addresses_of_one_household_are_one(db):
    told = statuses([f"2001:db8:1:2::{number:x}" for number in range(31)])

    assert (told[0], told[-1]) == (200, 429)
    assert statuses(["2001:db8:1:3::1"]) == [200]


def test_behind_a_proxy_of_ours_the_address_that_it_saw_is_believed_and_no_other(db, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(31):
        invented, seen = f"192.0.2.{number}", "203.0.113.9"
        last = statuses(["127.0.0.1"], HTTP_X_FORWARDED_FOR=f"{invented}, {seen}")

    assert last == [429]
    assert statuses(["127.0.0.1"], HTTP_X_FORWARDED_FOR="203.0.113.10") == [200]


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
