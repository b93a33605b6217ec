"""The desk: everybody's papers, one volunteer's, going through a text aloud, and signing for us."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import done
from ressursvenn.volunteers import queries as volunteers

from .. import changes, forms, queries, rules, setting, texts, words
from ._shared import paper_of


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request):
    """Who has signed what, and when it is gone through anew. What waits for us stands first."""
    terms = accounts.terms(request.user.association)
    rows = list(queries.standing_of_all(request.user))
    known = opening.open_cards(rows, by=request.user, purpose="list")
    sees = request.user.may(Permission.SEE_PAIRS)
    told = [(row, _renewal(row, terms), _promise(row, terms, sees)) for row in known]
    told.sort(
        key=lambda one: (
            not one[0].waits_for_us,
            not ((one[1] and one[1]["soon"]) or one[2]["over"] or one[2]["old"]),
            norwegian(one[0].first_name),
        )
    )
    return render(request, "agreements/all.html", {"rows": told, "heads": words.KIND_HEADS})


def _renewal(row: Any, terms: Any) -> dict[str, Any] | None:
    if row.declared_on is None:
        return None
    by = queries.renewed_by(row.declared_on, terms)
    return {"by": by, "soon": (by - terms.today).days <= terms.limits.declaration_window_days}


def _promise(row: Any, terms: Any, sees: bool) -> dict[str, Any]:
    """When her promise ends, to whoever may see pairs; and which of her papers have a newer text."""
    signed = {words.DECLARATION: row.declaration_version, words.AGREEMENT: row.agreement_version}
    now = {kind: texts.in_force(kind, terms.today).version for kind in signed}
    ends = rules.commitment_ends(row.promised_on, row.promised_months, row.met_on) if sees else None
    return {
        "ends": ends,
        "over": ends is not None and ends <= terms.today,
        "old": [kind for kind, version in signed.items() if version and version != now[kind]],
    }


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def all_texts(request):
    """Every version of the texts, and what changed between two."""
    terms = accounts.terms(request.user.association)
    numbers = _numbers(terms)
    language = _language(request)
    kinds = [_versions(kind, language, numbers, terms) for kind in words.KINDS]
    page = {"kinds": kinds, "language": language, "languages": words.LANGUAGES}
    return render(request, "agreements/texts.html", page)


def _versions(kind: str, language: str, numbers: dict[str, int], terms: Any) -> dict[str, Any]:
    every = texts.versions(kind)
    steps = [(old, new, texts.changed(old, new, language, numbers)) for old, new in pairwise(every)]
    return {
        "head": words.KIND_HEADS[kind],
        "now": texts.in_force(kind, terms.today),
        "versions": [(text, texts.said(text, language, numbers)) for text in reversed(every)],
        "steps": steps[::-1],
    }


def _numbers(terms: Any) -> dict[str, int]:
    return {name: getattr(terms.limits, name) for name in texts.NUMBERS}


def _language(request) -> str:
    asked = request.GET.get("sprak", "")
    return asked if asked in words.LANGUAGES else "nb"


def the_volunteer(request, reference: str) -> Any:
    """One of those this person may see; to her the others do not exist."""
    rows = volunteers.visible_to(request.user).select_related("association", "person")
    return get_object_or_404(rows, reference=reference)


def opened(request, volunteer: Any) -> Any:
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404
    return volunteer


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def of(request, reference: str):
    """What she has signed, what is on its way, and where to begin."""
    return page_of(request, the_volunteer(request, reference))


def page_of(request, volunteer: Any, tried: Any = None):
    """`tried` is a signing's reference and the form that could not be kept."""
    opened(request, volunteer)
    rows = queries.of_volunteer(request.user, volunteer)
    terms = accounts.terms(volunteer.association)
    kinds = [_kind(kind, rows, terms, tried or {}) for kind in words.KINDS]
    ends = queries.commitment_of(volunteer) if request.user.may(Permission.SEE_PAIRS) else None
    page = {
        "volunteer": volunteer, "kinds": kinds, "languages": words.LANGUAGES, "ends": ends,
        "over": ends is not None and ends <= terms.today,
    }  # fmt: skip
    return render(request, "agreements/of.html", page)


def _kind(kind: str, rows: list[Any], terms: Any, tried: dict[str, Any]) -> dict[str, Any]:
    mine = [row for row in rows if row.kind == kind]
    on_its_way = next((r for r in mine if r.issued_on is None and r.laid_aside_on is None), None)
    form = None
    if on_its_way:
        form = tried.get(on_its_way.reference)
        if form is None and on_its_way.we_signed_at is None:
            form = forms.SignForUsForm(auto_id=f"{on_its_way.reference}_%s")
    return {
        "code": kind,
        "head": words.KIND_HEADS[kind],
        "text": texts.in_force(kind, terms.today),
        "on_its_way": on_its_way,
        "form": form,
        "issued": [(row, setting.grouped(row.print)) for row in mine if row.issued_on],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def going_through(request, reference: str):
    """One paragraph at a time, large enough to read aloud; then the tick that she has had time."""
    volunteer = the_volunteer(request, reference)
    kind = request.GET.get("tekst", words.DECLARATION)
    if kind not in words.KINDS or volunteer.left_on:
        raise Http404
    form = forms.GoneThroughForm(request.POST if request.method == "POST" else None)
    told = {"volunteer": volunteer, "kind": kind, "language": _language(request)}
    if request.method == "POST" and done(form, changes.note_gone_through, by=request.user, **told):
        messages.success(request, "Gjennomgangen er notert. Nå kan begge skrive under.")
        return redirect("agreements:of", reference)
    return _reading(request, form, **told)


def _reading(request, form: Any, volunteer: Any, kind: str, language: str):
    terms = accounts.terms(volunteer.association)
    text = texts.in_force(kind, terms.today)
    paragraphs = texts.said(text, language, _numbers(terms))
    last = len(paragraphs) + 1
    asked = request.GET.get("del", "1")
    part = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    part = last if form.is_bound else min(max(part, 1), last)
    page = {
        "volunteer": volunteer, "kind": kind, "head": words.KIND_HEADS[kind], "text": text,
        "language": language, "languages": words.LANGUAGES, "part": part, "last": last,
        "said": paragraphs[part - 1] if part < last else None, "form": form,
        "before": part - 1, "after": part + 1 if part < last else 0,
    }  # fmt: skip
    return render(request, "agreements/reading.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def sign_for_us(request, reference: str, signing: str):
    """The association's signature, by whoever is signed in, shown anew."""
    volunteer = the_volunteer(request, reference)
    row = get_object_or_404(
        queries.visible_to(request.user), volunteer=volunteer, reference=signing
    )
    if request.method != "POST":
        return redirect("agreements:of", reference)
    return _sign_for_us(request, volunteer, row)


@fresh_first
def _sign_for_us(request, volunteer: Any, row: Any):
    form = forms.SignForUsForm(request.POST, auto_id=f"{row.reference}_%s")
    if done(form, changes.sign_for_us, signing=row, by=request.user):
        messages.success(request, "Du har skrevet under for foreningen.")
        return redirect("agreements:of", volunteer.reference)
    return page_of(request, volunteer, tried={row.reference: form})


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def paper(request, reference: str, signing: str):
    """The association's copy."""
    volunteer = the_volunteer(request, reference)
    rows = queries.visible_to(request.user).select_related("volunteer", "paper")
    return paper_of(get_object_or_404(rows, volunteer=volunteer, reference=signing), request.user)
