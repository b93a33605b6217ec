"""Everything a release may say of participants has its words in nynorsk, for a report that is written so."""

from __future__ import annotations

import pytest

from ressursvenn.reporting import compiling, composing, definitions, figures, nynorsk
from ressursvenn.reporting.catalogue import CATALOGUE

WHY = (
    composing.WITHHELD, composing.NOT_COUNTED, compiling.TOO_MANY,
    compiling.TOO_LATE.format(days=30), "Koblinger som møttes første gang etter utgangen av 2025",
)  # fmt: skip


@pytest.mark.parametrize("table", CATALOGUE, ids=lambda one: one.code)
def test_every_word_of_the_catalogue(table):
    said = {table.title, table.about, *(one.word for way in table.ways for one in way.classes)}

    assert {text for text in said if not nynorsk.has(text)} == set()


def test_every_reason_and_every_definition():
    assert [text for text in WHY if not nynorsk.has(text)] == []
    assert nynorsk.of(WHY[-1]).endswith("utgangen av 2025")
    assert set(nynorsk.DEFINED) == set(definitions.BY_CODE)


def test_the_newest_release_is_told_with_what_is_meant(monkeypatch):
    table = {
        "title": "Nye koblinger", "about": WHY[-1], "definition": "begun", "version": 1, "total": 7,
        "classes": [{"code": "begun", "word": "nye", "count": 7}],
    }  # fmt: skip
    release = {
        "year": 2026, "limit": 5, "tables": [table, {**table, "version": 9}], "missing": [WHY[-2]],
        "left_out": [{"code": "region", "title": "Hvor i landet", "why": WHY[0]}],
        "outcomes": [{"code": "support", "title": "Hvordan de har det", "n": 12, "mean": 1}],
    }  # fmt: skip
    monkeypatch.setattr(figures, "latest", lambda: release)
    nn, nb = figures.latest_meant("nn"), figures.latest_meant("nb")

    assert (nn["tables"][0]["title"], nb["tables"][0]["title"]) == (
        "Nye koplingar",
        "Nye koblinger",
    )
    assert nb["tables"][0]["says"] == definitions.BY_CODE["begun"].says
    assert nn["tables"][0]["says"] == nynorsk.DEFINED["begun"][0]
    assert nn["tables"][1]["says"] == ""  # another version than today's
    assert nn["left_out"] == [{"title": "Kvar i landet", "why": nynorsk.WORDS[WHY[0]]}]
    assert nn["outcomes"][0]["title"] == "Korleis dei har det"
    assert "30 dagane" in nn["missing"][0]
