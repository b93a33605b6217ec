"""The two links of the seed: somebody opens each now and then, and says so."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done

from .. import changes, queries
from ..forms import LookForm
from ..links import LINKS

SEEN = "Det er notert at du har sett på den i dag."
WAITS = "Den nye adressen er notert. Den vises når en annen redaktør også har åpnet den."


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.EDIT_ALLIANCE)
def look(request, code: str) -> HttpResponse:
    """Open it, and say that it is right, or where it is now."""
    if code not in LINKS:
        raise Http404
    (shown,) = queries.read_more([code])
    target = shown.waits.target if shown.waits else shown.target
    form = LookForm(request.POST if request.method == "POST" else None, initial={"target": target})
    if done(form, changes.note_look, link=code, by=request.user):
        (now,) = queries.read_more([code])
        messages.success(request, WAITS if now.waits else SEEN)
        return redirect("door:all")
    return render(request, "door/look.html", {"form": form, "shown": shown})
