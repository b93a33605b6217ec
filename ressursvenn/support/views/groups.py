"""A group and its evenings."""

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
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, forms, queries
from ..models import Group

AT_FIRST = {"begins": "18:00", "ends": "20:00"}


def _group(request, reference: str) -> Group:
    return get_object_or_404(queries.groups_visible_to(request.user), reference=reference)


def _colleagues(request) -> list[Any]:
    house = request.user.association
    return list(accounts.colleagues(house).filter(association=house))


def _known(request, rows: Any) -> list[Any]:
    """Opened and in the order of names; the erased are left out."""
    known = opening.open_cards(rows, by=request.user, purpose="list")
    return sorted(known, key=lambda one: norwegian(one.first_name))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_CONCERNS)
def new(request) -> HttpResponse:
    """A new group."""
    posted = request.POST if request.method == "POST" else None
    form = forms.GroupForm(posted, colleagues=_colleagues(request))
    to = {"association": request.user.association, "by": request.user}
    if row := made(form, changes.lay_out_group, **to):
        messages.success(request, "Gruppen er satt opp. Nå kan du ta noen med og sette en kveld.")
        return redirect("support:group", row.reference)
    return render(request, "support/new_group.html", {"form": form})


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def group(request, reference: str) -> HttpResponse:
    """Who is in it, when it meets, and what can be done."""
    return page_of(request, _group(request, reference))


def page_of(request, row: Group, **tried: Any) -> HttpResponse:
    """The page. `tried` are forms that could not be kept, with what was typed."""
    members = queries.members_of(row)
    fills = request.user.may(Permission.SEE_CONCERNS) and not row.laid_down_on
    others = list(queries.not_in_a_group(request.user)) if fills else []
    known = set(_known(request, [*(one.volunteer for one in members), *others]))
    free = sorted(known & set(others), key=lambda one: norwegian(one.first_name))
    terms = accounts.terms(row.association)
    stands = {"name": row.name, "leader": row.leader.reference, "places": row.places}
    page = {
        "group": row,
        "members": [one for one in members if one.volunteer in known],
        "evenings": queries.evenings_of(row),
        "today": terms.today,
        "free": free,
        "evening_form": forms.EveningForm(initial=AT_FIRST),
        "member_form": forms.MemberForm(volunteers=free),
        "group_form": forms.GroupForm(colleagues=_colleagues(request), initial=stands),
        **tried,
    }
    return render(request, "support/group.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_CONCERNS)
def corrected(request, reference: str) -> HttpResponse:
    """Its name, its leader, its places."""
    row = _group(request, reference)
    if request.method != "POST":
        return redirect("support:group", reference)
    form = forms.GroupForm(request.POST, colleagues=_colleagues(request))
    if done(form, changes.put_group_right, group=row, by=request.user):
        messages.success(request, "Gruppen er rettet.")
        return redirect("support:group", reference)
    return page_of(request, _group(request, reference), group_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def evening_set(request, reference: str) -> HttpResponse:
    """The next time it meets."""
    row = _group(request, reference)
    if request.method != "POST":
        return redirect("support:group", reference)
    form = forms.EveningForm(request.POST)
    if done(form, changes.set_evening, group=row, by=request.user):
        messages.success(request, "Kvelden er satt opp. De som er med, ser den på sin side.")
        return redirect("support:group", reference)
    return page_of(request, row, evening_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_CONCERNS)
def member_in(request, reference: str) -> HttpResponse:
    """Somebody comes into the group."""
    row = _group(request, reference)
    if request.method != "POST":
        return redirect("support:group", reference)
    form = forms.MemberForm(
        request.POST, volunteers=_known(request, queries.not_in_a_group(request.user))
    )
    if done(form, changes.take_in, group=row, by=request.user):
        messages.success(request, "Hun er med i gruppen.")
        return redirect("support:group", reference)
    return page_of(request, row, member_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_CONCERNS)
def member_out(request, reference: str, volunteer: str) -> HttpResponse:
    """Somebody goes out of it."""
    row = _group(request, reference)
    found = [one for one in queries.members_of(row) if one.volunteer.reference == volunteer]
    if not found:
        raise Http404
    if request.method == "POST":
        to = {"membership": found[0], "by": request.user}
        tried_or_told(request, changes.take_out, said="Hun er ute av gruppen.", **to)
    return redirect("support:group", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SEE_CONCERNS)
def laid_down(request, reference: str) -> HttpResponse:
    """It is over."""
    row = _group(request, reference)
    if request.method == "POST":
        to = {"group": row, "by": request.user}
        tried_or_told(request, changes.lay_down_group, said="Gruppen er lagt ned.", **to)
    return redirect("support:group", reference)


# --- an evening -----------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def evening(request, reference: str) -> HttpResponse:
    """Who is asked, what they have said, and, when it has been, who came."""
    row = get_object_or_404(queries.evenings_visible_to(request.user), reference=reference)
    asked = queries.asked_on(row)
    known = set(_known(request, [one.volunteer for one in asked]))
    told = sorted(
        (one for one in asked if one.volunteer in known),
        key=lambda one: norwegian(one.volunteer.first_name),
    )
    form = forms.PresenceForm(request.POST if request.method == "POST" else None, asked=told)
    if request.method == "POST" and done(form, changes.note_who_came, evening=row, by=request.user):
        messages.success(request, "Det er notert hvem som kom.")
        return redirect("support:group", row.group.reference)
    today = accounts.terms(row.group.association).today
    page = {"evening": row, "asked": told, "form": form, "has_been": row.held_on <= today}
    return render(request, "support/evening.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def called_off(request, reference: str) -> HttpResponse:
    """It does not happen."""
    row = get_object_or_404(queries.evenings_visible_to(request.user), reference=reference)
    if request.method == "POST":
        to = {"evening": row, "by": request.user}
        tried_or_told(request, changes.call_off_evening, said="Kvelden er avlyst.", **to)
    return redirect("support:group", row.group.reference)
