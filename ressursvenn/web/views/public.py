"""The public face: few words, the way to safety first. Nothing here depends on any person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import red_button

OPEN_TO_SEARCH = ("web_public:front", "web_public:about", "web_public:accessibility")


@require_safe
@anyone("the front page is for everybody")
def front(request):
    page = {
        "members": red_button.MEMBERS,
        "holes": red_button.HOLES,
        "since": red_button.SINCE,
    }
    return render(request, "web/front.html", page)


@require_safe
@anyone("what we keep about people is for everybody to read")
def about(request):
    return render(request, "web/about.html")


@require_safe
@anyone("whoever cannot use the pages must be able to read where to say so")
def accessibility(request):
    return render(request, "web/accessibility.html")


@require_safe
@anyone("search engines are told what they may read")
def robots(request):
    allowed = [f"Allow: {reverse(name)}$" for name in OPEN_TO_SEARCH]
    allowed.append(
        f"Allow: {reverse('adverts_public:all')}"
    )  # and all below: adverts, pictures, feeds
    lines = ["User-agent: *", *allowed, "Allow: /static/", "Disallow: /", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
