"""What the open rooms need for an address to be about something: made once, of the country and of no house."""

from __future__ import annotations

from typing import Any

from ressursvenn.door import changes as door
from ressursvenn.reporting import making
from ressursvenn.reporting.models import Proposal, Release
from ressursvenn.status import changes as status
from ressursvenn.status.models import Issue
from tests import marked_world
from tests.door.conftest import WORDS
from tests.reporting import on_paper
from tests.status.conftest import FIRST, LAST, SLOTS

FILES = {"html": b"<body>\nx\n</body>", "pdf": b"x", "json": b"{}", "csv": b"x"}


def fill(world: Any) -> None:
    """It hangs on the first house only for the table of addresses to find it."""
    ella, astrid, notes = world.people["ella"], world.people["astrid"], world.oslo.notes
    notes["page_version"] = door.write_version(place="help", language="uk", by=ella, **WORDS)
    notes["page_text"] = door.write_version(place="near", language="nb", by=ella, **WORDS)
    notes["report"] = _report(ella)
    notes["issued_report"] = _report(ella)
    Issue.objects.create(
        report=notes["issued_report"], prints=dict.fromkeys(FILES, "0" * 64), made_with={},
        asked_by=ella, issued_by=astrid, issued_on=marked_world.ago(1), **FILES,
    )  # fmt: skip
    _numbers(notes, astrid, world.people["pernille"])


def _numbers(notes: dict[str, Any], astrid: Any, pernille: Any) -> None:
    """One year that is released, and the next that is proposed."""
    for what, year in (("released_proposal", 2024), ("proposal", 2025)):
        day = marked_world.ago(1)
        told = on_paper.told(year)
        notes[what] = Proposal.objects.create(
            year=year, told=told, proposed_on=day, proposed_by=astrid
        )
    files = making.made(
        notes["released_proposal"].told, 1, on=marked_world.ago(1), site="http://localhost"
    )
    Release.objects.create(
        proposal=notes["released_proposal"], number=1, year=2024, prints=dict.fromkeys(files, "0" * 64),
        made_with={}, asked_by=astrid, issued_by=pernille, issued_on=marked_world.ago(1), **files,
    )  # fmt: skip
    notes["released_year"], notes["released_year_over"] = (2024,), (2025,)


def _report(by: Any) -> Any:
    report = status.begin_report(first_day=FIRST, last_day=LAST, language="nb", by=by)
    return status.write_in_report(report=report, by=by, **SLOTS)
