"""What lies near an area, in a fixed number of queries."""

from __future__ import annotations

import pytest

from ressursvenn.neighbourhood import areas, changes, queries

from .conftest import ASKER, OSLO, SANDVIKA, note_free_thing, note_place

FAR = "no-troms-tromso"


def names(rows):
    return [getattr(row, "name", None) or row.what for row in rows]


@pytest.fixture
def free_things(kari):
    for area, what in (
        ("", "Overalt"),
        (FAR, "Langt borte"),
        (ASKER, "I Asker"),
        (SANDVIKA, "Først her"),
        (SANDVIKA, "Så her"),
    ):
        note_free_thing(kari, area=area, what=what)


def test_the_area_comes_first_then_its_neighbours_then_everywhere(free_things):
    assert names(queries.free_things_near(SANDVIKA, limit=None)) == [
        *("Først her", "Så her", "I Asker", "Overalt"),
    ]
    assert names(queries.free_things_near(SANDVIKA)) == ["Først her", "Så her"]


def test_what_somebody_has_confirmed_comes_before_what_nobody_has(free_things, kari):
    later = queries.free_things_near(SANDVIKA)[1]
    changes.confirm_free_thing(thing=later, by=kari)

    assert names(queries.free_things_near(SANDVIKA)) == ["Så her", "Først her"]


def test_what_is_taken_out_is_never_suggested_again(free_things, kari):
    first, _ = queries.free_things_near(SANDVIKA)
    changes.take_out_free_thing(thing=first, by=kari)

    assert names(queries.free_things_near(SANDVIKA)) == ["Så her", "I Asker"]
    assert first not in queries.free_things_visible_to(kari)


def test_nothing_is_answered_from_an_area_somebody_stays_out_of(free_things, kari):
    note_place(kari, area=ASKER, name="I Asker")
    note_place(kari, area="no-oslo-ullern", name="I en bydel")
    note_place(kari, area="", name="Overalt")

    def left(*avoided):
        return names(queries.places_near(SANDVIKA, but_not_in=avoided))

    assert left() == ["I Asker", "I en bydel", "Overalt"]
    assert left(ASKER) == ["I en bydel", "Overalt"]
    assert left(OSLO, ASKER) == ["Overalt"]
    things = queries.free_things_near(SANDVIKA, but_not_in=[SANDVIKA])
    assert names(things) == ["I Asker", "Overalt"]


def test_places_are_near_in_the_same_way(kari):
    note_place(kari, area="", name="Overalt")
    note_place(kari, area="no-oslo-frogner", name="I en bydel")
    note_place(kari, area=FAR, name="Langt borte")

    assert names(queries.places_near(OSLO)) == ["I en bydel", "Overalt"]
    assert names(queries.places_near(OSLO, limit=1)) == ["I en bydel"]
    assert names(queries.places_near("no-oslo-frogner", 5)) == ["I en bydel", "Overalt"]


@pytest.mark.parametrize("asked", [[], [SANDVIKA], [SANDVIKA, ASKER, OSLO]])
def test_many_areas_are_answered_in_one_query_as_each_would_be_alone(
    free_things, asked, django_assert_num_queries
):
    with django_assert_num_queries(1):
        together = queries.free_things_for(asked)

    assert together == {code: queries.free_things_near(code) for code in asked}


def test_one_area_takes_one_query(free_things, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.free_things_near(SANDVIKA)
    with django_assert_num_queries(1):
        queries.places_near(SANDVIKA)


def test_an_area_nobody_knows_is_refused(db):
    with pytest.raises(areas.UnknownArea):
        queries.places_near("no-oslo-atlantis")


def test_areas_with_places_of_their_own_by_name(kari):
    for area, name in ((OSLO, "a"), (OSLO, "b"), (ASKER, "c"), ("", "overalt")):
        note_place(kari, area=area, name=name)

    assert [(area.code, count) for area, count in queries.areas_with_places()] == [
        (ASKER, 1),
        (OSLO, 2),
    ]


@pytest.mark.parametrize(
    ("who", "sees"), [("kari", 1), ("nora", 1), ("gro", 1), ("solveig", 0), ("bodil", 0)]
)
def test_the_lists_are_for_those_who_lead_everywhere(people, place, thing, who, sees):
    assert queries.visible_to(people[who]).count() == sees
    assert queries.free_things_visible_to(people[who]).count() == sees
