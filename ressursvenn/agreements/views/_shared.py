"""What both faces do the same way."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from ressursvenn.shapes.files import as_paper

from .. import queries, setting
from ..models import Signing


def paper_of(signing: Signing, by: Any) -> HttpResponse:
    """The copy that this side holds, the same bytes as the other's. Shredded is not found."""
    paper = queries.opened_paper(signing, by=by)
    if paper is None:
        raise Http404
    return as_paper(setting.bytes_of(paper))
