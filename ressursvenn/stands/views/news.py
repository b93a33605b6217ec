"""Letters to those who asked for news: written by one editor, read and sent by another."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import made, tried_or_told

from .. import changes, queries
from ..forms import NewsForm

EDIT = Permission.EDIT_ALLIANCE


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def everything(request) -> HttpResponse:
    """What was written and sent, and a form for the next."""
    form = NewsForm(request.POST if request.method == "POST" else None)
    if made(form, changes.write_news, by=request.user):
        messages.success(request, "Brevet er lagret. En annen redaktør må lese og sende det.")
        return redirect("stands:news")
    page = {"form": form, "news": queries.news(request.user)[:20], "readers": queries.readers()}
    return render(request, "stands/news.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def one(request, reference: str) -> HttpResponse:
    """Read it as it will be; another than the one who wrote it sends it."""
    news = _the_news(request, reference)
    if request.method == "POST":
        said = "Brevet går nå ut, litt etter litt."
        tried_or_told(request, changes.send_news, said=said, news=news, by=request.user)
        return redirect("stands:one_news", reference)
    own = news.written_by_id == request.user.pk
    page = {"one": news, "own": own, "readers": queries.readers()}
    return render(request, "stands/one_news.html", page)


@require_POST
@requires(EDIT)
def throw_away(request, reference: str) -> HttpResponse:
    """It will not be sent."""
    news = _the_news(request, reference)
    said = "Brevet er kastet."
    tried_or_told(request, changes.throw_away_news, said=said, news=news, by=request.user)
    return redirect("stands:news")


def _the_news(request, reference: str) -> Any:
    return get_object_or_404(queries.news(request.user), reference=reference)
