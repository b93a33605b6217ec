"""Buttons: the store, orders, the packing list, what was handed out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, tried_or_told

from .. import changes, facts, forms, queries
from ..models import Order
from ._shared import ASKED, EDIT, posted, the


@require_safe
@requires(EDIT)
def everything(request: HttpRequest) -> HttpResponse:
    """Who waits for buttons, how many there are, and what the alliance has said."""
    return _desk(request)


@require_POST
@requires(EDIT)
def stock(request: HttpRequest) -> HttpResponse:
    """Some came in, or went out without an order."""
    form = forms.StockForm(request.POST)
    if done(form, changes.note_stock, by=request.user):
        messages.success(request, "Lageret er ført.")
        return redirect("alliance:buttons")
    return _desk(request, stock_form=form)


@require_POST
@requires(EDIT)
def confirm_total(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has held the number against its source."""
    row, said = the("total", reference), "Tallet er bekreftet."
    tried_or_told(request, changes.confirm_total, said=said, total=row, by=request.user)
    return redirect("alliance:buttons")


@require_POST
@requires(EDIT)
def look_over_total(request: HttpRequest, reference: str) -> HttpResponse:
    """Its source still says so."""
    row, said = (
        the("total", reference),
        "Sett over. Du eier tallet, og ser over det igjen om et år.",
    )
    tried_or_told(request, changes.look_over_total, said=said, total=row, by=request.user)
    return redirect("alliance:buttons")


@require_safe
@requires(EDIT)
def packing(request: HttpRequest) -> HttpResponse:
    """What is to be packed, with addresses, to be printed and shredded."""
    page = {"orders": queries.order_list(), "on": timezone.localdate()}
    return render(request, "alliance/packing.html", page)


@require_safe
@requires(EDIT)
def order(request: HttpRequest, reference: str) -> HttpResponse:
    """One order."""
    return _order(request, the("order", reference))


@require_POST
@requires(EDIT)
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """They are in the post."""
    row, form = the("order", reference), forms.SendForm(request.POST)
    if done(form, changes.send_buttons, order=row, by=request.user):
        messages.success(request, "Notert som sendt.")
        return redirect("alliance:order", reference)
    return _order(request, row, send_form=form)


@require_POST
@requires(EDIT)
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """They will not be sent."""
    row, form = the("order", reference), forms.DeclineForm(request.POST)
    if done(form, changes.decline_order, order=row, by=request.user):
        messages.success(request, "Notert som ikke sendt. Si fra til den som bestilte.")
        return redirect("alliance:order", reference)
    return _order(request, row, decline_form=form)


@require_http_methods(ASKED)
@requires(EDIT)
def forget(request: HttpRequest, reference: str) -> HttpResponse:
    """The address goes before its time: asked once."""
    row, form = the("order", reference), forms.SureForm(posted(request))
    if request.method == "POST" and done(form, changes.forget_delivery, order=row, by=request.user):
        messages.success(request, "Adressen er slettet.")
        return redirect("alliance:order", reference)
    return render(request, "alliance/order_forget.html", {"order": row, "form": form})


@require_http_methods(ASKED)
@requires(EDIT)
def handed_out(request: HttpRequest) -> HttpResponse:
    """Who handed out how many where; a new note is made here."""
    form = forms.HandOutForm(posted(request))
    if request.method == "POST" and done(form, changes.note_handed_out, by=request.user):
        messages.success(request, "Notert. Det telles når en annen redaktør har bekreftet det.")
        return redirect("alliance:handed_out")
    page = {
        "form": form,
        "rows": queries.hand_outs(),
        "sums": queries.handed_out_by(),
        "counter": queries.counter(),
    }
    return render(request, "alliance/handed_out.html", page)


@require_POST
@requires(EDIT)
def confirm_handed_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Another has seen who told it."""
    row, said = the("hand_out", reference), "Bekreftet. Nå telles det."
    tried_or_told(request, changes.confirm_handed_out, said=said, hand_out=row, by=request.user)
    return redirect("alliance:handed_out")


@require_POST
@requires(EDIT)
def strike(request: HttpRequest, reference: str) -> HttpResponse:
    """The note was wrong."""
    row, said = the("hand_out", reference), "Strøket. Det telles ikke lenger."
    tried_or_told(request, changes.strike_handed_out, said=said, hand_out=row, by=request.user)
    return redirect("alliance:handed_out")


def _desk(request: HttpRequest, **bound: Any) -> HttpResponse:
    page = {
        "waits": queries.waiting_orders(),
        "settled": [row for row in queries.orders()[:60] if row.settled][:20],
        "in_store": facts.in_store(),
        "moves": queries.moves()[:12],
        "totals": queries.totals(),
        "counter": queries.counter(),
        "stock_form": forms.StockForm(initial={"day": timezone.localdate()}),
        **bound,
    }
    return render(request, "alliance/buttons.html", page)


def _order(request: HttpRequest, row: Order, **bound: Any) -> HttpResponse:
    page = {
        "order": row,
        "delivery": getattr(row, "delivery", None),
        "in_store": facts.in_store(),
        "days": accounts.terms(None).limits.keep_button_order_days,
        "send_form": forms.SendForm(initial={"number": row.number}),
        "decline_form": forms.DeclineForm(),
        **bound,
    }
    return render(request, "alliance/order.html", page)
