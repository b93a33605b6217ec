"""A page answers the verbs that it names, and no other: asked of each by itself, before anybody signs in."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

OURS = ("ressursvenn.", "config.")
UNNAMED = ("delete", "patch", "put", "purge")


def pages(resolver=None, above=()):
    """Every page of ours: its name and itself."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if not isinstance(pattern, URLPattern):
            yield from pages(pattern, (*above, pattern.namespace or ""))
        elif pattern.callback.__module__.startswith(OURS):
            yield ":".join(filter(None, (*above, pattern.name))), pattern.callback


PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_answers_no_verb_that_it_has_not_named(name):
    for verb in UNNAMED:
        request = RequestFactory().generic(verb.upper(), "/")
        request.user, request.session = AnonymousUser(), {}
        answer: HttpResponse = PAGES[name](request)

        assert answer.status_code == 405, verb
