"""The same for machines, with the words of each column on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import data_files, queries
from .public import shared

WHY = "the data are open, as the pages are"


@require_safe
@anyone(WHY)
def about(request: HttpRequest) -> HttpResponse:
    """What the files are, and what each column says."""
    page = {
        "files": [(name, fields.items()) for name, fields in data_files.FIELDS.items()],
        "licence": data_files.LICENCE,
        "credit": data_files.CREDIT,
    }
    return shared(request, "data", page, title="Data om kravene fra Rød Knapp")


@require_safe
@anyone(WHY)
def as_json(request: HttpRequest) -> HttpResponse:
    """All of it."""
    told, in_full = queries.all_told(), _in_full(request)
    rows = {
        "krav": data_files.demand_rows(told, in_full),
        "versjoner": data_files.version_rows(told, in_full),
        "hendelser": data_files.happening_rows(told, in_full),
        "belegg": data_files.evidence_rows(told, in_full),
        "tall": data_files.figure_rows(queries.every_told_figure(), timezone.localdate()),
    }
    page = request.build_absolute_uri(reverse("agenda_public:data"))
    answer = JsonResponse(data_files.as_json(rows, page), json_dumps_params={"ensure_ascii": False})
    return _for_every_site(answer)


@require_safe
@anyone(WHY)
def demands_csv(request: HttpRequest) -> HttpResponse:
    """One line for each demand."""
    return _csv("krav", data_files.demand_rows(queries.all_told(), _in_full(request)))


@require_safe
@anyone(WHY)
def happenings_csv(request: HttpRequest) -> HttpResponse:
    """One line for each thing that happened."""
    return _csv("hendelser", data_files.happening_rows(queries.all_told(), _in_full(request)))


@require_safe
@anyone(WHY)
def versions_csv(request: HttpRequest) -> HttpResponse:
    """One line for each version of the words."""
    return _csv("versjoner", data_files.version_rows(queries.all_told(), _in_full(request)))


@require_safe
@anyone(WHY)
def evidence_csv(request: HttpRequest) -> HttpResponse:
    """One line for each thing that a demand is built on."""
    return _csv("belegg", data_files.evidence_rows(queries.all_told(), _in_full(request)))


@require_safe
@anyone(WHY)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """One line for each figure."""
    return _csv("tall", data_files.figure_rows(queries.every_told_figure(), timezone.localdate()))


def _csv(name: str, rows: list[dict[str, Any]]) -> HttpResponse:
    content = data_files.as_csv(data_files.FIELDS[name], rows)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return _for_every_site(answer)


def _in_full(request: HttpRequest) -> Callable[[str], str]:
    return lambda reference: request.build_absolute_uri(
        reverse("agenda_public:one", args=[reference])
    )


def _for_every_site(answer: HttpResponse) -> HttpResponse:
    """A page of another site may read it. Nothing in it is for anybody in particular."""
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
