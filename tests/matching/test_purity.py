"""The engine stands alone: it opens no Django, and its worked example is true."""

import doctest
import subprocess
import sys

import pytest

from ressursvenn import matching
from ressursvenn.matching import facts

LOADED = """
import sys
from ressursvenn.matching.assign import assign
assign([], {}, {})  # the solver is loaded when the first plan is made
print(*sorted({name.split('.')[0] for name in sys.modules}))
"""


def test_the_engine_opens_no_django():
    answer = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )

    loaded = set(answer.stdout.split())
    assert {"ressursvenn", "numpy", "scipy"} <= loaded
    assert "django" not in loaded


@pytest.mark.parametrize("module", [matching, facts], ids=lambda module: module.__name__)
def test_the_worked_example_is_true(module):
    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
