"""What is done with a proposal: asked about, thrown away. The second yes is given where all such are."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import tried_or_told

from .. import changes, words
from .staff import the_proposal

RELEASE = Permission.RELEASE_FIGURES


@require_POST
@requires(RELEASE)
@fresh_first
def ask(request, reference: str) -> HttpResponseBase:
    """One of two has said that it should be released as it stands. It is attacked once more first."""
    said = "En annen er spurt. Tallene gis ut når hun sier ja."
    proposal = the_proposal(reference)
    tried_or_told(request, changes.ask_to_release, said=said, proposal=proposal, by=request.user)
    return redirect("reporting:one", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RELEASE)
def throw_away(request, reference: str) -> HttpResponse:
    """Ask once, then throw a proposal away."""
    proposal = the_proposal(reference)
    if proposal.state == words.RELEASED:
        raise Http404
    if request.method == "POST":
        said = "Forslaget er kastet."
        tried_or_told(
            request, changes.throw_away_proposal, said=said, proposal=proposal, by=request.user
        )
        return redirect("reporting:all")
    return render(request, "reporting/throw_away.html", {"proposal": proposal})
