"""A flood is met before the rest of the house wakes. Whoever is turned away keeps all that she wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from allauth.core.internal import ratelimit
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape

from ressursvenn.protection.headers import QUIET

from . import sieve
from .forms import StandForm

KEPT = ("csrfmiddlewaretoken", *StandForm.base_fields)
LONGEST = 300  # characters of each field: more than the form takes
HERE = "¶"  # where in the page her words belong
SENT = '<input type="hidden" name="{}" value="{}">'
POLICY = "Content-Security-Policy"


class Sieving:
    """Stands beyond what people can write by hand come no further than to this."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self.address = reverse("stands_public:take")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.takes_a_stand(request) and not sieve.door.lets_through(ratelimit.get_ip(request)):
            answer = busy(request)
            answer[POLICY] = _policy()
            return answer
        return self.answer(request)

    def takes_a_stand(self, request: HttpRequest) -> bool:
        return request.method == "POST" and request.path == self.address


def busy(request: HttpRequest) -> HttpResponse:
    """As little work as can be, and still nothing typed is lost: it can be copied, or sent again."""
    typed = {name: escape(request.POST.get(name, "")[:LONGEST]) for name in KEPT}
    fields = "".join(SENT.format(name, value) for name, value in typed.items())
    answer = HttpResponse(_around(fields, typed["sentence"]), status=429)
    answer["Retry-After"], answer["X-Robots-Tag"] = "60", QUIET
    return unlogged(answer)


def unlogged(response: HttpResponse) -> HttpResponse:
    """A flood does not fill the log: what is turned away here is as ordinary as what is let in."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def _around(*words: str) -> str:
    return "".join(part for pair in zip(_page(), (*words, ""), strict=True) for part in pair)


@lru_cache(maxsize=1)
def _policy() -> str:
    """What every page of ours lets a browser load: written out once, and not for each of a flood."""
    answer: Any = CSPMiddleware(lambda request: HttpResponse())(HttpRequest())
    return str(answer[POLICY])


@lru_cache(maxsize=1)
def _page() -> Iterable[str]:
    """The page in three parts, made once: her form goes after the first, her sentence after the second."""
    return render_to_string("stands/busy.html", {"here": HERE}).split(HERE)
