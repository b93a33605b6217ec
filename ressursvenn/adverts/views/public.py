"""What everybody may read. Nothing here asks for anything but published adverts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import feeds, queries, words
from ..models import Advert
from ._addresses import in_full

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it
WHY = "an advert is there to be read by everybody"
PICTURE = {"width": 1200, "height": 630}


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """All open adverts of the country."""
    return render(request, "adverts/open.html", {"adverts": queries.open_to_all()})


@require_safe
@anyone(WHY)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One advert. Paused, it says so and takes no applications; closed, it shows other ways."""
    advert = _read(reference)
    if advert.state == words.CLOSED:
        return render(request, "adverts/closed.html", status=410)
    page = {
        "advert": advert,
        "told": advert.told,
        "open": advert.state == words.OPEN,
        "schema": SCHEMA,
        "address": in_full(request, "one", reference),
        "image": in_full(request, "picture", reference),
        "image_size": PICTURE,
    }
    return render(request, "adverts/read.html", page)


@require_safe
@anyone(WHY)
def picture(request: HttpRequest, reference: str) -> HttpResponse:
    """The picture that is shown where the address is shared, as it was made when it was published."""
    advert = _read(reference)
    if advert.state == words.CLOSED:
        raise Http404
    answer = HttpResponse(bytes(advert.picture or b""), content_type="image/png")
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"  # it is there to be shown elsewhere
    return answer


@require_safe
@anyone(WHY)
def json_feed(request: HttpRequest) -> HttpResponse:
    """The open adverts as JSON Feed 1.1."""
    told = feeds.as_json_feed(_entries(request), **_about(request, "json_feed"))
    answer = JsonResponse(told, content_type="application/feed+json")
    return _for_every_site(answer)


@require_safe
@anyone(WHY)
def atom_feed(request: HttpRequest) -> HttpResponse:
    """The open adverts as Atom."""
    entries = _entries(request)
    about = _about(request, "atom_feed")
    page = {"entries": entries, "updated": feeds.updated(entries), **about}
    answer = render(
        request, "adverts/feed.xml", page, content_type="application/atom+xml; charset=utf-8"
    )
    return _for_every_site(answer)


def _read(reference: str) -> Advert:
    advert = queries.read_by_all(reference)
    if advert is None:
        raise Http404
    return advert


def _about(request: HttpRequest, name: str) -> dict[str, str]:
    return {"here": in_full(request, "all"), "feed": in_full(request, name)}


def _entries(request: HttpRequest) -> list[feeds.Entry]:
    return [_entry(request, advert) for advert in queries.open_to_all()]


def _entry(request: HttpRequest, advert: Any) -> feeds.Entry:
    return feeds.Entry(
        told=advert.told,
        on=advert.published_on,
        address=in_full(request, "one", advert.reference),
        image=in_full(request, "picture", advert.reference),
    )


def _for_every_site(answer: HttpResponse) -> HttpResponse:
    """A page of another site may read it. Nothing in it is for anybody in particular, and no cookie is sent."""
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
