"""A file to take away, under a name that tells nothing."""

from __future__ import annotations

from django.http import HttpResponse


def as_paper(issued: bytes) -> HttpResponse:
    """A paper."""
    return _as_file(issued, "application/pdf", "papir.pdf")


def as_calendar(written: bytes) -> HttpResponse:
    """A time for her own calendar."""
    return _as_file(written, "text/calendar; charset=utf-8", "kalender.ics")


def _as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    attached = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=attached)
