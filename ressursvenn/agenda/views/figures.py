"""Figures on the editors' desk: written, confirmed by another, looked over, withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.rules import refusals
from ressursvenn.shapes.trying import done, made, tried_or_told

from .. import changes, facts, queries, rules
from ..forms import FigureForm, LookOverForm
from .demands import posted

EDIT = Permission.EDIT_ALLIANCE
WRITTEN = ("value", "says", "source", "year", "population", "link", "review_day")


@require_safe
@requires(EDIT)
def everything(request) -> HttpResponse:
    """Those that wait, those that are told, those that no longer are."""
    return render(request, "agenda/figures.html", {"figures": queries.every_figure(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new(request) -> HttpResponse:
    """Write one down, with what is known so far."""
    form = _form(request, {"owner": request.user.reference})
    if row := made(form, changes.write_figure, by=request.user):
        messages.success(request, "Lagret. En annen redaktør må bekrefte det.")
        return redirect("agenda:figure", row.reference)
    return render(request, "agenda/figure_write.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def one(request, reference: str) -> HttpResponse:
    """How it reads, what is missing; and, once it is told, that its source still says so."""
    row = _the_figure(request, reference)
    form = LookOverForm(posted(request), initial={"review_day": _in_a_year()})
    if done(form, changes.look_over_figure, figure=row, by=request.user):
        messages.success(request, "Sett over.")
        return redirect("agenda:figure", reference)
    as_it_is = _the_figure(request, reference)
    missing = refusals(rules.MAY_BE_PUBLISHED, facts.of_figure(as_it_is), accounts.terms(None))
    page = {"figure": as_it_is, "form": form, "me": request.user.pk, "missing": missing}
    return render(request, "agenda/figure.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def rewrite(request, reference: str) -> HttpResponse:
    """Put right before it is told."""
    row = _the_figure(request, reference)
    if row.confirmed_on:
        messages.info(
            request, "Et tall som er publisert, endres ikke. Trekk det, og skriv et nytt."
        )
        return redirect("agenda:figure", reference)
    now = {name: getattr(row, name) for name in WRITTEN}
    form = _form(request, {**now, "owner": row.owner.reference if row.owner else ""})
    if done(form, changes.rewrite_figure, figure=row, by=request.user):
        messages.success(request, "Lagret. En annen redaktør må bekrefte det.")
        return redirect("agenda:figure", reference)
    return render(request, "agenda/figure_write.html", {"form": form, "figure": row})


@require_POST
@requires(EDIT)
def confirm(request, reference: str) -> HttpResponse:
    """Another has seen the source."""
    return _acted(request, reference, changes.confirm_figure, "Bekreftet. Alle kan lese det nå.")


@require_POST
@requires(EDIT)
def withdraw(request, reference: str) -> HttpResponse:
    """No longer told."""
    return _acted(
        request, reference, changes.withdraw_figure, "Trukket. Det fortelles ikke lenger."
    )


@require_POST
@requires(EDIT)
def throw_away(request, reference: str) -> HttpResponse:
    """It was never told."""
    row = _the_figure(request, reference)
    done_so = tried_or_told(
        request, changes.throw_away_figure, said="Kastet.", figure=row, by=request.user
    )
    return redirect("agenda:figures") if done_so else redirect("agenda:figure", reference)


def _acted(request, reference: str, change, said: str) -> HttpResponse:
    row = _the_figure(request, reference)
    tried_or_told(request, change, said=said, figure=row, by=request.user)
    return redirect("agenda:figure", reference)


def _form(request, initial: dict[str, Any]) -> FigureForm:
    owners = [row for row in accounts.staff() if row.may(EDIT)]
    return FigureForm(posted(request), initial=initial, owners=owners)


def _in_a_year():
    today = timezone.localdate()
    return today.replace(year=today.year + 1, day=min(today.day, 28))


def _the_figure(request, reference: str) -> Any:
    return get_object_or_404(queries.every_figure(request.user), reference=reference)
