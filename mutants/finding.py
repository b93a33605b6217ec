"""Guards found by what they look like, by walking the syntax tree of every file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .guard import Guard, at

LEFT_OUT = ("/migrations/", "/management/", "/rehearsal/", "/matching/", "/data/", "__main__")
CALLS = {  # a statement that raises, or does nothing
    "check", "same_house", "full_clean", "clean_fields", "validate_password", "validate_email", "may_go_on",
    "is_herself", "must_hold", "must_still_hold", "may_run", "may_screen", "all_sessions_over", "purpose",
    "_may", "_may_lead", "_may_run", "_must_hold", "_leads_her", "_has_reason", "_begin_anew", "_needs",
    "_check", "_check_number", "_known_codes", "_interviewed_by", "_within_an_act",
}  # fmt: skip
WIDENED = {"requires"}
DROPPED = {  # a decorator that stands before a page
    "fresh_first", "own_account", "codes_only", "require_POST", "require_safe", "require_http_methods",
}  # fmt: skip
SCOPES = re.compile(
    r"(?:^|_)(?:visible_to|for_vetting|receipts|glass_of|of_person|awaiting_approval|caseload_of|agreed"
    r"|waiting_for|asked_by|sessions_of|colleagues|invitation_with|person_called)$"
)
HEADER = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+")
SHOWN = re.compile(
    r"{{ ((?:\w+\.)*(?:called|first_name|last_name|strengths|original|where|what|source)) }}"
)

NOBODY_TYPES = {  # what stands there is made of numbers, or is a name that stands in our own code
    ("ressursvenn/rehearsal/templates/rehearsal/_cast.html", "part.first_name"),
    ("ressursvenn/spreadsheets/templates/spreadsheets/_groups.html", "group.where"),
}


def guards(root: Path) -> list[Guard]:
    """Every guard that can be known by its looks."""
    found: list[Guard] = []
    for folder in ("ressursvenn", "keeper"):
        for path in sorted((root / folder).rglob("*.py")):
            name = str(path.relative_to(root))
            if not any(left in f"/{name}" for left in LEFT_OUT):
                found += _in_file(name, path.read_text("utf-8"))
    found += _middleware("config/settings.py", (root / "config/settings.py").read_text("utf-8"))
    for path in sorted((root / "ressursvenn").rglob("*.html")):
        found += _in_template(str(path.relative_to(root)), path.read_text("utf-8"))
    return sorted(set(found))


def _in_file(path: str, text: str) -> Iterator[Guard]:
    places = _Places(text)
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.FunctionDef():
                yield from _decorators(path, text, places, node)
                if SCOPES.search(node.name):
                    yield from _scope(path, text, places, node)
            case ast.Expr(value=ast.Call() as call) if _called(call) in CALLS:
                yield at(path, text, *places.of(node), "pass", f"{_called(call)}(…)")
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str() as key))]):
                if HEADER.fullmatch(key):
                    yield at(path, text, *places.of(node), "pass", f"header {key}")
            case ast.If() if _refuses(node.body):
                yield at(path, text, *places.of(node.test), "False", f"if …: {_refuses(node.body)}")


def _middleware(path: str, text: str) -> Iterator[Guard]:
    """Each layer that every request goes through."""
    places = _Places(text)
    for node in ast.parse(text).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="MIDDLEWARE")], value=ast.List(elts=layers)):
                for layer in layers:
                    start, end = places.of(layer)
                    yield at(path, text, start, end + 1, "", f"middleware {text[start:end]}")


def forced(root: Path, path: str, function: str, answer: str) -> list[Guard]:
    """A function that always gives the answer that lets everything through."""
    text = (root / path).read_text("utf-8")
    places = _Places(text)
    return [
        at(path, text, *places.of(node.body[0]), f"return {answer}", f"{function} → {answer}")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name == function
    ]


def _decorators(path: str, text: str, places: _Places, node: ast.FunctionDef) -> Iterator[Guard]:
    for one in node.decorator_list:
        name = _called(one) if isinstance(one, ast.Call) else _name(one)
        start, end = places.of(one)
        if name in WIDENED:
            yield at(path, text, start, end, "requires(*Permission)", "@requires(…)")
        elif name in DROPPED:
            yield at(path, text, start - 1, end, "", f"@{name}")
        elif name == "rule":
            yield from _rule(path, text, places, node)


def _rule(path: str, text: str, places: _Places, node: ast.FunctionDef) -> Iterator[Guard]:
    """A rule that says yes to everything."""
    returns = [one for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
    if len(returns) == 1:
        yield at(path, text, *places.of(returns[0].value), "True", f"rule {node.name}")


def _scope(path: str, text: str, places: _Places, node: ast.FunctionDef) -> Iterator[Guard]:
    """Whose rows one sees: each right it asks for, and each narrowing of the rows."""
    for one in ast.walk(node):
        match one:
            case ast.If() if not _refuses(one.body):
                yield at(path, text, *places.of(one.test), "True", f"right in {node.name}")
            case ast.Call(func=ast.Attribute(attr="filter" | "exclude" as attr, value=rows)):
                after, end = places.of(rows)[1], places.of(one)[1]
                yield at(path, text, after, end, ".all()", f".{attr}(…) in {node.name}")


def _refuses(body: list[ast.stmt]) -> str:
    """What a branch does when it says no and nothing else; "" for anything else."""
    match body:
        case [ast.Raise(exc=ast.Call(func=func))]:
            return f"raise {_name(func)}"
        case [ast.Raise(exc=ast.Name(id=name) | ast.Attribute(attr=name))]:
            return f"raise {name}"
        case [ast.Return(value=ast.Call(func=ast.Attribute(attr="none")))]:
            return "return none()"
        case [
            ast.Expr(value=ast.Yield(value=ast.Constant() | ast.Call(func=ast.Name(id="Fault"))))
        ]:
            return "yield"
    return ""


def _in_template(path: str, text: str) -> Iterator[Guard]:
    """A value that somebody typed, shown without being made harmless."""
    for found in SHOWN.finditer(text):
        if (path, found[1]) not in NOBODY_TYPES:
            safe = f"{{{{ {found[1]}|safe }}}}"
            yield at(path, text, found.start(), found.end(), safe, f"escape {found[1]}")


def _called(call: ast.Call) -> str:
    return _name(call.func)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


class _Places:
    """From the tree's lines and columns (in bytes) to places in the text."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def of(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        return self._place(node.lineno, node.col_offset), self._place(
            node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        )

    def _place(self, line: int, column: int) -> int:
        before = self.lines[line - 1].encode()[:column].decode()
        return self.starts[line - 1] + len(before)
