"""Before what cannot be undone she shows once more that it is she. A session that is only open does nothing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ressursvenn.accounts import proofs

from . import addresses
from .walking import LOG, NOT_PART_OF_IT, Reader, everything

TAKES_A_FRESH_PROOF = {
    "web:erasing_now": "kari",
    "together:role": "siri",
    "together:recovery": "siri",
    "oversight:break_glass": "kari",
    "oversight:glass": "kari",
    "oversight:export": "kari",
    "oversight:shown": "kari",
    "oversight:unseal": "kari",
    "volunteers:account": "kari",
    "mfa_remove": "kari",
    "mfa_activate_totp": "solveig",
}


@pytest.mark.parametrize("name", TAKES_A_FRESH_PROOF)
def test_an_open_session_is_not_enough(world, signed_in, monkeypatch, name):
    monkeypatch.setattr(proofs, "is_fresh", lambda request: False)
    reader = Reader(signed_in(world.people[TAKES_A_FRESH_PROOF[name]]))
    before = everything(but=NOT_PART_OF_IT | LOG)

    paths = addresses.paths(name, world)["own"]
    assert paths
    for path in paths:
        answer = reader.ask("post", path)

        assert answer.status_code == 302, path
        assert answer["Location"].startswith(reverse("account_reauthenticate")), path
    assert everything(but=NOT_PART_OF_IT | LOG) == before
