"""The log: written with the act, about references alone, and only added to."""

import pytest
from django.db import transaction

from ressursvenn.protection import audit
from ressursvenn.protection.models import AuditAbout, AuditEntry


def test_an_entry_says_who_did_what_to_which(kari, oslo):
    with transaction.atomic():
        audit.record(by=kari, did="accounts.looked", to=oslo, about=["aaaa2222"], purpose="test")

    entry = AuditEntry.objects.filter(did="accounts.looked").get()
    assert (entry.by, entry.to_kind, entry.purpose) == (kari, "accounts.association", "test")
    assert [row.reference for row in entry.about.order_by("id")] == [oslo.reference, "aaaa2222"]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_there_is_no_entry():
    with pytest.raises(RuntimeError, match="transaction"):
        audit.record(by=None, did="accounts.looked")


def test_the_entry_falls_with_its_act(kari):
    before = AuditEntry.objects.count()

    def act():
        with transaction.atomic():
            audit.record(by=kari, did="accounts.looked")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()

    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("rows", [AuditEntry, AuditAbout])
def test_the_log_is_only_added_to(kari, rows):
    for act in (lambda: rows.objects.all().delete(), lambda: rows.objects.update(id=1)):
        with pytest.raises(TypeError):
            act()


def test_an_entry_is_neither_rewritten_nor_taken_away(kari):
    entry = AuditEntry.objects.first()

    for act in (entry.save, entry.delete):
        with pytest.raises(TypeError):
            act()


def test_looking_and_acting_are_told_apart(kari):
    audit.record(by=kari, did=audit.OPENED, about=["aaaa2222"], purpose="list")
    audit.record(by=kari, did="pairs.decided", about=["aaaa2222"])

    assert [entry.did for entry in audit.looks_at("aaaa2222")] == [audit.OPENED]
    assert [entry.did for entry in audit.acts_on("aaaa2222")] == ["pairs.decided"]
