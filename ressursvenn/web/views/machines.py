"""What is for machines: what may be indexed, where everything is, and what is new."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import news, open_pages

JSON_FEED = "https://jsonfeed.org/version/1.1"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
TITLE = "Nytt fra Ressursvenn og Rød Knapp"


@require_safe
@anyone("search engines are told what they may read")
def robots(request: HttpRequest) -> HttpResponse:
    """Closed, but for the open pages."""
    lines = [
        "User-agent: *",
        *(f"Allow: {path}" for path in open_pages.ALLOWED),
        "Disallow: /",
        f"Sitemap: {request.build_absolute_uri(reverse('web_public:sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@anyone("search engines are told where the open pages are")
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every open page, with the day it last changed where that is known."""
    pages = [
        (request.build_absolute_uri(path), day.isoformat() if day else "")
        for path, day in open_pages.addresses()
    ]
    told = {"pages": pages, "schema": SITEMAP}
    return render(request, "web/sitemap.xml", told, content_type="application/xml; charset=utf-8")


@require_safe
@anyone("what is new is for everybody")
def json_feed(request: HttpRequest) -> HttpResponse:
    """What is new, as JSON Feed 1.1."""
    about = _about(request, "json_feed")
    told = {
        "version": JSON_FEED, "title": TITLE, "language": "nb",
        "home_page_url": about["here"], "feed_url": about["feed"],
        "items": [_item(each) for each in about["entries"]],
    }  # fmt: skip
    return _for_every_site(JsonResponse(told, content_type="application/feed+json"))


@require_safe
@anyone("what is new is for everybody")
def atom_feed(request: HttpRequest) -> HttpResponse:
    """What is new, as Atom (RFC 4287)."""
    told = {**_about(request, "atom_feed"), "title": TITLE}
    kind = "application/atom+xml; charset=utf-8"
    return _for_every_site(render(request, "web/news.xml", told, content_type=kind))


def _about(request: HttpRequest, name: str) -> dict[str, Any]:
    told, whole = news.newest(), request.build_absolute_uri
    return {
        "here": whole("/"),
        "feed": whole(reverse(f"web_public:{name}")),
        "updated": news.updated(told),
        "entries": [(whole(each.id), whole(each.path), each) for each in told],
    }


def _item(entry: tuple[str, str, news.News]) -> dict[str, str]:
    id_, address, new = entry
    return {
        "id": id_,
        "url": address,
        "title": new.title,
        "content_text": new.summary,
        "date_published": new.at,
    }


def _for_every_site(answer: HttpResponse) -> HttpResponse:
    """A page of another site may read it. It is the same for everybody, and no cookie is sent."""
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
