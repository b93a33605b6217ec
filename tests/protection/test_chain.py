"""The log's chain in the database: each entry linked to the one before, and none changed, dropped or forked."""

import sqlite3
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from ressursvenn.protection import audit, chain, checkpoints, witnesses
from ressursvenn.protection.links import FIRST, link_of, rows_of
from ressursvenn.protection.models import AuditAbout, AuditBeginning, AuditEntry
from ressursvenn.protection.verifying import Beginning, verify
from tests.emptying import locks

ENTRY, ABOUT, BEGINNING = (f"protection_audit{name}" for name in ("entry", "about", "beginning"))
LONG_AGO = timezone.now() - timedelta(days=800)


def rows():
    with connection.cursor() as cursor:
        return list(rows_of(cursor))


def whole():
    """Whether every link holds, whoever has witnessed it."""
    begins = AuditBeginning.objects.order_by("-number").values_list("number", "head").first()
    verdict = verify(
        rows(), [], key="", now=timezone.now(), beginning=Beginning(*begins) if begins else None
    )
    return {fault.kind for fault in verdict.faults} <= {"unwitnessed", "beginning"}


def written(number, **how):
    with transaction.atomic():
        for one in range(number):
            audit.record(by=None, did=f"tests.did_{one}", about=["aaaa2222", "bbbb2222"], **how)


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_each_entry_covers_the_one_before_and_all_it_is_about(db):
    written(3)

    first, second, third = rows()
    assert [entry.number for entry in (first, second, third)] == [1, 2, 3]
    assert first.about == ("aaaa2222", "bbbb2222")
    assert first.link == link_of(FIRST, first)
    assert third.link == link_of(second.link, third)
    assert chain.head() == (3, third.link)


def test_an_entry_is_three_questions_and_so_are_a_hundred_readings(db, django_assert_num_queries):
    written(1)
    read = {(None, f"purpose {one}"): ["aaaa2222", "bbbb2222"] for one in range(100)}

    with django_assert_num_queries(3):
        audit.record(by=None, did="tests.did", about=["aaaa2222"])
    with django_assert_num_queries(3):
        audit.record_readings(read)
    with django_assert_num_queries(0):
        audit.record_readings({})

    assert len(rows()) == 102
    assert whole()


def test_a_reference_named_twice_stands_once(db):
    audit.record(by=None, did="tests.did", about=["aaaa2222", "bbbb2222", "aaaa2222"])

    assert rows()[0].about == ("aaaa2222", "bbbb2222")
    assert whole()


def test_an_act_that_is_rolled_back_leaves_no_gap(db):
    written(1)
    with transaction.atomic():
        audit.record(by=None, did="tests.undone", about=["aaaa2222"])
        transaction.set_rollback(True)
    written(1)

    assert [entry.number for entry in rows()] == [1, 2]
    assert whole()


REFUSED = (
    lambda rows: rows.objects.update(id=1),
    lambda rows: rows.objects.all().delete(),
    lambda rows: rows.objects.bulk_update(rows.objects.all(), ["id"]),
    lambda rows: rows.objects.update_or_create(id=1),
    lambda rows: rows.objects.first().delete(),
    lambda rows: rows.objects.first().save(),
)


@pytest.mark.parametrize("model", [AuditEntry, AuditAbout])
@pytest.mark.parametrize("act", range(len(REFUSED)))
def test_the_application_only_adds(db, model, act):
    written(1)

    with pytest.raises(TypeError, match="only added to"):
        REFUSED[act](model)


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {ENTRY} SET did = 'x'",
        f"UPDATE {ENTRY} SET link = link WHERE number = 2",
        f"UPDATE {ABOUT} SET reference = 'zzzz2222'",
        f"DELETE FROM {ENTRY}",
        f"DELETE FROM {ENTRY} WHERE number = 3",
        f"DELETE FROM {ABOUT}",
        f"DELETE FROM {ABOUT} WHERE reference = 'aaaa2222'",
        f"INSERT OR REPLACE INTO {ENTRY} SELECT id, at, 'x', to_kind, purpose, by_id, link, number"
        f" FROM {ENTRY} WHERE number = 2",
        f"REPLACE INTO {ABOUT} (id, reference, entry_id) SELECT id, 'x', entry_id FROM {ABOUT}",
        f"INSERT INTO {ENTRY} (at, did, to_kind, purpose, link, number)"
        f" SELECT at, did, to_kind, purpose, link, number FROM {ENTRY} WHERE number = 2"
        f" ON CONFLICT (number) DO UPDATE SET did = 'x'",
        f"INSERT INTO {BEGINNING} (number, head, checkpoint) SELECT number, link, '' FROM {ENTRY}",
        f"INSERT INTO {BEGINNING} (number, head, checkpoint) VALUES (3, 'x', '')",
    ],
)
def test_the_database_only_adds_whoever_asks(db, statement):
    written(3)
    before = rows()

    with pytest.raises(IntegrityError):
        sql(statement)

    assert rows() == before


def test_a_fork_cannot_be_stored(db):
    written(2)
    last = AuditEntry.objects.first()
    columns = f"INSERT INTO {ENTRY} (at, did, to_kind, purpose, link, number) VALUES"

    for number, link in ((last.number, "f" * 64), (last.number + 1, last.link)):
        with pytest.raises(IntegrityError):
            sql(f"{columns} (%s, 'x', '', '', %s, %s)", timezone.now(), link, number)
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditEntry.objects.create(did="tests.beside_the_chain")


def test_the_locks_stand_after_every_migration(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in cursor.fetchall()} >= set(locks.SQLITE)


@pytest.mark.django_db(transaction=True)
def test_django_empties_the_tables_of_a_test_and_the_locks_stand_again():
    from django.core.management import call_command

    written(2)
    call_command("flush", interactive=False, verbosity=0)
    assert not AuditEntry.objects.exists()

    written(2)
    with pytest.raises(IntegrityError):
        sql(f"DELETE FROM {ENTRY}")


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_make_no_fork_and_lose_nothing():
    writers, each, troubles = 4, 15, []
    start = Barrier(writers)

    def write(writer):
        start.wait()
        try:
            for one in range(each):
                with transaction.atomic():
                    audit.record(by=None, did=f"tests.writer_{writer}", about=[f"aaaa{one:04d}"])
                    audit.record_readings({(None, "list"): ["bbbb2222"]})
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [Thread(target=write, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert troubles == []
    assert [entry.number for entry in rows()] == [*range(1, 2 * writers * each + 1)]
    assert whole()


@pytest.mark.django_db(transaction=True)
def test_a_log_from_before_is_linked_as_it_lies():
    app, before = "protection", "0002_keys_lie_with_the_keeper"
    newest = [
        key for key in MigrationExecutor(connection).loader.graph.leaf_nodes() if key[0] == app
    ]
    MigrationExecutor(connection).migrate([(app, before)])
    columns = "(id, at, did, to_kind, purpose) VALUES"
    for row in (2, 5, 6):  # a log with gaps, as a database leaves them
        sql(f"INSERT INTO {ENTRY} {columns} (%s, %s, 'x', '', '')", row, "2026-01-01 10:00:00")
        sql(f"INSERT INTO {ABOUT} (entry_id, reference) VALUES (%s, 'aaaa2222')", row)

    MigrationExecutor(connection).migrate(newest)
    with_gaps = [(entry.number, entry.row, entry.about) for entry in rows()]
    written(1)

    assert with_gaps == [(1, 2, ("aaaa2222",)), (2, 5, ("aaaa2222",)), (3, 6, ("aaaa2222",))]
    assert (rows()[-1].number, rows()[-1].row) == (4, 7)
    assert whole()


# --- forgetting, after 24 months ------------------------------------------------------------------


@pytest.fixture
def old(db, witnesses):
    """Three entries and a checkpoint of long ago; then two of today, and a checkpoint."""
    with time_machine.travel(LONG_AGO, tick=False):
        written(3)
        checkpoints.write()
    written(2)
    checkpoints.write()
    return checkpoints.forgettable()


def test_what_is_24_months_old_goes_whole_and_the_checkpoint_is_the_beginning(old, witnesses):
    assert chain.forget_before(old) == 3

    left = rows()
    assert [(entry.number, entry.did) for entry in left] == [
        (4, "tests.did_0"), (5, "tests.did_1"), (6, chain.FORGOTTEN),
    ]  # fmt: skip
    assert AuditAbout.objects.count() == 4
    assert checkpoints.forgettable() is None
    (begins,) = AuditBeginning.objects.all()
    verdict = verify(
        left,
        witnesses.lines(),
        key=witnesses.heads.public(),
        now=timezone.now(),
        beginning=Beginning(begins.number, begins.head),
    )
    assert verdict.faults == []
    written(1)
    assert checkpoints.write().checkpoint.number == 7


def test_what_is_younger_is_forgotten_by_nobody(old):
    newest = witnesses.read(checkpoints.write().checkpoint.line())
    mixed = witnesses.Checkpoint(
        newest.number, newest.head, old.at, newest.signature, newest.key
    )  # said to be of long ago

    for young in (newest, mixed):
        with pytest.raises(chain.TooYoung):
            chain.forget_before(young)

    assert len(rows()) == 5


def test_a_checkpoint_that_is_not_the_logs_own_opens_no_door(old):
    number, head, at, signature, key = old.number, old.head, old.at, old.signature, old.key

    with pytest.raises(ValueError, match="pinned key"):
        chain.forget_before(witnesses.Checkpoint(number - 1, head, at, signature, key))
    with pytest.raises(ValueError, match="pinned key"):
        chain.forget_before(witnesses.Checkpoint(number, head, at, "00" * 64, key))

    assert len(rows()) == 5


def test_the_database_opens_its_door_by_its_own_clock(db, witnesses):
    written(3)
    number, head = chain.head()

    with time_machine.travel(timezone.now() + timedelta(days=800)), pytest.raises(IntegrityError):
        sql(f"INSERT INTO {BEGINNING} (number, head, checkpoint) VALUES (%s, %s, '')", number, head)


def test_an_entry_with_a_false_date_takes_nothing_younger_with_it(db):
    written(3)
    with time_machine.travel(LONG_AGO, tick=False):
        written(1)
    number, head = chain.head()

    with pytest.raises(IntegrityError):
        sql(f"INSERT INTO {BEGINNING} (number, head, checkpoint) VALUES (%s, %s, '')", number, head)


def test_after_forgetting_the_rest_is_locked_as_before(old):
    chain.forget_before(old)

    for statement in (
        f"DELETE FROM {ENTRY}", f"DELETE FROM {ABOUT}", f"DELETE FROM {BEGINNING}",
        f"UPDATE {BEGINNING} SET number = 5",
    ):  # fmt: skip
        with pytest.raises(IntegrityError):
            sql(statement)


def test_everything_may_be_old_and_the_log_still_goes_on(db, witnesses):
    with time_machine.travel(LONG_AGO, tick=False):
        written(3)
        checkpoints.write()

    chain.forget_before(checkpoints.forgettable())
    written(1)

    assert [entry.number for entry in rows()] == [4, 5]
    assert whole()


@pytest.mark.parametrize(
    ("now", "since"),
    [
        (datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2026, 2, 28, 12, tzinfo=UTC)),
        (datetime(2027, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2024, 10, 25, 1, tzinfo=UTC)),
    ],
)
def test_24_months_across_a_leap_day_a_new_year_and_summer_time(now, since):
    assert witnesses.kept_since(now) == since


def test_the_database_is_never_stricter_than_the_house_about_24_months():
    with sqlite3.connect(":memory:") as asked:
        for day in range(1500):
            now = datetime(2026, 1, 1, 13, tzinfo=UTC) + timedelta(days=day)
            moment = now.strftime("%Y-%m-%d %H:%M:%S")
            ((cutoff,),) = asked.execute("SELECT datetime(?, '-24 months')", (moment,))
            assert witnesses.kept_since(now).strftime("%Y-%m-%d %H:%M:%S") <= cutoff
