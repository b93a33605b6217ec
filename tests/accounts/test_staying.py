"""How long somebody stays signed in, where she is, and that what she sent as her time was out is not lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from ressursvenn.accounts import changes, guard, proofs, sessions
from ressursvenn.accounts.models import OpenSession
from tests.access.forms import forms_of
from tests.environment import times

from .conftest import Visitor

MINUTES = ("kari", 15), ("solveig", 5)
PAGE = {"kari": "/a/inn/faktorer/", "solveig": "/a/inn/faktorer/"}


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


def is_in(browser) -> bool:
    return browser.get("/a/inn/faktorer/").status_code == 200


@pytest.mark.parametrize(("who", "minutes"), MINUTES)
def test_whoever_does_nothing_is_signed_out(clock, people, signed_in, who, minutes):
    browser = signed_in(people[who])
    clock.shift(timedelta(minutes=minutes, seconds=-10))
    assert is_in(browser)

    clock.shift(timedelta(minutes=minutes, seconds=10))

    assert browser.get("/a/inn/faktorer/").url == "/a/inn/?next=/a/inn/faktorer/"
    assert not is_in(browser)


@pytest.mark.parametrize(("who", "minutes"), MINUTES)
def test_whoever_is_busy_is_signed_out_after_eight_hours_whatever_happens(
    clock, people, signed_in, who, minutes
):
    browser = signed_in(people[who])
    for _ in range((8 * 60 - 2) // 4):
        clock.shift(timedelta(minutes=4))
        assert is_in(browser)
    clock.shift(timedelta(minutes=4))

    assert not is_in(browser)


def test_showing_the_passkey_again_does_not_make_the_day_longer(clock, kari, with_passkey):
    browser = with_passkey(kari)
    for _ in range(47):
        clock.shift(timedelta(minutes=10))
        browser.proves()
    assert is_in(browser)
    clock.shift(timedelta(minutes=10))

    assert not is_in(browser)


def test_when_she_was_last_there_is_written_once_a_minute_at_most(clock, kari, signed_in):
    browser = signed_in(kari)

    def writes():
        asked = []

        def note(execute, sql, params, many, context):
            asked.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            browser.get("/a/inn/faktorer/")
        return [sql for sql in asked if "django_session" in sql and not sql.startswith("SELECT")]

    assert writes() == []
    clock.shift(timedelta(seconds=59))
    assert writes() == []
    clock.shift(timedelta(seconds=1))
    assert len(writes()) > 0
    assert writes() == []


def test_the_session_that_timed_out_is_gone_and_its_key_with_it(clock, kari, signed_in):
    browser = signed_in(kari)
    key = browser.cookies["desk"].value
    clock.shift(timedelta(minutes=15))
    browser.get("/a/")
    clock.shift(timedelta(minutes=-15))

    thief = Client()
    thief.cookies["desk"] = key
    assert not is_in(thief)
    assert not OpenSession.objects.exists()


# --- what was sent as the time was out ------------------------------------------------------------

NEW_PLACE = "/a/omraader/sted/nytt/"


def sends(browser, page=NEW_PLACE, **data):
    return browser.post(page, {"note": "noe hun skrev", **data})


def kept(browser):
    return browser.client.session.get("posted") if isinstance(browser, Visitor) else None


def test_what_she_sent_is_laid_before_her_once_when_she_is_back(clock, kari, with_passkey):
    browser = with_passkey(kari)
    clock.shift(timedelta(minutes=15))
    assert sends(browser, f"{NEW_PLACE}?omrade=Oslo", more=["a", "<b>"]).url == "/a/inn/"
    clock.shift(timedelta(minutes=3))
    assert browser.shows().url == "/a/inn/fortsett/"

    (form,) = forms_of(browser.get("/a/inn/fortsett/").content.decode(), "/a/inn/fortsett/")

    assert form.action == f"{NEW_PLACE}?omrade=Oslo"
    form.stands.pop("csrfmiddlewaretoken")
    assert form.stands == {"note": ["noe hun skrev"], "more": ["a", "<b>"]}
    assert browser.get("/a/inn/fortsett/").status_code == 302


def test_a_form_of_the_desk_is_saved_after_she_is_back(clock, kari, with_passkey):
    from ressursvenn.neighbourhood.models import Place

    browser = with_passkey(kari)
    new = {
        "name": "Parken på hjørnet", "kind": "park", "where": "Sentrum", "source": "Har vært der",
        "area": "Oslo",
    }  # fmt: skip
    clock.shift(timedelta(minutes=15))
    browser.post(NEW_PLACE, new)
    browser.shows()
    assert not Place.objects.filter(name=new["name"]).exists()
    (form,) = forms_of(browser.get("/a/inn/fortsett/").content.decode(), "")

    assert browser.post(form.action, form.easiest).status_code == 302
    assert Place.objects.get(name=new["name"]).noted_by == kari


def test_nobody_else_gets_what_she_sent(clock, kari, kaja, with_passkey):
    browser, other = with_passkey(kari), with_passkey(kaja)
    clock.shift(timedelta(minutes=15))
    sends(browser)
    browser.token = other.token

    assert browser.shows().url == "/a/"
    assert browser.get("/a/inn/fortsett/").status_code == 302
    assert kept(browser) is None


def test_it_is_kept_for_half_an_hour_and_no_longer(clock, kari, with_passkey):
    browser = with_passkey(kari)
    clock.shift(timedelta(minutes=15))
    sends(browser)
    clock.shift(timedelta(minutes=30))

    assert browser.shows().url == "/a/"


@pytest.mark.parametrize("page", ["/a/inn/faktorer/fjern/", "/a/inn/velkommen/", "/a/inn/"])
def test_nothing_sent_to_the_pages_of_signing_in_is_kept(clock, kari, with_passkey, page):
    browser = with_passkey(kari)
    clock.shift(timedelta(minutes=15))
    browser.post(page, {"password": "hemmelig nok til alt"})

    assert kept(browser) is None


def test_a_forged_form_is_not_kept(clock, kari, signed_in):
    browser = Client(enforce_csrf_checks=True, HTTP_HOST="localhost")
    browser.force_login(kari)
    clock.shift(timedelta(minutes=15))

    assert sends(browser).status_code == 403
    assert "posted" not in browser.session


def test_too_much_is_not_kept(clock, kari, with_passkey):
    browser = with_passkey(kari)
    clock.shift(timedelta(minutes=15))
    sends(browser, more="x" * 100_001)

    assert kept(browser) is None


# --- where she is signed in -----------------------------------------------------------------------


def test_the_list_says_when_and_on_what_and_which_is_this_and_no_more(clock, kari, signed_in):
    phone, desk = signed_in(kari), Visitor(kari)
    desk.client.force_login(kari)
    rows = OpenSession.objects.order_by("id")
    rows.filter(pk=rows[0].pk).update(device="phone")
    clock.shift(timedelta(minutes=2))

    page = phone.get("/a/inn/okter/").content.decode()

    assert page.count("Logget inn") == 2
    assert "Telefon, denne her" in page
    assert "Logg ut alle andre steder" in page
    kept = str(list(OpenSession.objects.values())) + page
    for word in ("192.0.2.7", "127.0.0.1", "Mozilla", phone.cookies["desk"].value):
        assert word not in kept


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("Mozilla/5.0 (iPhone; …) Mobile/15E148", "phone"),
        ("Mozilla/5.0 (X11; Linux)", "computer"),
        ("", ""),
    ],
)
def test_of_the_browser_only_phone_or_computer_is_kept(kari, name, device):
    from ressursvenn.protection.sessions import SessionStore

    request = RequestFactory().get("/", headers={"user-agent": name} if name else {})
    request.session = SessionStore()
    sessions.begin(request, kari)

    assert OpenSession.objects.get().device == device


def test_signed_out_there_is_signed_out_at_the_next_request(kari, signed_in):
    here = signed_in(kari)
    for _ in range(times(200)):
        there = signed_in(kari)
        assert is_in(there)
        newest = OpenSession.objects.first()
        here.post("/a/inn/okter/", {"which": newest.pk})
        assert not is_in(there)
    assert is_in(here)


def test_everywhere_else_at_once(kari, kaja, signed_in):
    here, there, colleague = signed_in(kari), [signed_in(kari) for _ in range(3)], signed_in(kaja)
    here.post("/a/inn/okter/", {"which": "others"})

    assert [is_in(one) for one in (here, *there, colleague)] == [True, False, False, False, True]


def test_nobody_signs_somebody_else_out(kari, kaja, signed_in):
    hers, mine = signed_in(kari), signed_in(kaja)
    row = OpenSession.objects.get(person=kari)

    assert mine.post("/a/inn/okter/", {"which": row.pk}).status_code == 200
    with pytest.raises(PermissionDenied):
        changes.end_sessions(person=kari, sessions=[row], by=kaja)
    changes.end_sessions(person=kaja, sessions=[row], by=kaja)
    assert is_in(hers)


def test_a_request_under_way_does_not_bring_a_session_back(kari, signed_in):
    from ressursvenn.protection.sessions import SessionStore

    browser = signed_in(kari)
    under_way = SessionStore(browser.cookies["desk"].value)
    under_way["more"] = 1
    changes.end_sessions(person=kari, sessions=OpenSession.objects.all(), by=kari)

    with pytest.raises(Exception, match="deleted before the request"):
        saved(under_way)
    assert not Session.objects.exists()


def saved(session):
    from django.contrib.sessions.backends.base import UpdateError

    try:
        session.save()
    except UpdateError:
        raise RuntimeError("deleted before the request was done") from None


ENDS = {
    "another role": lambda kari, siri, pernille: changes.change_role(
        person=kari,
        role="privacy_officer",
        association=None,
        centre=None,
        asked_by=siri,
        by=pernille,
    ),
    "another password": lambda kari, *_: (kari.set_password("noe helt annet her"), kari.save()),
}


@pytest.mark.parametrize("what", ENDS)
def test_her_sessions_end_with(kari, siri, pernille, signed_in, what):
    browser = signed_in(kari)
    ENDS[what](kari, siri, pernille)

    assert not is_in(browser)


def test_a_volunteer_who_leaves_is_signed_out(kari, solveig, signed_in):
    browser = signed_in(solveig)
    changes.close_account(person=solveig, on=timezone.localdate(), by=kari)

    assert not is_in(browser)
    assert not Session.objects.exists()


def test_the_way_out_asks_nothing_of_the_database(kari, signed_in):
    """It must work when the database does not; see the tests of leaving."""
    browser = signed_in(kari)
    asked = []

    def note(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        browser.get("/m/lukk/")
    assert asked == []


# --- shown just now -------------------------------------------------------------------------------


def test_fresh_first_leads_to_showing_who_one_is_and_keeps_what_was_sent(clock, kari, with_passkey):
    browser = with_passkey(kari)
    page = guard.fresh_first(lambda request: HttpResponse("gjort"))

    def asked(method):
        request = getattr(RequestFactory(), method)("/a/noe/", {"x": "1"})
        request.user, request.session = kari, browser.client.session
        return request, page(request)

    assert asked("post")[1].content == b"gjort"
    clock.shift(timedelta(minutes=10))
    request, answer = asked("post")
    assert answer.url == "/a/inn/igjen/"
    assert request.session["posted"]["path"] == "/a/noe/"
    assert asked("get")[1].url == "/a/inn/igjen/?next=%2Fa%2Fnoe%2F%3Fx%3D1"
    assert not guard.fresh(request)


def test_fresh_is_ten_minutes(clock, kari, with_passkey):
    browser = with_passkey(kari)
    request = RequestFactory().get("/")
    request.user, request.session = kari, browser.client.session
    clock.shift(timedelta(minutes=9, seconds=59))
    assert guard.fresh(request)
    clock.shift(timedelta(seconds=1))
    assert not guard.fresh(request)
    assert proofs.is_in(request)
