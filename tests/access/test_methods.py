"""A page answers the verbs that it names, and no other: asked of each by itself, before anybody signs in."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from . import addresses

UNNAMED = ("delete", "patch", "put", "purge")
PAGES = [
    pytest.param(entry.callback, id=f"{name} {entry.pattern}")
    for name, entry in addresses.entries()
    if entry.callback.__module__.startswith("ressursvenn.")
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_no_verb_that_it_has_not_named(page):
    for verb in UNNAMED:
        request = RequestFactory().generic(verb.upper(), "/")
        request.user, request.session = AnonymousUser(), {}

        assert page(request).status_code == 405, verb


def test_nearly_every_page_is_ours():
    assert len(PAGES) > 0.9 * len(list(addresses.entries()))
