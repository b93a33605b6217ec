"""The pages of a workbook: look first, take it in, settle what it left open, take it back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission

from . import changes, comparing, queries, sealing, telling
from .forms import ChoiceForm, WhoForm, WorkbookForm
from .models import BroughtRow
from .reading.container import LARGEST_FILE
from .reading.refusing import WorkbookRefused
from .understanding import understood

BRING_IN = Permission.BRING_IN_WORKBOOK
ROWS_A_PAGE = 25


@require_http_methods(["GET", "POST"])
@requires(BRING_IN)
def bring_in(request):
    """Choose a file; what it would come to is shown before anything is stored."""
    form = WorkbookForm(request.POST, request.FILES) if request.method == "POST" else WorkbookForm()
    if form.is_bound and (preview := _preview(request, form)):
        return render(request, "spreadsheets/preview.html", preview)
    page = {"form": form, "earlier": queries.with_counts(request.user)[:20]}
    return render(request, "spreadsheets/bring_in.html", page)


def _preview(request, form):
    """What the page shows of an understood workbook; None when the form has something to say."""
    if not request.FILES and int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FILE:
        form.too_large()
        return None
    if not form.is_valid():
        return None
    try:
        reading = understood(form.cleaned_data["file"].read())
    except WorkbookRefused as refused:
        form.add_error("file", refused.sentence)
        return None
    report = changes.bring_in_reading(
        reading=reading, association=request.user.association, by=request.user, dry_run=True
    )
    return {
        "sheets": telling.previewed(report.sheets),
        "new": report.count("accepted") + report.count("merge_proposed"),
        "locked": sealing.sealed(reading, request.user),
    }


@require_POST
@requires(BRING_IN)
def take_in(request):
    """What was shown comes in: nothing else, and nothing that was not shown."""
    reading = sealing.opened(request.POST.get("locked", ""), request.user)
    if reading is None:
        messages.warning(request, "Det er for lenge siden du så på filen. Velg den på nytt.")
        return redirect("spreadsheets:bring_in")
    report = changes.bring_in_reading(
        reading=reading, association=request.user.association, by=request.user
    )
    if report.bringing is None:
        messages.info(request, "Alt i filen var her fra før. Ingenting er endret.")
        return redirect("spreadsheets:bring_in")
    messages.success(request, "Regnearket er tatt inn.")
    return redirect("spreadsheets:result", report.bringing.reference)


@require_safe
@requires(BRING_IN)
def result(request, reference):
    """What came of a workbook, what waits, and what to do with the old file."""
    bringing = _bringing(request, reference)
    interviews, sightings = queries.unnamed(bringing, request.user)
    page = {
        "bringing": bringing,
        "sheets": telling.told(bringing, queries.rows_of(bringing)),
        "proposals": telling.row_by_row(queries.proposals(request.user, bringing)),
        "interviews": interviews,
        "sightings": sightings,
        "why_not_back": queries.why_not_taken_back(bringing, request.user),
    }
    return render(request, "spreadsheets/result.html", page)


@require_safe
@requires(BRING_IN)
def rows(request, reference):
    """Row by row: what was understood, what is missing, what must be asked."""
    bringing = _bringing(request, reference)
    listed = Paginator(queries.rows_of(bringing), ROWS_A_PAGE).get_page(request.GET.get("side"))
    page = {"bringing": bringing, "listed": listed, "rows": telling.row_by_row(listed)}
    return render(request, "spreadsheets/rows.html", page)


@require_http_methods(["GET", "POST"])
@requires(BRING_IN)
def proposal(request, reference):
    """One row beside the person it is about. Nothing changes before somebody has chosen."""
    row = get_object_or_404(queries.proposals(request.user), reference=reference)
    side_by_side = comparing.compared(row, request.user)
    form = ChoiceForm(_posted(request), choices=_choices(side_by_side))
    if form.is_valid() and _settled(row, form, request):
        return redirect("spreadsheets:result", row.bringing.reference)
    page = {"compared": side_by_side, "form": form, "row": telling.row_by_row([row])[0]}
    return render(request, "spreadsheets/proposal.html", page)


def _settled(row, form, request):
    """Whether the choice went through; if not, the form says why."""
    try:
        changes.settle_proposal(row=row, choice=form.cleaned_data["choice"], by=request.user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages[0])
        return False
    messages.success(request, "Avgjort.")
    return True


def _choices(side_by_side):
    """Somebody who has withdrawn does not become two."""
    ours = BroughtRow.Choice
    if side_by_side.withdrawn:
        return [
            (ours.WORKBOOK, "Deltakeren har trukket seg"),
            (ours.HOUSE, "Deltakeren er fortsatt med"),
        ]
    return [
        (ours.WORKBOOK, "Samme person: bruk det som står i regnearket"),
        (ours.HOUSE, "Samme person: behold det som står her"),
        (ours.TWO, "Det er to personer: ta inn begge"),
    ]


@require_http_methods(["GET", "POST"])
@requires(BRING_IN)
def who(request, reference):
    """Who interviewed and who saw the certificates, said once for all."""
    bringing = _bringing(request, reference)
    colleagues = accounts.colleagues(bringing.association)
    form = WhoForm(_posted(request), colleagues=colleagues)
    if form.is_valid():
        counts = changes.name_for_all(bringing=bringing, by=request.user, **form.cleaned_data)
        messages.success(request, "Notert på {} intervjuer og {} attester.".format(*counts))
        return redirect("spreadsheets:result", reference)
    interviews, sightings = queries.unnamed(bringing, request.user)
    page = {"bringing": bringing, "form": form, "interviews": interviews, "sightings": sightings}
    return render(request, "spreadsheets/who.html", page)


@require_http_methods(["GET", "POST"])
@requires(BRING_IN)
def take_back(request, reference):
    """The one undo. It shows what will go, and asks once."""
    bringing = _bringing(request, reference)
    if request.method == "POST":
        try:
            changes.take_back(bringing=bringing, by=request.user)
            messages.success(request, "Tatt tilbake. Det som kom inn med filen, er slettet.")
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        return redirect("spreadsheets:bring_in")
    page = {
        "bringing": bringing,
        "people": len(queries.brought_people(bringing)),
        "why_not": queries.why_not_taken_back(bringing, request.user),
    }
    return render(request, "spreadsheets/take_back.html", page)


def _posted(request):
    """What was sent in, even when it was nothing; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def _bringing(request, reference):
    return get_object_or_404(queries.visible_to(request.user), reference=reference)
