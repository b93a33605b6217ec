"""What the pages about one volunteer do the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404

from ressursvenn.protection import opening
from ressursvenn.volunteers import queries as volunteers

from ..forms import Typed


def the_volunteer(request, reference: str) -> Any:
    """One of those this person may see, with her card open; to her the others do not exist."""
    return opened(request, sealed(request, reference))


def sealed(request, reference: str) -> Any:
    """The same, not opened yet: where something more is asked before there is a page at all."""
    rows = volunteers.visible_to(request.user).select_related("association")
    return get_object_or_404(rows, reference=reference)


def opened(request, volunteer: Any) -> Any:
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404
    return volunteer


def done(form: Typed, change: Callable[..., object], **told: Any) -> bool:
    """Make the change if the form is whole. What it would not accept is said in the form."""
    if not form.is_valid():
        return False
    try:
        change(**told)
    except ValidationError as error:
        form.tell(error)
        return False
    return True
