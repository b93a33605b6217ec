"""What is shown when the keeper does not answer, or when somebody has opened enough for an hour."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from ressursvenn.protection import audit
from ressursvenn.protection.vault import Closed, TooMany

from .views import errors


class Closing:
    """A page that cannot be opened is closed, kindly; nothing of it is shown."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        if isinstance(trouble, Closed):
            return errors.closed_for_now(request)
        if isinstance(trouble, TooMany):
            with transaction.atomic():
                audit.record(by=request.user, did="protection.too_many_opened")
            return errors.enough_for_now(request, trouble.again)
        return None
