"""The floors of the house: the contracts hold, and a planted import is reported."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def linted(where: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=where, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path) -> Path:
    for package in ("keeper", "ressursvenn"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=without)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_floors_are_kept():
    answer = linted(ROOT)

    assert answer.returncode == 0, answer.stdout[-2000:]


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("protection/audit.py", "import ressursvenn.accounts.models", "Floors of the house"),
        (
            "volunteers/queries/rows.py",
            "import ressursvenn.participants.queries",
            "Floors of the house",
        ),
        ("volunteers/rules.py", "import django", "Rules and the engine know no Django"),
        ("matching/fit.py", "import django.db", "Rules and the engine know no Django"),
        ("apart/queries.py", "import ressursvenn.matching", "Only pairs opens the matching room"),
        ("participants/queries.py", "import ressursvenn.participants.changes", "Floors of a room"),
        (
            "grants/counting.py",
            "import ressursvenn.pairs.queries",
            "Rooms hand over counts, never rows",
        ),
        (
            "web/day.py",
            "import keeper.masters",
            "Only protection talks with the keeper, and never opens its rooms",
        ),
        ("../keeper/acts.py", "import django", "The keeper knows neither Django nor the house"),
    ],
)
def test_a_planted_import_is_reported(copy, room, line, contract):
    path = copy / "ressursvenn" / room
    path.write_text(path.read_text() + f"\n{line}\n")

    answer = linted(copy)

    assert answer.returncode != 0
    assert f"{contract} BROKEN" in answer.stdout


def test_a_room_that_is_on_no_floor_is_reported(copy):
    room = copy / "ressursvenn/attic"
    room.mkdir()
    (room / "__init__.py").write_text("")

    assert linted(copy).returncode != 0
