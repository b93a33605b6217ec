"""Attack 40: the log itself, by somebody who owns the database."""

from __future__ import annotations

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ressursvenn.oversight import changes as oversight
from ressursvenn.protection import audit, checkpoints, keeping
from ressursvenn.protection.models import AuditEntry
from tests.emptying import locks


def a_log(number: int = 12) -> list[int]:
    with transaction.atomic():
        for _ in range(number):
            audit.record(by=None, did="tests.did", about=["aaaa2222"])
    return list(AuditEntry.objects.order_by("number").values_list("number", flat=True))


def sql(text: str, *told) -> None:
    """What somebody does who owns the database: the triggers of the log are hers to take down."""
    locks.unlock(connection)
    try:
        with connection.cursor() as cursor:
            cursor.execute(text, told)
    finally:
        locks.lock(connection)


ENTRY = "protection_auditentry"
TAMPERED = {
    "an entry edited": lambda at: sql(f"UPDATE {ENTRY} SET did = 'x' WHERE number = %s", at),
    "another who did it": lambda at: sql(f"UPDATE {ENTRY} SET by_id = NULL, did = 'y' WHERE number = %s", at),
    "another time": lambda at: sql(f"UPDATE {ENTRY} SET at = '2020-01-01' WHERE number = %s", at),
    "another purpose": lambda at: sql(f"UPDATE {ENTRY} SET purpose = 'list' WHERE number = %s", at),
    "about another": lambda at: sql(
        f"UPDATE protection_auditabout SET reference = 'zzzz2222' WHERE entry_id = "
        f"(SELECT id FROM {ENTRY} WHERE number = %s)", at,
    ),
    "two that changed places": lambda at: _swapped(at, at + 1),
    "an entry dropped": lambda at: _dropped(f"number = {at}"),
    "the tail cut": lambda at: _dropped(f"number > {at}"),
    "all of it gone": lambda at: _dropped("number > 0"),
}  # fmt: skip


def _swapped(one: int, other: int) -> None:
    for now, then in ((one, 10**9), (other, one), (10**9, other)):
        sql(f"UPDATE {ENTRY} SET number = %s WHERE number = %s", then, now)


def _dropped(which: str) -> None:
    sql(
        f"DELETE FROM protection_auditabout WHERE entry_id IN (SELECT id FROM {ENTRY} WHERE {which})"
    )
    sql(f"DELETE FROM {ENTRY} WHERE {which}")


@pytest.fixture
def own_log(alone, witnesses):
    """A log of its own, witnessed."""
    a_log()
    checkpoints.write()
    return witnesses


def is_whole(witnesses) -> bool:
    """What the offline verifier says of the database as it lies, with what was witnessed."""
    told = ["--checkpoints", *map(str, witnesses.files()), "--key", witnesses.heads.public()]
    try:
        call_command("verify_log", *told, stdout=StringIO())
    except (CommandError, SystemExit) as said:
        return getattr(said, "code", 1) == 0
    return True


@pytest.mark.parametrize("how", TAMPERED)
def test_40_whatever_is_done_to_the_log_is_found(own_log, how):
    assert is_whole(own_log)

    TAMPERED[how](5)

    assert not is_whole(own_log)


def test_40_a_log_written_anew_is_not_signed_and_what_is_signed_is_not_forged(own_log):
    """The tail is cut and as much is written again, link by link: the keeper signs no second head."""
    _dropped("number > 6")
    a_log(6)

    with pytest.raises(keeping.Refused):
        checkpoints.write()
    assert not is_whole(own_log)
    for place in own_log.files():
        line = place.read_text("ascii").splitlines()[-1]
        place.write_text(re.sub(r'"signature":\s*"..', '"signature": "00', line) + "\n", "ascii")
    assert not checkpoints.is_current()


def test_40_unwitnessed_for_two_hours_the_house_goes_on_but_nobody_breaks_the_glass(
    own_log, alone, signed_in
):
    kari, astrid = alone["kari"], alone["astrid"]
    assert checkpoints.is_current()

    with time_machine.travel(timezone.now() + timedelta(hours=2, minutes=10), tick=False):
        assert not checkpoints.is_current()
        with pytest.raises(ValidationError, match="bevitnet"):
            oversight.ask_break_glass(
                reference="aaaa2222", reason="danger", association=kari.association, by=astrid
            )
        desk = signed_in(kari)
        assert desk.get("/a/deltakere/").status_code == 200


def test_40_the_application_itself_can_only_add_to_the_log(db):
    *_, number = a_log(2)
    for act in (
        lambda: AuditEntry.objects.filter(number=number).update(did="x"),
        lambda: AuditEntry.objects.filter(number=number).delete(),
        lambda: AuditEntry.objects.get(number=number).delete(),
        lambda: connection.cursor().execute(
            f"UPDATE {ENTRY} SET did = 'x' WHERE number = {number}"
        ),
        lambda: connection.cursor().execute(f"DELETE FROM {ENTRY} WHERE number = {number}"),
    ):
        with pytest.raises((TypeError, DatabaseError)), transaction.atomic():
            act()
    assert AuditEntry.objects.get(number=number).did == "tests.did"
