"""Demands raised by one editor and confirmed by the other, and what happens with them. All invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.agenda import changes
from ressursvenn.agenda.models import Addressee, Demand, Evidence, Happening, SourcedFigure

TITLE = "Sett av penger til et ettervernstilbud i hver kommune"


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def eivor(people) -> Person:
    """The other editor."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", association=None,
        email="eivor@example.org", by=None,
    )  # fmt: skip


@pytest.fixture
def storting(ella) -> Addressee:
    return changes.name_addressee(kind="storting", name="Komiteen for hav og fjell", by=ella)


@pytest.fixture
def party(ella) -> Addressee:
    return changes.name_addressee(kind="party", name="Fjellpartiet", by=ella)


def raised(by: Person, *to: Addressee, **more: Any) -> Demand:
    """Nobody but editors sees it yet."""
    told = {
        "hole": "help", "raised_day": ago(400), "title": TITLE, "body": "Det mangler i dag.", **more,
    }  # fmt: skip
    return changes.raise_demand(addressees=to, by=by, **told)


def public(by: Person, other: Person, *to: Addressee, **more: Any) -> Demand:
    row = raised(by, *to, **more)
    changes.confirm_text(text=row.texts.get(), by=other)
    return row


def noted(
    demand: Demand, by: Person, kind: str, days: int, to: Addressee | None = None, **more: Any
) -> Happening:
    told = {
        "says": f"Noe av slaget {kind}", "source": "Referat 7", "link": "", "promise": None, "due_day": None,
        **more,
    }  # fmt: skip
    return changes.note_happening(
        demand=demand, kind=kind, day=ago(days), addressee=to, by=by, **told
    )


def happened(
    demand: Demand, by: Person, other: Person, kind: str, days: int, *to: Addressee, **more: Any
) -> Happening:
    row = noted(demand, by, kind, days, *to, **more)
    return changes.confirm_happening(happening=row, by=other)


def seen_for(demand: Demand, other: Person) -> None:
    """Another editor has read whom it is to go to."""
    waits = demand.addressings.get(confirmed_on=None)
    changes.confirm_addressing(demand=demand, read=str(waits.pk), by=other)


def backed(demand: Demand, by: Person, other: Person, **more: Any) -> Evidence:
    told = {"says": "Et funn", "source": "Rapport 71", "year": 2014, "link": "", **more}
    row = changes.put_forward_evidence(demand=demand, by=by, **told)
    return changes.confirm_evidence(evidence=row, by=other)


def written(by: Person, **more: Any) -> dict[str, Any]:
    """All that stands behind a figure."""
    return {
        "value": "8,2 %", "says": "har vært utsatt for noe", "source": "Et institutt, rapport 1",
        "year": 2014, "population": "kvinner 18–75 år", "link": "https://eksempel.example/rapport",
        "review_day": ago(-100), "owner": by, **more,
    }  # fmt: skip


def told(by: Person, other: Person, **more: Any) -> SourcedFigure:
    row = changes.write_figure(by=by, **written(by, **more))
    return changes.confirm_figure(figure=row, by=other)


@pytest.fixture
def demand(ella, eivor, storting) -> Demand:
    return public(ella, eivor, storting)
