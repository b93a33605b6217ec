"""Who is on her way in; the criteria and the guide to print; what the paper for the police carries."""

from __future__ import annotations

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import done

from .. import changes, criteria, queries
from ..forms import BasisForm, RecipientForm


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everybody(request):
    """Those who are on the road, or of whom Min dag says something; and whose certificate is long ago."""
    terms = accounts.terms(request.user.association)
    rows, to_renew = (
        opening.open_cards(found, by=request.user, purpose="list")
        for found in (
            queries.in_screening(request.user, terms),
            queries.to_renew(request.user, terms),
        )
    )
    page = {
        "rows": rows,
        "today": terms.today,
        "to_renew": to_renew,
        "recipient": queries.recipient_of(request.user.association),
        "basis": queries.basis_in_force(),
    }
    return render(request, "screening/all.html", page)


@require_safe
@requires(Permission.SEE_MY_DAY)
def criteria_page(request):
    """What it takes, for all staff: no more than may stand on a wall."""
    began, known = criteria.in_force(timezone.localdate())
    return render(request, "screening/criteria.html", {"began": began, "known": known})


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def guide(request):
    """The same with what to ask, and what answers sound like: for the two who interview."""
    began, known = criteria.in_force(timezone.localdate())
    return render(request, "screening/guide.html", {"began": began, "known": known})


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def recipient(request):
    """Where certificates are shown, for the paper."""
    row = queries.recipient_of(request.user.association)
    known = {"office": row.office, "place": row.place} if row else {}
    form = RecipientForm(request.POST if request.method == "POST" else None, initial=known)
    if done(form, changes.say_where_shown, by=request.user):
        messages.success(request, "Adressen er lagret, og står på nye papirer.")
        return redirect("screening:all")
    return render(request, "screening/recipient.html", {"form": form, "row": row})


@require_http_methods(["GET", "POST"])
@requires(Permission.CONFIRM_ACCOUNTS)
def basis(request):
    """The legal basis for the whole country: what counts, what waits, and a place to write a new one."""
    return fresh_first(_basis)(request) if request.method == "POST" else _basis(request)


def _basis(request):
    form = BasisForm(request.POST if request.method == "POST" else None)
    if done(form, changes.propose_basis, by=request.user):
        messages.success(request, "Skrevet. En annen er spurt, og det gjelder når hun sier ja.")
        return redirect("screening:basis")
    page = {
        "form": form,
        "in_force": queries.basis_in_force(),
        "waiting": queries.basis_waiting(),
    }
    return render(request, "screening/basis.html", page)
