"""When a page may not open somebody yet, the page that has to come first is shown at the same address."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .caseload import Stopped
from .forms import ReasonForm


class Stopping:
    """Middleware: what a view was stopped by says which page is shown instead. Nothing was opened."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, Stopped):
            return None
        page = {
            "participant": fault.participant,
            "form": ReasonForm(initial={"back": request.get_full_path()}),
        }
        return render(request, fault.template, page)
