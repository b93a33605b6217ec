"""What stands in the house before and after an attack, and the pages and forms an attacker would try."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import connection

from tests import canary
from tests.access import addresses
from tests.access.forms import Form, forms_of
from tests.access.walking import Reader

OURS = [model for model in apps.get_models() if model.__module__.startswith("ressursvenn.")]
# Made anew for each row, or a moment: it says nothing of what somebody wrote.
DRAWN = {
    "id",
    "key",
    "reference",
    "owner",
    "number",
    "head",
    "link",
    "before",
    "sealed",
    "word_print",
}
WAYS_OUT = ("/lukk/", "/ut/")


def own_forms(world, reader: Reader, *ownerships: str) -> Iterator[Form]:
    """Every form on this reader's own pages, each address with its fields once."""
    met: set[tuple[str, tuple[str, ...]]] = set()
    for name in addresses.names():
        for ownership in ownerships or ("own",):
            for path in addresses.paths(name, world).get(ownership, []):
                page = reader.ask_in_vain("get", path)
                if page.status_code != 200 or page.streaming:
                    continue
                for form in forms_of(page.content.decode("utf-8", "replace"), path):
                    key = (form.action, tuple(sorted(form.names)))
                    if key not in met and not form.action.endswith(WAYS_OUT):
                        met.add(key)
                        yield form


def every_path(world, *ownerships: str) -> Iterator[tuple[str, str]]:
    """Name and path of everything there is, by whose it is; of all if nothing is said."""
    for name in addresses.names():
        for ownership, several in addresses.paths(name, world).items():
            if not ownerships or ownership in ownerships:
                for path in several:
                    yield name, path


def rows_of(association: Any) -> str:
    """A hash of every row of one association, in every table that says whose its rows are."""
    told = []
    for model in OURS:
        if "association" in {field.name for field in model._meta.concrete_fields}:
            table = connection.ops.quote_name(model._meta.db_table)
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT * FROM {table} WHERE association_id = %s ORDER BY id", [association.pk]
                )
                told.append(repr(cursor.fetchall()))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def plain_words(but: Iterable[str] = ("protection",)) -> dict[str, list[str]]:
    """Every row in its plain fields, without what is drawn for each row: what somebody could have set."""
    return {
        model._meta.label: sorted(map(repr, model.objects.values_list(*names)))
        for model in OURS
        if model._meta.app_label not in but
        if (names := _named(model))
    }


def _named(model: Any) -> list[str]:
    plain = sorted(model.Handling.plain - DRAWN)
    times = {
        field.name
        for field in model._meta.concrete_fields
        if field.get_internal_type() == "DateTimeField"
    }
    return [name for name in plain if name not in times]


def people_in(text: str) -> set[str]:
    """Whom a text tells of, staff apart: the houses and fields of the markers in it."""
    return {
        f"{marker.kind}:{marker.house}:{marker.field}"
        for marker in canary.found_in(text)
        if marker.kind != "s"
    }


def titles(text: str) -> list[str]:
    return re.findall(r"<title>(.*?)</title>", text, re.DOTALL)
