"""The answer to one applicant: a ready text, edited by a person, copied by a person, noted as given.

What is written is never stored, and the house sends nothing.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening, vault
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as the_volunteers

from .. import queries, texts
from ..forms import EditForm, SentForm, TextForm


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def answer(request, reference: str) -> HttpResponse:
    """Choose a text, edit it, copy it, and note that she has got it: one step shows the next."""
    hers = the_volunteers.visible_to(request.user).select_related("association")
    volunteer = get_object_or_404(hers, reference=reference)
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
    is_no = form.cleaned_data["text"] == texts.NO
    return _page(
        request, volunteer, text_form=form, edit_form=EditForm(initial={"body": body}), is_no=is_no
    )


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
    more = {"edit_form": EditForm(initial=request.POST.dict())} if request.POST.get("body") else {}
    return _page(request, volunteer, arrival=arrival, shown=True, **more)


def _sent(request, volunteer: Any) -> HttpResponse:
    """She has got her answer."""
    form = SentForm(request.POST)
    if form.is_valid():
        try:
            volunteers.note_answer(volunteer=volunteer, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.tell(error)
        else:
            messages.success(request, "Det er notert at søkeren har fått svar.")
            return redirect("arrivals:all")
    return _page(request, volunteer, sent_form=form)


STEPS = {"fill": _filled, "ready": _ready, "contact": _contact, "sent": _sent}


def _opened(request, volunteer: Any) -> None:
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404


def _page(request, volunteer: Any, **more: Any) -> HttpResponse:
    _opened(request, volunteer)
    page = {
        "volunteer": volunteer,
        "arrival": queries.arrival_of(volunteer),
        "text_form": TextForm(),
        "sent_form": SentForm(initial={"on": timezone.localdate()}),
        **more,
    }
    return render(request, "arrivals/answer.html", page)
