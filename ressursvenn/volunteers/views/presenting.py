"""Her own page about herself."""

from __future__ import annotations

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission


@require_safe
@requires(Permission.OWN_ROAD)
def own(request):
    """What she offers."""
    return render(request, "volunteers/presentation.html")
