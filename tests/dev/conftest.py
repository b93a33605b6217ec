"""A project in small: dev.py, a manage.py that only tells what it was asked, a keeper of nothing."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TELLS_WHAT_IT_WAS_ASKED = """
import json, os, pathlib, sys
data = pathlib.Path(os.environ["RESSURSVENN_DATA"])
if sys.argv[1] == "migrate":
    (data / "house.sqlite3").touch()
with open(data / "asked", "a") as asked:
    print(*sys.argv[1:], file=asked)
print(json.dumps(sys.argv[1:]))
"""


KEEPS_NOTHING = "import sys; print('ready', flush=True); sys.stdin.read()"


class Project:
    def __init__(self, folder: Path):
        self.folder, self.data = folder, folder / "data"
        shutil.copy(ROOT / "dev.py", folder)
        (folder / "requirements").mkdir()
        for group in ("uv", "run", "test", "check"):
            (folder / "requirements" / f"{group}.txt").touch()
        (folder / "manage.py").write_text(TELLS_WHAT_IT_WAS_ASKED)
        (folder / "keeper.py").write_text(KEEPS_NOTHING)
        self.dev = _loaded(folder / "dev.py")

    def pretend_installed(self):
        python = Path(self.dev.PYTHON)
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        for group in self.dev.GROUPS:
            (self.dev.VENV / f".has-{group}").write_text(self.dev.signature(group))

    def pretend_server(self, program):
        (self.folder / "granian.py").write_text(program)

    def starts(self, *arguments):
        """dev.py, not waited for."""
        return subprocess.Popen(
            [sys.executable, "dev.py", *arguments],
            cwd=self.folder,
            env={**os.environ, "RESSURSVENN_DATA": str(self.data)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def does(self, *arguments, **environment):
        """dev.py as somebody at a prompt meets it."""
        return subprocess.run(
            [sys.executable, "dev.py", *arguments],
            cwd=self.folder,
            env={**os.environ, "RESSURSVENN_DATA": str(self.data), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self, data=None):
        return ((data or self.data) / "asked").read_text().splitlines()


def _loaded(path):
    spec = importlib.util.spec_from_file_location("dev_in_small", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bare(tmp_path) -> Project:
    """Nothing is installed."""
    return Project(tmp_path)


@pytest.fixture
def project(bare) -> Project:
    bare.pretend_installed()
    return bare
