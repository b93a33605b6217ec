"""`/ekte/`: is this paper one of ours? Only whoever holds it can ask, and all that is told is a day."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import anyone

from .. import forms, queries

HOW_OFTEN = {"check": "30/m/ip"}


@require_http_methods(["GET", "HEAD", "POST"])
@anyone("whoever is shown a paper must be able to ask whether it is ours")
def check(request):
    """The same work whatever the answer. It says nothing of whom the paper is about, or of what kind it is."""
    form = forms.PrintForm(request.POST if request.method == "POST" else None)
    page = {"form": form}
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, app="agreements", action="check", config=HOW_OFTEN):
            return render(request, "agreements/check.html", {**page, "too_often": True}, status=429)
        page |= {"asked": True, "issued_on": queries.issued_on(form.cleaned_data["letters"])}
    return render(request, "agreements/check.html", page)
