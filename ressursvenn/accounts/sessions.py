"""How long somebody stays signed in: a quarter of an hour without doing anything, and never a whole day.

What is needed to know it stands in the session, so that an ordinary page asks the database nothing more.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ressursvenn.protection.headers import DESK
from ressursvenn.protection.hosts import WAY_OUT
from ressursvenn.protection.sessions import SessionStore, print_of

from . import posted
from .models import OpenSession, Person
from .proofs import herself

IDLE = timedelta(minutes=15)
IDLE_VOLUNTEER = timedelta(minutes=5)
LONGEST = timedelta(hours=8)
NOTED_EVERY = 60  # seconds between two notes of when somebody was last there
BEGAN, SEEN = "began", "seen"


def idle_for(person: Person) -> timedelta:
    return IDLE_VOLUNTEER if person.role == "volunteer" else IDLE


def is_over(session: Any, person: Person) -> bool:
    """Too long without a page, or too long since she signed in."""
    now = time.time()
    idle, longest = idle_for(person).total_seconds(), LONGEST.total_seconds()
    return bool(now - session.get(BEGAN, 0) >= longest or now - session.get(SEEN, 0) >= idle)


class Presence:
    """After AuthenticationMiddleware: whose time is out is nobody, and signs in again."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_desk = request.path.startswith(DESK) and not request.path.startswith(WAY_OUT)
        if at_desk and request.user.is_authenticated:
            self._look(request)
        return self.answer(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """Once the form is known to be ours: what she sent is kept for her, until she is back."""
        if (was := getattr(request, "timed_out", None)) and request.method == "POST":
            posted.keep(request, was)

    def _look(self, request: HttpRequest) -> None:
        session, person = request.session, herself(request)
        if is_over(session, person):
            key_print = print_of(session.session_key or "")
            session.flush()
            OpenSession.objects.filter(key_print=key_print).delete()
            request.user, request.timed_out = AnonymousUser(), person  # type: ignore[attr-defined]
        elif time.time() - session[SEEN] >= NOTED_EVERY:
            session[SEEN] = int(time.time())


def begin(request: HttpRequest, user: Person, **kwargs: Any) -> None:
    """Signal user_logged_in: from now on the time runs, and she finds this session in her list."""
    session = request.session
    session[BEGAN] = session[SEEN] = int(time.time())
    if not session.session_key:
        session.create()
    long_ago = timezone.now() - LONGEST
    OpenSession.objects.filter(person=user, began__lt=long_ago).delete()
    OpenSession.objects.update_or_create(
        key_print=print_of(session.session_key or ""),
        defaults={"person": user, "device": _device(request)},
    )


def finish(request: HttpRequest, user: Person | None, **kwargs: Any) -> None:
    """Signal user_logged_out, before the session is emptied: it goes from her list."""
    if user is not None and request.session.session_key:
        OpenSession.objects.filter(key_print=print_of(request.session.session_key)).delete()


def renew(request: HttpRequest) -> None:
    """The same session under another key: whoever knew the old one has nothing."""
    before = print_of(request.session.session_key or "")
    request.session.cycle_key()
    OpenSession.objects.filter(key_print=before).update(
        key_print=print_of(request.session.session_key or "")
    )


def last_seen(rows: list[OpenSession]) -> dict[str, int]:
    """When somebody was last there, by print, of the sessions that are still open."""
    told = SessionStore.contents(row.key_print for row in rows)
    return {key_print: int(held[SEEN]) for key_print, held in told.items() if SEEN in held}


def _device(request: HttpRequest) -> str:
    """A phone or a computer; the browser's own long name is not kept."""
    name = request.headers.get("User-Agent", "")
    if not name:
        return ""
    return "phone" if "Mobi" in name or "Android" in name else "computer"
