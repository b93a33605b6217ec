"""What stands under a heading before anybody has written there: what was recorded. Never one person.

It is a beginning to write on. Whoever answers for the report reads it, and changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ressursvenn.shapes.days import in_words

from . import queries, sieve, words
from .models import Report

Where = tuple[str, str]  # measure, heading
DEVIATIONS, REACH = "deviations", "reach"
TOGETHER = {words.BOKMAAL: "Sammen med {}: {}", words.NYNORSK: "Saman med {}: {}"}
HEADING_OF = {
    words.GOOD: "good",
    words.BAD: "bad",
    words.DEVIATION: DEVIATIONS,
    words.PLAN: "plans",
}


def texts_for(report: Report) -> dict[Where, str]:
    """By measure and heading, for every text that the form asks for."""
    asked = queries.asked_of(report)
    told = (_reached(report), _changed(report, asked), _learnt(report))
    lines = {where: [line for one in told for line in one.get(where, ())] for where in asked}
    fit = {
        where: [line for line in told if not sieve.why_not(line)] for where, told in lines.items()
    }
    return {where: "\n\n".join(told) for where, told in fit.items() if told}


def _reached(report: Report) -> dict[Where, list[str]]:
    """With whom. How many is in the tables, that are read again: a number in a text would stay as it was."""
    found: dict[Where, list[str]] = {}
    for row in queries.partners_of(report.grant):
        line = TOGETHER[report.language].format(row.name, row.does)
        found.setdefault((row.part, REACH), []).append(line)
    return found


def _learnt(report: Report) -> dict[Where, list[str]]:
    """What was noted in the days of the report, under the heading it belongs to."""
    found: dict[Where, list[str]] = {}
    for row in queries.experiences_of(report.grant):
        if report.first_day <= row.day <= report.last_day:
            found.setdefault((row.part, HEADING_OF[row.kind]), []).append(row.says)
    return found


def _changed(report: Report, asked: Iterable[Where]) -> dict[Where, list[str]]:
    """What was agreed changed is a deviation: of the measure that got the money, else of the first."""
    parts = [part for part, code in asked if code == DEVIATIONS]
    found: dict[Where, list[str]] = {}
    for row in queries.amendments_of(report.grant):
        if row.agreed and row.answer_day and row.answer_day <= report.last_day and parts:
            hers = row.to_line.part if row.to_line else ""
            where = (hers if hers in parts else parts[0], DEVIATIONS)
            found.setdefault(where, []).append(_agreed(row, AGREED[report.language]))
    return found


AGREED = {
    words.BOKMAAL: {
        words.TIME: "Perioden er forlenget til {until}, godtatt av giveren {answered}.",
        words.MONEY: "{amount} kroner er flyttet fra «{giver}» til «{taker}», godtatt av giveren {answered}.",
        words.CONTENT: "Endret etter avtale med giveren {answered}: {says}",
    },
    words.NYNORSK: {
        words.TIME: "Perioden er forlengd til {until}, godteken av gjevaren {answered}.",
        words.MONEY: "{amount} kroner er flytte frå «{giver}» til «{taker}», godteke av gjevaren {answered}.",
        words.CONTENT: "Endra etter avtale med gjevaren {answered}: {says}",
    },
}


def _agreed(row: Any, say: Mapping[str, str]) -> str:
    return say[row.kind].format(
        until=in_words(row.new_last_day) if row.new_last_day else "",
        answered=in_words(row.answer_day),
        amount=row.amount,
        giver=row.from_line.name if row.from_line else "",
        taker=row.to_line.name if row.to_line else "",
        says=row.says,
    )
