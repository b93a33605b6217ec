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

from . import changes, queries
from .forms import KeepApartForm, SettleForm

SEALED = "Lagret. Ingen foreslås for deltakeren før silingsansvarlig har sett på det."
COMPARED = "Lagret. Det sammenlignes fra nå av; den det gjelder, blir aldri foreslått."


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
    hits = queries.hits_of(request.user, [row])[row.pk]
    cards = opening.open_cards(
        queries.to_choose_among(request.user, row, hits), by=request.user, purpose="vetting"
    )
    undecided = [card for card in cards if card.pk not in hits.decided | hits.by_print]
    form = SettleForm(
        request.POST or None,
        offered=_offered(undecided, row),
        initial={"seen_up_to": newest},
    )
    if form.is_valid():
        chosen = set(form.cleaned_data.get("keep_from", ()))
        keep_from = [card for card in undecided if card.reference in chosen]
        seen = form.cleaned_data["seen_up_to"]
        changes.settle(entry=row, keep_from=keep_from, seen_up_to=seen, by=request.user)
        messages.success(request, "Notert.")
        return redirect("apart:queue")
    page = {
        "entry": row,
        "form": form,
        "pointed_at": [card for card in cards if card.pk in hits.by_print],
        "decided": [card for card in cards if card.pk in hits.decided - hits.by_print],
    }
    return render(request, "apart/entry.html", page)


def _offered(cards, row):
    """First name and reference: enough to talk with the coordinator about, not a register."""
    ordered = sorted(cards, key=lambda card: (card.first_name.casefold(), card.reference))
    return [(card.reference, _label(card, row)) for card in ordered]


def _label(card, row):
    is_new = row.looked_at_on and card.pk > row.newest_seen
    return f"{card.first_name} ({card.reference}){', ny siden sist' if is_new else ''}"
