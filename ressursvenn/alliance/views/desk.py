"""The first page of the room: what waits, and what is next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import requires

from .. import facts, queries
from ._shared import EDIT


@require_safe
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """What waits for an editor, the next actions, and how many buttons there are."""
    today = timezone.localdate()
    page = {
        "waiting": queries.waiting(),
        "coming": queries.coming(today),
        "in_store": facts.in_store(),
    }
    return render(request, "alliance/all.html", page)
