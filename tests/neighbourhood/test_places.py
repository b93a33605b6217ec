"""Noting, confirming and taking out public places and free things: the changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.neighbourhood import changes
from ressursvenn.neighbourhood.models import FreeThing, Place
from ressursvenn.protection import audit
from ressursvenn.protection.models import AuditEntry

from .conftest import OSLO, note_free_thing, note_place

KINDS = [(Place, note_place), (FreeThing, note_free_thing)]


def done():
    """What was done in this room; the cast came in by other doors."""
    return list(
        AuditEntry.objects.filter(did__startswith="neighbourhood.")
        .order_by("id")
        .values_list("did", flat=True)
    )


def test_a_place_is_noted_with_day_person_and_source_and_is_not_confirmed(kari):
    place = note_place(kari)

    assert (place.noted_on, place.noted_by, place.cost) == (timezone.localdate(), kari, 0)
    assert (place.checked_on, place.checked_by) == (None, None)
    assert done() == ["neighbourhood.place_noted"]
    assert [entry.by for entry in audit.entries_about(place.reference)] == [kari]


def test_a_free_thing_is_noted(kari):
    thing = note_free_thing(kari)

    assert (thing.noted_by, thing.cost) == (kari, 0)
    assert done() == ["neighbourhood.free_thing_noted"]


def test_a_coordinator_of_the_next_town_may_confirm_since_the_lists_are_national(
    place, thing, nora
):
    changes.confirm_place(place=place, by=nora)
    changes.confirm_free_thing(thing=thing, by=nora)

    for row in Place.objects.get(), FreeThing.objects.get():
        assert (row.checked_on, row.checked_by) == (timezone.localdate(), nora)
    assert done()[2:] == ["neighbourhood.place_confirmed", "neighbourhood.free_thing_confirmed"]


def test_what_is_taken_out_keeps_its_row_and_may_be_noted_anew(place, thing, kari):
    changes.take_out_place(place=place, by=kari)
    changes.take_out_free_thing(thing=thing, by=kari)
    note_place(kari)
    note_free_thing(kari)

    assert sorted(Place.objects.values_list("taken_out_by", flat=True), key=str) == [kari.pk, None]
    assert FreeThing.objects.count() == 2
    assert done()[2:4] == ["neighbourhood.place_taken_out", "neighbourhood.free_thing_taken_out"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"area": "no-oslo-atlantis"},
        {"name": ""},
        {"name": "x" * 81},
        {"kind": "café"},
        {"source": ""},
    ],
)
def test_a_place_that_cannot_be_leaves_neither_row_nor_audit(kari, wrong):
    with pytest.raises(ValidationError):
        note_place(kari, **wrong)

    assert not Place.objects.exists()
    assert done() == []


def test_the_same_place_is_not_noted_twice(place, kari):
    with pytest.raises(ValidationError, match="på listen fra før"):
        note_place(kari)

    assert done() == ["neighbourhood.place_noted"]


@pytest.mark.parametrize(("model", "note"), KINDS)
def test_what_costs_something_cannot_be_stored(kari, model, note):
    row = note(kari)

    with pytest.raises(IntegrityError, match="costs_nothing"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(cost=1)
    row.cost = 1
    with pytest.raises(ValidationError, match="Bare det som er gratis"):
        row.full_clean()


@pytest.mark.parametrize(("model", "note"), KINDS)
@pytest.mark.parametrize("what", ["checked_on", "taken_out_on"])
def test_a_day_without_a_person_cannot_be_stored(kari, model, note, what):
    row = note(kari)

    with pytest.raises(IntegrityError, match=f"{what}_and_by"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{what: timezone.localdate() - timedelta(days=1)})


NOT_KEEPERS = ["gro", "solveig", "bodil", "astrid", "vigdis", "kirsti", "siri", "pernille", "ella"]


@pytest.mark.parametrize("who", NOT_KEEPERS)
def test_only_a_coordinator_may_change_the_lists(people, place, thing, who):
    before = done()
    other = people[who]
    for change in (
        lambda: note_place(other, area=OSLO),
        lambda: note_free_thing(other, area=OSLO),
        lambda: changes.confirm_place(place=place, by=other),
        lambda: changes.confirm_free_thing(thing=thing, by=other),
        lambda: changes.take_out_place(place=place, by=other),
        lambda: changes.take_out_free_thing(thing=thing, by=other),
        lambda: changes.lay_out_places(by=other),
    ):
        with pytest.raises(PermissionDenied):
            change()

    assert done() == before
    assert Place.objects.filter(taken_out_on=None, checked_on=None).count() == 1
    assert FreeThing.objects.filter(taken_out_on=None, checked_on=None).count() == 1
