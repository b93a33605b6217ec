"""Leaving in one tap: the session ends, the browser is told to forget us, another site opens.

It must work without script, with the database stopped, and from a page whose form token is gone; so
it asks for no token, and a request that another site made is sent on without ending anything.
"""

from __future__ import annotations

from django.conf import settings
from django.db import Error
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import anyone
from ressursvenn.protection.headers import FORGET


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@anyone("leaving is for everybody, signed in or not")
def leave(request, template):
    """POST leaves. GET tells what leaving can hide, and what it cannot."""
    if request.method == "POST":
        return _gone(request)
    return render(request, template)


def _gone(request):
    """No redirect: a browser whose forms may only go to us would stop one. `Refresh` replaces."""
    answer = render(request, "web/gone.html", {"to": settings.LEAVE_TO})
    answer["Refresh"] = f"0; url={settings.LEAVE_TO}"
    if request.headers.get("Sec-Fetch-Site") != "cross-site":
        _end_session(request)
        answer["Clear-Site-Data"] = FORGET
    return answer


def _end_session(request) -> None:
    try:
        request.session.flush()
    except Error:  # the database is away; the cookie goes with Clear-Site-Data all the same
        request.session.modified = request.session.accessed = False
