"""The marked world, made once for this folder, and somebody who attacks it."""

from __future__ import annotations

import pytest

from tests.access import addresses
from tests.access.conftest import _made, people, world
from tests.access.walking import Reader
from tests.web.conftest import browser, looking

__all__ = ["_made", "browser", "looking", "people", "reading_as", "world"]


@pytest.fixture
def reading_as(world, signed_in):
    """`reading_as("kari")` or a role of `addresses.ROLES`; "" is nobody."""

    def reader(who: str = "") -> Reader:
        return Reader(signed_in(world.people.get(addresses.ROLES.get(who, who))))

    return reader
