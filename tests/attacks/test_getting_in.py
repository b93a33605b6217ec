"""Attacks 11 to 20: finding out who exists, and getting in."""

from __future__ import annotations

import importlib
import json
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import Client
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts import queries as invitations
from ressursvenn.accounts.models import Person
from ressursvenn.apart import changes as apart
from ressursvenn.protection import opening
from ressursvenn.protection.sessions import SessionStore
from ressursvenn.volunteers import queries as volunteers
from tests.access.walking import LOG, NOT_PART_OF_IT, everything, headers_of, text_of
from tests.accounts.conftest import PASSWORD, Visitor, code_for, with_app, with_passkey
from tests.environment import FULL, share

from .standing import every_path

__all__ = ["with_app", "with_passkey"]
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _nobody_has_tried(db):
    cache.clear()


@pytest.fixture
def tora(world):
    return accounts.take_in(
        sign_name="tora", name="Tora Ness", role="coordinator", password=PASSWORD, by=None,
        association=world.oslo.association,
    )  # fmt: skip


def all_told(answer, typed: str = "") -> tuple:
    """All that one answer can be told from another by: status, body, headers, cookies, length. What was
    typed into the field stands in it again; names of one length are compared."""
    kept = sorted((cookie.key, cookie["max-age"]) for cookie in answer.cookies.values())
    body = text_of(answer).replace(f'value="{typed}"', "")
    return answer.status_code, body, headers_of(answer), kept, len(answer.content)


# --- 11 ------------------------------------------------------------------------------------------


def test_11_no_door_tells_who_has_an_account(world, tora):
    """Sign in, both with an account that is there, one that has left, one without a password, and none."""
    left = Person.objects.get(sign_name="kaja")
    left.set_password(PASSWORD)
    left.left_on, left.left_by = timezone.localdate(), left
    left.save()

    def signs_in(name):
        cache.clear()
        sent = {"login": name, "password": "feil passord her"}
        return all_told(Client().post("/a/inn/", sent), name)

    met = [signs_in(name) for name in ("tora", "kaja", "kari", "torx", "kxri", "inge")]
    assert met[0][0] == 200
    assert all(one == met[0] for one in met)
    assert mail.outbox == []


@pytest.mark.parametrize("door", ["ny", "glemt", "stengt", "e-post", "e-post/sendt"])
def test_11_no_door_asks_for_an_address_to_write_to(world, tora, door):
    def asks(address):
        client = Client()
        sent = {"email": address, "login": address, "username": address}
        return [
            all_told(client.post(f"/a/inn/{door}/", sent)),
            all_told(client.get(f"/a/inn/{door}/")),
        ]

    hers = asks(world.people["kari"].email)
    assert hers == asks("ingen@example.org") == asks(tora.sign_name)
    assert {told[0] for told in hers} <= {302, 405}
    assert mail.outbox == []


def test_11_a_used_an_old_and_an_unknown_link_are_one_and_the_same(world):
    def opens(word):
        client = Client()
        first = client.get(f"/a/inn/velkommen/{word}/")
        return all_told(first)[:3], all_told(client.get("/a/inn/velkommen/"))

    used, unknown = opens(world.oslo.notes["used_word"]), opens("x" * 32)
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        old = opens(world.oslo.notes["word"])

    assert used[1] == unknown[1] == old[1]


def test_11_the_form_for_applicants_does_not_tell_whom_the_house_knows(world):
    """With the number and the address of one who is here, of one who has left, and of nobody."""
    here, left = world.oslo.volunteers["free"], world.oslo.volunteers["left"]

    def applies_by_herself(volunteer=None):
        cache.clear()
        sent = dict(HERS)
        if volunteer is not None:
            opening.open_record(volunteer, by=world.people["kari"], purpose="test")
            sent |= {
                name: getattr(volunteer, name) for name in ("first_name", "last_name", "email")
            }
        with transaction.atomic():
            client = Client()
            answers = [client.get("/sok/"), client.post("/sok/", sent), client.get("/sok/takk/")]
            transaction.set_rollback(True)
        return [all_told(answer) for answer in answers]

    nobody = applies_by_herself()
    assert nobody[1][0] == 302
    assert applies_by_herself(here) == applies_by_herself(left) == nobody
    assert mail.outbox == []


# --- 12 ------------------------------------------------------------------------------------------


def test_12_time_is_measured_by_a_bench_with_its_limits_and_the_outcomes_are_one(world, tora):
    """`dev.py bench timing`: hundreds of each, interleaved; here only that it is there, with its limits."""
    bench = importlib.import_module("benches.timing")

    assert callable(bench.measure)
    assert any("gap" in name for name in bench.LIMITS)
    assert all(limit > 0 for limit in bench.LIMITS.values())
    answers = {
        all_told(Client().post("/a/inn/", {"login": name, "password": "feil passord her"}), name)[
            :2
        ]
        for name in ("tora", "torx")
    }
    assert len(answers) == 1


# --- 13 ------------------------------------------------------------------------------------------

SPELLINGS = (
    "Roar Hansvik", "ROAR HANSVIK", "roar hansvik", "Hansvik Roar", "Roar  Hansvik", "Roar-Hansvik",
    "Roár Hansvik", "R0ar Hansvik", "Rоar Hansvik", "Roar Hansvík", "Roar Hannsvik", "Roar A. Hansvik",
    "Roar Hansvig", "Roar\u200b Hansvik", "Ｒｏａｒ Ｈａｎｓｖｉｋ", "Roar H.", "R. Hansvik", "Roar Hansvikk",
    "𝐑𝐨𝐚𝐫 Hansvik", "Roar Hansvik Moe",
)  # fmt: skip
CLEAN = "Tordis Bergheim"


def applies(desk, name: str, number: int):
    """What the coordinator who notes an application is told, and what stands on its page."""
    first, _, last = name.partition(" ")
    sent = {
        "first_name": first, "last_name": last or "Moe", "phone": f"480 00 {number:03}",
        "birth_year": "1985",
        "areas": "Sandvika, Akershus", "languages": "no", "applied_on": "2026-11-01", "places": "1",
        "email": f"soker{number}@example.org",
    }  # fmt: skip
    answer = desk.ask("post", "/a/ressursvenner/ny/", sent)
    if answer.status_code != 302:
        return answer.status_code, text_of(answer), headers_of(answer)
    page = text_of(desk.ask("get", answer.url))
    told = {key: value for key, value in headers_of(answer).items() if key != "Location"}
    return answer.status_code, _shape(page), told


def _shape(page: str) -> str:
    """A page without its words and addresses: every element, class and state of it."""
    without = re.sub(r"[23456789abcdefghjkmnpqrstuvwxyz]{8}", "…", page)
    return re.sub(r">[^<]*<", "><", re.sub(r'(?:href|value|content)="[^"]*"', "", without))


def test_13_an_applicant_in_conflict_is_answered_as_any_other(world, reading_as):
    """Somebody is to be kept from her; he applies under twenty spellings, and others do between."""
    by = world.oslo.leader
    apart.name_keep_apart(
        participant=world.oslo.participants["waiting"], kind="person", text="Roar Hansvik", by=by
    )
    desk = reading_as("kari")
    clean = applies(desk, CLEAN, 0)

    assert clean[0] == 302
    for number, spelling in enumerate(SPELLINGS, 1):
        his = applies(desk, spelling, number)
        assert his == clean, spelling


HERS = {
    "association": "oslo", "first_name": "Tordis", "last_name": "Bergheim", "birth_year": "1980",
    "phone": "480 00 000", "email": "tordis@example.org", "consent": "on", "do": "send",
}  # fmt: skip


def test_13_so_is_one_who_applies_by_himself(world):
    """The form that is open to all, under the same twenty spellings, with a number that is named too."""
    for kind, text in (("person", "Roar Hansvik"), ("phone", "480 00 013")):
        apart.name_keep_apart(
            participant=world.oslo.participants["waiting"],
            kind=kind,
            text=text,
            by=world.oslo.leader,
        )

    def answered(name: str, number: int):
        cache.clear()
        first, _, last = name.partition(" ")
        sent = {
            **HERS,
            "first_name": first,
            "last_name": last or "Moe",
            "phone": f"480 00 {number:03}",
        }
        client = Client()
        return [
            all_told(answer) for answer in (client.post("/sok/", sent), client.get("/sok/takk/"))
        ]

    clean = answered(CLEAN, 0)
    assert clean[0][0] == 302
    for number, spelling in enumerate(SPELLINGS, 1):
        assert answered(spelling, number) == clean, spelling


def test_13_after_three_a_day_he_is_queued_and_not_refused_with_a_reason(world, reading_as):
    """However the number is written, and from whatever address: one answer, and a person decides."""
    numbers = ("480 00 777", "48000777", "+47 480 00 777", "0047 48000777", "480-00-777")
    told, desk = set(), reading_as("kari")
    before = volunteers.visible_to(world.people["kari"]).count()

    for turn, phone in enumerate(numbers):
        client = Client(REMOTE_ADDR=f"198.51.100.{turn}")
        answer = client.post("/sok/", {**HERS, "phone": phone, "email": ""})
        told.add(repr(all_told(answer)))

    assert len(told) == 1
    assert volunteers.visible_to(world.people["kari"]).count() == before + 3
    assert volunteers.held_for(world.people["kari"]).count() == 2 + 1  # and one of the marked world
    assert "Holdes tilbake (3)" in desk.ask("get", "/a/soknader/").content.decode()


# --- 14 ------------------------------------------------------------------------------------------

EVIL = "evil.example"
POISON = (
    {"X-Forwarded-Host": EVIL}, {"X-Host": EVIL}, {"Forwarded": f"host={EVIL}"}, {"X-Original-Host": EVIL},
    {"X-Forwarded-Server": EVIL}, {"X-HTTP-Host-Override": EVIL},
    {"X-Forwarded-Proto": "https", "X-Forwarded-Port": "1"},
)  # fmt: skip


def test_14_no_header_puts_another_host_into_a_link(world, reading_as):
    desk = reading_as("kari")
    path = f"/a/ressursvenner/{world.oslo.volunteers['free'].reference}/innlogging/"

    for headers in POISON:
        page = desk.ask("post", path, **headers).content.decode()
        links = re.findall(r"https?://[^\s\"'<]+/a/inn/velkommen/[\w-]+/", page)
        assert {urlsplit(link).netloc for link in links} <= {"testserver"}, headers
        assert EVIL not in page
    for host in (
        EVIL,
        f"testserver.{EVIL}",
        f"testserver@{EVIL}",
        "testserver:80@x",
        "a b",
        "[::1]",
    ):
        for path in ("/", "/a/inn/", "/m/lukk/"):
            assert Client().get(path, HTTP_HOST=host).status_code == 400, host
    assert mail.outbox == []


def test_14_no_header_puts_another_host_into_the_link_of_a_draft(world):
    for headers in POISON:
        client = Client()
        kept = client.post("/sok/", {**HERS, "do": "save"}, headers=headers)
        assert kept.status_code == 302
        page = client.get(kept.url, headers=headers).content.decode()
        links = re.findall(r"https?://[^\s\"'<]+/sok/utkast/[\w-]+/", page)
        assert {urlsplit(link).netloc for link in links} == {"testserver"}, headers
        assert EVIL not in page
    assert Client().post("/sok/", {**HERS, "do": "save"}, HTTP_HOST=EVIL).status_code == 400
    assert mail.outbox == []


# --- 15 ------------------------------------------------------------------------------------------


def test_15_a_word_in_a_link_is_dead_once_used_changed_old_or_anothers(world):
    solveig, kari = Person.objects.get(sign_name="solveig"), world.people["kari"]
    word = accounts.invite(person=solveig, by=kari)
    newer = accounts.invite(person=solveig, by=kari)

    assert invitations.invitation_with(word) is None  # replaced by a newer one
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1), tick=False):
        assert invitations.invitation_with(newer) is None
    for odd in ("", "x", newer[:-1], newer + "x", newer.upper(), f" {newer}", newer[::-1]):
        assert invitations.invitation_with(odd) is None
    invitation = invitations.invitation_with(newer)
    with pytest.raises((PermissionDenied, ValidationError)):
        accounts.choose_new_password(
            invitation=invitation, password=PASSWORD, by=world.people["siv"]
        )
    solveig.left_on, solveig.left_by = timezone.localdate(), kari
    solveig.save()
    assert invitations.invitation_with(newer) is None


def test_15_a_word_is_used_once_though_the_page_lies_open_twice(world, with_app):
    word = accounts.open_recovery(person=world.people["solveig"], by=None)
    first, second = Visitor(), Visitor()
    for visitor in (first, second):
        visitor.get(f"/a/inn/velkommen/{word}/")
        visitor.post("/a/inn/velkommen/", {"password": PASSWORD, "again": PASSWORD})
    page = first.get("/a/inn/velkommen/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    first.post("/a/inn/velkommen/app/", {"code": code_for(secret)})

    assert first.get("/v/").status_code == 200
    assert second.post("/a/inn/velkommen/app/", {"code": code_for(secret)}).status_code == 302
    assert second.get("/v/").status_code == 302


def test_15_the_word_leaves_the_address_at_once_and_goes_to_nobody(world):
    word, client = world.oslo.notes["word"], Client()

    moved = client.get(f"/a/inn/velkommen/{word}/")
    page = client.get(moved.url)

    assert word not in moved.url
    assert word not in page.content.decode()
    for answer in (moved, page):
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["Cache-Control"] == "no-store"
    assert re.findall(r'(?:src|href)="https?:', page.content.decode()) == []


# --- 16 ------------------------------------------------------------------------------------------


def test_16_a_planted_session_is_nobodys_and_an_old_one_is_dead_at_once(world, with_app):
    planted = SessionStore()
    planted["planted"] = "x"
    planted.create()
    hers = with_app(world.people["solveig"])
    hers.post("/a/inn/ut/")
    hers.client.cookies["desk"] = planted.session_key
    hers.types(world.people["solveig"].sign_name)
    hers.post("/a/inn/kode/", {"code": code_for(hers.secret)})
    cache.clear()
    key = hers.client.cookies["desk"].value

    assert key != planted.session_key
    assert not SessionStore().exists(planted.session_key)
    thief = Client(HTTP_HOST="localhost")
    thief.cookies["desk"] = planted.session_key
    assert thief.get("/v/").status_code == 302
    hers.post("/a/inn/ut/")
    thief.cookies["desk"] = key
    assert thief.get("/v/").status_code == 302


ENDINGS = {
    "signed out": lambda client, person: client.post("/a/inn/ut/"),
    "left by Lukk siden": lambda client, person: client.post("/m/lukk/"),
    "a colleague closed her account": lambda client, person: Person.objects.filter(
        pk=person.pk
    ).update(left_on=timezone.localdate(), left_by=person),
    "her role was changed": lambda client, person: Person.objects.filter(pk=person.pk).update(
        role="funder", association=None
    ),
    "her factors were reset": lambda client, person: accounts.open_recovery(person=person, by=None),
    "a new password": lambda client, person: (person.set_password(PASSWORD), person.save()),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_16_a_stolen_session_dies_with_what_it_stood_for(world, signed_in, ending):
    """The very next request: 200 tries of 200 when --full, the same for each."""
    kari = Person.objects.get(pk=world.people["kari"].pk)
    hers, thief = signed_in(kari), Client()
    thief.cookies["desk"] = hers.cookies["desk"].value
    assert thief.get("/a/deltakere/").status_code == 200

    ENDINGS[ending](hers, kari)

    assert thief.get("/a/deltakere/").status_code in (302, 403)


@pytest.mark.parametrize("odd", ["", "x" * 32, "../../keys/secret", "' OR 1=1 --", "\x00", "ø" * 8])
def test_16_no_made_up_session_is_anybodys(world, odd):
    client = Client()
    client.cookies["desk"] = odd

    assert client.get("/a/").status_code == 302


# --- 17 ------------------------------------------------------------------------------------------

ONE_NAME = (
    "tora", "TORA", "Tora", " tora ", "ｔｏｒａ", "to\u200bra", "𝐭𝐨𝐫𝐚", "tora\u00ad", "to.ra", "t-o-r-a",
)  # fmt: skip
CLAIMED = (
    "X-Forwarded-For",
    "X-Real-IP",
    "Forwarded",
    "X-Client-IP",
    "CF-Connecting-IP",
    "True-Client-IP",
)


def wrong(name, number=0, doors="/a/inn/", address="192.0.2.1"):
    client = Client(REMOTE_ADDR=address)
    headers = dict.fromkeys(CLAIMED, f"203.0.113.{number % 250}")
    sent = {"login": name, "password": "feil passord her"}
    return client.post(doors, sent, headers=headers)


def test_17_however_the_name_and_the_address_are_written_it_is_one_account(world, tora):
    for number, name in enumerate(ONE_NAME[:5]):
        wrong(name, number, address=f"198.51.100.{number}")

    for number, name in enumerate(ONE_NAME):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        client.post("/a/inn/", {"login": name, "password": PASSWORD})
        assert "_auth_user_id" not in client.session, name


def test_17_one_address_is_one_address_whatever_it_claims(world):
    """Thirty a minute; a header that says otherwise changes nothing, nor does a neighbour in its /64."""
    statuses = [wrong(f"ingen{number}", number).status_code for number in range(31)]
    assert (statuses[0], statuses[-1]) == (200, 429)

    cache.clear()
    neighbours = [
        wrong(f"ingen{number}", number, address=f"2001:db8::{number:x}").status_code
        for number in range(31)
    ]
    assert (neighbours[0], neighbours[-1]) == (200, 429)


def test_17_the_second_step_has_a_limit_of_its_own(world, with_app):
    hers = with_app(world.people["solveig"])
    hers.post("/a/inn/ut/")
    cache.clear()
    hers.types(world.people["solveig"].sign_name)

    for number in range(12):
        hers.post("/a/inn/kode/", {"code": f"{number:06}"})
    hers.post("/a/inn/kode/", {"code": code_for(hers.secret)})

    assert hers.get("/v/").status_code == 302


# --- 18 ------------------------------------------------------------------------------------------


def test_18_a_coordinator_who_is_tried_a_thousand_times_gets_in_with_her_passkey(
    world, with_passkey
):
    token = with_passkey(world.people["kari"]).token
    statuses = [
        wrong("kari", number, address=f"198.51.{number % 100}.{number // 100}").status_code
        for number in range(100)  # and ten times as many in tests/accounts, with --full
    ]
    hers = Visitor(world.people["kari"])
    hers.token = token

    assert set(statuses) <= {200, 429}
    assert hers.shows().url == "/a/"
    assert hers.get("/a/deltakere/").status_code == 200


# --- 19 ------------------------------------------------------------------------------------------

OPEN_WITHOUT_A_TOKEN = {
    "web_public:leave",
    "web_neutral:leave",  # leaving must work from a dead page
    "stands_public:out",  # and so must the way out of a letter of news, which a mail program posts (RFC 8058)
}


def strict(world, sign_name, signed_in):
    browser = signed_in(world.people.get(sign_name))
    browser.handler.enforce_csrf_checks = True
    browser.raise_request_exception = False
    return browser


FORGED = {
    "without a token": lambda browser, path, other: browser.post(path, {"x": "1"}),
    "another's token": lambda browser, path, other: browser.post(
        path, {"csrfmiddlewaretoken": other}
    ),
    "another site": lambda browser, path, other: browser.post(
        path, {"csrfmiddlewaretoken": other}, headers={"Origin": "https://evil.example"}
    ),
    "no origin, from nowhere": lambda browser, path, other: browser.post(
        path, {}, headers={"Origin": "null"}
    ),
    "a sub-domain": lambda browser, path, other: browser.post(
        path, {}, headers={"Origin": "http://x.testserver", "Sec-Fetch-Site": "same-site"}
    ),
    "plain text": lambda browser, path, other: browser.post(
        path, json.dumps({"x": "1"}), content_type="text/plain"
    ),
    "JSON": lambda browser, path, other: browser.post(path, "{}", content_type="application/json"),
    "an overridden GET": lambda browser, path, other: browser.get(
        f"{path}?_method=POST", headers={"X-HTTP-Method-Override": "POST"}
    ),
}


@pytest.mark.parametrize("how", FORGED)
@pytest.mark.parametrize("who", ["kari", "solveig"])
def test_19_no_forged_form_changes_anything(world, signed_in, who, how):
    """Every address with what is her own, with her own session, sent from somewhere else. In the day's
    run each way is tried at a sixth of them."""
    browser, other = strict(world, who, signed_in), Client().get("/a/inn/").cookies["form"].value
    before = everything(but=NOT_PART_OF_IT | LOG)

    for name, path in share(every_path(world, "own"), turn=list(FORGED).index(how), of=6):
        if name in OPEN_WITHOUT_A_TOKEN:
            continue
        answer = FORGED[how](browser, path, other)
        if how != "an overridden GET":
            assert answer.status_code in (302, 403, 404, 405), (name, answer.status_code)

    assert everything(but=NOT_PART_OF_IT | LOG) == before
    assert "_auth_user_id" in browser.session


def test_19_every_form_of_ours_carries_a_token(world, reading_as, forms_of):
    for who in ("kari", "solveig", "vigdis", "astrid", "kirsti", ""):
        for form in forms_of(who):
            assert "csrfmiddlewaretoken" in form.names, form.action


def test_19_with_its_token_the_form_is_taken(world, signed_in):
    """So that what is refused above is refused for the token's sake."""
    browser = strict(world, "kari", signed_in)
    page = browser.get("/a/inn/ut/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]

    assert browser.post("/a/inn/ut/").status_code == 403
    assert browser.post("/a/inn/ut/", {"csrfmiddlewaretoken": token}).status_code == 302


# --- 20 ------------------------------------------------------------------------------------------

FROM_ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
ISOLATING = {
    "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}  # fmt: skip


@pytest.mark.parametrize("who", ["", "kari", "solveig"])
def test_20_another_site_gets_the_same_empty_refusal_for_everything(world, reading_as, who):
    """What is, what is not, and what is hers: not told apart by status, body, length or headers."""
    reader, met = reading_as(who), {}
    for turn, mode in enumerate(("no-cors", "cors", "websocket")):
        headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}
        for _, path in share(every_path(world), turn, of=3):
            if path.startswith(("/a/", "/v/", "/m/", "/prove/")):
                answer = reader.ask_in_vain("get", path, **headers)
                told = (
                    answer.status_code,
                    answer.content,
                    tuple(sorted(headers_of(answer).items())),
                )
                met.setdefault(told, []).append(path)

    assert {told[:2] for told in met} == {(403, b"")}
    assert len(met) == 1


SHARED = ("/bilde.png", "/knapp.png")  # pictures that are made to be shown elsewhere


@pytest.mark.parametrize("who", ["", "kari", "solveig", "vigdis"])
def test_20_no_page_can_be_framed_or_loaded_by_another(world, reading_as, who):
    reader, seen = reading_as(who), 0
    for _, path in share(every_path(world, "own", "none"), len(who), of=3):
        answer = reader.ask_in_vain("get", path)
        to_be_shared = path.endswith(SHARED) and answer.status_code == 200
        leave = {"Cross-Origin-Resource-Policy": "cross-origin"} if to_be_shared else {}
        assert {name: answer.get(name) for name in ISOLATING} == ISOLATING | leave, path
        policy = answer["Content-Security-Policy"]
        for part in (
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ):
            assert part in policy, path
        assert "unsafe" not in policy
        seen += 1

    assert seen > (100 if FULL else 60)


def test_20_a_post_from_a_page_of_another_site_is_not_even_looked_at(world, reading_as):
    desk, before = reading_as("kari"), everything(but=NOT_PART_OF_IT)
    for _, path in every_path(world, "own"):
        if path.startswith(("/a/", "/v/")):
            headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
            answer = desk.ask("post", path, **headers)
            assert (answer.status_code, answer.content) == (403, b""), path

    assert everything(but=NOT_PART_OF_IT) == before


def test_20_a_link_from_another_site_comes_without_her_session(settings):
    """Strict: the browser sends no cookie of ours with what another site began."""
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Strict"
    assert settings.SESSION_COOKIE_HTTPONLY is True
    assert settings.SESSION_COOKIE_NAME in ("desk", "__Host-desk")
