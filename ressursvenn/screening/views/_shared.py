"""What the pages about one volunteer do the same way."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from ressursvenn.protection import opening
from ressursvenn.volunteers import queries as volunteers


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
