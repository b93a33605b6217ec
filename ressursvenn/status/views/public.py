"""Issued reports, as they were issued. Nothing here is made anew."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import documenting, library, making, queries

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it
LEAD = "Hva Rød Knapp-alliansen har gjort, periode for periode. Det som er gitt ut, endres aldri."
WHY = "an issued report is there to be read by everybody"


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """Our own reports, newest first, and what others have issued."""
    page = {
        "issued": queries.issued(),
        "shelf": library.SHELF,
        "address": request.build_absolute_uri(request.path),
        "text": {"title": "Rapporter fra Rød Knapp", "lead": LEAD},
    }
    return render(request, "status/shelf.html", page)


@require_safe
@anyone(WHY)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One report, with its files and their fingerprints."""
    row = _issued(reference)
    page = {
        "issue": row,
        "report": row.report,
        "told": mark_safe(_article(bytes(row.html))),  # noqa: S308 - our own template made it, and escaped it
        "schema": SCHEMA,
        "address": request.build_absolute_uri(request.path),
        "text": {"title": "Statusrapport for Rød Knapp", "lead": LEAD},
    }
    return render(request, "status/read.html", page)


@require_safe
@anyone(WHY)
def file(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One of the four files, byte for byte: to keep, since a file has no way out. The page to read is `one`."""
    row = _issued(reference)
    answer = HttpResponse(bytes(getattr(row, kind)), content_type=making.KINDS[kind])
    name = making.file_name(row.report, kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Access-Control-Allow-Origin"] = "*"  # open data: it is the same for everybody
    return answer


@require_safe
@anyone("open data is told of in the open")
def about_data(request: HttpRequest) -> HttpResponse:
    """What each value in the data means."""
    return render(request, "status/about_data.html", {"fields": documenting.FIELDS})


def _issued(reference: str) -> Any:
    row = queries.one_issued(reference)
    if row is None:
        raise Http404
    return row


def _article(html: bytes) -> str:
    """The report itself, without the head it has as a file of its own."""
    return html.decode().partition("<body>\n")[2].rpartition("\n</body>")[0]
