"""The oracle itself: it says no to a planted leak of each kind, and not to what its reader may see."""

import logging
import sqlite3

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory

from ressursvenn.protection import audit
from ressursvenn.protection.logs import PlaceOnly
from tests import canary


@pytest.fixture
def request_of():
    def asked(person, path="/a/deltakere/", **post):
        request = RequestFactory().post(path, post) if post else RequestFactory().get(path)
        request.user = person
        return request

    return asked


def caught():
    """What was met, taken out so that this very test may pass."""
    met, canary.leaks[:] = list(canary.leaks), []
    return met


CALLED = canary.mark("p", "c", "oslo", "called")
NOTE = canary.mark("p", "r", "oslo", "strengths")
KEPT_FROM = canary.mark("k", "r", "oslo", "original")
NAME = canary.mark("v", "c", "oslo", "firstname")


@pytest.mark.parametrize(
    ("reader", "marker", "leak"),
    [
        ("kari", CALLED, False),
        ("kari", NOTE, False),
        ("nora", CALLED, True),
        ("nora", NAME, True),
        ("gro", CALLED, True),
        ("gro", NAME, False),
        ("kari", KEPT_FROM, True),
        ("vigdis", KEPT_FROM, False),
        ("vigdis", CALLED, True),
        ("siri", NAME, True),
        ("astrid", CALLED, True),
        ("kirsti", CALLED, True),
        ("bodil", NAME, True),
    ],
)
def test_a_body_holds_only_what_its_reader_may_see(people, request_of, reader, marker, leak):
    canary.scan_response(request_of(people[reader]), HttpResponse(f"<p>{marker.upper()}</p>"))

    assert bool(caught()) is leak


def test_nobody_signed_in_sees_nobody(request_of):
    canary.scan_response(request_of(None, "/"), HttpResponse(CALLED))

    assert len(caught()) == 1


def test_a_volunteer_sees_what_to_call_her_on_her_own_face_alone(people, request_of):
    for path in ("/v/", "/a/deltakere/"):
        canary.scan_response(request_of(people["solveig"], path), HttpResponse(CALLED + NOTE))

    assert len(caught()) == 3


@pytest.mark.parametrize("where", ["title", "header", "address"])
def test_no_title_header_or_address_may_hold_a_marker(people, request_of, where):
    path = f"/a/{CALLED}/" if where == "address" else "/a/"
    response = HttpResponse(f"<title>{CALLED}</title>" if where == "title" else "")
    if where == "header":
        response["X-Who"] = CALLED
    canary.scan_response(request_of(people["kari"], path), response)

    assert len(caught()) == 1


def test_what_somebody_typed_may_be_shown_to_her_again(people, request_of):
    canary.scan_response(request_of(people["kirsti"], called=CALLED), HttpResponse(CALLED))

    assert caught() == []


def test_a_log_line_is_scanned():
    watch = canary.LogWatch()
    entry = logging.LogRecord("django", 40, __file__, 7, "%s", (CALLED,), None)
    watch.emit(entry)
    planted = caught()
    watch.setFormatter(PlaceOnly())
    watch.emit(entry)

    assert (len(planted), caught()) == (1, [])


def test_the_database_is_scanned(kari):
    with transaction.atomic():
        audit.record(by=kari, did="planted", purpose=CALLED[:40])
        canary.scan_database()
        transaction.set_rollback(True)

    assert len(caught()) == 1


def test_a_file_is_scanned(tmp_path):
    base = sqlite3.connect(tmp_path / "planted.sqlite3")
    base.execute("create table t (x blob)")
    base.execute("insert into t values (?)", (CALLED.encode(),))
    base.commit()
    base.close()
    canary.scan_files(tmp_path)

    assert len(caught()) == 1
