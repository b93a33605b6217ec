"""What the tests of the neighbourhood share: a place, and a free thing."""

from __future__ import annotations

import pytest

from ressursvenn.neighbourhood import changes

SANDVIKA, ASKER, OSLO = "no-akershus-sandvika", "no-akershus-asker", "no-oslo-oslo"


def note_place(by, area=SANDVIKA, name="Biblioteket i Sandvika", **more):
    given = {"kind": "library", "source": "kommunens nettsider", **more}
    return changes.note_place(area=area, name=name, by=by, **given)


def note_free_thing(by, area=SANDVIKA, what="Gå langs elva", **more):
    given = {"kind": "walk", "source": "jeg har vært der", **more}
    return changes.note_free_thing(area=area, what=what, by=by, **given)


@pytest.fixture
def place(kari):
    return note_place(kari)


@pytest.fixture
def thing(kari):
    return note_free_thing(kari)
