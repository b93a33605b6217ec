"""How many questions a page asks of the database: few, and as few when there are three times as many rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from tests import marked_world

from . import addresses
from .walking import Reader

AT_MOST = 12
NOT_A_QUESTION = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
STAFF = {
    "coordinator": ("web:", "neighbourhood:", "volunteers:", "participants:", "apart:name",
                    "pairs:", "oversight:", "spreadsheets:", "adverts:", "arrivals:", "screening:",
                    "training:", "agreements:", "support:"),
    "coordinator2": ("pairs:approval",),
    "group_leader": ("web:", "volunteers:", "training:all", "support:all", "adverts:all",
                     "pairs:all", "pairs:approval", "neighbourhood:all"),
    "volunteer": ("pairs_volunteer:", "training_volunteer:", "agreements_volunteer:",
                  "support_volunteer:", "volunteers_volunteer:"),
    "vetting_officer": ("web:", "apart:queue", "apart:entry"),
    "national_adviser": ("web:", "pairs:all", "pairs:approval"),
    "privacy_officer": ("web:", "oversight:all"),
    "centre_contact": ("web:", "participants:all", "participants:refer"),
    "system_administrator": ("web:",),
}  # fmt: skip


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


def asked_by_all(world, signed_in) -> dict[tuple[str, str], tuple[int, int]]:
    """By role and address: the status, and how many questions it took."""
    readers = {role: Reader(signed_in(world.people[addresses.ROLES[role]])) for role in STAFF}
    return {
        (role, name): questions(reader, path)
        for role, reader in readers.items()
        for name, path in pages(world, role)
    }


def test_a_page_asks_little_and_no_more_when_there_is_more_to_show(world, signed_in):
    before = asked_by_all(world, signed_in)
    for _ in range(2):
        marked_world.as_many_again(world.oslo)
    after = asked_by_all(world, signed_in)

    shown = {page: asked for page, (status, asked) in before.items() if status == 200}
    grown = {page: (before[page], after[page]) for page in after if before[page] != after[page]}
    assert grown == {}
    too_many = {page: asked for page, asked in shown.items() if asked > AT_MOST}
    assert too_many == {}
    assert len(shown) > 60
