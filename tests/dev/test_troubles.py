"""What stands in the way is told in one sentence that says what to do: no traceback, exit code 1."""

import ast
import socket
from contextlib import contextmanager

import pytest

from .conftest import ROOT


@contextmanager
def somebody_at(host, family):
    with socket.create_server((host, 0), family=family) as door:
        yield door.getsockname()[1]


def told(answer):
    """The one sentence, when that is all that was said."""
    assert (answer.returncode, answer.stdout) == (1, "")
    (sentence,) = answer.stderr.splitlines()
    return sentence


@pytest.mark.parametrize(
    ("host", "family"), [("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)]
)
def test_a_port_in_use(project, host, family):
    with somebody_at(host, family) as port:
        answer = project.does("run", "--port", str(port))

    assert told(answer) == f"Port {port} is taken: choose another with --port N."


@pytest.mark.parametrize("port", ["0", "-1", "65536"])
def test_a_port_that_is_none(project, port):
    assert told(project.does("run", f"--port={port}")) == "A port is a number from 1 to 65535."


@pytest.mark.parametrize("word", ["run", "manage", "why"])
def test_a_data_folder_that_cannot_be_written(project, word):
    a_file = project.folder / "manage.py"

    sentence = told(project.does(word, "--data", str(a_file)))

    assert sentence == (
        f"Cannot write in {a_file} (File exists): choose a folder of your own with --data DIR."
    )


def test_a_project_folder_that_cannot_be_written(bare, monkeypatch):
    def refused(**_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(bare.dev.tempfile, "TemporaryFile", refused)

    with pytest.raises(bare.dev.Stop) as stopped:
        bare.dev.install("run")

    assert str(stopped.value) == (
        f"Cannot write in {bare.folder} (Read-only file system): "
        "work in a copy of the project that is yours."
    )


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv(bare, module):
    missing = bare.folder / "missing"
    missing.mkdir()
    (missing / f"{module}.py").write_text("raise ImportError")

    assert told(bare.does("run", "--port=61234", PYTHONPATH=str(missing))) == (
        "Python's venv module is missing: "
        "install it (on Debian and Ubuntu, apt install python3-venv)."
    )


def test_a_python_that_is_too_old(bare, monkeypatch):
    monkeypatch.setattr(bare.dev.sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(bare.dev.sys, "version", "3.10.4 (main)")

    with pytest.raises(bare.dev.Stop) as stopped:
        bare.dev.need_python()

    assert str(stopped.value) == "This is Python 3.10.4: start dev.py with 3.11 or newer."


def test_an_old_python_can_read_as_far_as_the_sentence():
    ast.parse((ROOT / "dev.py").read_text(), feature_version=(3, 7))


def test_a_step_that_fails_stops_the_rest(project):
    (project.folder / "manage.py").write_text("import sys; sys.exit(3)")

    answer = project.does("manage", "why", "abc")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert "Traceback" not in answer.stderr


def test_no_browser_to_be_had(monkeypatch):
    from tests import browser

    monkeypatch.delenv("RESSURSVENN_CHROMIUM", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser.platform, "machine", lambda: "riscv64")

    with pytest.raises(SystemExit) as stopped:
        browser.find_browser(step=None, bring_node=None)

    assert str(stopped.value) == (
        "The tests need a browser: install Chromium, so that `chromium` is found on PATH."
    )
