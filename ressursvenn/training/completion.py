"""The certificate of completion: her name, the hours, the topics, the days. Only when the hours are met, and
every topic that is asked for is covered.

A topic is from an evening that was noted here; hours noted by hand have a day and no topic.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ressursvenn.paper import setting
from ressursvenn.programme.limits import Terms
from ressursvenn.shapes.days import in_words
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import rules

from . import facts, queries, topics
from .words import BASIC, CAME


def is_met(volunteer: Any, terms: Terms) -> bool:
    """The hours by VOL-04, which alone decides on the road; and the topics."""
    known = road.of(volunteer)
    left = facts.uncovered(queries.attendances_of(volunteer), known.course_hours, terms)
    return rules.trained.refusal(known, terms) is None and not left


def paper(volunteer: Any, *, on: date, language: str = "nb") -> bytes:
    """The PDF. The card of `volunteer` is open. Raises paper.setting.Unprintable."""
    said = setting.language_of(language)
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
        "days": [in_words(day) for day in sorted({row.held_on for row in counted})],
        "topics": topics.in_words(codes, said),
        "on": in_words(on),
    }
    return setting.pdf("training/completion", told, on=on, language=said)
