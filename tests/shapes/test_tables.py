"""What every table shares: a reference by lot, and whoever did it, who cannot be taken away."""

from __future__ import annotations

from types import SimpleNamespace

from django.db.models import PROTECT

from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Hers, Nobodys
from ressursvenn.shapes.rows import LockedWithHers


def test_a_reference_is_drawn_anew_each_time():
    one, other = (columns.reference().get_default() for _ in range(2))

    assert one != other
    assert len(one) == len(other) == 8


def test_whoever_did_it_stays_and_nothing_leads_from_her_to_it():
    column = columns.by_person("notert av")

    assert column.remote_field.on_delete is PROTECT
    assert column.remote_field.hidden
    assert (column.null, column.blank, column.editable) == (False, False, True)


def test_what_nobody_has_done_yet_may_be_left_open():
    column = columns.by_person("notert av", null=True, editable=False)

    assert (column.null, column.blank, column.editable) == (True, True, False)


def test_nothing_is_locked_in_what_is_plain_and_what_is_hers_goes_with_her():
    for one in (Nobodys, Hers):
        assert (one.card, one.record, one.sign_in) == (set(), set(), set())
    assert (Nobodys.keep, Hers.keep) == ("association", "volunteer")


def test_a_row_is_called_by_its_reference_and_opened_with_her_keys():
    row = LockedWithHers()
    row.reference, row.volunteer = "abcd2345", SimpleNamespace(reference="hers2345")

    assert str(row) == "abcd2345"
    assert row.key_owner() == "hers2345"
