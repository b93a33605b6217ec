"""What several pages of this room need."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from ressursvenn.accounts.permissions import Permission

from .. import queries

EDIT = Permission.EDIT_ALLIANCE
ASKED = ["GET", "HEAD", "POST"]


def the(kind: str, reference: str) -> Any:
    """One row, or no page."""
    return or_404(queries.found(kind, reference))


def or_404(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def posted(request: HttpRequest) -> Any:
    """What was sent, for a form; None when a page is only looked at."""
    return request.POST if request.method == "POST" else None


def in_full(request: HttpRequest, name: str, *args: Any) -> str:
    """A public address with its host."""
    return _on_the_open_host(request, reverse(f"alliance_public:{name}", args=args))


def here(request: HttpRequest) -> str:
    """The page that is read, without what was asked of it."""
    return _on_the_open_host(request, request.path)


def _on_the_open_host(request: HttpRequest, path: str) -> str:
    """Staff may have a host of their own, which shows no public page."""
    if request.get_host() != settings.DESK_HOST:
        return request.build_absolute_uri(path)
    elsewhere = (host for host in settings.ALLOWED_HOSTS if host != settings.DESK_HOST)
    return f"{request.scheme}://{next(elsewhere, settings.DESK_HOST)}{path}"


def as_jpeg(picture: Any) -> HttpResponse:
    return HttpResponse(bytes(picture), content_type="image/jpeg")
