"""The log of a made-up world is tampered with, at a thousand places and in every way we could think of."""

# ruff: noqa: S608 -- statements of our own names alone

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

TITLE = "The log is tampered with"
WHY = (
    "Somebody who owns the database can change any row of the log and compute every link anew. A verifier that "
    "has only a copy, the witnessed checkpoints and the pinned key must see it, at every position; the house "
    "must notice within one checkpoint, and close break-glass and export after two hours without one."
)
LENGTH = 1000
ENTRY, ABOUT = "protection_auditentry", "protection_auditabout"


# Each way twice: on the rows as they are read from a copy, and as statements on a copy at the prompt.


def changed(log, at):
    return [*log[:at], log[at]._replace(by=None, purpose="x"), *log[at + 1 :]]


def about_changed(log, at):
    return [*log[:at], log[at]._replace(about=(*log[at].about, "zzzz2222")), *log[at + 1 :]]


def dropped(log, at):
    return [*log[:at], *log[at + 1 :]]


def dropped_and_numbered(log, at):
    return [*log[:at], *(one._replace(number=one.number - 1) for one in log[at + 1 :])]


def swapped(log, at):
    one = min(at, len(log) - 2)
    first, second = log[one], log[one + 1]
    two = [second._replace(number=first.number), first._replace(number=second.number)]
    return [*log[:one], *two, *log[one + 2 :]]


def inserted(log, at):
    forged = log[at]._replace(row=10**6, by=None, link="x")
    return [*log[:at], forged, *(one._replace(number=one.number + 1) for one in log[at:])]


def tail_cut(log, at):
    return log[:at]


WAYS = {
    "changed": (changed, [f"UPDATE {ENTRY} SET by_id = NULL, purpose = 'x' WHERE number = 500"]),
    "one reference more": (
        about_changed,
        [
            f"INSERT INTO {ABOUT} (entry_id, reference) SELECT id, 'zzzz2222' FROM {ENTRY} WHERE number = 500"
        ],
    ),
    "dropped": (dropped, [f"DELETE FROM {ENTRY} WHERE number = 500"]),
    "dropped, the rest numbered anew": (
        dropped_and_numbered,
        [
            f"DELETE FROM {ENTRY} WHERE number = 500",
            f"UPDATE {ENTRY} SET number = number + 9999 WHERE number > 500",  # apart: it is unique
            f"UPDATE {ENTRY} SET number = number - 10000 WHERE number > 9999",
        ],
    ),
    "swapped with its neighbour": (
        swapped,
        [
            f"UPDATE {ENTRY} SET number = {to} WHERE number = {at}"
            for at, to in ((500, 0), (501, 500), (0, 501))
        ],
    ),
    "inserted": (
        inserted,
        [
            f"UPDATE {ENTRY} SET number = number + 9999 WHERE number >= 500",
            f"UPDATE {ENTRY} SET number = number - 9998 WHERE number > 9999",
            f"INSERT INTO {ENTRY} (number, link, at, did, to_kind, purpose)"
            " VALUES (500, 'x', '2026-01-01', 'x', '', '')",
        ],
    ),
    "the tail cut": (tail_cut, [f"DELETE FROM {ENTRY} WHERE number >= 500"]),
}


def drill():
    from django.conf import settings
    from django.db import connection

    from ressursvenn.protection import checkpoints

    _as_long_as_it_takes()
    checkpoints.write()
    copy = Path(settings.DATA) / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    try:
        return [
            _whole(copy),
            *_at_the_prompt(copy),
            *_rolled_back(),
            *_forged(),
            *_stopped(),
            *_at_every_position(copy),
        ]
    finally:
        shutil.rmtree(settings.WITNESSES)


def _whole(copy):
    code, said = _verified(copy)
    assert code == 0, said
    return ("a copy that nobody touched, offline, no keeper", said)


def _as_long_as_it_takes():
    """Somebody reads until the log is a thousand entries long."""
    from django.db import transaction

    from ressursvenn.accounts.models import Person
    from ressursvenn.protection import audit, chain

    readers = list(Person.objects.order_by("pk")[:5])
    number, _ = chain.head()
    with transaction.atomic():
        for one in range(number, LENGTH):
            about = [f"rv{one:04d}{which}2" for which in range(one % 4)]
            audit.record(by=readers[one % 5], did=audit.OPENED, about=about, purpose="list")


def _at_every_position(copy):
    """Each way at each position; and again when every link after it has been computed anew."""
    from ressursvenn.protection.links import FIRST, link_of, rows_of

    log = list(rows_of(_in_memory(copy).cursor()))
    assert len(log) >= LENGTH, len(log)
    for name, (way, _) in WAYS.items():
        plain = anew = right_place = 0
        for at in range(LENGTH):
            tampered = way(log, at)
            faults = _faults(tampered)
            plain += bool(faults)
            right_place += bool(faults) and faults[0].number in (at + 1, at)
            start = min(at, len(log) - 2)
            link, relinked = (log[start - 1].link if start else FIRST), tampered[:start]
            for entry in tampered[start:]:
                link = link_of(link, entry)
                relinked.append(entry._replace(link=link))
            anew += bool(_faults(relinked))
        assert plain == anew == LENGTH, (name, plain, anew)
        seen = f"found {plain}, told at its place {right_place}; every link computed anew: {anew}"
        yield (f"{name}, at {LENGTH} of {len(log)} positions", seen)


def _in_memory(copy):
    from importlib import import_module

    locks = import_module("ressursvenn.protection.migrations.0006_log_only_added_to")
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with sqlite3.connect(copy) as source:
        source.backup(memory)
    for trigger in locks.SQLITE:
        memory.execute(f"DROP TRIGGER {trigger}")
    return memory


def _faults(rows):
    from django.conf import settings
    from django.utils import timezone

    from ressursvenn.protection import checkpoints, pin
    from ressursvenn.protection.verifying import verify

    places = checkpoints.lines_of(settings.CHECKPOINT_PLACES)
    return verify(rows, places, key=pin.pinned(), now=timezone.now()).faults


def _at_the_prompt(copy):
    """verify_log itself, in a process of its own without a keeper, on a file that was tampered with."""
    for name, (_, statements) in WAYS.items():
        spoilt = copy.with_name("spoilt.sqlite3")
        memory = _in_memory(copy)
        for statement in statements:
            memory.execute(statement)
        with sqlite3.connect(spoilt) as target:
            memory.backup(target)
        target.close()
        code, said = _verified(spoilt)
        spoilt.unlink()
        assert code == 1, (name, said)
        yield (f"verify_log: {name}, at 500", said.splitlines()[0])


def _verified(copy):
    """What a privacy officer gets: exit code and sentences."""
    offline = {name: value for name, value in os.environ.items() if name != "RESSURSVENN_KEEPER"}
    words = [sys.executable, "manage.py", "verify_log", "--database", str(copy)]
    told = subprocess.run(words, env=offline, capture_output=True, text=True, check=False)
    assert told.stdout, told.stderr[-500:]
    return told.returncode, told.stdout.strip()


def _rolled_back():
    """The database is put back to ten entries ago, under a keeper and witnesses that know more."""
    from importlib import import_module

    from django.db import connection, transaction

    from ressursvenn.protection import audit, checkpoints, keeping

    locks = import_module("ressursvenn.protection.migrations.0006_log_only_added_to")
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                locks.unlock(connection)
                last = "(SELECT max(number) FROM protection_auditentry) - 10"
                cursor.execute(
                    f"DELETE FROM {ABOUT} WHERE entry_id IN (SELECT id FROM {ENTRY} WHERE number > {last})"
                )
                cursor.execute(f"DELETE FROM {ENTRY} WHERE number > {last}")
                locks.lock(connection)
            current = checkpoints.is_current()
            audit.record(by=None, did="drill.after")
            raise _Undo
    except _Undo:
        pass
    assert not current
    try:
        keeping.sign_head(1, "f" * 64)
    except keeping.Refused:
        yield ("the database rolled back ten entries", "break-glass and export close at once")
        yield (
            "the keeper asked to sign an earlier number, or another head",
            "refused, and an alarm",
        )
    else:
        raise AssertionError("the keeper signed a number behind the last")


class _Undo(Exception):
    pass


def _forged():
    """A line with a signature of one's own is put in one of the places, and taken out again."""
    from django.conf import settings

    from ressursvenn.protection import checkpoints

    path = Path(settings.CHECKPOINT_PLACES[1]) / checkpoints.FILE
    as_it_was = path.read_text(encoding="ascii")
    forged = {**json.loads(as_it_was.splitlines()[-1]), "signature": "ab" * 64}
    path.write_text(f"{as_it_was}{json.dumps(forged)}\n", encoding="ascii")
    code, said = _verified(Path(settings.DATA) / "copy.sqlite3")
    path.write_text(as_it_was, encoding="ascii")
    assert code == 1, said
    yield ("a forged signature in one of the places", said.splitlines()[0])


def _stopped():
    from django.utils import timezone

    from ressursvenn.protection import checkpoints

    checkpoints.write()
    now = timezone.now()
    early, late = (checkpoints.standing(now + timedelta(minutes=m)) for m in (119, 121))
    assert early.current
    assert not late.current
    yield ("no checkpoint for 1 h 59 min", "break-glass and export open")
    yield ("no checkpoint for 2 h 1 min", " ".join(late.sentences()))
