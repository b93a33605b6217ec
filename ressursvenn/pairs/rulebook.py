"""The rulebook: one line per rule of every room, made from the rules themselves."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ressursvenn.programme.rules import Rule

HOUSE = Path(__file__).parent.parent
BOOK = HOUSE.parent / "docs" / "rulebook.md"

HEAD = """# The rulebook

Made by `python3 dev.py rulebook` from the rules in the code; do not edit by hand. A rule says yes
only when it knows: unknown is no. "Who may be told" is the permission it takes to hear that this
rule said no; everybody else hears only that there is a reason.

| code | rule | source | who may be told |
|---|---|---|---|
"""


def all_rules():
    """Every rule of every room, by code."""
    found = {}
    for path in sorted(HOUSE.glob("*/rules.py")):
        module = import_module(f"ressursvenn.{path.parent.name}.rules")
        for value in vars(module).values():
            if isinstance(value, Rule):
                found[value.code] = value
    return [found[code] for code in sorted(found)]


def text():
    """The whole book."""
    return HEAD + "".join(
        f"| {rule.code} | {rule.sentence} | {_cell(rule.source)} | {rule.told_to} |\n"
        for rule in all_rules()
    )


def _cell(words):
    return words.replace("|", "\\|")
