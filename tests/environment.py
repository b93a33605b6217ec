"""Loaded before Django: the tests have a data folder of their own, and know that they are tests."""

import os
import tempfile

os.environ["RESSURSVENN_MODE"] = "test"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # a browser and the ORM in one thread
if "RESSURSVENN_TEST_DATA" not in os.environ:
    os.environ["RESSURSVENN_TEST_DATA"] = tempfile.mkdtemp(prefix="ressursvenn-test-")
os.environ["RESSURSVENN_DATA"] = os.environ["RESSURSVENN_TEST_DATA"]

FULL = os.environ.get("RESSURSVENN_FULL") == "1"


def times(number: int) -> int:
    """How often to repeat: an issue's number with --full, a tenth of it otherwise."""
    return number if FULL else max(1, number // 10)
