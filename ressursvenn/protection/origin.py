"""A form of our own comes from us, though the browser may not say so.

With `Referrer-Policy: no-referrer` browsers send `Origin: null` even to the page's own host, and the check
against forged forms would refuse them all. `Sec-Fetch-Site`, which no page can set, tells the truth.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class OwnOrigin:
    """Where the browser vouches that a request is from our own page, its origin is ours."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nameless = request.META.get("HTTP_ORIGIN") == "null"
        if nameless and request.headers.get("Sec-Fetch-Site") == "same-origin":
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.answer(request)
