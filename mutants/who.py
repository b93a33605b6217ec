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
    """From the place where a function begins to the tests that go through it."""

    def __init__(self, root: Path, kept: Path) -> None:
        self.root, self.kept = root, kept
        self.through: dict[str, list[tuple[float, str]]] = {}

    def find(self, tree: Path, jobs: int) -> None:
        """Run every test once with the tracing on, or read what was found for this very tree."""
        path = self.kept / f"mutants-{_print_of(self.root)}.json"
        if not path.exists():
            self.kept.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(_traced(tree, jobs)), "utf-8")
        for test, (seconds, functions) in json.loads(path.read_text("utf-8")).items():
            for function in functions:
                self.through.setdefault(function, []).append((seconds, test))

    def go_through(self, guard: Guard) -> list[tuple[float, str]] | None:
        """The tests, quickest first; None for a guard that stands in no function."""
        if not guard.path.endswith(".py"):
            return None
        begins = _function_at(self.root / guard.path, guard.line)
        return None if begins is None else sorted(self.through.get(f"{guard.path}:{begins}", []))


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


def _function_at(path: Path, line: int) -> int | None:
    """Where the innermost function around a line begins: at its first decorator, as Python counts."""
    inside = [
        (_first(node), node.end_lineno)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and _first(node) <= line <= (node.end_lineno or 0)
    ]
    return max(inside)[0] if inside else None


def _first(node: ast.FunctionDef) -> int:
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])
