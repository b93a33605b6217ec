"""Reports on the desk: begun, written in, read as they would be, with the figures of today."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper import setting
from ressursvenn.shapes.files import as_paper
from ressursvenn.shapes.refusing import not_met
from ressursvenn.shapes.trying import done, made
from ressursvenn.together import queries as together

from .. import changes, composing, facts, queries, rules, words
from ..forms import PeriodForm, WordsForm

EDIT = Permission.EDIT_ALLIANCE


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """All reports, issued and not."""
    return render(request, "status/all.html", {"reports": queries.reports()})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new(request) -> HttpResponse:
    """Choose the days. It begins with last year."""
    year = timezone.localdate().year - 1
    begins = {"first_day": f"{year}-01-01", "last_day": f"{year}-12-31"}
    form = PeriodForm(request.POST if request.method == "POST" else None, initial=begins)
    if report := made(form, changes.begin_report, by=request.user):
        return redirect("status:write", report.reference)
    return render(request, "status/new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def write(request, reference: str) -> HttpResponse:
    """What figures cannot tell."""
    report = the_report(reference)
    if report.state == words.ISSUED:
        messages.info(request, changes.FROZEN)
        return redirect("status:one", reference)
    form = WordsForm(request.POST if request.method == "POST" else None, initial=report.slots)
    if done(form, changes.write_in_report, report=report, by=request.user):
        messages.success(request, "Det du skrev, er lagret.")
        return redirect("status:one", reference)
    return render(request, "status/write.html", {"form": form, "report": report})


@require_safe
@requires(EDIT)
def one(request, reference: str) -> HttpResponse:
    """How it would read today, what is missing, and who has been asked."""
    report = the_report(reference)
    if report.state == words.ISSUED:
        return render(request, "status/one_issued.html", {"report": report})
    asked = together.open_about(queries.ISSUE, reference)
    page = {
        "report": report,
        "told": composing.compose(queries.data_of(report), report.slots, report.language),
        "noes": not_met(rules.may_be_issued(facts.of(report), accounts.terms(None))),
        "asked": asked,
        "hers": asked is not None and asked.asked_by_id == request.user.pk,
    }
    return render(request, "status/one.html", page)


@require_safe
@requires(EDIT)
def draft(request, reference: str) -> HttpResponse:
    """The paper as it would be today."""
    report = the_report(reference)
    if report.state == words.ISSUED:
        raise Http404
    told = composing.compose(queries.data_of(report), report.slots, report.language)
    try:
        paper = setting.pdf(
            "status/report",
            told,
            on=timezone.localdate(),
            language=setting.language_of(report.language),
        )
    except setting.Unprintable:
        messages.error(request, changes.UNPRINTABLE)
        return redirect("status:one", reference)
    return as_paper(paper)


def the_report(reference: str) -> Any:
    """One report, or 404."""
    row = queries.report(reference)
    if row is None:
        raise Http404
    return row
