"""An advert on the desk: put together, read, and copied elsewhere. What is missing is never met here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, made

from .. import changes, copying, queries, words
from ..forms import BEGINS, AdvertForm
from ._addresses import in_full

SCREEN = Permission.SCREEN_VOLUNTEERS


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SCREEN)
def new(request):
    """Put an advert together. The form begins the same for everybody, whoever waits."""
    form = AdvertForm(request.POST if request.method == "POST" else None, initial=BEGINS)
    to = {"association": request.user.association, "by": request.user}
    if advert := made(form, changes.write_draft, **to):
        messages.success(request, "Utkastet er lagret. Les det som den som skal søke.")
        return redirect("adverts:one", advert.reference)
    return render(request, "adverts/write.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SCREEN)
def rewrite(request, reference: str):
    """Choose anew for a draft."""
    advert = the_advert(request, reference)
    if advert.state != words.DRAFT:
        messages.info(request, changes.FROZEN)
        return redirect("adverts:one", reference)
    chosen = {name: getattr(advert, name) for name in AdvertForm.base_fields}
    form = AdvertForm(request.POST if request.method == "POST" else None, initial=chosen)
    if done(form, changes.rewrite_draft, advert=advert, by=request.user):
        messages.success(request, "Utkastet er lagret.")
        return redirect("adverts:one", reference)
    return render(request, "adverts/write.html", {"form": form, "advert": advert})


@require_safe
@requires(SCREEN)
def one(request, reference: str):
    """How it reads, how it stands, and how many came through it."""
    advert = the_advert(request, reference)
    return render(request, "adverts/one.html", shown(request, advert))


@require_safe
@requires(SCREEN)
def copy(request, reference: str):
    """The same words, cut for the fields of frivillig.no. Before it is published there is nothing to copy."""
    advert = the_advert(request, reference)
    if advert.state not in (words.OPEN, words.PAUSED):
        raise Http404
    terms = accounts.terms(request.user.association)
    fields = copying.fields(
        advert.told,
        contact=_contact(request) if advert.is_placed else "",
        address=in_full(request, "one", reference),
    )
    page = {"advert": advert, "fields": fields, "days": terms.limits.answer_applicant_days}
    return render(request, "adverts/copy.html", page)


@require_safe
@requires(SCREEN)
def website(request):
    """Links for the association's own website. One with languages stands beside no town, so not there."""
    own = [row for row in queries.visible_to(request.user) if row.state == words.OPEN]
    links = [
        (in_full(request, "one", row.reference), row.language, row.title)
        for row in own
        if row.is_placed
    ]
    page = {
        "links": copying.as_links(links),
        "left_out": sum(not row.is_placed for row in own),
        "feeds": [in_full(request, "json_feed"), in_full(request, "atom_feed")],
    }
    return render(request, "adverts/website.html", page)


def the_advert(request, reference: str) -> Any:
    """One of her own association's, or 404."""
    return get_object_or_404(queries.visible_to(request.user), reference=reference)


def shown(request, advert: Any) -> dict[str, Any]:
    """What a page about an advert shows of it."""
    public = advert.state in (words.OPEN, words.PAUSED)
    return {
        "advert": advert,
        "told": queries.text_of(advert),
        "address": in_full(request, "one", advert.reference) if public else "",
    }


def _contact(request) -> str:
    return "\n".join(part for part in (request.user.name, request.user.email) if part)
