"""The paper that tells the police what a certificate is for. What is typed for it is kept nowhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper import setting

from .. import changes, queries
from ..forms import TASKS, PaperForm
from ._shared import done, the_volunteer

MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
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
    if recipient and form.is_valid():
        issued = _issued(form, _told(request, form, volunteer, recipient, basis))
        asked = form.cleaned_data["asked"]
        if issued and done(
            form, changes.note_paper_made, volunteer=volunteer, asked=asked, by=request.user
        ):
            return _as_file(issued)
    page = {"volunteer": volunteer, "form": form, "recipient": recipient, "basis": basis}
    return render(request, "screening/paper.html", page)


def _form(request, volunteer: Any) -> PaperForm:
    """It begins in bokmål; a text of tasks in either is there to choose from the page."""
    language = "nn" if request.GET.get("maal") == "nn" else "nb"
    first = {"language": language, "tasks": TASKS[language]}
    about = {"birth_year": volunteer.birth_year, "today": timezone.localdate()}
    return PaperForm(request.POST if request.method == "POST" else None, initial=first, **about)


def _told(request, form: PaperForm, volunteer: Any, recipient: Any, basis: Any) -> dict[str, Any]:
    typed = form.cleaned_data
    return {
        "association": volunteer.association.name,
        "address": recipient.address,
        "place": recipient.place,
        "confirmed": basis is not None,
        "basis": basis.text if basis else "",
        "name": f"{volunteer.first_name} {volunteer.last_name}".strip(),
        "born": _day(typed["born"]),
        "on": _day(timezone.localdate()),
        "by": request.user.name,
        **{name: typed[name] for name in ("role", "tasks", "where", "anew")},
    }


def _issued(form: PaperForm, told: dict[str, Any]) -> bytes:
    """Nothing when it cannot be set; the form says so, without the words of whoever set it."""
    language: setting.Language = "nn" if form.cleaned_data["language"] == "nn" else "nb"
    try:
        return setting.pdf("screening/purpose", told, on=timezone.localdate(), language=language)
    except setting.Unprintable:
        form.add_error(None, NOT_SET)
        return b""


def _as_file(issued: bytes) -> HttpResponse:
    answer = HttpResponse(issued, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="papir.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


def _day(day: date) -> str:
    """The months are alike in bokmål and nynorsk."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
