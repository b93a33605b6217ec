"""The other verbs: HEAD is a GET without its body, OPTIONS tells only what is allowed, the rest is refused."""

from __future__ import annotations

import pytest

from tests.environment import share

from . import addresses
from .walking import LOG, NOT_PART_OF_IT, Reader, everything

LIBRARY = ("account_", "mfa_")
WRITING = ("put", "patch", "delete", "trace")


def own(world):
    """Every address with what is the reader's own."""
    return [(name, addresses.paths(name, world)["own"][0]) for name in addresses.names()]


@pytest.fixture(params=["coordinator", "volunteer", "anonymous"])
def reader(request, world, signed_in):
    return Reader(signed_in(world.people.get(addresses.ROLES[request.param])))


def test_head_is_refused_or_answered_as_get_is(world, reader):
    for name, path in own(world):
        head, get = reader.ask_in_vain("head", path), reader.ask_in_vain("get", path)

        assert head.content == b"", name
        assert head.status_code in (405, get.status_code), name


@pytest.mark.parametrize("verb", WRITING)
def test_no_other_verb_writes(world, reader, verb):
    """Each page is asked every verb by itself in `test_methods.py`; here, in the day's run, one of four."""
    before = everything()
    for name, path in share(own(world), turn=WRITING.index(verb), of=len(WRITING)):
        allowed = {302, 403, 405}
        if name.startswith(LIBRARY):  # its forms take a PUT for a POST, and find nothing in it
            allowed |= {200, 404}
        assert reader.ask(verb, path).status_code in allowed, name

    assert everything() == before


def test_options_tells_nothing(world, reader):
    for name, path in own(world):
        answer = reader.ask_in_vain("options", path)

        assert answer.status_code in (302, 403, 404, 405) or answer.content == b"", name


def test_no_header_and_no_field_makes_an_act_of_a_look(world, reader):
    before = everything(but=NOT_PART_OF_IT | LOG)
    for _, path in own(world):
        more = "&" if "?" in path else "?"
        reader.ask("get", f"{path}{more}_method=POST", **{"X-HTTP-Method-Override": "POST"})

    assert everything(but=NOT_PART_OF_IT | LOG) == before


def test_after_signing_in_nobody_lands_on_an_address_that_only_takes_posts(world, signed_in):
    nobody = Reader(signed_in(None))
    for name, path in own(world):
        answer = nobody.ask_in_vain("post", path)
        if answer.status_code == 302 and not name.startswith(LIBRARY):
            assert "next=" not in answer.url, name

    assert nobody.ask_in_vain("get", "/a/deltakere/").url == "/a/inn/?next=/a/deltakere/"
