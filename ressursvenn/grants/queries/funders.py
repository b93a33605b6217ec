"""Funders, their schemes and calls, their readers, and meetings with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from ..models import Call, Funder, FunderMeeting, Reader, Scheme


def funders() -> QuerySet[Any]:
    """Every funder with its schemes and their calls."""
    schemes = Scheme.objects.select_related("confirmed_by").prefetch_related("calls")
    return Funder.objects.prefetch_related(Prefetch("schemes", schemes))


def funder_called(reference: str) -> Any:
    """One of them, or None."""
    return funders().filter(reference=reference).first()


def scheme_called(reference: str) -> Scheme | None:
    return Scheme.objects.select_related("funder").filter(reference=reference).first()


def call_called(reference: str) -> Call | None:
    return Call.objects.select_related("scheme__funder").filter(reference=reference).first()


def meeting_called(reference: str) -> FunderMeeting | None:
    rows = FunderMeeting.objects.select_related("funder")
    return rows.filter(reference=reference).first()


def calls(today: date) -> QuerySet[Call]:
    """Those that one may still apply to, the nearest first."""
    rows = Call.objects.select_related("scheme__funder").filter(deadline_day__gte=today)
    return rows.order_by("deadline_day", "pk")


def meetings_with(funder: Funder) -> QuerySet[FunderMeeting]:
    return FunderMeeting.objects.filter(funder=funder)


def readers_of(funder: Funder) -> QuerySet[Reader]:
    """Who reads for this funder now."""
    rows = Reader.objects.filter(funder=funder, ended_on=None, person__left_on=None)
    return rows.select_related("person").order_by("pk")


def reader_called(reference: str) -> Reader | None:
    rows = Reader.objects.select_related("funder", "person")
    return rows.filter(reference=reference, ended_on=None).first()
