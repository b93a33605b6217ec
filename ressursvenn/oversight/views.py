"""The privacy officer's page, and the pages of what takes two: break-glass, disclosure, unsealing."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants
from ressursvenn.protection import opening
from ressursvenn.shapes.trying import tried_or_told

from . import acts, changes, queries
from .disclosing import disclosed
from .forms import BreakGlassForm, ExportForm, SaidForm, UnsealForm

LEAD = Permission.LEAD_PARTICIPANTS
GLASS = Permission.BREAK_GLASS
ASKED = "Spørsmålet er sendt. Når en annen har sagt ja, kan du gå videre herfra."


@require_safe
@requires(Permission.SEE_AUDIT)
def everything(request):
    """The odd ones, those nobody has looked at first. Codes, references, and who looked."""
    odd = queries.odd_ones(request.user)
    page = {
        "groups": (
            ("Ingen har sett på", [one for one in odd if one.is_open]),
            ("Følges opp", [one for one in odd if one.is_followed_up]),
            ("I orden", [one for one in odd if not one.is_open and not one.is_followed_up]),
        ),
        "any": bool(odd),
    }
    return render(request, "oversight/all.html", page)


@require_POST
@requires(Permission.SEE_AUDIT)
def said(request):
    """In order, or to be followed up."""
    form = SaidForm(request.POST)
    odd = queries.odd_one(request.user, form.key()) if form.is_valid() else None
    if odd is None or odd.sign.newest != form.cleaned_data["newest"]:
        messages.error(request, "Det er kommet mer siden siden ble vist. Se på det igjen.")
    else:
        changes.judge(sign=odd.sign, said=form.cleaned_data["said"], by=request.user)
        messages.success(request, "Notert.")
    return redirect("oversight:all")


@require_http_methods(["GET", "POST"])
@requires(GLASS)
@fresh_first
def break_glass(request):
    """Ask for one participant by reference, with a reason. Another answers."""
    person = request.user
    houses = [person.association] if person.association else accounts.associations()
    form = BreakGlassForm(request.POST or None, associations=houses)
    if form.is_valid() and _asked(
        request,
        form,
        changes.ask_break_glass,
        reference=form.cleaned_data["reference"],
        association=form.house,
    ):
        return redirect("oversight:break_glass")
    page = {
        "form": form,
        "agreed": queries.glass_of(person),
        "waits": queries.asked_about(person, acts.BREAK_GLASS),
        "witnessed": acts.log_is_witnessed(),
    }
    return render(request, "oversight/break_glass.html", page)


def _asked(request, form, change, **about) -> bool:
    """Whether it was asked; a no stands in the form."""
    try:
        change(by=request.user, reason=form.cleaned_data["reason"], **about)
    except ValidationError as no:
        form.add_error(None, ValidationError(no.messages))
        return False
    messages.success(request, ASKED)
    return True


@require_http_methods(["GET", "POST"])
@requires(GLASS)
@fresh_first
def glass(request, reference):
    """Opened once, by whoever asked; then her card and safe contact for an hour."""
    asked = get_object_or_404(queries.glass_of(request.user), reference=reference)
    if request.method == "POST":
        if tried_or_told(request, changes.break_glass, asked=asked, by=request.user):
            return redirect("oversight:glass", reference)
        return redirect("oversight:break_glass")
    if asked.used_at is None:
        return redirect("oversight:break_glass")
    page = {
        "asked": asked,
        "until": asked.used_at + queries.OPEN_FOR,
        "participant": queries.opened_glass(asked, by=request.user),
    }
    return render(request, "oversight/glass.html", page)


def _own(request, reference):
    return get_object_or_404(participants.visible_to(request.user), reference=reference)


@require_http_methods(["GET", "POST"])
@requires(LEAD)
@fresh_first
def export(request, reference):
    """What is kept about one participant is to be given out: ask, and show it once on a yes."""
    participant = _own(request, reference)
    participants.purpose(participant, request.user, "ask")
    form = ExportForm(request.POST or None)
    if form.is_valid() and _asked(request, form, changes.ask_export, participant=participant):
        return redirect("oversight:export", reference)
    return _two(request, participant, form, acts.EXPORT, "oversight/export.html")


@require_POST
@requires(LEAD)
@fresh_first
def shown(request, reference):
    """The page to print. It is made once, and kept nowhere."""
    participant = _own(request, reference)
    told = participants.purpose(participant, request.user, "disclosure")
    if not tried_or_told(request, changes.export, participant=participant, by=request.user):
        return redirect("oversight:export", reference)
    opening.open_record(participant, by=request.user, purpose=told)
    page = {"told": disclosed(participant, queries.courses(request.user, participant))}
    return render(request, "oversight/shown.html", page)


@require_http_methods(["GET", "POST"])
@requires(LEAD)
@fresh_first
def unseal(request, reference):
    """Somebody who has withdrawn is to be read again: ask, and another answers."""
    participant = _own(request, reference)
    if not participant.withdrawn_on:
        raise Http404
    participants.purpose(participant, request.user, "ask")
    form = UnsealForm(request.POST or None)
    if form.is_valid() and _asked(request, form, changes.ask_unseal, participant=participant):
        return redirect("oversight:unseal", reference)
    return _two(request, participant, form, acts.UNSEAL, "oversight/unseal.html")


def _two(request, participant, form, act, template):
    """The form; or that it has been asked for, or agreed on."""
    agreed = queries.agreed(request.user, act, participant.reference)
    waits = [] if agreed else queries.waits_about(act, participant.reference)
    page = {"participant": participant, "form": form, "agreed": agreed, "waits": waits}
    return render(request, template, page)
