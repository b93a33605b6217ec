"""A pytest plugin: which functions of the house each test goes through, and how long it takes.

Loaded by `python -m mutants` alone, in a copy of the tree that nothing has been taken away from.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest

HERE = f"{Path.cwd()}/"
OURS = (f"{HERE}ressursvenn/", f"{HERE}keeper/", f"{HERE}config/")
known: dict[object, str] = {}  # code → file and name of the function; "" for what is not ours
gone_through: set[str] = set()
tests: dict[str, tuple[float, list[str]]] = {}
red: set[str] = set()


def notes(frame, event, told):
    """Called by Python at each call of a function."""
    if event != "call":
        return
    code = frame.f_code
    where = known.get(code)
    if where is None:
        named = code.co_filename.startswith(OURS)
        where = known[code] = (
            f"{code.co_filename.removeprefix(HERE)}:{code.co_qualname}" if named else ""
        )
    if where:
        gone_through.add(where)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    gone_through.clear()
    began = time.perf_counter()
    threading.setprofile(notes)
    sys.setprofile(notes)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        tests[item.nodeid] = (round(time.perf_counter() - began, 3), sorted(gone_through))


def pytest_runtest_logreport(report):
    """A test that is red as the tree stands would see a mutant in everything: it is not asked."""
    if report.failed:
        red.add(report.nodeid)


def pytest_sessionfinish(session):
    for test in red:
        tests.pop(test, None)
    if tests:
        folder = Path(os.environ["MUTANTS_MAP"])
        (folder / f"{os.getpid()}.json").write_text(json.dumps(tests), "utf-8")
