"""This room takes counts from the rooms of the programme, never rows: it knows their `figures` alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ressursvenn.reporting

ROOM = Path(ressursvenn.reporting.__file__).parent
PROGRAMME = {
    "adverts", "agreements", "apart", "arrivals", "matching", "pairs", "participants", "screening", "support",
    "training", "volunteers",
}  # fmt: skip


def taken(source: str) -> Iterator[str]:
    """What is imported from the rooms of the programme: room and name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            _, room, *rest = [*node.module.split("."), ""]
            if room in PROGRAMME:
                yield from (".".join([room, *filter(None, rest), one.name]) for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if set(one.name.split(".")) & PROGRAMME)


def test_only_figures_come_from_the_rooms_of_the_programme():
    found = {one for path in ROOM.rglob("*.py") for one in taken(path.read_text("utf-8"))}

    assert found == {"pairs.figures", "participants.figures", "volunteers.figures"}


def test_a_row_that_is_taken_is_seen():
    for line in (
        "from ressursvenn.pairs.models import Pair",
        "from ressursvenn.pairs import queries",
        "import ressursvenn.participants.facts",
    ):
        assert list(taken(line))


def test_one_file_alone_asks_the_attack():
    asking = {path.name for path in ROOM.rglob("*.py") if "disclosure." in path.read_text("utf-8")}

    assert asking == {"protecting.py"}
