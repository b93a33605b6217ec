"""Staff, volunteers and neutral pages may live on a host of their own, which never names the programme."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from .headers import DESK

WAY_OUT = "/m/lukk/"  # names nobody, and is on every error page, whichever host had the error


class DeskHost:
    """With DESK_HOST set, each host answers for its own pages, for static files and for the way out."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DESK_HOST and not self.at_home(request):
            raise Http404
        return self.answer(request)

    def at_home(self, request: HttpRequest) -> bool:
        at_desk = request.get_host() == settings.DESK_HOST
        at_both = request.path.startswith(("/static/", WAY_OUT))
        return at_both or at_desk == request.path.startswith(DESK)
