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
WORLD = 3
POSITIONS = 1000
ENTRY, ABOUT = "protection_auditentry", "protection_auditabout"
NUMBERS_ON = (  # of all from this number on, in two steps since a number is unique
    f"UPDATE {ENTRY} SET number = -number - 1 WHERE number >= ?",
    f"UPDATE {ENTRY} SET number = -number WHERE number < 0",
)
NUMBERS_BACK = (
    f"UPDATE {ENTRY} SET number = 1 - number WHERE number > ?",
    f"UPDATE {ENTRY} SET number = -number WHERE number < 0",
)


def changed(cursor, at):
    cursor.execute(f"UPDATE {ENTRY} SET by_id = NULL, purpose = 'x' WHERE number = ?", (at,))


def about_changed(cursor, at):
    cursor.execute(
        f"INSERT INTO {ABOUT} (entry_id, reference) SELECT id, 'zzzz2222' FROM {ENTRY} WHERE number = ?",
        (at,),
    )


def dropped(cursor, at):
    cursor.execute(f"DELETE FROM {ENTRY} WHERE number = ?", (at,))


def dropped_and_numbered(cursor, at):
    dropped(cursor, at)
    cursor.execute(NUMBERS_BACK[0], (at,))
    cursor.execute(NUMBERS_BACK[1])


def swapped(cursor, at):
    ((last,),) = cursor.execute(f"SELECT max(number) FROM {ENTRY}").fetchall()
    one = min(at, last - 1)
    for to, number in ((0, one), (one, one + 1), (one + 1, 0)):
        cursor.execute(f"UPDATE {ENTRY} SET number = ? WHERE number = ?", (to, number))


def inserted(cursor, at):
    cursor.execute(NUMBERS_ON[0], (at,))
    cursor.execute(NUMBERS_ON[1])
    cursor.execute(
        f"INSERT INTO {ENTRY} (number, link, at, did, to_kind, purpose)"
        " VALUES (?, 'x', '2026-01-01', 'x', '', '')",
        (at,),
    )


def tail_cut(cursor, at):
    cursor.execute(f"DELETE FROM {ENTRY} WHERE number >= ?", (at,))


WAYS = {
    "changed": changed,
    "one reference more": about_changed,
    "dropped": dropped,
    "dropped, the rest numbered anew": dropped_and_numbered,
    "swapped with its neighbour": swapped,
    "inserted": inserted,
    "the tail cut": tail_cut,
}


def drill():
    from django.conf import settings
    from django.db import connection

    from ressursvenn.protection import checkpoints

    checkpoints.write()
    copy = Path(settings.DATA) / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    try:
        return [
            _whole(copy),
            *_at_every_position(copy),
            *_at_the_prompt(copy),
            *_rolled_back(),
            *_forged(),
            *_stopped(),
        ]
    finally:
        shutil.rmtree(settings.WITNESSES)


def _whole(copy):
    code, said = _verified(copy)
    assert code == 0, said
    return ("a copy that nobody touched, offline, no keeper", said)


def _at_every_position(copy):
    """Each way at each position of a copy in memory, undone after each; and the chain written anew after it."""
    from ressursvenn.protection.links import FIRST, link_of, rows_of

    memory = _in_memory(copy)
    cursor, rows = memory.cursor(), list(rows_of(memory.cursor()))
    length = len(rows)
    positions = sorted({1 + step * (length - 1) // (POSITIONS - 1) for step in range(POSITIONS)})
    assert len(positions) == POSITIONS, length
    for name, way in WAYS.items():
        plain = anew = right_place = 0
        for at in positions:
            cursor.execute("SAVEPOINT before")
            way(cursor, at)
            tampered = list(rows_of(cursor))
            cursor.execute("ROLLBACK TO before")
            faults = _faults(tampered)
            plain += bool(faults)
            right_place += bool(faults) and faults[0].number in (at, at - 1)
            start = max(at - 2, 0)
            link, relinked = (rows[start - 1].link if start else FIRST), tampered[:start]
            for entry in tampered[start:]:
                link = link_of(link, entry)
                relinked.append(entry._replace(link=link))
            anew += bool(_faults(relinked))
        assert plain == anew == POSITIONS, (name, plain, anew)
        seen = f"found {plain}, told at its place {right_place}; every link computed anew: {anew}"
        yield (f"{name}, at {POSITIONS} of {length} positions", seen)


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
    for name, way in WAYS.items():
        spoilt = copy.with_name("spoilt.sqlite3")
        memory = _in_memory(copy)
        way(memory.cursor(), 500)
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
