"""What is said when something goes wrong: kindly, without a name, and without the database.

The pages are made with no context at all, so that nothing about the request, the person or the fault
can be in them, and so that they stand when everything else is down.
"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import timezone


def _said(page: str, status: int) -> HttpResponse:
    return HttpResponse(loader.render_to_string(page), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said("403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _said("404.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _said("500.html", 500)


def closed_for_now(request: HttpRequest) -> HttpResponse:
    """For whoever must shut the house for a moment."""
    answer = _said("503.html", 503)
    answer["Retry-After"] = "120"
    return answer


def enough_for_now(request: HttpRequest, again: datetime) -> HttpResponse:
    """As many people's records as one may open in an hour. It says when there is room again."""
    page = loader.render_to_string("429.html", {"again": again})
    answer = HttpResponse(page, status=429)
    answer["Retry-After"] = str(max(1, round((again - timezone.now()).total_seconds())))
    return answer


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that lay open too long, or one that was not ours. The reason is not for the page."""
    return _said("403_csrf.html", 403)
