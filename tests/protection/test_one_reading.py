"""A page reads as one: one entry for each purpose, before it is shown, and nothing shown without it."""

import pytest
from django.core.exceptions import PermissionDenied

from ressursvenn.participants.models import Participant
from ressursvenn.protection import audit, keeping, opening, vault
from ressursvenn.protection.models import AuditEntry

from .test_sealed_rows import refer


@pytest.fixture
def two(oslo, sentrum, kari):
    return [refer(oslo, sentrum, kari, called) for called in ("Linerle", "Rogn")]


def read(row, by, purpose):
    opening.open_cards([Participant.objects.get(pk=row.pk)], by=by, purpose=purpose)


def entries():
    found = AuditEntry.objects.filter(did=audit.OPENED).order_by("id")
    return [(one.by, one.purpose, {row.reference for row in one.about.all()}) for one in found]


def test_what_is_opened_for_one_purpose_is_one_entry(two, kari, kaja):
    with opening.one_reading():
        for row in two:
            read(row, kari, "list")
        read(two[0], kari, "page")
        read(two[0], kaja, "list")

    both, first = {row.reference for row in two}, {two[0].reference}
    assert entries() == [(kari, "list", both), (kari, "page", first), (kaja, "list", first)]


def test_it_is_two_writes_however_often_something_is_opened(two, kari, django_assert_num_queries):
    rows = [list(Participant.objects.all()) for _ in range(3)]

    with django_assert_num_queries(11), opening.one_reading():
        for each in rows:  # savepoints; at the end where the log ends, entries and references
            opening.open_cards(each, by=kari, purpose="list")


def test_each_key_is_asked_for_once_on_a_page(two, kari, monkeypatch):
    asked = []
    monkeypatch.setattr(keeping, "ask", lambda what, **said: asked.append(said) or {"keys": {}})

    with opening.one_reading():
        for _ in range(3):
            opening.open_cards(Participant.objects.all(), by=kari, purpose="list")

    assert [said["owners"] for said in asked] == [sorted(row.reference for row in two)]


def test_whoever_is_erased_is_not_opened(two, kari):
    vault.destroy_keys(two[0].reference)

    with opening.one_reading():
        opened = opening.open_cards(Participant.objects.all(), by=kari, purpose="list")

    assert [row.reference for row in opened] == [two[1].reference]


def test_a_page_that_fails_has_still_been_read(two, kari):
    def page():
        with opening.one_reading():
            read(two[0], kari, "page")
            raise PermissionDenied

    with pytest.raises(PermissionDenied):
        page()

    assert len(entries()) == 1


def test_nothing_is_shown_when_the_entry_cannot_be_written(signed_in, two, kari, monkeypatch):
    def broken(read):
        raise OSError("the log is full")

    monkeypatch.setattr(audit, "record_readings", broken)
    browser = signed_in(kari)
    browser.raise_request_exception = False

    answer = browser.get(f"/a/deltakere/{two[0].reference}/")

    assert answer.status_code == 500
    assert "Linerle" not in answer.content.decode()


def test_one_reading_does_not_reach_into_the_next(two, kari):
    for _ in range(2):
        with opening.one_reading():
            read(two[0], kari, "page")
    read(two[0], kari, "page")

    assert len(entries()) == 3
