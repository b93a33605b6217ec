"""The page a referee opens. It names nobody, tells nothing, and is gone when she has answered."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import anyone
from ressursvenn.protection import vault

from .. import changes, queries
from ..forms import StatementForm


@require_http_methods(["GET", "HEAD", "POST"])
@anyone("a referee has no account: the word in the link is hers, works once, and opens nothing")
@never_cache
def statement(request, word: str) -> HttpResponse:
    """Wrong, used and old are one and the same."""
    if queries.with_word(word) is None:
        return _gone(request)
    form = StatementForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _received(request, word, form)
        except ValidationError as error:
            form.tell(error)
    return render(request, "screening/neutral.html", {"form": form})


def _received(request, word: str, form: StatementForm) -> HttpResponse:
    told = {"answers": form.answers(), "said": form.cleaned_data["said"]}
    try:
        row = changes.receive_statement(word=word, **told)
    except vault.Erased:
        row = None
    return render(request, "screening/thanks.html") if row else _gone(request)


def _gone(request) -> HttpResponse:
    return render(request, "screening/gone.html", status=404)
