"""Bringing a workbook in, as a coordinator of ours does it."""

import pytest

from ressursvenn.spreadsheets import changes


@pytest.fixture
def bring(oslo, kari):
    def bring_in(content, association=None, by=None, **how):
        return changes.bring_in(
            workbook_bytes=content, association=association or oslo, by=by or kari, **how
        )

    return bring_in
