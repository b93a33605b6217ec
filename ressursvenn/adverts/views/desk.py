"""The first page of the desk, the only one where what is missing stands: beside the adverts, not in them."""

from __future__ import annotations

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission

from .. import queries


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request):
    """What those who wait lack, for whoever may see them; the association's own adverts, and who came."""
    page = {
        "need": queries.lacking(request.user, accounts.terms(request.user.association)),
        "adverts": queries.visible_to(request.user),
        "without": queries.without_advert(request.user),
    }
    return render(request, "adverts/all.html", page)
