"""How many questions a page asks of the database: few, and as few when there are three times as many rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from tests import marked_world

from . import addresses
from .walking import Reader

AT_MOST = 12
NOT_A_QUESTION = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
STAFF = {
    "coordinator": ("web:", "neighbourhood:", "volunteers:", "participants:", "apart:name",
                    "pairs:", "spreadsheets:"),
    "coordinator2": ("pairs:approval",),
    "group_leader": ("web:", "volunteers:", "pairs:all", "pairs:approval", "neighbourhood:all"),
    "volunteer": ("pairs_volunteer:",),
    "vetting_officer": ("web:", "apart:queue", "apart:entry"),
    "national_adviser": ("web:", "pairs:all", "pairs:approval"),
    "centre_contact": ("web:", "participants:all", "participants:refer"),
}  # fmt: skip
MORE: dict[tuple[str, str], int] = {}


@contextmanager
def counted() -> Iterator[list[str]]:
    """The questions asked meanwhile, by their beginning."""
    asked: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.startswith(NOT_A_QUESTION):
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def questions(reader: Reader, path: str) -> tuple[int, int]:
    """The status, and how many questions it took."""
    with counted() as asked:
        status = reader.ask_in_vain("get", path).status_code
    return status, len(asked)


def pages(world, role: str) -> list[tuple[str, str]]:
    """Names and paths of the role's own pages."""
    return [
        (name, addresses.paths(name, world)["own"][0])
        for name in addresses.names()
        if name.startswith(STAFF[role])
    ]


@pytest.mark.parametrize("role", STAFF)
def test_a_page_asks_little_and_no_more_when_there_is_more_to_show(world, signed_in, role):
    reader = Reader(signed_in(world.people[addresses.ROLES[role]]))
    listed = pages(world, role)
    before = {name: questions(reader, path) for name, path in listed}
    for _ in range(2):
        marked_world.fill(world.oslo)
    after = {name: questions(reader, path) for name, path in listed}

    shown = {name: asked for name, (status, asked) in before.items() if status == 200}
    print(role, {n: (a, after[n][1]) for n, a in shown.items() if a>AT_MOST or a != after[n][1]})
    assert after == before
    assert {name: asked for name, asked in shown.items() if asked > MORE.get((role, name), AT_MOST)} == {}
