"""Mentions in the press: a year at a time, noted, and struck with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, made

from .. import changes, forms, queries, words
from ._shared import ASKED, EDIT, posted, the


@require_safe
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """Those of this year."""
    return _year(request, timezone.localdate().year)


@require_safe
@requires(EDIT)
def of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Those of a year; before the alliance, and ahead of us, there are none."""
    if not words.FOUNDED <= year <= timezone.localdate().year:
        raise Http404
    return _year(request, year)


@require_http_methods(ASKED)
@requires(EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """The press has told of us. From an action's own page, that is chosen already."""
    about = request.GET.get("aksjon", "")[:8]
    actions = queries.mentionable(also=about)
    form = forms.MentionForm(posted(request), actions=actions, initial={"action": about})
    if row := made(form, changes.note_mention, by=request.user):
        messages.success(request, "Notert. Den er med i statusrapporten for den dagen.")
        return redirect("alliance:mentions_of", row.day.year)
    return render(request, "alliance/mention_new.html", {"form": form})


@require_http_methods(ASKED)
@requires(EDIT)
def strike(request: HttpRequest, reference: str) -> HttpResponse:
    """It was wrong: asked why, once."""
    row, form = the("mention", reference), forms.StrikeMentionForm(posted(request))
    if done(form, changes.strike_mention, mention=row, by=request.user):
        messages.success(request, "Strøket. Den telles ikke lenger.")
        return redirect("alliance:mentions_of", row.day.year)
    return render(request, "alliance/mention_strike.html", {"mention": row, "form": form})


def _year(request: HttpRequest, year: int) -> HttpResponse:
    rows, years = queries.mentions_of(year), queries.years_with_mentions()
    page = {
        "year": year,
        "years": sorted({*years, year}, reverse=True),
        "rows": rows[: queries.MOST_IN_A_YEAR],
        "standing": years.get(year, 0),
        "most": queries.MOST_IN_A_YEAR if len(rows) > queries.MOST_IN_A_YEAR else None,
    }
    return render(request, "alliance/mentions.html", page)
