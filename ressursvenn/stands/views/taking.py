"""Whoever takes a stand: the form, the same thank-you to everybody, and the link from the letter."""

from __future__ import annotations

from typing import Any

from allauth.core.internal import ratelimit
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import anyone
from ressursvenn.protection.headers import QUIET
from ressursvenn.shapes.trying import tried

from .. import changes, figures, pace, puzzle, queries, sieve
from ..forms import ConfirmForm, StandForm
from ..turning_away import busy, unlogged

WHY = "everybody may take a stand, and nobody has to sign in first"
SHARED = {  # where the address is shared
    "title": "Ta standpunkt mot vold mot kvinner",
    "lead": "Si det med fornavnet ditt, eller for organisasjonen din.",
}
TOO_MANY = (
    "Det er sendt mange standpunkter herfra den siste timen. Det du skrev, står her fortsatt. Vent litt, og "
    "prøv igjen."
)


@require_http_methods(["GET", "POST"])
@anyone(WHY)
def take(request: HttpRequest) -> HttpResponse:
    """The form, and how many have taken a stand. `turning_away` has been at the door before this.

    Search engines keep this page, so it names nobody.
    """
    if request.method != "POST":
        return _page(request, StandForm(initial={"word": puzzle.new_word()}), whole=True)
    with sieve.door.turn() as mine:
        return _written(request, StandForm(request.POST)) if mine else busy(request)


@require_safe
@anyone("the same thank-you to everybody")
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now. It says nothing of whoever sent."""
    days = queries.days_kept()
    return _quiet(render(request, "stands/thanks.html", {"days": days}))


@require_http_methods(["GET", "POST"])
@anyone("whoever has the link from the letter may confirm")
def confirm(request: HttpRequest, word: str) -> HttpResponse:
    """A link in a letter is opened by machines too: it is the button that confirms."""
    stand = _hers(word)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not stand.confirmed_day:
        changes.confirm(stand=stand, news=form.cleaned_data["news"], by=None)
        return _quiet(redirect("stands_public:confirm", word))
    page = {"stand": stand, "word": word, "form": form}
    return _quiet(render(request, "stands/confirm.html", page))


@require_http_methods(["GET", "POST"])
@anyone("whoever has the link from the letter may take the stand back")
def take_back(request: HttpRequest, word: str) -> HttpResponse:
    """Ask once, then nothing of it is left."""
    stand = _hers(word)
    if request.method != "POST":
        return _quiet(render(request, "stands/take_back.html", {"stand": stand, "word": word}))
    changes.take_back(stand=stand, by=None)
    return _quiet(render(request, "stands/taken_back.html"))


@csrf_exempt  # a mail program posts it by itself, from nowhere of ours (RFC 8058); the link is the proof
@require_http_methods(["GET", "POST"])
@anyone("whoever has the link from a letter of news may ask herself out")
def out(request: HttpRequest, word: str) -> HttpResponse:
    """No more news. Asked twice, it is answered the same."""
    reader = queries.reader_by_link(word)
    if request.method == "POST":
        if reader:
            changes.ask_out(reader=reader, by=None)
        reader = None
    return _quiet(render(request, "stands/out.html", {"reader": reader}))


def _written(request: HttpRequest, form: StandForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, form)
    if not _within_limit(request):
        return _page(request, form, refused=TOO_MANY, status=429)
    told = {**form.cleaned_data, "by": None}
    try:
        sent = tried(form, changes.receive, **told)
    except ValidationError:
        sent = False
    if not sent:
        return _page(request, form, status=503 if _is_full(form) else 200)
    return _quiet(redirect("stands_public:thanks"))


def _is_full(form: StandForm) -> bool:
    return any(error.code == "full" for error in form.non_field_errors().as_data())


def _within_limit(request: HttpRequest) -> bool:
    """So many from one address within an hour; a header that claims another address changes nothing."""
    rates = {"stand": f"{pace.AN_HOUR_EACH_ADDRESS}/h/ip"}
    app = "ressursvenn.stands"
    return ratelimit.consume(request, app=app, action="stand", config=rates) is not None


def _hers(word: str) -> Any:
    stand = queries.by_link(word)
    if stand is None:
        raise Http404
    return stand


def _page(
    request: HttpRequest, form: StandForm, *, status: int = 200, whole: bool = False, **more: Any
) -> HttpResponse:
    address = request.build_absolute_uri(request.path)
    page = {"form": form, "bits": pace.PUZZLE_BITS, "shared": SHARED, "address": address, **more}
    if whole:
        page |= {"number": figures.in_all()}
        return render(request, "stands/take.html", page)
    return unlogged(_quiet(render(request, "stands/take.html", page, status=status)))


def _quiet(response: HttpResponse) -> HttpResponse:
    """No search engine keeps a page that somebody may have written on."""
    response["X-Robots-Tag"] = QUIET
    return response
