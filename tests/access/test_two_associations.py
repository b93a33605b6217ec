"""Two associations side by side: each list shows all of its own, and nothing of the other's.

Not a marker, not a reference, not a count; whatever is written in the address, the headers or the
cookies.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import canary

from . import addresses
from .walking import Reader, text_of

LISTS = {
    "web:my_day": {"firstname", "called"},
    "volunteers:all": {"firstname", "lastname"},
    "participants:all": {"called"},
    "pairs:all": {"firstname", "called"},
    "pairs:suggestions": {"firstname", "lastname", "called"},
}
FILTERS = {
    "volunteers:all": ("alle", "underveis", "kan", "avklares", "sluttet"),
    "participants:all": ("klare", "mangler", "koblet", "trukket"),
}
STAFF = [("kari", "oslo", "nabo"), ("nora", "nabo", "oslo")]
ODD = (
    "format=json", "fields=called,contact_number", "expand=participant", "association={theirs}",
    "forening={slug}", "side=2", "page=2", "order=-called", "q=a", "deltaker={participant}",
    "ressursvenn={volunteer}", "vis=%00", "vis=alle&vis=sluttet", "omrade={theirs}",
)  # fmt: skip


def references(house) -> set[str]:
    """Of everything in a house."""
    rows = [
        *house.volunteers.values(), *house.participants.values(), *house.pairs.values(),
        *house.meet_ups.values(), *house.kept.values(), house.notes["concern"],
        *house.books.values(), house.association,
    ]  # fmt: skip
    return {row.reference for row in rows}


def houses_in(page: str) -> set[str]:
    return {marker.house for marker in canary.found_in(page) if marker.kind != "s"}


def fields_in(page: str) -> set[str]:
    return {marker.field for marker in canary.found_in(page) if marker.kind in "pv"}


def lists_of(house) -> list[str]:
    """Every page about nobody in particular, and those of the rows of a workbook."""
    plain = [name for name in addresses.names() if addresses.about(name) is None]
    brought = addresses.BRINGING.own(house)
    return [reverse(name) for name in plain] + [
        reverse(name, args=brought)
        for name in ("spreadsheets:result", "spreadsheets:rows", "spreadsheets:who")
    ]


@pytest.mark.parametrize(("sign_name", "own", "other"), STAFF)
def test_a_list_shows_all_of_its_own(world, signed_in, sign_name, own, other):
    desk = Reader(signed_in(world.people[sign_name]))

    for name, fields in LISTS.items():
        page = desk.ask("get", addresses.paths(name, world)["own"][0]).content.decode(
            errors="replace"
        )
        assert (houses_in(page), fields_in(page)) == ({own}, fields), name


@pytest.mark.parametrize(("sign_name", "own", "other"), STAFF)
def test_every_filter_shows_only_its_own(world, signed_in, sign_name, own, other):
    desk, met = Reader(signed_in(world.people[sign_name])), set()

    for name, choices in FILTERS.items():
        for choice in choices:
            path = f"{addresses.paths(name, world)['own'][0]}?vis={choice}"
            page = desk.ask("get", path).content.decode(errors="replace")
            assert houses_in(page) <= {own}, path
            met |= set(canary.found_in(page))

    theirs = getattr(world, own)
    assert len({marker for marker in met if marker.field == "called"}) == len(theirs.participants)
    # Two came with workbooks and have plain names; the rest are met in one choice or another.
    # and whoever has just applied by herself
    assert len({one for one in met if one.field == "firstname"}) == len(theirs.volunteers) + 1


@pytest.mark.parametrize(("sign_name", "own", "other"), STAFF)
def test_no_list_names_a_thing_of_the_other_association(world, signed_in, sign_name, own, other):
    desk, theirs = Reader(signed_in(world.people[sign_name])), references(getattr(world, other))
    ours, met = references(getattr(world, own)), set()

    for path in lists_of(getattr(world, own)):
        page = desk.ask_in_vain("get", path).content.decode(errors="replace")
        assert [reference for reference in theirs if reference in page] == [], path
        met |= {reference for reference in ours if reference in page}

    assert len(met) > 25


@pytest.mark.parametrize(("sign_name", "own", "other"), STAFF)
@pytest.mark.parametrize("odd", ODD)
def test_an_odd_address_gives_the_same_list(world, signed_in, sign_name, own, other, odd):
    desk, house = Reader(signed_in(world.people[sign_name])), getattr(world, other)
    asked = odd.format(
        theirs=house.association.reference,
        slug=house.slug,
        participant=house.participants["waiting"].reference,
        volunteer=house.volunteers["free"].reference,
    )
    for name in LISTS:
        path = addresses.paths(name, world)["own"][0]
        plain, odd_one = desk.ask("get", path), desk.ask("get", f"{path}?{asked}")
        assert houses_in(odd_one.content.decode(errors="replace")) <= {own}, path
        assert len(text_of(odd_one)) <= len(text_of(plain)), path


HEADERS = (
    {"Accept": "application/json"}, {"HX-Request": "true"}, {"X-Requested-With": "XMLHttpRequest"},
    {"X-Association": "nabo"}, {"Accept-Language": "en"}, {"X-Forwarded-User": "nora"},
    {"Remote-User": "nora"}, {"Range": "bytes=0-10"}, {"If-None-Match": "*"},
)  # fmt: skip


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: next(iter(headers)))
def test_no_header_changes_what_a_list_holds(world, signed_in, headers):
    desk = Reader(signed_in(world.people["kari"]))

    for name in LISTS:
        path = addresses.paths(name, world)["own"][0]
        plain, other = desk.ask("get", path), desk.ask("get", path, **headers)
        assert (other.status_code, text_of(other)) == (200, text_of(plain)), path
        assert other["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("sign_name", "of_own"), [("kari", "oslo"), ("solveig", "oslo"), ("nora", "nabo")]
)
def test_a_thing_of_somebody_elses_is_answered_as_nothing_is(world, signed_in, sign_name, of_own):
    """The same status, the same headers, the same page, byte for byte."""
    reader = Reader(signed_in(world.people[sign_name]))
    there = "other" if of_own == "oslo" else "own"  # as Nora sees it, Oslo's own are another's
    compared = 0

    for name in addresses.names():
        found = addresses.paths(name, world)
        if "none" not in found or name.startswith(("neighbourhood:", "adverts_public:")):
            continue
        if name.startswith(("arrivals_public:", "screening_neutral:")):
            continue  # a draft, or what a referee is asked, is whoever's who has its link
        if name.startswith(addresses.IN_THE_OPEN):
            continue  # what the alliance shows, and numbers that are out, are for everybody
        nothing = reader.ask_in_vain("get", found["none"][0])
        for path in found[there]:
            answer = reader.ask_in_vain("get", path)
            assert answer.status_code == nothing.status_code, path
            assert text_of(answer) == text_of(nothing), path
            assert answer.headers.keys() == nothing.headers.keys(), path
            compared += 1

    assert compared > 50
