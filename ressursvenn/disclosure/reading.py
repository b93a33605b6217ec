"""Tables, links and earlier releases out of a file (docs/disclosure.schema.json), and patterns into one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .releases import LIMIT_AT_LEAST, Cell, Link, Release, told
from .tables import BETWEEN, TOTAL, Count, Dimension, Key, Table, Unreadable

RELEASE = {"name", "limit", "tables", "links", "earlier", "$schema"}
TABLE = {"name", "dimensions", "cells", "margins", "hidden"}
DIMENSION = {"name", "categories", "ordered", "tells"}
LINK = {"coefficients", "equals"}


@dataclass(frozen=True, slots=True)
class Question:
    """What a file asks about: a release that has not left, and those that have."""

    proposed: Release
    earlier: tuple[Release, ...]


def read(text: str) -> Question:
    """Raises Unreadable with a sentence that says what is wrong, and where."""
    try:
        whole = json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        raise Unreadable(f"this is no JSON: line {error.lineno}, {error.msg}") from None
    earlier: list[Release] = []
    for place, one in enumerate(_list(_object(whole, RELEASE, "the file"), "earlier")):
        before = _object(one, RELEASE - {"earlier"}, f"earlier release {place + 1}")
        earlier.append(_release(before, f"earlier {place + 1}", earlier))
    return Question(_release(whole, "proposed", earlier), tuple(earlier))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise Unreadable(f"{name!r} stands twice in one object")
    return dict(pairs)


def _release(given: Mapping[str, Any], otherwise: str, earlier: Sequence[Release]) -> Release:
    name = given.get("name", otherwise)
    tables = tuple(_table(one, place + 1) for place, one in enumerate(_list(given, "tables")))
    if not tables:
        raise Unreadable(f"{name} has no tables")
    names = {(one.name, table.name) for one in earlier for table in one.tables}
    links = tuple(_link(one, name, names, tables) for one in _list(given, "links"))
    return Release(name, tables, links, given.get("limit", LIMIT_AT_LEAST))


def _table(given: Any, place: int) -> Table:
    given = _object(given, TABLE, f"table {place}")
    name = given.get("name", f"table {place}")
    dimensions = tuple(_dimension(one, name) for one in _list(given, "dimensions"))
    cells: dict[Key, Count] = {}
    for part in ("cells", "margins"):
        for key, count in _mapping(given, part).items():
            cells[_key(key, dimensions)] = count
    hidden = frozenset(_key(key, dimensions) for key in _list(given, "hidden"))
    return Table(name, dimensions, cells, hidden)


def _dimension(given: Any, table: str) -> Dimension:
    given = _object(given, DIMENSION, f"a dimension of {table}")
    ordered, tells = given.get("ordered", False), given.get("tells", True)
    if not isinstance(ordered, bool) or not isinstance(tells, bool):
        raise Unreadable(f"a dimension of {table}: ordered and tells are true or false")
    return Dimension(str(given.get("name", "")), tuple(_list(given, "categories")), ordered, tells)


def _key(key: Any, dimensions: Sequence[Dimension]) -> Key:
    """North/under 30; a table without dimensions has one cell, "" or *."""
    if not isinstance(key, str):
        raise Unreadable(f"{key!r} is no cell: its categories with {BETWEEN!r} between")
    if not dimensions and key in ("", TOTAL):
        return ()
    return tuple(key.split(BETWEEN))


def _link(given: Any, release: str, earlier: set[tuple[str, str]], tables: Sequence[Table]) -> Link:
    given = _object(given, LINK, f"a link of {release}")
    own = {table.name for table in tables}
    coefficients: dict[Cell, int] = {}
    for text, coefficient in _mapping(given, "coefficients").items():
        cell = _cell(text, release, earlier | {(release, name) for name in own}, own)
        if cell in coefficients:
            raise Unreadable(f"a link of {release} names {told(cell)} twice")
        coefficients[cell] = coefficient
    return Link(coefficients, given.get("equals", 0))


def _cell(text: str, release: str, tables: set[tuple[str, str]], own: set[str]) -> Cell:
    """2024/waiting/north/*, or waiting/north/* in this release; alone, * is everybody of no dimension."""
    parts = tuple(text.split(BETWEEN))
    if parts[:2] not in tables and parts[0] in own:
        parts = (release, *parts)
    if parts[:2] not in tables:
        raise Unreadable(f"a link of {release} names a table that is not there: {text}")
    return parts


def _object(given: Any, allowed: set[str], what: str) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise Unreadable(f"{what} is no JSON object")
    for name in given:
        if name not in allowed:
            raise Unreadable(f"{what} has a field that means nothing here: {name!r}")
    return given


def _list(given: Mapping[str, Any], name: str) -> list[Any]:
    found = given.get(name, [])
    if not isinstance(found, list):
        raise Unreadable(f"{name} is a list")
    return found


def _mapping(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = given.get(name, {})
    if not isinstance(found, dict):
        raise Unreadable(f"{name} is an object: a name and a whole number for each")
    return found
