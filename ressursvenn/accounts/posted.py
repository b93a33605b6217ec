"""What somebody sent just as her time was out, or before she had shown who she is: kept, not done.

It lies in her own session, locked like the rest of it, for half an hour. When the same person has signed in
again it is laid before her once, as a form that goes where it was going. Passwords and files are not kept.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, QueryDict

from .models import Person

KEPT = "posted"
LASTS = timedelta(minutes=30)
AT_MOST = 100_000  # characters
NEVER = ("/a/inn/", "/prove/", "/m/")


def keep(request: HttpRequest, person: Person) -> None:
    """Keep what was sent. Its form is known to be ours before this is asked."""
    body = request.POST.urlencode()
    if request.path.startswith(NEVER) or request.FILES or len(body) > AT_MOST:
        return
    request.session[KEPT] = {
        "who": person.pk, "at": int(time.time()), "path": request.path,
        "query": request.GET.urlencode(), "body": body,
    }  # fmt: skip


def kept(request: HttpRequest) -> dict[str, Any] | None:
    """What this person sent and has not yet said yes or no to."""
    held = request.session.get(KEPT)
    if not held or held["who"] != request.user.pk:
        return None
    return held if time.time() - held["at"] < LASTS.total_seconds() else None


def drop(request: HttpRequest) -> None:
    request.session.pop(KEPT, None)


def take(request: HttpRequest) -> dict[str, Any] | None:
    """What she sent, once: where it goes, and every field of it."""
    held = kept(request)
    drop(request)
    if held is None:
        return None
    fields = [
        (name, value)
        for name, values in QueryDict(held["body"]).lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    query = f"?{held['query']}" if held["query"] else ""
    return {"to": held["path"] + query, "fields": fields}
