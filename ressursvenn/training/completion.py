"""The certificate of completion: her name, the hours, the topics, the days. Only when the hours are met.

A topic is from an evening that was noted here; hours noted by hand have a day and no topic.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ressursvenn.paper import setting
from ressursvenn.programme.limits import Terms
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import rules

from . import queries, topics
from .words import BASIC, CAME


def is_met(volunteer: Any, terms: Terms) -> bool:
    """VOL-04 and nothing else says whether the course is done."""
    return rules.trained.refusal(road.of(volunteer), terms) is None


def paper(volunteer: Any, *, on: date, language: str = "nb") -> bytes:
    """The PDF. The card of `volunteer` is open. Raises paper.setting.Unprintable."""
    said = _language(language)
    counted = [row for row in volunteers.hours_of(volunteer) if row.struck_on is None]
    codes = [
        code
        for row in queries.attendances_of(volunteer)
        if row.how == CAME and row.evening.course.kind == BASIC
        for code in row.evening.topics
    ]
    told = {
        "name": f"{volunteer.first_name} {volunteer.last_name}".strip(),
        "association": volunteer.association.name,
        "hours": f"{float(sum(row.hours for row in counted)):g}".replace(".", ","),
        "days": [_day(day) for day in sorted({row.held_on for row in counted})],
        "topics": topics.in_words(codes, said),
        "on": _day(on),
    }
    return setting.pdf("training/completion", told, on=on, language=said)


def _language(code: str) -> setting.Language:
    return "nn" if code == "nn" else "nb"


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


MONTHS = [
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
]  # fmt: skip
