"""From a report to what the rules ask. No query: all of it stands in the row."""

from __future__ import annotations

from .models import Report
from .rules import ReportFacts


def of(report: Report) -> ReportFacts:
    """What somebody has written in it, and when its period is over."""
    return ReportFacts(
        last_day=report.last_day,
        authors=report.authors,
        foreword=report.foreword,
        deviations=report.deviations,
        plans=report.plans,
    )
