"""What the open rooms need for an address to be about something: made once, of the country and of no house."""

from __future__ import annotations

from typing import Any

from ressursvenn.door import changes as door
from ressursvenn.status import changes as status
from ressursvenn.status.models import Issue
from tests import marked_world
from tests.door.conftest import WORDS
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


def _report(by: Any) -> Any:
    report = status.begin_report(first_day=FIRST, last_day=LAST, language="nb", by=by)
    return status.write_in_report(report=report, by=by, **SLOTS)
