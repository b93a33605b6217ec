"""The cast is made once a run; each test finds its rows laid out, as they were made.

Making thirteen people takes a tenth of a second, and thousands of tests want them.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction

Rows = dict[str, list[tuple]]


def made(*steps: Callable[[], object]) -> list[Rows]:
    """The rows that each step adds, table by table. Nothing of it stays."""
    added = []
    with transaction.atomic():
        before = _all()
        for step in steps:
            step()
            after = _all()
            added.append(_more(after, before))
            before = after
        transaction.set_rollback(True)
    return added


def lay(rows: Rows) -> None:
    """Put them where the test looks."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, those in rows.items():
            marks = ", ".join(["%s"] * len(those[0]))
            cursor.executemany(f"INSERT INTO {_quoted(table)} VALUES ({marks})", those)


def _more(after: Rows, before: Rows) -> Rows:
    assert all(set(rows) <= set(after[table]) for table, rows in before.items()), "a step only adds"
    return {
        table: new
        for table, rows in after.items()
        if (new := [row for row in rows if row not in set(before[table])])
    }


def _all() -> Rows:
    with connection.cursor() as cursor:
        return {
            table: cursor.execute(f"SELECT * FROM {_quoted(table)}").fetchall()
            for table in connection.introspection.table_names(cursor)
        }


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)
