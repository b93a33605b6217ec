"""A new applicant, and corrections of what is written about a volunteer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import done, made

from .. import changes
from ..forms import ApplicationForm, CardForm
from .standing import opened, the_volunteer

ON_THE_CARD = tuple(CardForm.base_fields)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def new(request) -> HttpResponse:
    """Somebody has applied."""
    today = accounts.terms(request.user.association).today
    posted = request.POST if request.method == "POST" else None
    form = ApplicationForm(posted, initial={"applied_on": today})
    to = {"association": request.user.association, "by": request.user}
    if volunteer := made(form, changes.note_application, **to):
        messages.success(request, "Søknaden er notert.")
        return redirect("volunteers:standing", volunteer.reference)
    return render(request, "volunteers/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def card(request, reference: str) -> HttpResponse:
    """What is written about her, to be put right. How she is reached is asked for on her page."""
    volunteer = the_volunteer(request, reference)
    if request.method == "POST":
        form = CardForm(request.POST)
        opened(request, volunteer, purpose="card_correction")
        if done(form, changes.correct_card, volunteer=volunteer, by=request.user):
            messages.success(request, "Kortet er rettet.")
            return redirect("volunteers:standing", reference)
    elif opening.open_cards([volunteer], by=request.user, purpose="card"):
        form = CardForm(initial={name: getattr(volunteer, name) for name in ON_THE_CARD})
    else:
        raise Http404
    return render(request, "volunteers/card.html", {"volunteer": volunteer, "form": form})
