"""The paper that tells the police what a certificate is for. What is typed for it is kept nowhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper import setting
from ressursvenn.shapes.days import in_words
from ressursvenn.shapes.files import as_paper
from ressursvenn.shapes.trying import tried

from .. import changes, queries, texts, words
from ..forms import PaperForm
from ._shared import the_volunteer

NOT_SET = "Papiret ble ikke laget: et tegn i navnet eller teksten finnes ikke i skriften vår."


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def purpose(request, reference: str) -> HttpResponse:
    """Look over what the paper will say, type her day of birth, and get it as a file."""
    volunteer = the_volunteer(request, reference)
    if volunteer.left_on:
        return redirect("screening:of", reference)
    recipient = queries.recipient_of(volunteer.association)
    basis = queries.basis_in_force()
    form = _form(request, volunteer)
    if recipient and volunteer.last_name and form.is_valid():
        issued = _issued(form, _told(request, form, volunteer, recipient, basis))
        asked = form.cleaned_data["asked"]
        if issued and tried(
            form, changes.note_paper_made, volunteer=volunteer, asked=asked, by=request.user
        ):
            return as_paper(issued)
    page = {"volunteer": volunteer, "form": form, "recipient": recipient, "basis": basis}
    return render(request, "screening/paper.html", page)


def _form(request, volunteer: Any) -> PaperForm:
    """It begins in bokmål. Asked to show the text of tasks in another language, it keeps what was typed."""
    terms = accounts.terms(volunteer.association)
    about = {"birth_year": volunteer.birth_year, "terms": terms}
    if request.method == "POST" and "show" not in request.POST:
        return PaperForm(request.POST, **about)
    first = {"language": "nb", "tasks": texts.tasks("nb", terms.limits), **request.POST.dict()}
    if first["language"] in words.LANGUAGES:
        first["tasks"] = texts.in_language(first["tasks"], first["language"], terms.limits)
    return PaperForm(initial=first, **about)


def _told(request, form: PaperForm, volunteer: Any, recipient: Any, basis: Any) -> dict[str, Any]:
    typed = form.cleaned_data
    return {
        "association": volunteer.association.name,
        "address": recipient.office,
        "place": recipient.place,
        "confirmed": basis is not None,
        "basis": basis.text if basis else "",
        "name": f"{volunteer.first_name} {volunteer.last_name}".strip(),
        "born": in_words(typed["born"]),
        "on": in_words(timezone.localdate()),
        "by": request.user.name,
        **{name: typed[name] for name in ("role", "tasks", "where", "anew")},
    }


def _issued(form: PaperForm, told: dict[str, Any]) -> bytes:
    """Nothing when it cannot be set; the form says so, without the words of whoever set it."""
    language = setting.language_of(form.cleaned_data["language"])
    try:
        return setting.pdf("screening/purpose", told, on=timezone.localdate(), language=language)
    except setting.Unprintable:
        form.add_error(None, NOT_SET)
        return b""
