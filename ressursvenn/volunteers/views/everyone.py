"""The list: everybody of the association, where on the road they are, and what is missing first."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission

from .. import changes, rules
from ..words import CHOICES_OF_LIST
from ._rows import Row, named, of_house

SHOWN: dict[str, Callable[[Row], bool]] = {
    "alle": lambda row: not row.known.has_left,
    "underveis": lambda row: row.missing is not None and not row.known.has_left,
    "godkjennes": lambda row: row.to_approve,
    "kan": lambda row: row.missing is None,
    "avklares": lambda row: rules.half_known(row.known) and not row.known.has_left,
    "sluttet": lambda row: bool(row.known.has_left),
}


@require_safe
@requires(Permission.SEE_VOLUNTEERS)
def everyone(request) -> HttpResponse:
    """Everybody of the association that this person may see, as a list to look through."""
    shown = request.GET.get("vis", "alle")
    shown = shown if shown in SHOWN else "alle"
    rows = of_house(request)
    chosen = [row for row in rows if SHOWN[shown](row)]
    page = {
        "rows": named(request, chosen),
        "anybody": bool(rows),
        "shown": shown,
        "to_ask": sum(row.to_approve and not row.asked for row in rows),
        "asked": sum(row.to_approve and row.asked for row in rows),
        "choices": [
            {"code": code, "word": word, "count": sum(map(SHOWN[code], rows))}
            for code, word in CHOICES_OF_LIST.items()
        ],
    }
    return render(request, "volunteers/all.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def ask_for_all(request) -> HttpResponseBase:
    """One tap asks another to approve everybody who lacks nothing else, as after a workbook."""
    if request.method != "POST":
        return redirect(f"{reverse('volunteers:all')}?vis=godkjennes")
    return fresh_first(_asked_for_all)(request)


def _asked_for_all(request) -> HttpResponse:
    count = changes.ask_for_all_approvals(by=request.user)
    messages.success(request, f"Det er spurt om {count}. Når en annen sier ja, kan de kobles.")
    return redirect("together:all")
