"""docs/data.md is made from the code, and is current."""

from ressursvenn.protection import data_page
from ressursvenn.protection.stays import STAYS


def test_the_page_is_current():
    """Mend with: python3 dev.py manage data_page"""
    assert data_page.PAGE.read_text("utf-8") == data_page.text()


def test_every_field_and_every_line_of_the_table_stands_there():
    told = data_page.text()

    assert told.count("\n### ") == sum(1 for _ in data_page._ours())
    assert all(stay.what in told for stay in STAYS.values())
    assert "| called | kort | personens kortnøkkel |" in told
    assert "| contact_number | full side | personens fulle nøkkel |" in told
