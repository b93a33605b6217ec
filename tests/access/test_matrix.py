"""Role × address × ownership: every cell of `matrix.csv`, for GET and for a POST with nothing in it.

A cell is the status for what is own / another's / over / nothing; one number when all four are alike,
and `404|302` where what is asked for has two parts and it matters which of them is not there.

The matrix is read by people, row by row. `MATRIX=skeleton.csv pytest tests/access/test_matrix.py` prints
what the house answers today, which is not to say that it should: a cell that looks wrong is a fault in
a room, and is put right there.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from ressursvenn.accounts.permissions import ROLES
from tests.environment import share

from . import addresses
from .walking import Reader, everything

MATRIX = Path(__file__).with_name("matrix.csv")
METHODS = ("GET", "POST")
REFUSED = {"403", "404", "405"}
THE_WHOLE_COUNTRY = {
    ("vetting_officer", "apart:entry"),
    ("national_adviser", "pairs:approval"),
    ("national_adviser", "together:answer"),
    ("national_adviser", "together:take_back"),
}
SKELETON = os.environ.get("MATRIX", "")


def read() -> dict[tuple[str, str], dict[str, str]]:
    """By method and address: role → cell."""
    with MATRIX.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, skipinitialspace=True)
        cells = [{key.strip(): value.strip() for key, value in row.items()} for row in rows]
    return {(row.pop("method"), row.pop("address")): row for row in cells}


def asked_as(reader: Reader, method: str, name: str, world, ownership: str, keep: bool) -> str:
    """The status; several when mixtures of ours and theirs are not answered alike."""
    ask = reader.ask if keep else reader.ask_in_vain
    found = addresses.paths(name, world).get(ownership, [])
    return "|".join(dict.fromkeys(str(ask(method, path).status_code) for path in found))


def expected(cell: str, name: str) -> dict[str, str]:
    parts = cell.split("/")
    if addresses.about(name) is None:
        return {"own": cell}
    several = parts * len(addresses.OWNERSHIPS) if len(parts) == 1 else parts
    return dict(zip(addresses.OWNERSHIPS, several, strict=True))


def asked_for(cell: str, name: str, turn: int) -> dict[str, str]:
    """All; where all are alike, the daily run asks for her own, and now and then for one of the others."""
    (_, own), *others = expected(cell, name).items()
    if "/" not in cell:
        others = share(others, turn, of=3 * len(addresses.OWNERSHIPS))
    return {"own": own, **dict(others)}


def rows_for(role: str, matrix: dict) -> list:
    """The daily run asks at every other address; of those who are refused almost everywhere at every fourth."""
    rows = list(enumerate(matrix.items()))
    few = sum(is_refused(role, row[role]) for row in matrix.values()) > 0.8 * len(matrix)
    return share(rows, list(addresses.ROLES).index(role), of=4 if few else 2)


def is_refused(role: str, status: str) -> bool:
    """Also a way to sign in, and where one of two parts was not there."""
    met = set(status.split("|"))
    return bool(met & REFUSED) or (role == "anonymous" and met == {"302"})


@pytest.fixture
def reader_of(world, signed_in):
    return lambda role: Reader(signed_in(world.people.get(addresses.ROLES[role])))


def test_every_address_is_in_the_matrix_for_every_role():
    matrix = read()

    assert {name for _, name in matrix} == set(addresses.names())
    assert set(matrix) == {(method, name) for name in addresses.names() for method in METHODS}
    assert {tuple(row) for row in matrix.values()} == {tuple(addresses.ROLES)}


def test_no_cell_lets_in_whoever_has_no_right_to_the_page():
    """The matrix and the rights that the pages name say the same, each written without the other."""
    wrong = []
    for (method, name), row in read().items():
        needs = addresses.needs(name)
        for role, cell in row.items() if needs else ():
            if role == "anonymous":
                alike = cell in ("302", "405")
            else:
                may = ROLES[role.rstrip("2")].may & set(needs)
                alike = bool(may) or cell in ("403", "405")
            if not alike:
                wrong.append(f"{method} {name} {role}: {cell}")

    assert wrong == []


def test_what_is_anothers_is_answered_as_what_is_not_there():
    """But for those whose work is the whole country, and for places and published adverts: everybody's."""
    wrong = [
        f"{method} {name} {role}: {cell}"
        for (method, name), row in read().items()
        for role, cell in row.items()
        if "/" in cell and cell.split("/")[1] != cell.split("/")[3]
        if (role, name) not in THE_WHOLE_COUNTRY
        and not name.startswith(("neighbourhood:", "adverts_public:"))
    ]

    assert wrong == []


@pytest.mark.parametrize("role", addresses.ROLES)
def test_every_cell(world, reader_of, role):
    """What is refused is asked for first, without undoing anything: not a row may have changed."""
    reader, matrix = reader_of(role), read()
    cells = [
        (method, name, ownership, status)
        for turn, ((method, name), row) in rows_for(role, matrix)
        for ownership, status in asked_for(row[role], name, turn).items()
    ]
    before, wrong = everything(), []
    for refused in (True, False):
        for method, name, ownership, status in cells:
            if is_refused(role, status) is refused:
                met = asked_as(reader, method, name, world, ownership, keep=refused)
                if met != status:
                    wrong.append(f"{method} {name} {ownership}: {met}, not {status}")
        if refused:
            assert everything() == before

    assert wrong == []


@pytest.mark.skipif(not SKELETON, reason="only when somebody asks for a skeleton")
def test_write_a_skeleton(world, reader_of):
    readers = {role: reader_of(role) for role in addresses.ROLES}
    rows = [
        [method, name, *(_cell(reader, method, name, world) for reader in readers.values())]
        for name in addresses.names()
        for method in METHODS
    ]
    head = ["method", "address", *readers]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [
        ", ".join(f"{text:{wide}}" for text, wide in zip(row, widths, strict=True)).rstrip()
        for row in [head, *rows]
    ]
    Path(SKELETON).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cell(reader: Reader, method: str, name: str, world) -> str:
    met = [
        asked_as(reader, method, name, world, ownership, keep=False)
        for ownership in addresses.paths(name, world)
    ]
    return met[0] if len(set(met)) == 1 else "/".join(met)
