"""Reports: begun, written, judged, issued; and read by whoever may."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.paper import setting
from ressursvenn.shapes.files import as_paper
from ressursvenn.shapes.refusing import not_met
from ressursvenn.shapes.trying import made, tried_or_told

from .. import (
    changes,
    compiling,
    composing,
    facts,
    forms,
    funder_forms,
    making,
    queries,
    rules,
    words,
)
from ._shared import ASKED, KEEP, READ, Asking, asks, asks_once, or_404, posted, the_grant


@require_http_methods(ASKED)
@requires(KEEP)
def new(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the days. It begins with the whole grant."""
    grant = the_grant(reference)
    begins = {
        "kind": words.FINAL, "first_day": grant.first_day, "last_day": grant.lasts_until,
        "language": words.BOKMAAL,
    }  # fmt: skip
    form = forms.PeriodForm(posted(request), initial=begins)
    if row := made(form, changes.begin_report, grant=grant, by=request.user):
        messages.success(request, "Rapporten er begynt. Det som er notert underveis, står i den.")
        return redirect("grants:report", row.reference)
    asking = Asking(
        head="Begynn på en rapport",
        button="Begynn",
        said="",
        up=("grants:one", reference),
        up_word=grant.title,
    )
    return render(request, "grants/form.html", {"form": form, "asking": asking})


@require_safe
@requires(KEEP)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """What is missing before it can be issued; or, when it is, its fingerprints."""
    report = _report(reference)
    if queries.is_issued(report):
        return redirect("grants:read", reference)
    noes = not_met(rules.may_be_issued(facts.of_report(report), accounts.terms(None)))
    page = {
        "report": report,
        "form": funder_forms.form_called(report.grant.call.scheme.funder.form),
        "noes": [(no, *_the_way_on(report, no.rule)) for no in noes],
        "today": timezone.localdate(),
    }
    return render(request, "grants/report.html", page)


WRITE, GOALS = ("grants:write", "Skriv i den"), ("grants:goals", "Er målene nådd?")
OTHER_DAYS = ("grants:throw_away_report", "Kast utkastet, og velg andre dager")
WAYS_ON = {  # where what a rule asks for is done: of the report, or of its grant
    "GRA-13": OTHER_DAYS, "GRA-14": OTHER_DAYS, "GRA-15": ("grants:figures", "Hent tallene"),
    "GRA-16": GOALS, "GRA-17": GOALS, "GRA-18": WRITE, "GRA-19": WRITE, "GRA-21": WRITE,
    "GRA-20": ("grants:divide", "Fordel det som er bevilget"),
    "GRA-22": ("grants:underway", "Se hva som teller"),
}  # fmt: skip
OF_THE_GRANT = ("grants:divide", "grants:underway")


def _the_way_on(report: Any, code: str) -> tuple[str, str]:
    """An address, and the words of the link."""
    page, word = WAYS_ON[code]
    about = report.grant if page in OF_THE_GRANT else report
    return reverse(page, args=[about.reference]), word


@require_http_methods(ASKED)
@requires(KEEP)
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """What figures cannot tell."""
    report = _draft(reference)
    form = forms.WordsForm(
        posted(request),
        asked=queries.asked_of(report),
        texts=queries.texts_of(report),
        form=funder_forms.form_called(report.grant.call.scheme.funder.form),
        initial={"signer": report.signer, "signer_role": report.signer_role},
    )
    asking = _of_report(
        reference, "Skriv i rapporten", "Lagre", "Det du skrev, er lagret.", REMEMBER
    )
    return asks(request, form, changes.write_in_report, asking, report=report)


REMEMBER = (
    "Aldri om ett menneske, heller ikke uten navn.",
    "Ingen tall om deltakere: de settes inn fra årets utgivelse.",
    "Det som ikke gikk, hører med.",
    "Skriv «ingen» der svaret er det.",
)


@require_http_methods(ASKED)
@requires(KEEP)
def goals(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether each goal was met, and what people counted."""
    report = _draft(reference)
    form = forms.GoalsForm(
        posted(request),
        goals=queries.goals_of(report.grant),
        verdicts=queries.verdicts_of(report),
        results=queries.results_of(report),
    )
    asking = _of_report(reference, "Er målene nådd?", "Lagre", "Lagret.")
    return asks(request, form, changes.judge_goals, asking, report=report)


@require_http_methods(ASKED)
@requires(KEEP)
def figures(request: HttpRequest, reference: str) -> HttpResponse:
    """The figures as they were read, each with its definition; the button reads them anew."""
    report = _draft(reference)
    if request.method == "POST":
        said = "Tallene er hentet på nytt."
        tried_or_told(request, changes.read_figures, said=said, report=report, by=request.user)
        return redirect("grants:figures", reference)
    told = composing.compose(compiling.data_of(report))
    return render(request, "grants/figures.html", {"report": report, "told": told})


@require_safe
@requires(KEEP)
def draft(request: HttpRequest, reference: str) -> HttpResponse:
    """The paper as it would be today."""
    report = _draft(reference)
    told = composing.compose(compiling.data_of(report))
    try:
        return as_paper(making.paper(told, on=timezone.localdate(), mark="utkast"))
    except setting.Unprintable:
        messages.error(request, changes.UNPRINTABLE)
        return redirect("grants:report", reference)


@require_http_methods(ASKED)
@requires(KEEP)
@fresh_first
def issue(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Ask once, then issue it: from then on it cannot be changed."""
    report = _draft(reference)
    if request.method == "POST":
        said = "Rapporten er gitt ut."
        done = tried_or_told(request, changes.issue, said=said, report=report, by=request.user)
        return redirect("grants:read" if done else "grants:report", reference)
    return render(request, "grants/issue.html", {"report": report})


@require_http_methods(ASKED)
@requires(KEEP)
def throw_away(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then throw a draft away."""
    report = _draft(reference)
    lead = (
        "Det som er skrevet i rapporten, kan ikke hentes tilbake. Erfaringer, utgifter og tall blir der de er "
        "notert."
    )
    asking = replace(
        _of_report(reference, "Kaste utkastet?", "Kast utkastet", "Utkastet er kastet."),
        lead=lead, then=("grants:one", report.grant.reference),
    )  # fmt: skip
    return asks_once(request, changes.throw_away_report, asking, report=report)


@require_safe
@requires(KEEP, READ)
def read(request: HttpRequest, reference: str) -> HttpResponse:
    """A report that was issued, as it was issued."""
    row = _issued(request, reference)
    told = composing.compose(making.data_in(bytes(row.json)))
    return render(request, "grants/read.html", {"issue": row, "report": row.report, "told": told})


@require_safe
@requires(KEEP, READ)
def file(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One of the three files, byte for byte."""
    row = _issued(request, reference)
    answer = HttpResponse(bytes(getattr(row, kind)), content_type=making.KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{making.file_name(row.report, kind)}"'
    return answer


def _issued(request: Any, reference: str) -> Any:
    return or_404(queries.one_issued(request.user, reference))


def _report(reference: str) -> Any:
    return or_404(queries.report_called(reference))


def _draft(reference: str) -> Any:
    """One that is not issued; what is issued has no such page."""
    report = _report(reference)
    if queries.is_issued(report):
        raise Http404
    return report


def _of_report(
    reference: str, head: str, button: str, said: str, aside: tuple[str, ...] = ()
) -> Asking:
    return Asking(
        head=head,
        button=button,
        said=said,
        up=("grants:report", reference),
        up_word="Rapporten",
        aside=aside,
    )
