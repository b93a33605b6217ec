"""Each act has an address of its own, is posted to, and leads back to the volunteer's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, forms, queries
from ..models import Volunteer
from ._offers import ACTS, Act
from .standing import opened, page_of, the_volunteer

View = Callable[..., HttpResponseBase]


def view_of(act: Act) -> View:
    """The page that an act is posted to. Whoever only looks it up is sent to the volunteer."""

    def _posted(request, volunteer: Volunteer) -> HttpResponseBase:
        colleagues = accounts.colleagues(volunteer.association)
        form = act.form(request.POST, name=act.name, colleagues=colleagues)
        subject = {act.about: _subject(act, volunteer)}
        if done(form, act.change, by=request.user, **subject):
            messages.success(request, act.done)
            return redirect("volunteers:standing", volunteer.reference)
        return page_of(request, volunteer, tried={act.name: form})

    @require_http_methods(["GET", "POST"])
    @requires(Permission.SCREEN_VOLUNTEERS)
    def page(request, reference: str) -> HttpResponseBase:
        volunteer = the_volunteer(request, reference)
        if request.method != "POST":
            return redirect("volunteers:standing", reference)
        posted = fresh_first(_posted) if act.fresh else _posted
        return posted(request, volunteer)

    page.__name__ = page.__qualname__ = act.name
    page.__doc__ = act.change.__doc__
    return page


VIEWS = {act: view_of(act) for act in ACTS}


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_CONCERNS)
def concern_settled(request, reference: str, concern: str) -> HttpResponse:
    """A concern no longer stands in the way."""
    volunteer = the_volunteer(request, reference)
    row = get_object_or_404(queries.concerns_visible_to(request.user, volunteer), reference=concern)
    if request.method != "POST":
        return redirect("volunteers:standing", reference)
    form = forms.ConcernSettledForm(request.POST, name=row.reference)
    if done(form, changes.settle_concern, concern=row, by=request.user):
        messages.success(request, "Bekymringen er avklart.")
        return redirect("volunteers:standing", reference)
    return page_of(request, volunteer, tried={row.reference: form})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def hours_struck(request, reference: str, note: int) -> HttpResponse:
    """Course hours noted by mistake no longer count."""
    volunteer = the_volunteer(request, reference)
    row = get_object_or_404(queries.hours_of(volunteer), pk=note)
    if request.method != "POST":
        return redirect("volunteers:standing", reference)
    tried_or_told(
        request, changes.strike_course_hours, course_hours=row, by=request.user,
        said="Timene er strøket og teller ikke lenger.", instead="Timene var allerede strøket.",
    )  # fmt: skip
    return redirect("volunteers:standing", reference)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def contact_corrected(request, reference: str) -> HttpResponse:
    """Put right how she is reached."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("volunteers:standing", reference)
    form = forms.ContactForm(request.POST, name="contact")
    opened(request, volunteer, purpose="card_correction")
    if done(form, changes.correct_card, volunteer=volunteer, by=request.user):
        messages.success(request, "Kontaktopplysningene er rettet.")
        return redirect("volunteers:standing", reference)
    return page_of(request, volunteer, contact_form=form)


def _subject(act: Act, volunteer: Volunteer) -> Any:
    """What the act is about: herself, or the latest interview or sighting."""
    if act.about == "volunteer":
        return volunteer
    note = getattr(queries.notes_on(volunteer), act.about)
    if note is None:
        raise Http404
    return note
