"""What several pages of this room need: a row or no page, and the page that is a form and one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.told import Told
from ressursvenn.shapes.trying import done, tried_or_told

from .. import queries

KEEP, READ = Permission.KEEP_GRANTS, Permission.READ_GRANTS
ASKED = ["GET", "HEAD", "POST"]


def or_404(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def the_grant(reference: str) -> Any:
    return or_404(queries.grant_called(reference, timezone.localdate()))


def part_of(kind: str, reference: str) -> Any:
    return or_404(queries.part_called(kind, reference))


def posted(request: HttpRequest) -> Any:
    """What was sent, for a form; None when a page is only looked at."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A page with a form and one button: its heading, the button, what is said when done, and where to."""

    head: str
    button: str
    said: str
    up: tuple[str, ...]  # a page and its references
    up_word: str
    lead: str = ""
    aside: tuple[str, ...] = field(default=())
    then: tuple[str, ...] = ()  # where to when it is done, if not there

    @property
    def back(self) -> str:
        return reverse(self.up[0], args=self.up[1:])


def asks(
    request: HttpRequest, form: Told, change: Callable[..., Any], asking: Asking, **to: Any
) -> HttpResponse:
    """The form, until it has been made."""
    if request.method == "POST" and done(form, change, by=request.user, **to):
        messages.success(request, asking.said)
        return redirect(asking.back)
    return render(request, "grants/form.html", {"form": form, "asking": asking})


def asks_once(
    request: HttpRequest, change: Callable[..., Any], asking: Asking, **to: Any
) -> HttpResponse:
    """What falls, and one button: for what cannot be brought back."""
    if request.method == "POST":
        gone = tried_or_told(request, change, said=asking.said, by=request.user, **to)
        return redirect(*asking.then) if gone and asking.then else redirect(asking.back)
    return render(request, "grants/sure.html", {"asking": asking})
