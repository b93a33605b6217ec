"""What everybody may read. Nothing here depends on any person, or asks who is reading."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import languages, queries

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it
WHY = "an open page is there to be read by everybody"


@require_safe
@anyone(WHY)
def page(request: HttpRequest, place: str) -> HttpResponse:
    """One page, in bokmål."""
    told = {**_about(request), "shown": queries.shown(place)}
    if place == "ressursvenn":
        told["read_more"] = queries.read_more(["ressursvenn"])
    return render(request, f"door/{place}.html", told)


@require_safe
@anyone(
    "whoever lives with violence reads it in her own language, as far as somebody has made sure of it"
)
def help_in(request: HttpRequest, language: str) -> HttpResponse:
    """The page about help. Without a read translation: numbers, names, and both sentences beside."""
    tongue = languages.LANGUAGES.get(language)
    if tongue is None:
        raise Http404
    if language == languages.BOKMAAL and request.path != reverse("door_public:help"):
        return redirect("door_public:help", permanent=True)
    told = {**_about(request), "tongue": tongue, "tongues": list(languages.LANGUAGES.values())}
    if shown := queries.shown("help", language):
        return render(request, "door/help.html", {**told, "shown": shown})
    beside = [queries.shown("help", code) for code in languages.BESIDE]
    return render(request, "door/help_beside.html", {**told, "beside": beside})


def _about(request: HttpRequest) -> dict[str, Any]:
    """What machines are told of a page: its own address, and the picture that is shared."""
    return {"schema": SCHEMA, "address": request.build_absolute_uri(request.path)}
