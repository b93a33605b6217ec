"""Meet-ups at the desk: a coordinator may note one for a volunteer, and correct her own."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import tried, tried_or_told

from .. import changes, forms, queries


def noted(request, pair, happened):
    """A form for a meet-up; the form, and whether it was noted."""
    form = forms.meet_up_form(happened)(request.POST or None)
    done = form.is_valid() and tried(
        form,
        changes.log_meet_up,
        pair=pair,
        by=request.user,
        once=form.cleaned_data.get("once", ""),
        **form.for_change(),
    )
    return form, done


def corrected(request, pair, reference):
    """The same form with what was noted in it; who noted it may put it right."""
    meet_up = get_object_or_404(pair.meet_ups.select_related("pair"), reference=reference)
    if meet_up.logged_by_id != request.user.pk:
        raise Http404
    initial = {
        "day": meet_up.day,
        "length": meet_up.length,
        "kinds": meet_up.kinds,
        "not_happened": meet_up.not_happened,
        "how": "call_me" if meet_up.wants_talk else "all_well",
    }
    form = forms.meet_up_form(meet_up.happened)(request.POST or None, initial=initial)
    done = form.is_valid() and tried(
        form, changes.correct_meet_up, meet_up=meet_up, by=request.user, **form.for_change()
    )
    return form, done, meet_up


def taken_back(request, pair, reference):
    """Undo. Twice is once."""
    meet_up = pair.meet_ups.select_related("pair").filter(reference=reference).first()
    if meet_up and tried_or_told(
        request, changes.take_back_meet_up, meet_up=meet_up, by=request.user
    ):
        messages.success(request, "Tatt tilbake.")


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def log(request, reference, happened):
    """Note a meet-up on the volunteer's behalf."""
    pair = get_object_or_404(queries.visible_to(request.user), reference=reference)
    form, done = noted(request, pair, happened)
    return _shown_or_home(request, pair, form, done, happened)


@require_http_methods(["GET", "POST"])
@requires(Permission.LEAD_PAIRS)
def correct(request, reference, meet_up):
    """Put right what oneself has noted."""
    pair = get_object_or_404(queries.visible_to(request.user), reference=reference)
    form, done, row = corrected(request, pair, meet_up)
    return _shown_or_home(request, pair, form, done, row.happened)


def _shown_or_home(request, pair, form, done, happened):
    if done:
        messages.success(request, "Notert.")
        return redirect("pairs:one", pair.reference)
    page = {"pair": pair, "form": form, "happened": happened}
    return render(request, "pairs/meet_up.html", page)


@require_POST
@requires(Permission.LEAD_PAIRS)
def take_back(request, reference, meet_up):
    """Take back what oneself has noted."""
    pair = get_object_or_404(queries.visible_to(request.user), reference=reference)
    taken_back(request, pair, meet_up)
    return redirect("pairs:one", reference)


def next_set(request, pair):
    """Set the day of the next meet-up, or none. The form, when something in it is to be put right."""
    form = forms.NextMeetUpForm(request.POST, auto_id=f"next_{pair.reference}_%s")
    if form.is_valid() and tried(
        form, changes.set_next_meet_up, pair=pair, by=request.user, **form.cleaned_data
    ):
        messages.success(request, "Notert.")
        return None
    if "day" in form.errors:
        return form
    messages.error(request, " ".join(form.non_field_errors()))
    return None
