"""The desk of those who write: every page, its versions, and a plain editor with a preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.refusing import not_met
from ressursvenn.shapes.trying import made
from ressursvenn.together import queries as together

from .. import changes, comparing, facts, languages, places, queries, rules, texts
from ..forms import TextForm

EDIT = Permission.EDIT_ALLIANCE


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """Every page in every language, and the two links of the seed."""
    page = {"rows": queries.desk(), "read_more": queries.read_more()}
    return render(request, "door/all.html", page)


@require_safe
@requires(EDIT)
def history(request, place: str, language: str) -> HttpResponse:
    """All versions of one page, newest first."""
    page = {
        **_of(place, language),
        "versions": queries.versions_of(place, language),
        "shown": queries.shown(place, language),
    }
    return render(request, "door/history.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def write(request, place: str, language: str) -> HttpResponse:
    """Type, look at it, and save it as a version. Looking saves nothing."""
    page = _of(place, language)
    form = TextForm(
        request.POST if request.method == "POST" else None, initial=_begins(place, language)
    )
    if "look" in request.POST:
        return render(request, "door/write.html", {**page, "form": form, "preview": form.typed})
    to = {"place": place, "language": language, "by": request.user}
    if version := made(form, changes.write_version, **to):
        messages.success(request, "Versjonen er lagret. Ingen utenfor leser den ennå.")
        return redirect("door:version", version.reference)
    return render(request, "door/write.html", {**page, "form": form})


@require_safe
@requires(EDIT)
def version(request, reference: str) -> HttpResponse:
    """How it reads, what is new in it, what stands in the way, and who has said what."""
    row = the_version(reference)
    noes = rules.may_be_published(facts.of(row), accounts.terms(None))
    now = queries.shown(row.place, row.language)
    asked = together.open_about(queries.PUBLISH, reference)
    page = {
        **_of(row.place, row.language),
        "version": row,
        "state": queries.state_of(row),
        "noes": not_met(noes),
        "changed": comparing.lines(now.text if now else None, row.text),
        "asked": asked,
        "hers": asked is not None and asked.asked_by_id == request.user.pk,
        "translation": row.language not in languages.BESIDE,
    }
    return render(request, "door/version.html", page)


def the_version(reference: str) -> Any:
    """One version, or 404."""
    row = queries.version(reference)
    if row is None:
        raise Http404
    return row


def _of(place: str, language: str) -> dict[str, Any]:
    if not places.known(place, language):
        raise Http404
    return {"place": places.PLACES[place], "tongue": languages.LANGUAGES[language]}


def _begins(place: str, language: str) -> dict[str, str]:
    """The newest version, or the house's own words; nothing in a language that nobody has written in."""
    last = queries.newest(place, language)
    text = last.text if last else texts.of_the_house(place, language)
    return {"title": text.title, "lead": text.lead, "body": text.body} if text else {}
