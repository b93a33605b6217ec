"""The desk: who has said that it is heavy, who has not been for long, groups, and one volunteer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.protection import opening, vault
from ressursvenn.shapes.trying import done
from ressursvenn.volunteers import queries as volunteers

from .. import changes, forms, queries, words

GATHERINGS = 5


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request) -> HttpResponse:
    """What waits first; then groups and their evenings; then who has not been for long."""
    return overview(request)


def overview(request, tried: tuple[str, Any] | None = None) -> HttpResponse:
    """`tried` is a gathering's reference and the form that could not be kept."""
    person, terms = request.user, accounts.terms(request.user.association)
    late = list(queries.with_last_days(queries.overdue(person, terms)))
    strains = list(queries.open_strains_heard_by(person))
    everybody = [*(strain.volunteer for strain in strains), *late]
    known = set(opening.open_cards(everybody, by=person, purpose="list"))
    told = [one for one in strains if one.volunteer in known]
    page = {
        "heavy": queries.heard(told, by=person, purpose="list"),
        "late": sorted(known & set(late), key=lambda one: norwegian(one.first_name)),
        "groups": list(queries.with_counts(queries.groups_visible_to(person), terms)),
        "unnoted": list(queries.unnoted_evenings(person, terms)),
        "gatherings": [
            (row, _counting(row, terms, tried))
            for row in queries.gatherings_told(person, GATHERINGS)
        ],
        "limits": terms.limits,
        "today": terms.today,
    }
    return render(request, "support/all.html", page)


def _counting(row: Any, terms: Any, tried: tuple[str, Any] | None) -> Any:
    """The form that counts it, once it has been."""
    if tried and tried[0] == row.reference:
        return tried[1]
    if row.held_on > terms.today or row.came is not None or row.called_off_on:
        return None
    return forms.CountForm(name=row.reference)


# --- one volunteer --------------------------------------------------------------------------------


def the_volunteer(request, reference: str) -> Any:
    """One of those this person may see; to her the others do not exist."""
    rows = volunteers.visible_to(request.user).select_related("association", "person")
    return get_object_or_404(rows, reference=reference)


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def of(request, reference: str) -> HttpResponse:
    """Her evenings and talks, and what she has said herself to those who may hear it."""
    return page_of(request, the_volunteer(request, reference))


def page_of(request, volunteer: Any, form: Any = None) -> HttpResponse:
    """`form` is a talk that could not be kept."""
    person, terms = request.user, accounts.terms(volunteer.association)
    if not opening.open_cards([volunteer], by=person, purpose="volunteer_page"):
        raise Http404
    strains = list(_heard(request, volunteer))
    try:
        heard = queries.heard(strains, by=person, purpose="volunteer_page")
        talks = opening.open_records(
            queries.talks_heard_by(person, volunteer), by=person, purpose="volunteer_page"
        )
    except vault.Erased:
        raise Http404 from None
    page = {
        "volunteer": volunteer,
        "heard": heard,
        "talks": [_told(talk) for talk in talks],
        "evenings": queries.evenings_with(volunteer, terms),
        "membership": queries.membership_of(volunteer),
        "form": form or forms.TalkForm(heard=bool(strains), today=terms.today),
        "days": terms.limits.keep_strain_days,
    }
    return render(request, "support/of.html", page)


def _heard(request, volunteer: Any) -> Any:
    """What she has said that is not answered, and that whoever asks may hear."""
    return queries.open_strains_heard_by(request.user).filter(volunteer=volunteer)


def _told(talk: Any) -> dict[str, Any]:
    return {
        "talk": talk,
        "length": words.LENGTHS.get(talk.length, ""),
        "mood": words.MOODS.get(talk.mood, ""),
        "next_step": words.NEXT_STEPS.get(talk.next_step, ""),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def talk(request, reference: str) -> HttpResponse:
    """Two have talked."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("support:of", reference)
    form = forms.TalkForm(request.POST, heard=_heard(request, volunteer).exists())
    if done(form, changes.note_talk, volunteer=volunteer, by=request.user):
        messages.success(request, "Samtalen er notert.")
        return redirect("support:of", reference)
    return page_of(request, volunteer, form=form)
