"""When is this erased, and is it still needed? One page for a participant or a volunteer, two acts."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission

from .. import changes, erasing, rounds
from ..forms import EraseForm, KeepForm

LEAD = Permission.LEAD_PARTICIPANTS


@require_safe
@requires(LEAD)
def one(request, reference):
    return _page(request, _found(request, reference))


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def keep(request, reference):
    """It is still needed."""
    found = _found(request, reference)
    if request.method != "POST":
        return redirect("web:erasing", reference)
    form = KeepForm(request.POST, prefix="keep")
    if form.is_valid() and _done(form, changes.keep_longer, found, request.user):
        messages.success(request, f"Fristen er flyttet {found.longer} dager.")
        return redirect("web:erasing", reference)
    return _page(request, found, keep=form)


@require_http_methods(["GET", "POST"])
@requires(LEAD)
@fresh_first
def now(request, reference):
    """It goes at once."""
    found = _found(request, reference)
    if request.method != "POST":
        return redirect("web:erasing", reference)
    form = EraseForm(request.POST, prefix="erase")
    if form.is_valid() and _done(form, changes.erase_now, found, request.user):
        messages.success(request, "Slettet. Ingen kan lese det igjen.")
        return redirect("participants:all" if found.is_participant else "volunteers:all")
    return _page(request, found, erase=form)


@require_safe
@requires(Permission.RUN_SYSTEM)
def caretaker(request):
    """What the house does by itself, and when it last did."""
    return render(request, "web/rounds.html", {"standings": rounds.standings()})


def _found(request, reference):
    found = erasing.found(request.user, reference)
    if found is None:
        raise Http404
    return found


def _done(form, change, found, person) -> bool:
    """Whether it was done. What only the change can know is said on the form."""
    told = {name: value for name, value in form.cleaned_data.items() if name == "reason"}
    try:
        change(row=found.row, by=person, **told)
    except ValidationError as refused:
        form.add_error(None, refused)
    return form.is_valid()


def _page(request, found, **tried):
    page = {
        "found": found,
        "called": erasing.called(found, request.user),
        "keep": tried.get("keep") or KeepForm(prefix="keep"),
        "erase": tried.get("erase") or EraseForm(prefix="erase"),
    }
    return render(request, "web/erasing.html", page)
