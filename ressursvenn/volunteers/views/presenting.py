"""What a volunteer offers and what may be told of her: her own page, and the same at the desk."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import done

from .. import changes, offered, queries
from ..forms import Nothing
from ..forms_offer import OfferForm, OwnPauseForm, initial_of
from ..models import Volunteer
from .standing import the_volunteer

OWN, DESK = "own_page", "volunteer_page"  # why it is opened, as the log has it


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.OWN_ROAD)
def own(request) -> HttpResponse:
    """What she offers, in her own words, and how it will be read."""
    volunteer = queries.of_person(request.user)
    if volunteer is None:
        return render(request, "volunteers/own_nobody.html")
    return _shown_or_kept(request, volunteer, changes.say_what_i_offer, OWN)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def presentation(request, reference: str) -> HttpResponse:
    """The same, noted for her as she said it."""
    volunteer = the_volunteer(request, reference)
    return _shown_or_kept(request, volunteer, changes.note_what_she_offers, DESK)


def _shown_or_kept(request, volunteer: Volunteer, change: Any, purpose: str) -> HttpResponse:
    """Look, try how it reads, or keep. What could not be kept stands in the form."""
    if not opening.open_cards([volunteer], by=request.user, purpose=purpose):
        raise Http404
    offers = queries.opened_offers(volunteer, by=request.user, purpose=purpose)
    counts = offers[0] if offers else None
    told = {"languages": volunteer.languages, "last_name": volunteer.last_name}
    if request.method != "POST":
        form = OfferForm(initial=initial_of(volunteer, counts), **told)
        return _page(request, volunteer, offers, form, queries.told_from(volunteer, counts))
    form = OfferForm(request.POST, **told)
    if "preview" in request.POST and form.is_valid():
        return _page(request, volunteer, offers, form, _as_it_would_be(volunteer, form), tried=True)
    if "preview" not in request.POST and done(form, change, volunteer=volunteer, by=request.user):
        messages.success(request, "Lagret. Slik blir det lest til det endres.")
        return redirect(request.path)
    return _page(request, volunteer, offers, form, queries.told_from(volunteer, counts))


def _as_it_would_be(volunteer: Volunteer, form: OfferForm) -> Any:
    """How it would be read, if what stands in the form were kept."""
    said = form.cleaned_data
    card = {name: getattr(volunteer, name) for name in ("first_name", "birth_year")}
    card |= {"languages": list(said["levels"]), "interests": said["interests"]}
    offer = {name: said[name] for name in ("would_like", "far", "shows", "presentation")}
    levels = offered.joined(said["levels"])
    return queries.told_from(SimpleNamespace(**card), SimpleNamespace(levels=levels, **offer))


def _page(
    request, volunteer: Volunteer, offers: list[Any], form: OfferForm, told: Any, **more: Any
) -> HttpResponse:
    counts = offers[0] if offers else None
    page = {
        "volunteer": volunteer,
        "form": form,
        "told": told,
        "counts": counts,
        "her_own": next((one for one in offers[1:] if one.by_herself), None),
        "pause_form": OwnPauseForm(name="pause"),
        "now": timezone.localdate(),
        **more,
    }
    own_page = request.user.pk == volunteer.person_id
    return render(request, f"volunteers/{'own' if own_page else 'presentation'}.html", page)


@require_POST
@requires(Permission.OWN_ROAD)
def own_pause(request) -> HttpResponse:
    """She needs a pause until a day."""
    return _own_act(
        request, OwnPauseForm(request.POST, name="pause"), changes.pause_herself, PAUSED
    )


@require_POST
@requires(Permission.OWN_ROAD)
def own_return(request) -> HttpResponse:
    """She is back."""
    return _own_act(request, Nothing(request.POST), changes.resume_herself, BACK)


PAUSED = "Pausen er notert. Du får ingen ny kobling før den er over."
BACK = "Velkommen tilbake. Pausen er avsluttet."


def _own_act(request, form: Any, change: Any, said: str) -> HttpResponse:
    volunteer = queries.of_person(request.user)
    if volunteer is None:
        raise Http404
    if done(form, change, volunteer=volunteer, by=request.user):
        messages.success(request, said)
        return redirect("volunteers_volunteer:all")
    if not opening.open_cards([volunteer], by=request.user, purpose=OWN):
        raise Http404
    offers = queries.opened_offers(volunteer, by=request.user, purpose=OWN)
    counts = offers[0] if offers else None
    offer_form = OfferForm(
        initial=initial_of(volunteer, counts),
        languages=volunteer.languages,
        last_name=volunteer.last_name,
    )
    told = queries.told_from(volunteer, counts)
    return _page(request, volunteer, offers, offer_form, told, pause_form=form)
