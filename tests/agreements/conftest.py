"""A volunteer with an account of her own, and papers at every stage. All invented."""

from __future__ import annotations

import pytest

from ressursvenn.agreements import changes
from ressursvenn.volunteers import changes as volunteers
from tests.volunteers.conftest import applicant, audited, days_ago, fresh

__all__ = ["applicant", "audited", "days_ago", "fresh", "gone_through", "signed"]


@pytest.fixture
def hers(kari, solveig):
    """Solveig's own row, sealed."""
    row = applicant(kari, first_name="Solveig", last_name="Moen")
    volunteers.link_account(volunteer=row, person=solveig, by=kari)
    return fresh(row)


@pytest.fixture
def neighbours(nora, nils):
    row = applicant(nora, first_name="Nils", last_name="Hagen")
    volunteers.link_account(volunteer=row, person=nils, by=nora)
    return fresh(row)


def gone_through(volunteer, by, kind="declaration", language="nb"):
    return changes.note_gone_through(volunteer=volunteer, kind=kind, language=language, by=by)


def signed(volunteer, her, by, kind="declaration", language="nb"):
    """Both have signed."""
    row = gone_through(volunteer, by, kind, language)
    changes.sign_herself(signing=row, by=her)
    return changes.sign_for_us(signing=row, by=by)
