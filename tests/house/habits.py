"""The habits of the house as questions: each takes what it looks at and gives back the faults it found.

`test_habits.py` asks them of the real house, and then of a planted fault, to see them say no.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

CLASSES = ("plain", "card", "record", "sign_in")
NOT_VERBS = ("create", "update", "delete", "handle", "process", "manage")
NOT_NAMES = {
    "client", "victim", "case", "woman", "helper", "mentor", "recommendation", "score", "appointment",
    "risk", "zone", "polygon", "incident", "perpetrator",
}  # fmt: skip
NOT_FILES = {"utils", "helpers", "common", "misc", "base", "manager"}
NOT_OURS = {"base.css"}
LOCATES_OR_TELLS = re.compile(
    r"address|adresse|postcode|postnummer|street|school|kindergarten|child|workplace_name|latitude|longitude"
    r"|coordinate|birth_number|national_id|fodselsnummer|surname|last_name|perpetrator|visit_day|story|photo"
)
PLACES_IN_TEMPLATES = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|\s(?:style|on\w+)=\"|https?://(?!www\.w3\.org)"
)


def pages(resolver: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address with its view."""
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from pages(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern), entry


def unguarded(entries: Iterable[tuple[str, Any]]) -> list[str]:
    """Addresses whose view names no permission, and does not say why it is open."""
    return [
        address
        for address, entry in entries
        if not getattr(entry.callback, "permission", None)
        and not getattr(entry.callback, "open_because", None)
    ]


def unsorted_fields(model: Any) -> list[str]:
    """Fields in no class of Handling, or in two; and classes that name a field there is not."""
    named = [name for kind in CLASSES for name in getattr(model.Handling, kind)]
    real = [field.name for field in model._meta.concrete_fields]
    return sorted({n for n in named + real if named.count(n) != 1 or real.count(n) != 1})


def wrongly_sorted(model: Any, encrypted: type) -> list[str]:
    """A field is encrypted exactly when it is card or record."""
    locked = set(model.Handling.card) | set(model.Handling.record)
    return sorted(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, encrypted) != (field.name in locked)
    )


def days_without_person(model: Any, exceptions: set[str]) -> list[str]:
    """`_on` and `_at` come with `_by`, with a constraint when they may be empty."""
    names = {field.name: field for field in model._meta.concrete_fields}
    rules = {constraint.name for constraint in model._meta.constraints}
    faults = []
    for name, field in names.items():
        stem, _, when = name.rpartition("_")
        where = f"{model._meta.label}.{name}"
        if when not in ("on", "at") or where in exceptions:
            continue
        noted = "noted_by" in names and not names["noted_by"].null and not field.null
        if noted:  # the whole row is a note of that day, by somebody
            continue
        bound = not field.null or any(rule.endswith(f"_{name}_and_by") for rule in rules)
        if f"{stem}_by" not in names or not bound:
            faults.append(where)
    return faults


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    """Lines without the docstring and the decorators."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return lines - ((first.end_lineno or 0) - first.lineno + 1 if told else 0)


def too_long(path: Path, functions_at_most: int, lines_at_most: int) -> list[str]:
    source = path.read_text(encoding="utf-8")
    faults = [
        f"{path.name}:{function.name} {length(function)}"
        for function in functions(ast.parse(source))
        if length(function) > functions_at_most
    ]
    lines = source.count("\n")
    return faults + ([f"{path.name} {lines}"] if lines > lines_at_most else [])


def changes_without_by(path: Path) -> list[str]:
    """A change is keyword-only, takes `by`, is named for what happened, says so, and is audited."""
    faults = []
    for function in parsed(path).body:
        if not isinstance(function, ast.FunctionDef) or function.name.startswith("_"):
            continue
        keyword_only = {argument.arg for argument in function.args.kwonlyargs}
        told = ast.get_docstring(function)
        verb = function.name.partition("_")[0]
        if "by" not in keyword_only or function.args.args or not told or verb in NOT_VERBS:
            faults.append(function.name)
    return faults


def kept_unchecked(path: Path) -> list[str]:
    """A row that is kept whole was looked through first, in the same function."""
    return [
        f"{function.name} {line}"
        for function in functions(parsed(path))
        for line in _unchecked_in(function)
    ]


def _unchecked_in(function: ast.FunctionDef) -> list[int]:
    """The lines with a `row.save()` that no `row.full_clean()` stands before."""
    calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
    first = {ast.unparse(one.func): one.lineno for one in reversed(calls)}
    kept = [
        (one.lineno, ast.unparse(one.func).removesuffix(".save"))
        for one in calls
        if ast.unparse(one.func).endswith(".save") and not one.keywords
    ]
    return [line for line, row in kept if first.get(f"{row}.full_clean", line) >= line]


def bad_names(path: Path) -> list[str]:
    """Words that the glossary gave up, as names that we define."""
    defined = [
        node.name
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    words = {
        name: re.findall(r"[a-z]+", re.sub(r"([A-Z])", r" \1", name).lower()) for name in defined
    }
    faults = [name for name, parts in words.items() if NOT_NAMES & set(parts)]
    return faults + ([path.name] if path.stem in NOT_FILES and path.name not in NOT_OURS else [])


def touches_tables(path: Path) -> list[str]:
    """Views and forms leave the tables alone."""
    return re.findall(r"\.objects\b|(?<!form)\.save\(|\.delete\(", path.read_text(encoding="utf-8"))


def foreign_tables(path: Path, room: str) -> list[str]:
    """Another room's tables, or what begins with an underscore there. `Person` may act everywhere."""
    imports = [
        node for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom) and node.module
    ]
    names = [
        f"{node.module}.{name.name}" for node in imports for name in node.names if node.level == 0
    ]
    ours = [name.split(".") for name in names if name.startswith("ressursvenn.")]
    open_to_all = {room, "accounts", "protection", "programme", "matching"}
    return [
        ".".join(parts)
        for parts in ours
        if parts[1] not in open_to_all
        and any(p == "models" or p.startswith("_") for p in parts[2:])
    ]


def inline_in(path: Path) -> list[str]:
    """A template has no script, style or foreign address of its own."""
    return PLACES_IN_TEMPLATES.findall(path.read_text(encoding="utf-8"))


def without_docstring(path: Path) -> list[str]:
    return [] if ast.get_docstring(parsed(path)) else [str(path)]


def locating(fields: Iterable[str]) -> list[str]:
    """Names of fields that could find her, or tell about her."""
    return [name for name in fields if LOCATES_OR_TELLS.search(name)]
