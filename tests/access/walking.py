"""Asking for an address as somebody, so that what was done is as if it had never been."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

from django.db import connection, transaction
from django.test import Client

NOT_PART_OF_IT = {
    "django_session",
    "accounts_opensession",
    "shared_cache",
}  # who is signed in, and how often somebody tried
LOG = {"protection_auditentry", "protection_auditabout"}

FRESH_EACH_TIME = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|name="once" value="[^"]*"|data-options="[^"]*"'
    r'|name="word" value="[^"]*"'  # of a puzzle
    r"|\b(?:UID|DTSTAMP):\S+"  # of a calendar file
)

WRITES = re.compile(r'^(?:INSERT|REPLACE|UPDATE|DELETE)\b(?: OR \w+| INTO| FROM)* "?(\w+)')


class Reader:
    """Somebody's browser. It is as signed in after each request as it was before."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.client.raise_request_exception = False
        self.cookies = client.cookies.output(header="", sep=";")

    def ask(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        """The answer. What was done stays done."""
        self.client.cookies = SimpleCookie(self.cookies)
        return getattr(self.client, method.lower())(path, data or {}, headers=headers)

    def ask_in_vain(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        """The answer. What was done is undone."""
        with transaction.atomic():
            response = self.ask(method, path, data, **headers)
            transaction.set_rollback(True)
        return response

    def status(self, method: str, path: str) -> int:
        return int(self.ask_in_vain(method, path).status_code)


def everything(but: Iterable[str] = NOT_PART_OF_IT) -> dict[str, str]:
    """A hash of each table."""
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - set(but))
        return {table: _of_table(cursor, table) for table in tables}


def _of_table(cursor: Any, table: str) -> str:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    rows = sorted(repr(row) for row in cursor.fetchall())
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@contextmanager
def written_to() -> Iterator[set[str]]:
    """The tables that somebody writes to meanwhile, whether or not it stays."""
    met: set[str] = set()

    def note(execute: Any, sql: str, *more: Any) -> Any:
        met.update(WRITES.findall(sql[:200]))
        return execute(sql, *more)

    with connection.execute_wrapper(note):
        yield met


def text_of(response: Any) -> str:
    """A body without what is made anew for every answer."""
    return FRESH_EACH_TIME.sub("", response.content.decode(errors="backslashreplace"))


def headers_of(response: Any) -> dict[str, str]:
    """Headers without the nonce and the moment."""
    return {
        name: re.sub(r"'nonce-[^']*'", "", value)
        for name, value in response.items()
        if name not in ("Expires", "Content-Length")
    }
