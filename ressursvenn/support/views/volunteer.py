"""Her phone: her next evening, a quiet way to say that it is heavy, and whom to ring when it is acute."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes import calendar
from ressursvenn.shapes.files import as_calendar
from ressursvenn.shapes.trying import tried_or_told
from ressursvenn.volunteers import queries as volunteers

from .. import changes, queries, words

HEARD = "Takk for at du sa fra. Noen tar kontakt med deg."
ANSWERS = {"ja": True, "nei": False}


@require_safe
@requires(Permission.OWN_ROAD)
def own(request) -> HttpResponse:
    """One thing at a time."""
    terms = accounts.terms(request.user.association)
    wishes = [(code, word) for code, word in words.WISHES.items() if code]
    hers = queries.own(request.user, terms.today)
    page = {"own": hers, "wishes": wishes, "days": terms.limits.keep_strain_days}
    return render(request, "support/own.html", page)


@require_POST
@requires(Permission.OWN_ROAD)
def heavy(request) -> HttpResponse:
    """One tap, and at most one wish."""
    volunteer = volunteers.of_person(request.user)
    if volunteer is None:
        raise Http404
    told = {"volunteer": volunteer, "wish": request.POST.get("wish", ""), "by": request.user}
    tried_or_told(request, changes.say_it_is_heavy, said=HEARD, **told)
    return redirect("support_volunteer:all")


@require_POST
@requires(Permission.OWN_ROAD)
def taken_back(request) -> HttpResponse:
    """She takes it back. What is gone already is gone."""
    strain = queries.own_strain(request.user).first()
    if strain is not None:
        about = {"strain": strain, "by": request.user}
        tried_or_told(request, changes.take_back_word, said="Det er tatt tilbake.", **about)
    return redirect("support_volunteer:all")


@require_POST
@requires(Permission.OWN_ROAD)
def coming(request, evening: str) -> HttpResponse:
    """Yes or no to an evening of her group. Anything else says nothing."""
    row = get_object_or_404(queries.own_evenings(request.user), reference=evening)
    comes = ANSWERS.get(request.POST.get("answer", ""))
    if comes is not None:
        said = "Takk. Da vet vi at du kommer." if comes else "Takk. Da vet vi at du ikke kommer."
        told = {"evening": row, "comes": comes, "by": request.user}
        tried_or_told(request, changes.say_whether_i_come, said=said, **told)
    return redirect("support_volunteer:all")


@require_safe
@requires(Permission.OWN_ROAD)
def in_calendar(request, evening: str) -> HttpResponse:
    """A file with a time, and nothing else."""
    row = get_object_or_404(queries.own_evenings(request.user), reference=evening)
    return as_calendar(calendar.evening(row.held_on, row.begins, row.ends))
