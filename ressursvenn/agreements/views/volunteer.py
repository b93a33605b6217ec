"""Her phone: what waits for her signature, and the copies that are hers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done

from .. import changes, forms, queries, setting, texts
from ._shared import paper_of


@require_safe
@requires(Permission.OWN_ROAD)
def own(request):
    """One thing at a time: what she is to sign first, then what she has."""
    rows = list(queries.own(request.user))
    to_sign = [row for row in rows if row.issued_on is None and row.she_signed_at is None]
    papers = [(row, setting.grouped(row.print)) for row in rows if row.issued_on]
    waits = [row for row in rows if row.issued_on is None and row.she_signed_at]
    ends = queries.own_commitment(request.user)
    page = {"to_sign": to_sign, "waits": waits, "papers": papers, "ends": ends}
    page["over"] = ends is not None and ends <= timezone.localdate()
    return render(request, "agreements/volunteer.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.OWN_ROAD)
def sign(request, signing: str):
    """The whole text, and the signature. Whoever has signed sees the text she signed."""
    row = get_object_or_404(queries.own(request.user), reference=signing)
    if request.method == "POST":
        return _sign(request, row)
    return _page(request, row, forms.SignHerselfForm())


@fresh_first
def _sign(request, row: Any):
    form = forms.SignHerselfForm(request.POST)
    if done(form, changes.sign_herself, signing=row, by=request.user):
        messages.success(request, "Du har skrevet under. Takk.")
        return redirect("agreements_volunteer:all")
    return _page(request, row, form)


def _page(request, row: Any, form: Any):
    text = texts.known(row.kind, row.version)
    page = {
        "signing": row,
        "text": text,
        "paragraphs": texts.said(text, row.language, row.numbers) if text else [],
        "form": form if row.she_signed_at is None else None,
    }
    return render(request, "agreements/sign.html", page)


@require_safe
@requires(Permission.OWN_ROAD)
def paper(request, signing: str):
    """Her copy."""
    return paper_of(get_object_or_404(queries.own(request.user), reference=signing), request.user)
