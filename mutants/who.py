"""Which tests go through the function that a guard stands in, quickest first."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .guard import Guard

# Browsers are asked only where no other test can see, and the bench of all rooms says nothing of one.
NOT_ASKED = ("tests/journeys", "tests/dev", "tests/house", "tests/matching")
IN_A_BROWSER = "*_in_a_browser.py"
STILL = "tests/house"  # reads the code itself


class Who:
    """From a function, by file and name, to the tests that go through it.

    `roughly`: what was found for an earlier state of the tree will do. It still says whom to ask first.
    """

    def __init__(self, root: Path, kept: Path, *, roughly: bool = False) -> None:
        self.root, self.kept, self.roughly = root, kept, roughly
        self.through: dict[str, list[tuple[float, str]]] = {}

    def find(self, tree: Path, jobs: int) -> None:
        """Run every test once with the tracing on, or read what was found before."""
        path = self._newest() or self.kept / f"mutants-{_print_of(self.root)}.json"
        if not path.exists():
            self.kept.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(_traced(tree, jobs)), "utf-8")
        found = json.loads(path.read_text("utf-8"))
        for test in found.keys() & _collected(tree) if self.roughly else found:
            seconds, functions = found[test]
            for function in functions:
                self.through.setdefault(function, []).append((seconds, test))

    def _newest(self) -> Path | None:
        """What was found last, for whatever tree; None where only this very tree will do."""
        found = self.kept.glob("mutants-*.json") if self.roughly else ()
        return max(found, key=lambda one: one.stat().st_mtime, default=None)

    def go_through(self, guard: Guard) -> list[tuple[float, str]] | None:
        """The tests, quickest first; None for a guard that stands in no function, or in one not known yet."""
        if not guard.path.endswith(".py"):
            return None
        name = named_at((self.root / guard.path).read_text("utf-8"), guard.line)
        known = sorted(self.through.get(f"{guard.path}:{name}", []))
        return None if name is None or (self.roughly and not known) else known


def _traced(tree: Path, jobs: int) -> dict[str, tuple[float, list[str]]]:
    with tempfile.TemporaryDirectory() as folder:
        left_out = [f"--ignore={one}" for one in NOT_ASKED]
        environment = {**os.environ, "MUTANTS_MAP": folder, "RESSURSVENN_MODE": "test"}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "mutants.tracing",
            "-n",
            str(jobs),
            "-q",
            "--tb=no",
        ]
        run = subprocess.run(
            [*command, "-p", "no:cacheprovider", "--show-capture=no", *left_out,
             f"--ignore-glob={IN_A_BROWSER}", "tests"],
            cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False,
        )  # fmt: skip
        if run.returncode:  # they are left out of the map: see tracing.py
            sys.stderr.write(f"red as the tree stands, and not asked:\n{run.stdout[-2000:]}\n")
        found: dict[str, tuple[float, list[str]]] = {}
        for path in Path(folder).glob("*.json"):
            found |= json.loads(path.read_text("utf-8"))
        return found


def _print_of(root: Path) -> str:
    """Of all code and all tests."""
    told = hashlib.sha256()
    for folder in ("ressursvenn", "keeper", "config", "tests"):
        for path in sorted((root / folder).rglob("*.py")):
            told.update(path.read_bytes())
    return told.hexdigest()[:16]


def _collected(tree: Path) -> set[str]:
    """Every test there is."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, "tests"], cwd=tree, env={**os.environ, "RESSURSVENN_MODE": "test"},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False,
    )  # fmt: skip
    return set(run.stdout.splitlines())


def named_at(text: str, line: int) -> str | None:
    """The innermost function around a line, decorators and all, as Python names it; None outside all."""
    return _inside(ast.parse(text), line, "")


def _inside(node: ast.AST, line: int, before: str) -> str | None:
    for one in ast.iter_child_nodes(node):
        if not isinstance(one, ast.ClassDef | ast.FunctionDef):
            found = _inside(one, line, before)
        elif not _first(one) <= line <= (one.end_lineno or 0):
            continue
        elif isinstance(one, ast.ClassDef):
            found = _inside(one, line, f"{before}{one.name}.")
        else:
            found = _inside(one, line, f"{before}{one.name}.<locals>.") or before + one.name
        if found:
            return found
    return None


def _first(node: ast.FunctionDef | ast.ClassDef) -> int:
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])
