"""What every answer says to browsers, caches and search engines."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

DESK = ("/a/", "/v/", "/m/", "/prove/")
QUIET = "noindex, nofollow, noarchive, nosnippet"
FORGET = '"cache", "cookies", "storage"'  # what a browser is asked to forget when somebody leaves


class Headers:
    """No copy is kept of anything but static files; only the public pages may be found by search.

    What is ours is for our own pages, unless the view itself has said otherwise.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        refused = response.status_code >= 400
        if refused or not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
        if refused or request.path.startswith(DESK):
            response["X-Robots-Tag"] = QUIET
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"
        return response


class OwnPagesOnly:
    """What another site's page asks of the desk is answered with nothing, before anybody is looked up."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=403) if foreign(request) else self.answer(request)


def foreign(request: HttpRequest) -> bool:
    """Another site's page asks for something of the desk other than by a plain link."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    by_link = (
        request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate" and request.method == "GET"
    )
    return request.path.startswith(DESK) and site == "cross-site" and not by_link
