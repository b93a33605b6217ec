"""Any two whole releases, however many years apart, held against each other: what lies between them is not few.

T14. The reader here has no attack of ours. Of two releases and those between she writes down what everybody
knows: who is there at the end were there at the start or are new, and have not gone. Those who are new are
nobody, or five and more, or cannot be told from five and more. The same of every number beside another, of
one release or of two, and of the hours that reports tell of places.
"""

from __future__ import annotations

import random
from itertools import combinations, permutations

import pytest

from ressursvenn.pairs import hours
from tests.environment import FULL, times

from .conftest import lived
from .pencil import equations, printed, reckoned

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


def sums(releases):
    """Every equation that says that one number is the sum of others: those that are told, and any two of them
    that have a number in common taken together. Also over two years: who ran at the start and who are new are
    those who ran in the year."""
    told = [one for one in equations(releases) if one[1] == 0]
    return [one for one in (*told, *joined(told)) if one[1] == 0 and is_sum(one[0])]


def joined(rows):
    for (one, _), (other, _) in combinations(rows, 2):
        for name in one.keys() & other.keys():
            times = -one[name] * other[name]
            both = {each: one.get(each, 0) + times * other.get(each, 0) for each in one | other}
            yield {each: many for each, many in both.items() if many}, 0


def is_sum(row):
    signs = sorted(row.values())
    return set(signs) == {-1, 1} and 1 in (signs.count(-1), signs.count(1))


def parts_of(releases):
    """By number: those whose people are all among its own, by a sum, or a sum of sums."""
    below = {}
    for row, _ in sums(releases):
        for sign in (1, -1):
            wholes = [name for name, times in row.items() if times == sign]
            if len(wholes) == 1:
                below.setdefault(wholes[0], set()).update(row.keys() - {*wholes})
    for name in below:
        waiting = [*below[name]]
        while waiting:
            new = below.get(waiting.pop(), set()) - below[name] - {name}
            below[name] |= new
            waiting += new
    return below


def few_apart(releases):
    """The pairs of printed numbers, of one year or two, that are a few apart; and all that are related."""
    known = {name: count for name, count in printed(releases).items() if count is not None}
    below, related, small = parts_of(releases), [], []
    for one, other in permutations(known, 2):
        if other in below.get(one, ()):
            related.append((one, other))
            small += [(one, other)] if 0 < abs(known[one] - known[other]) < 5 else []
    return small, related


@pytest.mark.parametrize("size", SIZES)
def test_any_two_printed_numbers_of_which_one_is_in_the_other_are_not_a_few_apart(size):
    """All pairs that there are, and not a draw of them: over ten years more than ten thousand."""
    years = lived(size, YEARS, seed=size)
    small, related = few_apart(years)

    assert small == []
    assert len([pair for pair in related if pair[0][:4] != pair[1][:4]]) >= YEARS - 1
    assert not FULL or len([*permutations(printed(years), 2)]) > 10_000


def test_two_numbers_of_two_years_that_are_a_few_apart_are_seen():
    """Planted: forty ran, three are new: forty-three were in it in the next year."""
    first = {"year": 2025, "links": [], "tables": [one_number("running", "running", 40)]}
    links = [
        {"coefficients": {"2025/running/running": 1, "2026/begun/begun": 1, "2026/closed/ended": -1,
                          "2026/running/running": -1}, "equals": 0},
        {"coefficients": {"2026/reached/reached": 1, "2026/running/running": -1, "2026/closed/ended": -1},
         "equals": 0},
    ]  # fmt: skip
    tables = [
        one_number("running", "running", 23), one_number("closed", "ended", 20),
        one_number("reached", "reached", 43), one_number("begun", "begun", None),
    ]  # fmt: skip
    small, _ = few_apart([first, {"year": 2026, "links": links, "tables": tables}])

    assert ("2026/reached/reached", "2025/running/running") in small


def drawn_places(draw):
    """Places with the hours of each woman who met there; some met in two."""
    women = [*range(draw.randint(1, 60))]
    met = {
        place: draw.sample(women, draw.randint(1, len(women)))
        for place in range(draw.randint(1, 6))
    }
    return {
        place: {woman: draw.choice((0.5, 1.5, 3.0, 60.0)) for woman in those}
        for place, those in met.items()
    }  # fmt: skip


def test_hours_that_are_told_of_the_country_and_of_places_differ_by_nobodys_or_by_those_of_many():
    """What a report tells of the country beside what it tells of a place, or of all the places together."""
    draw, compared = random.Random(14), 0
    for _ in range(times(10_000)):
        places = drawn_places(draw)
        told = hours._told_of(places).keys()
        of_places = [place for place in places if str(place) in told]
        for taken in (
            ([], *([one] for one in of_places), of_places) if hours.COUNTRY in told else ()
        ):
            left = set().union(*(hers for place, hers in places.items() if place not in taken))
            assert len(left) not in range(1, 5), (places, told)
            compared += 1
    assert compared > times(10_000)
