"""Laying out our first list of places and free things."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from ressursvenn.neighbourhood import changes, queries
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.neighbourhood.models import FreeThing, Place
from ressursvenn.protection.models import AuditEntry

from .conftest import OSLO, SANDVIKA

BIG = {"no-vestland-bergen", "no-trondelag-trondheim", "no-rogaland-stavanger", OSLO, SANDVIKA}


def test_every_area_has_two_free_things_and_a_place_to_meet(kari):
    changes.lay_out_places(by=kari)

    things = queries.free_things_for(AREAS)

    assert {code for code, rows in things.items() if len(rows) < 2} == set()
    assert queries.places_near("no-finnmark-vardo")[0].name == "Folkebiblioteket i kommunen"
    assert {area.code for area, _ in queries.areas_with_places()} >= BIG


def test_nothing_of_it_is_confirmed_and_everything_has_a_source(kari):
    changes.lay_out_places(by=kari)

    for model in Place, FreeThing:
        assert not model.objects.exclude(checked_on=None).exists()
        assert not model.objects.filter(source="").exists()
        for row in model.objects.all():
            row.full_clean()


def test_laying_it_out_again_adds_nothing_and_brings_nothing_back(kari):
    added = changes.lay_out_places(by=kari)
    changes.take_out_place(place=queries.places_near(SANDVIKA)[0], by=kari)

    assert added == Place.objects.count() + FreeThing.objects.count()
    assert changes.lay_out_places(by=kari) == 0
    laid_out = AuditEntry.objects.filter(did="neighbourhood.places_laid_out")
    assert laid_out.count() == 2


def test_the_command_says_how_many_and_that_none_is_confirmed(kari, capsys):
    call_command("lay_out_places", by="kari")

    said = capsys.readouterr()

    assert said.out == ""
    assert said.err.startswith(f"{Place.objects.count() + FreeThing.objects.count()} nye")


def test_the_command_without_a_known_person_lays_out_nothing(people):
    with pytest.raises(CommandError, match="Ingen logger inn"):
        call_command("lay_out_places", by="ingen")

    assert not Place.objects.exists()
