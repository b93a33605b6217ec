"""Runs one drill in a made-up world of its own, and writes down what was tried and what was seen."""

import argparse
import importlib
import pkgutil
import time
from datetime import datetime
from pathlib import Path

import drills
from benches._house import house

PAGES = Path(__file__).resolve().parent.parent / "docs/drills"


def names():
    found = (module.name for module in pkgutil.iter_modules(drills.__path__))
    return sorted(name for name in found if not name.startswith("_"))


def page(drill, day, seen, seconds):
    """One page in Markdown: what was promised, what was tried, what was seen."""
    rows = "\n".join(f"| {tried} | {figure} |" for tried, figure in seen)
    return (
        f"# {drill.TITLE}\n\n{drill.WHY}\n\n"
        f"Tried on {day} with `python3 dev.py drill {drill.__name__.partition('.')[2]}`, "
        f"in a made-up world; it took {seconds:.0f} s.\n\n"
        f"| tried | seen |\n|---|---|\n{rows}\n"
    )


def main():
    options = argparse.ArgumentParser(prog="dev.py drill", allow_abbrev=False)
    options.add_argument("name", choices=names())
    name = options.parse_args().name
    began = time.monotonic()
    drill = importlib.import_module(f"drills.{name}")
    with house(world=getattr(drill, "WORLD", 1)):
        seen = drill.drill()
    day = datetime.now().astimezone().date().isoformat()
    PAGES.mkdir(exist_ok=True)
    path = PAGES / f"{day}-{name.replace('_', '-')}.md"
    path.write_text(page(drill, day, seen, time.monotonic() - began), encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
