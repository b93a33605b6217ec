"""Where an advert is read by everybody, in full: for other sites, feeds and pictures."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def in_full(request: HttpRequest, name: str, *args: str) -> str:
    """The address with its host. Staff may have a host of their own, which shows no public page."""
    path = reverse(f"adverts_public:{name}", args=args)
    if request.get_host() != settings.DESK_HOST:
        return request.build_absolute_uri(path)
    elsewhere = (host for host in settings.ALLOWED_HOSTS if host != settings.DESK_HOST)
    return f"{request.scheme}://{next(elsewhere, settings.DESK_HOST)}{path}"
