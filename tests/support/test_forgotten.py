"""What she said goes 90 days after it was settled, a talk 90 days after it was held, and all with her."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ressursvenn.protection import retention
from ressursvenn.protection.models import AuditEntry
from ressursvenn.protection.stays import STAYS
from ressursvenn.support import changes
from ressursvenn.support.models import Membership, Presence, Strain, Talk
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer

from .conftest import TALK, an_evening, came, days_ago

TODAY = timezone.localdate()


def in_days(days: int) -> dict[str, int]:
    return retention.erase_what_is_due(TODAY + timedelta(days=days))


@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 0)])
def test_what_was_taken_back_goes(hers, solveig, days, left):
    row = changes.say_it_is_heavy(volunteer=hers, by=solveig, wish="ring")
    changes.take_back_word(strain=row, by=solveig)

    in_days(days)

    assert Strain.objects.count() == left


@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 0)])
def test_what_was_answered_goes_and_so_does_the_talk(hers, solveig, kari, days, left):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, answers=True, **TALK)

    gone = in_days(days)

    assert (Strain.objects.count(), Talk.objects.count()) == (left, left)
    assert gone["strain"] == (0 if left else 2)
    forgotten = AuditEntry.objects.filter(did="support.forgotten")
    assert forgotten.count() == (0 if left else 1)


def test_what_nobody_has_answered_stays_until_somebody_does(hers, solveig):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    in_days(200)

    assert Strain.objects.exists()


def test_that_we_forget_is_no_activity_of_hers(hers, solveig):
    row = changes.say_it_is_heavy(volunteer=hers, by=solveig)
    changes.take_back_word(strain=row, by=solveig)
    in_days(90)

    (entry,) = AuditEntry.objects.filter(did="support.forgotten")

    assert [one.reference for one in entry.about.all()] == [row.reference]


def test_all_of_hers_goes_with_her(in_group, hers, solveig, kari):
    came(an_evening(in_group, kari, days_ago(2)), hers, kari)
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, **TALK)
    volunteers.note_leaving(volunteer=hers, on=days_ago(0), by=kari)

    (sort,) = (sort for sort in retention.sorts() if sort.keep == "volunteer")
    retention.erase(sort, hers.reference, by=kari)

    assert not Volunteer.objects.filter(pk=hers.pk).exists()
    rows = (Strain, Talk, Membership, Presence)
    assert [model.objects.count() for model in rows] == [0, 0, 0, 0]
    in_group.refresh_from_db()
    assert in_group.evenings.count() == 1  # the evening is nobody's


def test_the_number_is_the_programmes_and_national():
    assert STAYS["strain"].number == "keep_strain_days"
    assert STAYS["strain"].confirmed == "ingen har bekreftet dette ennå"
