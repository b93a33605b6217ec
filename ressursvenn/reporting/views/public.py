"""Released numbers, as they were released. Nothing here is counted: no page asks a room."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import definitions as defined
from .. import documenting, following, making, queries, telling, words

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it
WHY = "released numbers are there to be read by everybody"


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """Every release, and the years side by side."""
    told = queries.told_by_releases()
    page = {
        "releases": queries.releases(),
        "series": following.over_years(told),
        "no_cause": words.NO_CAUSE,
    }
    return render(request, "reporting/shelf.html", page)


@require_safe
@anyone(WHY)
def one(request: HttpRequest, year: int) -> HttpResponse:
    """One year: each table with its picture, what is missing, how it is protected, and the files."""
    row = _released(year)
    told = json.loads(bytes(row.json))
    picture, road = telling.road(told)
    page = {
        "release": row,
        "told": told,
        "tables": telling.tables(told),
        "outcomes": telling.outcomes(told),
        "road": road,
        "road_picture": picture,
        "no_cause": words.NO_CAUSE,
        "licence": words.LICENCE,
        "schema": SCHEMA,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "reporting/read.html", page)


@require_safe
@anyone(WHY)
def file(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """One of the three files, byte for byte."""
    row = _released(year)
    answer = HttpResponse(bytes(getattr(row, kind)), content_type=making.KINDS[kind])
    name = making.NAMES[kind].format(year)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Access-Control-Allow-Origin"] = "*"  # open data: it is the same for everybody
    return answer


@require_safe
@anyone("what is counted is told in the open, in words and in code")
def definitions(request: HttpRequest) -> HttpResponse:
    """Every definition, and beside it the code that counts."""
    page = {"definitions": [*defined.DEFINITIONS, *defined.ALSO.values()]}
    return render(request, "reporting/definitions.html", page)


@require_safe
@anyone("open data is told of in the open")
def about_data(request: HttpRequest) -> HttpResponse:
    """What each value in the files means."""
    page = {"fields": documenting.FIELDS, "columns": documenting.COLUMNS, "licence": words.LICENCE}
    return render(request, "reporting/about_data.html", page)


def _released(year: int) -> Any:
    row = queries.one_release(year)
    if row is None:
        raise Http404
    return row
