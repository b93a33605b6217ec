"""What is done with a version: noted as read, asked about. The second yes is given where all such are."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, languages
from ..forms import ReadForm
from .staff import the_version

EDIT = Permission.EDIT_ALLIANCE


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def read(request, reference: str) -> HttpResponse:
    """Somebody who speaks the language has read it."""
    version = the_version(reference)
    if version.language in languages.BESIDE:
        raise Http404
    form = ReadForm(
        request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()}
    )
    if done(form, changes.note_read_by_speaker, version=version, by=request.user):
        messages.success(request, "Det er notert at teksten er lest.")
        return redirect("door:version", reference)
    return render(request, "door/read_by_speaker.html", {"form": form, "version": version})


@require_POST
@requires(EDIT)
def ask(request, reference: str) -> HttpResponse:
    """One of two has said that everybody should read this."""
    said = "En annen redaktør er spurt. Siden endres når hun sier ja."
    tried_or_told(
        request, changes.ask_to_publish, said=said, version=the_version(reference), by=request.user
    )
    return redirect("door:version", reference)
