"""What is done with a report: asked about, thrown away. The second yes is given where all such are."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import tried_or_told

from .. import changes, words
from .staff import the_report

EDIT = Permission.EDIT_ALLIANCE


@require_POST
@requires(EDIT)
@fresh_first
def ask(request, reference: str) -> HttpResponseBase:
    """One of two has said that it should be issued as it stands."""
    said = "En annen redaktør er spurt. Rapporten gis ut når hun sier ja."
    report = the_report(reference)
    tried_or_told(request, changes.ask_to_issue, said=said, report=report, by=request.user)
    return redirect("status:one", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def throw_away(request, reference: str) -> HttpResponse:
    """Ask once, then throw a draft away."""
    report = the_report(reference)
    if report.state == words.ISSUED:
        raise Http404
    if request.method == "POST":
        said = "Utkastet er kastet."
        tried_or_told(request, changes.throw_away_report, said=said, report=report, by=request.user)
        return redirect("status:all")
    return render(request, "status/throw_away.html", {"report": report})
