"""What both faces do the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse

from .. import queries, setting
from ..models import Signing


def done(form: Any, change: Callable[..., object], **to: Any) -> bool:
    """Make the change if the form is whole. What it would not accept is said in the form."""
    if not form.is_valid():
        return False
    try:
        change(**to, **form.cleaned_data)
    except ValidationError as error:
        form.tell(error)
        return False
    return True


def as_file(issued: bytes) -> HttpResponse:
    """A paper with a name that tells nothing."""
    answer = HttpResponse(issued, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="papir.pdf"'
    return answer


def paper_of(signing: Signing, by: Any) -> HttpResponse:
    """The copy that this side holds, the same bytes as the other's. Shredded is not found."""
    paper = queries.opened_paper(signing, by=by)
    if paper is None:
        raise Http404
    return as_file(setting.bytes_of(paper))
