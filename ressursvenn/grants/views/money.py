"""Expenses: entered, read from a file, charged to lines, struck."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import accounting, changes, forms, queries
from ._shared import ASKED, KEEP, Asking, asks_once, or_404, posted

ROWS_A_PAGE = 50


@require_http_methods(ASKED)
@requires(KEEP)
def everything(request: HttpRequest) -> HttpResponse:
    """All expenses, or those with something left to charge: some of them, to one line, with one button."""
    unplaced = request.method == "POST" or request.GET.get("vis") == "uten-linje"
    rows = queries.expenses(unplaced=unplaced)
    shown = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("side"))
    form = (
        forms.ChargeAllForm(posted(request), lines=queries.open_lines(), expenses=shown)
        if unplaced
        else None
    )
    if form and (charged := made(form, changes.charge_all, by=request.user)):
        messages.success(request, f"{len(charged)} er ført på linjen.")
        return redirect(f"{reverse('grants:expenses')}?vis=uten-linje")
    page = {"expenses": shown, "unplaced": unplaced, "form": form, "files": queries.files()[:5]}
    return render(request, "grants/expenses.html", page)


@require_http_methods(ASKED)
@requires(KEEP)
def new(request: HttpRequest) -> HttpResponse:
    """One expense, typed."""
    form = forms.ExpenseForm(posted(request), associations=accounts.associations())
    if row := made(form, changes.enter_expense, by=request.user):
        messages.success(request, "Utgiften er lagt inn. Før den på en linje.")
        return redirect("grants:expense", row.reference)
    asking = Asking(
        head="Legg inn en utgift",
        button="Legg inn",
        said="",
        up=("grants:expenses",),
        up_word="Utgifter",
    )
    return render(request, "grants/form.html", {"form": form, "asking": asking})


@require_http_methods(ASKED)
@requires(KEEP)
def file(request: HttpRequest) -> HttpResponse:
    """Choose a file; what it would come to is shown, and then it is entered."""
    files = request.FILES if request.method == "POST" else None
    form = forms.FileForm(posted(request), files, associations=accounts.associations())
    if form.is_bound and form.is_valid():
        if "enter" not in request.POST:
            return render(request, "grants/file_preview.html", _preview(form))
        if row := made(form, changes.read_file, by=request.user):
            messages.success(
                request, f"{row.rows} utgifter er lagt inn. {row.known} var her fra før."
            )
            return redirect("grants:expenses")
    return render(request, "grants/file.html", {"form": form})


def _preview(form: Any) -> dict[str, Any]:
    entries, place = form.found.entries, form.cleaned_data["association"]
    return {
        "form": form,
        "content": form.content,
        "place": place,
        "entries": entries[:200],
        "many": len(entries),
        "total": form.found.total,
        "known": queries.already_here(place, (entry.key for entry in entries)),
    }


@require_http_methods(ASKED)
@requires(KEEP)
def undo_file(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then undo it: it was the wrong file."""
    row = or_404(queries.file_called(reference))
    asking = Asking(
        head="Angre filen?", button="Angre filen", said="Filen er angret.", up=("grants:expenses",),
        up_word="Utgifter",
        lead=f"{row.stand} {'utgift' if row.stand == 1 else 'utgifter'} fra filen strykes. Skal noe av det "
        "stå likevel, må filen hentes på nytt.",
    )  # fmt: skip
    return asks_once(request, changes.undo_file, asking, file=row)


@require_http_methods(ASKED)
@requires(KEEP)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One expense: where it is charged, and the rest of it."""
    expense = or_404(queries.expense_called(reference))
    form = forms.ChargeForm(
        posted(request),
        lines=queries.open_lines(),
        initial={"amount": forms.as_typed(expense.left)},
    )
    if request.method == "POST" and done(form, changes.charge, expense=expense, by=request.user):
        messages.success(request, "Utgiften er ført på linjen.")
        return redirect("grants:expense", reference)
    page = {"expense": expense, "charges": queries.charges_of(expense), "form": form}
    return render(request, "grants/expense.html", page)


@require_POST
@requires(KEEP)
def charge_back(request: HttpRequest, reference: str) -> HttpResponse:
    """It belongs on another line."""
    row = or_404(queries.charge_called(reference))
    tried_or_told(
        request,
        changes.take_back_charge,
        said="Føringen er tatt bort.",
        charge=row,
        by=request.user,
    )
    return redirect("grants:expense", row.expense.reference)


@require_http_methods(ASKED)
@requires(KEEP)
def strike(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then strike it: it was never an expense of ours."""
    row = or_404(queries.expense_called(reference))
    asking = Asking(
        head="Stryke utgiften?", button="Stryk utgiften", said="Utgiften er strøket.",
        up=("grants:expense", reference), up_word="Utgiften", then=("grants:expenses",),
        lead=_falling(row, queries.charges_of(row).count()),
    )  # fmt: skip
    return asks_once(request, changes.strike_expense, asking, expense=row)


def _falling(expense: Any, charges: int) -> str:
    """What goes with it, in sentences."""
    told = f"Bilag {expense.voucher}, «{expense.says}», {accounting.told(expense.amount)} kroner."
    if not charges:
        return f"{told} Den er ikke ført på noen linje."
    lines = "én linje" if charges == 1 else f"{charges} linjer"
    return f"{told} Den er ført på {lines}, og det som er ført, faller bort sammen med den."
