"""A volunteer's way in: an account of her own, and a link that works once, shown when they are together."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.square import square

from .. import changes
from ..models import Volunteer
from .standing import page_of, the_volunteer


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
@fresh_first
def account(request, reference: str) -> HttpResponse:
    """Make a link and show it, once, to whoever stands beside her. An older link stops working."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("volunteers:standing", reference)
    try:
        word = _word_for(request, volunteer)
    except ValidationError:
        return page_of(request, volunteer)
    link = request.build_absolute_uri(reverse("welcome", args=[word]))
    anew = "anew" in request.POST
    page = {"volunteer": volunteer, "link": link, "anew": anew, **square(link)}
    return render(request, "volunteers/account.html", page)


def _word_for(request, volunteer: Volunteer) -> str:
    opening.open_cards([volunteer], by=request.user, purpose="volunteer_page")
    person = volunteer.person or changes.give_account(volunteer=volunteer, by=request.user)
    make = accounts.open_recovery if "anew" in request.POST else accounts.invite
    return make(person=person, by=request.user)
