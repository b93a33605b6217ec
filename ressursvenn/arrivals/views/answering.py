"""The answer to one applicant: a ready text, edited by a person, copied by a person, noted as given.

What is written is never stored, and the house sends nothing.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening, vault
from ressursvenn.shapes.trying import done
from ressursvenn.volunteers import queries as the_volunteers

from .. import changes, queries, texts
from ..forms import EditForm, SentForm, TextForm

SAID = "Det er notert at søkeren har fått svar."
SAID_NO = "Det er notert at søkeren har fått nei. Søknaden er avsluttet, og alt om søkeren slettes i tide."


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def answer(request, reference: str) -> HttpResponse:
    """Choose a text, edit it, copy it, and note that she has got it: one step shows the next."""
    volunteer = _found(request, reference)
    step = STEPS.get(request.POST.get("do", "")) if request.method == "POST" else None
    if step is None:
        return _page(request, volunteer)
    return step(request, volunteer)


def _filled(request, volunteer: Any) -> HttpResponse:
    """The text that was chosen, ready to be edited."""
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, volunteer, text_form=form)
    _opened(request, volunteer)
    limits = accounts.terms(volunteer.association).limits
    body = texts.written(
        **form.cleaned_data, to=volunteer.first_name, from_=request.user.name,
        house=volunteer.association.name, age=limits.age_at_least, months=limits.commitment_months,
        days=limits.keep_refused_days,
    )  # fmt: skip
    more = {"text_form": form, "edit_form": EditForm(initial={"body": body})}
    return _page(request, volunteer, chosen=form.cleaned_data["text"], **more)


def _ready(request, volunteer: Any) -> HttpResponse:
    """The text as she has edited it, to be copied."""
    form = EditForm(request.POST)
    ready = form.cleaned_data["body"] if form.is_valid() else ""
    return _page(request, volunteer, edit_form=form, ready=ready)


def _contact(request, volunteer: Any) -> HttpResponse:
    """How she is reached and what she wrote, when somebody asks for it. What is typed stays."""
    arrival = queries.arrival_of(volunteer)
    rows = [volunteer, arrival] if arrival else [volunteer]
    try:
        opening.open_records(rows, by=request.user, purpose="volunteer_contact")
    except vault.Erased:
        raise Http404 from None
    return _page(request, volunteer, arrival=arrival, shown=True, **_typed(request))


def _sent(request, volunteer: Any) -> HttpResponse:
    """She has got her answer. After a no her road ends here. What is typed stays."""
    form = SentForm(request.POST)
    if done(form, changes.note_answered, volunteer=volunteer, by=request.user):
        messages.success(request, SAID_NO if form.cleaned_data["is_no"] else SAID)
        return redirect("arrivals:all")
    as_before = _found(request, volunteer.reference)  # whatever was tried on the row in hand
    return _page(request, as_before, sent_form=form, **_typed(request))


STEPS = {"fill": _filled, "ready": _ready, "contact": _contact, "sent": _sent}


def _found(request, reference: str) -> Any:
    here = the_volunteers.visible_to(request.user).select_related("association")
    return get_object_or_404(here, reference=reference)


def _opened(request, volunteer: Any) -> None:
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404


def _typed(request) -> dict[str, Any]:
    """The text as it stands on the screen, for the next page."""
    body = request.POST.get("body")
    return {"edit_form": EditForm(initial={"body": body})} if body else {}


def _page(request, volunteer: Any, *, chosen: str = "", **more: Any) -> HttpResponse:
    """`chosen` is the text that was begun with, which the page carries from step to step."""
    _opened(request, volunteer)
    chosen = chosen or request.POST.get("chosen", "")
    page = {
        "volunteer": volunteer,
        "arrival": queries.arrival_of(volunteer),
        "text_form": TextForm(),
        "sent_form": SentForm(initial={"on": timezone.localdate(), "chosen": chosen}),
        "days": accounts.terms(volunteer.association).limits.keep_refused_days,
        "to_note": not volunteer.left_on and (chosen == texts.NO or not volunteer.answered_on),
        **more,
    }
    return render(request, "arrivals/answer.html", page)
