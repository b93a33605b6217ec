"""The guards that `dev.py mutate-guards` takes away: found where they stand, and gone when they are taken."""

from __future__ import annotations

import ast
from pathlib import Path
from types import SimpleNamespace

import pytest

from mutants import finding, named, order, rooms
from mutants.__main__ import chosen
from mutants.who import named_at

ROOT = Path(__file__).resolve().parents[2]
PLANTED = """
@require_POST
@requires(Permission.LEAD_PAIRS)
def page(request):
    answer["Cache-Control"] = "no-store"


def visible_to(person):
    if person.may(P):
        return Row.objects.filter(association=person.association)
    return Row.objects.none()


def change(*, by):
    guard.check(by, P)
    if by is None:
        raise PermissionDenied
    row.full_clean()


@rule("X-01", "…")
def holds(facts, terms):
    return facts.known
"""
TAKEN = {
    "@require_POST", "@requires(…)", "header Cache-Control", "right in visible_to", ".filter(…) in visible_to",
    "check(…)", "if …: raise PermissionDenied", "full_clean(…)", "rule holds",
}  # fmt: skip


@pytest.fixture(scope="module")
def guards():
    return sorted({*finding.guards(ROOT), *named.guards(ROOT)})


def test_each_kind_is_found_and_its_place_is_right(tmp_path):
    (tmp_path / "keeper").mkdir()
    (tmp_path / "config").mkdir()
    (tmp_path / "config/settings.py").write_text('MIDDLEWARE = [\n    "a.B",\n]\n')
    (tmp_path / "ressursvenn").mkdir()
    (tmp_path / "ressursvenn/page.html").write_text("{{ row.called }} {{ count }}")
    (tmp_path / "keeper/x.py").write_text(PLANTED)

    found = finding.guards(tmp_path)

    assert {guard.kind for guard in found} == TAKEN | {"escape row.called", 'middleware "a.B"'}
    for guard in found:
        text = (tmp_path / guard.path).read_text()
        without = guard.taken_from(text)
        assert without != text
        if guard.path.endswith(".py"):
            ast.parse(without)


def test_there_are_some_in_every_room_and_the_code_stands_without_each(guards):
    assert len(guards) > 600
    assert {guard.room for guard in guards} >= set(rooms.ROOMS) - {"programme"}
    for guard in guards[::7]:
        text = (ROOT / guard.path).read_text("utf-8")
        if guard.path.endswith(".py"):
            ast.parse(guard.taken_from(text))


def test_a_sample_is_drawn_evenly_and_the_same_again(guards):
    drawn = chosen(guards, 30, 7)
    many = {guard.room for guard in guards}

    assert drawn == chosen(guards, 30, 7)
    assert {guard.room for guard in drawn} == many


INSIDE = """
X = 1


class A:
    @dec
    def one(self):
        if X:
            def two():
                return X
        return 3


def three():
    return 4
"""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (2, None),
        (6, "A.one"),
        (7, "A.one"),
        (10, "A.one.<locals>.two"),
        (11, "A.one"),
        (15, "three"),
    ],
)
def test_a_function_is_named_as_python_names_it(line, name):
    """So that what was found for one state of the tree is found again in the next."""
    assert named_at(INSIDE, line) == name


def test_what_asks_no_database_is_asked_first(request):
    asks, asks_not = (
        SimpleNamespace(get_closest_marker=lambda name: None, fixturenames=fixtures)
        for fixtures in (["kari", "db"], ["tmp_path"])
    )
    items = [request.node, asks, asks_not]

    order.pytest_collection_modifyitems(items)

    assert items.index(asks_not) < items.index(asks)
