"""Stored script: a tag in every text that anybody can write, and every page that shows it to anybody."""

from __future__ import annotations

import re

import pytest

from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.neighbourhood.models import FreeThing, Place
from tests import marked_world
from tests.access import addresses
from tests.environment import share

TAG = "<i>"
RAW = re.compile(r"q<i>", re.IGNORECASE)
SHOWN = re.compile(r"q&lt;i&gt;", re.IGNORECASE)


@pytest.fixture
def world(db, monkeypatch):
    """The marked world, with a tag after every marker that may stand before one."""
    mark = marked_world.House.mark
    monkeypatch.setattr(
        marked_world.House,
        "mark",
        lambda house, kind, handling, what: (
            mark(house, kind, handling, what) + ("" if what in ("email", "mailbox") else TAG)
        ),
    )
    made = marked_world.make()
    for model, field in (
        (Person, "name"), (Association, "name"), (CrisisCentre, "name"), (Place, "name"), (Place, "where"),
        (Place, "source"), (FreeThing, "what"), (FreeThing, "source"),
    ):  # fmt: skip
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(**{field: f"{getattr(row, field)}q{TAG}"})
    return made


def test_it_is_shown_as_text_on_every_page(world, signed_in):
    seen = 0
    for turn, (role, sign_name) in enumerate(addresses.ROLES.items()):
        person = Person.objects.filter(sign_name=sign_name).first()
        browser = signed_in(person)
        for name in share(addresses.names(), turn):
            if name.startswith(("account_", "mfa_")):
                continue
            for path in addresses.paths(name, world)["own"]:
                body = browser.get(path).content.decode(errors="replace")  # a picture too
                assert not RAW.search(body), (role, name)
                seen += len(SHOWN.findall(body))

    assert seen > 100
