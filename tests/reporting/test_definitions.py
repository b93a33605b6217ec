"""Words and code side by side: a definition whose code has changed under it is seen."""

from __future__ import annotations

import pytest

from ressursvenn.reporting import definitions
from ressursvenn.reporting.definitions import DEFINITIONS
from ressursvenn.shapes.printed import print_of


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.code)
def test_the_code_is_as_it_was_when_the_version_was_set(one):
    """When this fails: raise `version` and `since` of the definition, and write the new print beside it."""
    assert one.is_as_printed, f"{one.code}: {one.print_now}"


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.code)
def test_each_says_what_whose_what_is_missing_and_from_where(one):
    for said in (one.word, one.says, one.population, one.missing, one.source):
        assert said.strip()
    assert one.says.endswith(".")
    assert one.version >= 1


def test_no_two_share_a_code():
    assert len(definitions.BY_CODE) == len(DEFINITIONS)


def _counts_all(rows):
    return _helped(rows)


def _helped(rows):
    return len(rows)


def _counts_otherwise(rows):
    return len(rows) + 1


def test_other_code_or_words_have_another_print():
    assert print_of((_counts_all,)) != print_of((_counts_otherwise,))
    assert print_of((_counts_all,), "De som er her.") != print_of((_counts_all,), "De som var her.")
    assert print_of((_counts_all,), "De som er her.") == print_of(
        (_counts_all,), "De  som er\nher."
    )


def test_the_code_that_is_shown_has_what_it_leans_on_in_its_own_file():
    shown = definitions.BY_CODE["hours"].program

    assert "def hours_of_running" in shown
    assert "def _hours_band" in shown
    assert "def check" not in shown  # another room's


def test_no_word_tells_what_would_have_been():
    told = " ".join(f"{one.word} {one.says} {one.population}" for one in DEFINITIONS).lower()

    for word in (
        "effekt",
        "på grunn av",
        "fører til",
        "takket være",
        "vendte tilbake til",
        "flyttet tilbake",
    ):
        assert word not in told
