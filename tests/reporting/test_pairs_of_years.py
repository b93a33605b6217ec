"""Any two whole releases, however many years apart, held against each other: what lies between them is not few.

T14. The reader here has no attack of ours. Of two releases and those between she writes down what everybody
knows: who is there at the end were there at the start or are new, and have not gone. Those who are new are
nobody, or five and more, or cannot be told from five and more. The same of every number beside another.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.environment import FULL

from .conftest import lived
from .pencil import printed, reckoned

SIZES, YEARS = ((35, 120, 300), 10) if FULL else ((35,), 3)
NEW = "mellom/nye/*"


def there_or_hidden(known, names):
    """A table for each number that no release has: it is there, and nobody has been told it."""
    gone = [name.split("/") for name in names if name not in known]
    return [
        {
            "year": year,
            "tables": [{"code": code, "classes": [{"code": one, "count": None}], "total": None}],
            "links": [],
        }
        for year, code, one in gone
    ]


def new_between(releases, start=0):
    """The smallest and the largest that those who are new since a year can be, for whoever has them all."""
    first, last = releases[start]["year"], releases[-1]["year"]
    flow = {
        f"{first}/running/running": 1,
        f"{last}/running/running": -1,
        **{f"{one['year']}/closed/ended": -1 for one in releases[start + 1 :]},
    }
    nye = {"code": "nye", "classes": [{"code": "nye", "count": None}], "total": None}
    between = {"year": "mellom", "tables": [nye], "links": []}
    between["links"].append({"coefficients": {**flow, NEW: 1}, "equals": 0})
    known = printed(releases)
    return reckoned([*releases, *there_or_hidden(known, flow), between])[NEW]


def is_few(ends):
    """From one to four, and nobody could think otherwise; or too close to be anything else."""
    low, high = ends
    return high > 0 and low < 5 and high - low < 5


def pairs_of(years):
    """Each two, with all that was out when the later one was: the first one's place, and the releases."""
    return [(one, years[: other + 1]) for one, other in combinations(range(len(years)), 2)]


@pytest.mark.parametrize("size", SIZES)
def test_those_who_are_new_between_any_two_years_are_not_few(size):
    for start, releases in pairs_of(lived(size, YEARS, seed=size)):
        ends = new_between(releases, start)
        assert not is_few(ends), (releases[start]["year"], releases[-1]["year"], ends)


def one_number(code, category, count):
    """A table of one class, printed."""
    return {"code": code, "classes": [{"code": category, "count": count}], "total": count}


@pytest.mark.parametrize("few", [1, 4])
def test_few_who_are_new_between_two_years_are_seen(few):
    """Planted: forty at the start, twenty and twelve went in the two years, and so many came in all."""
    end = one_number("running", "running", 40 - 20 - 12 + few)
    years = [
        {"year": 2025, "links": [], "tables": [one_number("running", "running", 40)]},
        {"year": 2026, "links": [], "tables": [one_number("closed", "ended", 20)]},
        {"year": 2027, "links": [], "tables": [one_number("closed", "ended", 12), end]},
    ]

    assert new_between(years) == (few, few)
    assert is_few(new_between(years))


def test_no_two_numbers_of_the_same_people_in_any_two_releases_are_a_few_apart(small_years):
    """A link with two numbers says that they are the same people, in whichever year each was printed."""
    for _, releases in pairs_of(small_years):
        known = printed(releases)
        for link in (one for told in releases for one in told["links"]):
            names = list(link["coefficients"])
            if len(names) == 2 and all(known.get(name) is not None for name in names):
                assert known[names[0]] == known[names[1]]
        for told in releases:
            for one in told["tables"]:
                for each in one["classes"]:
                    if None not in (one["total"], each["count"]):
                        assert one["total"] - each["count"] not in range(1, 5)
