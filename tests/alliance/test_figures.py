"""Counts of a period, as the status report takes them."""

from __future__ import annotations

from datetime import date

import pytest

from ressursvenn.alliance import changes, figures
from ressursvenn.alliance.models import StockMove

from .conftest import shown
from .test_afterwards import told
from .test_buttons import given

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 1, 1), date(2026, 11, 30)


@pytest.fixture
def a_year(ella, eva):
    """One of each within, and one of each just outside."""
    changes.lay_out_members(by=ella)
    changes.note_membership(name="Nye", since=date(2026, 5, 1), since_source="a", by=ella)
    for day in (SINCE, date(2025, 12, 31)):
        meeting = changes.call_meeting(day=day, title="Møte", by=ella)
        changes.note_decided(meeting=meeting, text="Vedtak", by=ella)
        changes.note_stock(kind="in", number=1000, day=day, by=ella)
        given(ella, 40, eva, day=day)
        action = shown(ella, eva, day=day, hole="help")
        told(action, ella, buttons=60)
        changes.show_report(action=action, read=1, by=eva)
    changes.call_off(action=shown(ella, eva, day=date(2026, 11, 25)), by=ella)
    shown(ella, eva, day=date(2026, 11, 26), area="no-oslo-oslo", kind="letter")


def test_what_was_recorded_from_the_first_day_to_the_last(a_year):
    told = figures.of_period(SINCE, UNTIL)

    assert (told.meetings, told.decisions, told.decisions_done) == (1, 1, 0)
    assert (told.actions, told.called_off) == (2, 1)
    assert told.by_hole == {"": 1, "help": 1}
    assert told.by_county == {"Oslo": 1, "Østfold": 1}
    assert told.by_kind == {"letter": 1, "stand": 1}
    assert told.came == 120
    assert (told.buttons_in, told.buttons_handed_out) == (1000, 100)
    assert told.handed_out_by_county == {"Østfold": 100}
    assert (told.joined, told.gone) == (("Nye",), ())


def test_what_is_not_shown_to_everybody_is_not_counted(ella, eva, a_year):
    before = figures.of_period(SINCE, UNTIL)
    told(shown(ella, eva, day=date(2026, 11, 1)), ella, buttons=None)

    after = figures.of_period(SINCE, UNTIL)
    assert after.actions == before.actions + 1
    assert after.came == before.came


def test_with_nothing_recorded_all_is_nought(db):
    told = figures.of_period(SINCE, UNTIL)

    assert (told.meetings, told.actions, told.buttons_handed_out, told.came) == (0, 0, 0, 0)
    assert (told.members_at_end, told.by_hole) == ((), {})


def test_as_many_questions_however_much_there_is(ella, eva, a_year, django_assert_max_num_queries):
    with django_assert_max_num_queries(15) as asked:
        figures.of_period(SINCE, UNTIL)
    shown(ella, eva, day=date(2026, 6, 1))
    StockMove.objects.update(number=5)
    with django_assert_max_num_queries(len(asked)):
        figures.of_period(SINCE, UNTIL)
