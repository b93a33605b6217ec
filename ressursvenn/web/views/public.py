"""The front page: few words, the way to safety first. Nothing here depends on any person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone
from ressursvenn.alliance import queries as alliance

from .. import red_button

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it


@require_safe
@anyone("the front page is for everybody")
def front(request: HttpRequest) -> HttpResponse:
    page = {
        "standing": alliance.members_on(timezone.localdate()),
        "holes": red_button.HOLES,
        "since": red_button.SINCE,
        "schema": SCHEMA,
        "address": request.build_absolute_uri(request.path),
        "text": red_button.TEXT,
    }
    return render(request, "web/front.html", page)
