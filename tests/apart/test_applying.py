"""Whoever notes an applicant is told the same, whatever the comparison would find."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.apart import queries
from ressursvenn.protection.likeness import prints
from ressursvenn.volunteers.models import Volunteer

from .conftest import name

NEW = "/a/ressursvenner/ny/"


def noted(browser, first, last):
    """The answer to an application, and everything that was asked of the database, in its order."""
    sent = {"first_name": first, "last_name": last, "applied_on": date(2026, 1, 5), "places": 1}
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post(NEW, sent)
    questions = [re.sub(r"s\d+_x\d+|'.*", "", query["sql"])[:60] for query in asked]
    headers = {key: len(value) for key, value in answer.headers.items()}
    return answer.status_code, len(answer.content), headers, questions


@pytest.mark.parametrize(
    ("first", "last"),
    [("Ole", "Vik"), ("VIK", "Ole"), ("O.", "Vik"), ("Ole", "Wiik"), ("\u041ele", "Vik")],
)
def test_the_answer_and_the_questions_are_the_same(signed_in, kari, amina, first, last):
    browser = signed_in(kari)
    name(amina, kari)
    clean = noted(browser, "Per", "Dahl")

    conflicting = noted(browser, first, last)

    assert conflicting == clean
    assert clean[0] == 302
    his, hers = Volunteer.objects.order_by("-pk")[:2]
    told = queries.answers([amina], [his, hers])
    assert told[amina.reference, his.reference] is not False
    assert told[amina.reference, hers.reference] is False


def test_no_question_about_entries_is_asked_while_an_application_is_noted(signed_in, kari, amina):
    name(amina, kari)
    browser = signed_in(kari)

    with CaptureQueriesContext(connection) as asked:
        browser.post(
            NEW, {"first_name": "Ole", "last_name": "Vik", "applied_on": "2026-01-05", "places": 1}
        )

    assert not [query["sql"] for query in asked if "apart_" in query["sql"]]


def test_what_is_stored_cannot_be_read_and_is_of_no_use_to_another_key(settings, ole):
    stored = bytes(ole.likeness)
    known = {"name": "Ole Vik", "phone": "92769310", "email": "ole.vik@example.org"}

    assert stored == prints.of("applicant", **known)
    assert b"ole" not in stored.lower()
    settings.HOUSE_KEY = bytes(32)
    assert not set(prints.unpacked(stored)) & set(prints.unpacked(prints.of("applicant", **known)))
