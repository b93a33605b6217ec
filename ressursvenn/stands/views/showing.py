"""What everybody may read, print and share: the stands, one stand, the button in its forms."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone
from ressursvenn.protection.headers import QUIET

from .. import figures, queries, sharing, words
from ..models import Stand

WHY = "a stand is taken to be read by everybody"
A_PAGE = 60


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """All stands, newest first; of one county when it is asked for."""
    county = request.GET.get("fylke", "")
    county = county if county in words.COUNTIES else ""
    pages = Paginator(queries.shown_from(county), A_PAGE)
    page = {
        "page": pages.get_page(request.GET.get("side")),
        "county": county,
        "counties": words.COUNTIES,
        "definition": figures.DEFINITION,
    }
    return _unsearched(render(request, "stands/shown.html", page))


@require_safe
@anyone(WHY)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One stand, with what it takes to share it."""
    stand = _shown(reference)
    address = request.build_absolute_uri(reverse("stands_public:one", args=[reference]))
    image = request.build_absolute_uri(reverse("stands_public:picture", args=[reference]))
    page = {"stand": stand, "address": address, "image": image, "size": sharing.SIZE}
    return _unsearched(render(request, "stands/one.html", page))


@require_safe
@anyone(WHY)
def material(request: HttpRequest) -> HttpResponse:
    """Everything with the button on it: to print, to share, to set on a page of one's own."""
    take = request.build_absolute_uri(reverse("stands_public:take"))
    return render(request, "stands/material.html", {"snippet": sharing.snippet(take)})


@require_safe
@anyone("a picture with the button is made in the browser, and never sent here")
def wear(request: HttpRequest) -> HttpResponse:
    """ "I wear the button": the one page that needs a script, and a ready-made picture for whoever has none."""
    return render(request, "stands/wear.html")


@require_safe
@anyone(WHY)
def picture(request: HttpRequest, reference: str = "") -> HttpResponse:
    """The picture that is shown where the address is shared."""
    return _unsearched(_image(sharing.picture(*_told(reference)), "image/png"))


@require_safe
@anyone(WHY)
def poster(request: HttpRequest, reference: str = "") -> HttpResponse:
    """A poster to print."""
    return _unsearched(_file(sharing.poster(*_told(reference)), "plakat.pdf"))


@require_safe
@anyone(WHY)
def badges(request: HttpRequest) -> HttpResponse:
    """A sheet of badges to cut out."""
    return _file(sharing.badges(), "merker.pdf")


@require_safe
@anyone(WHY)
def button(request: HttpRequest) -> HttpResponse:
    """The button alone, as a picture."""
    return _image(sharing.button(), "image/png")


def _shown(reference: str) -> Stand:
    stand = queries.shown_one(reference)
    if stand is None:
        raise Http404
    return stand


def _told(reference: str) -> tuple[str, str]:
    """Who stands, and the words; without a reference those that are everybody's."""
    if not reference:
        return "", words.SAYING
    stand = _shown(reference)
    return stand.name, stand.said


def _unsearched(response: HttpResponse) -> HttpResponse:
    """A name is there to be read, and not to be searched for."""
    response["X-Robots-Tag"] = QUIET
    return response


def _image(content: bytes, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"  # it is there to be shown elsewhere
    return answer


def _file(content: bytes, name: str) -> HttpResponse:
    answer: Any = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
