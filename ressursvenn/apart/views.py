"""Noting whom a participant must never meet, and the vetting officer's own pages."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants_room
from ressursvenn.protection import opening, vault
from ressursvenn.protection.likeness import prints

from . import changes, queries
from .forms import NOT_KNOWN, NOT_THE_SAME, SAME, KeepApartForm, SettleForm

SEALED = "Lagret. Ingen foreslås for deltakeren før silingsansvarlig har sett på det."
COMPARED = "Lagret. Det sammenlignes fra nå av; den det gjelder, blir aldri foreslått."
HOW = {
    "phone": "Samme telefonnummer.",
    "email": "Samme e-postadresse.",
    "name_same": "Samme navn.",
    "name_spelled": "Samme navn, skrevet på en annen måte.",
    "name_heard": "Navnet høres likt ut.",
    "name_near": "Navnet er nesten likt.",
    "initials": "Det ene er skrevet med forbokstav, og resten er likt.",
}


@require_http_methods(["GET", "POST"])
@requires(Permission.NAME_KEEP_APART)
def name(request, reference):
    """The coordinator writes it down once, and never reads it again: afterwards only a number."""
    participant = get_object_or_404(participants_room.visible_to(request.user), reference=reference)
    form = KeepApartForm(request.POST or None)
    if form.is_valid():
        entry = changes.name_keep_apart(
            participant=participant, by=request.user, **form.cleaned_data
        )
        messages.success(request, SEALED if entry.sealed else COMPARED)
        return redirect("participants:one", reference)
    page = {
        "participant": participant,
        "form": form,
        "counts": participants_room.keep_apart_counts(participant),
    }
    return render(request, "apart/name.html", page)


@require_safe
@requires(Permission.SEE_KEEP_APART)
def queue(request):
    """What waits, from every association. Nothing is opened here."""
    return render(
        request, "apart/queue.html", {"waiting": queries.waiting_for_vetting(request.user)}
    )


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_KEEP_APART)
def entry(request, reference):
    """One entry, opened and logged, with those it points at; and the decision."""
    row = get_object_or_404(queries.visible_to(request.user), reference=reference)
    try:
        opening.open_record(row, by=request.user, purpose="vetting")
    except vault.Erased:
        raise Http404 from None
    newest = queries.newest_volunteer(request.user)
    held = queries.held_of(request.user, [row])[row.pk]
    cards = opening.open_cards(
        queries.to_choose_among(request.user, row, held), by=request.user, purpose="vetting"
    )
    pointed = [card for card in cards if card.pk in held.met]
    others = [card for card in cards if card.pk not in held.met.keys() | held.decided.keys()]
    form = SettleForm(
        request.POST or None,
        offered=_offered(others, row),
        pointed=[_pointed(card, held) for card in pointed],
        initial={"seen_up_to": newest},
    )
    if form.is_valid():
        _settle(row, pointed + others, form, request.user)
        messages.success(request, "Notert.")
        return redirect("apart:queue")
    page = {
        "entry": row,
        "form": form,
        "points": bool(pointed),
        "decided": [card for card in cards if held.is_kept(card.pk) and card.pk not in held.met],
    }
    return render(request, "apart/entry.html", page)


def _settle(row, cards, form, by):
    chosen = form.said(SAME) | set(form.cleaned_data.get("keep_from", ()))
    released = form.newly_released()
    changes.settle(
        entry=row,
        keep_from=[card for card in cards if card.reference in chosen],
        not_the_same=[card for card in cards if card.reference in released],
        seen_up_to=form.cleaned_data["seen_up_to"],
        by=by,
    )


def _pointed(card, held):
    """Who it is, how she resembles what was said, and what counts until something else is said."""
    if held.is_kept(card.pk):
        now = SAME
    elif meets := held.open_for(card.pk):
        now = SAME if prints.is_certain(meets) else NOT_KNOWN
    else:
        now = NOT_THE_SAME
    name = f"{card.first_name} {card.last_name}".strip()
    return card.reference, f"{name} ({card.reference})", HOW[prints.met_by(held.met[card.pk])], now


def _offered(cards, row):
    """First name and reference: enough to talk with the coordinator about, not a register."""
    ordered = sorted(cards, key=lambda card: (card.first_name.casefold(), card.reference))
    return [(card.reference, _label(card, row)) for card in ordered]


def _label(card, row):
    is_new = row.looked_at_on and card.pk > row.newest_seen
    return f"{card.first_name} ({card.reference}){', ny siden sist' if is_new else ''}"
