"""What is erased stays erased: who goes on which day, who is never erased, and what is left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes as pairs
from ressursvenn.pairs import tally
from ressursvenn.pairs.models import Pair, Tally
from ressursvenn.participants import changes as participants
from ressursvenn.participants import retention as participants_retention
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, retention, vault
from ressursvenn.protection.models import AuditEntry, KeptLonger
from ressursvenn.together.models import Asked
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from ressursvenn.volunteers.queries import day_lines
from tests.pairs.conftest import a_participant, a_volunteer, walked

OSLO = ZoneInfo("Europe/Oslo")
# A year end, the hour that is skipped, the hour that comes twice, a leap day.
BEGINNINGS = (date(2026, 12, 10), date(2027, 2, 1), date(2027, 9, 1), date(2027, 12, 20))


def at(day: date, hour: int = 12, minute: int = 0) -> time_machine.travel:
    """A moment in Oslo."""
    return time_machine.travel(
        datetime(day.year, day.month, day.day, hour, minute, tzinfo=OSLO), tick=False
    )


def night(day: date) -> dict[str, int]:
    """The round of that night, just after midnight."""
    with at(day, 0, 5):
        return retention.erase_what_is_due()


def there(row) -> bool:
    return type(row).objects.filter(pk=row.pk).exists()


@pytest.fixture
def ended(kari, kaja, solveig):
    """`ended(day)`: a pair that ends that day, of two who met forty days before."""

    def make(day: date) -> Pair:
        with at(day - timedelta(days=1)):
            hers, theirs = a_participant(kari), a_volunteer(kari, kaja)
            volunteers.link_account(volunteer=theirs, person=solveig, by=kari)
            pair = walked(hers, theirs, kari, kaja, day - timedelta(days=40))
            pairs.log_meet_up(
                pair=pair, day=day - timedelta(days=9), happened=True, length="1_2h", kinds=["walk"],
                by=solveig,
            )  # fmt: skip
            pairs.note_follow_up(pair=pair, with_whom="both", outcome="all_well", by=kari)
        with at(day):
            pairs.end(pair=pair, ending="as_planned", by=kari)
        return Pair.objects.select_related("participant", "volunteer").get(pk=pair.pk)

    return make


def cells():
    """Every cell of every table, but for the log and what belongs with it: those hold references."""
    of_log = {
        model._meta.db_table
        for model in apps.get_models()
        if getattr(getattr(model, "Handling", None), "keep", "") == "audit"
    }
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in of_log:
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from ((table, cell) for row in cursor.fetchall() for cell in row)


def where(reference: str) -> list[str]:
    """The tables in which a reference stands."""
    return sorted({table for table, cell in cells() if isinstance(cell, str) and reference in cell})


# --- the day ------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", BEGINNINGS, ids=str)
def test_a_participant_goes_the_ninetieth_night_after_her_pair_ended(ended, day):
    pair = ended(day)

    with at(day + timedelta(days=89), 23, 59):
        assert retention.erase_what_is_due()["participant"] == 0
    assert there(pair.participant)
    assert vault.alive(pair.participant.reference)
    assert night(day + timedelta(days=90))["participant"] == 1

    assert not there(pair.participant)
    assert not vault.alive(pair.participant.reference)
    assert where(pair.participant.reference) == []
    assert where(pair.reference) == []


@pytest.mark.parametrize("day", BEGINNINGS, ids=str)
def test_one_who_has_withdrawn_goes_the_thirtieth_night(kari, day):
    with at(day):
        row = a_participant(kari)
        participants.withdraw_consent(participant=row, by=kari)

    assert night(day + timedelta(days=29))["participant"] == 0
    assert night(day + timedelta(days=30))["participant"] == 1
    assert where(row.reference) == []


def test_one_who_waits_goes_when_nothing_has_happened_for_a_year(kari):
    day = date(2027, 3, 1)
    with at(day):
        row = a_participant(kari)

    assert night(day + timedelta(days=364))["participant"] == 0
    assert night(day + timedelta(days=365))["participant"] == 1
    assert where(row.reference) == []


def test_after_ninety_one_days_nothing_of_her_is_anywhere(ended, kari):
    """All that may hang on a participant, and nothing of it is left but in the log."""
    day = date(2027, 1, 4)
    pair = ended(day)
    hers = pair.participant
    with at(day):
        for kind, text in (("person", "Ole Vik"), ("community", "menigheten")):
            apart.name_keep_apart(participant=hers, kind=kind, text=text, by=kari)
    with at(day + timedelta(days=80)):
        retention.keep_longer(
            retention.kept("participant", hers.reference), reason="talking", by=kari
        )
    stood = where(hers.reference)
    assert stood == ["participants_participant", "protection_keptlonger"]

    gone = night(day + timedelta(days=90 + 31))

    assert gone["participant"] == 1
    assert where(hers.reference) == where(pair.reference) == []
    for table in ("apart_keepapart", "pairs_pair", "pairs_meetup", "pairs_followup"):
        assert not [1 for name, _ in cells() if name == table], table
    assert [entry.purpose for entry in AuditEntry.objects.filter(did=retention.ERASED).order_by("id")] == [
        "pair", "participant",
    ]  # fmt: skip


# --- what moves it ------------------------------------------------------------------------------

DAY = date(2027, 2, 10)


def test_a_new_yes_begins_a_new_wait(ended, kari):
    hers = ended(DAY).participant
    with at(DAY + timedelta(days=89)):
        participants.note_consent(participant=hers, by=kari)

    assert night(DAY + timedelta(days=120))["participant"] == 0
    assert there(hers)
    assert night(DAY + timedelta(days=89 + 365))["participant"] == 1


def test_the_pair_itself_goes_though_she_has_begun_anew(ended, kari):
    pair = ended(DAY)
    with at(DAY + timedelta(days=10)):
        participants.note_consent(participant=pair.participant, by=kari)

    night(DAY + timedelta(days=90))

    hers = Participant.objects.get(pk=pair.participant_id)
    theirs = Volunteer.objects.get(pk=pair.volunteer_id)
    assert not there(pair)
    assert hers.paired_until == theirs.paired_until == DAY
    assert Tally.objects.count() == 1


def test_that_she_has_been_in_a_pair_is_remembered_when_its_rows_are_gone(ended, kari):
    """The pair went with somebody else, or by itself: her own ninety days are not made a year of."""
    pair = ended(DAY)
    with at(DAY + timedelta(days=1)):
        volunteers.note_leaving(volunteer=pair.volunteer, on=DAY + timedelta(days=1), by=kari)
        retention.erase(sort("volunteer"), pair.volunteer.reference, by=kari)

    assert not there(pair)
    assert night(DAY + timedelta(days=89))["participant"] == 0
    assert night(DAY + timedelta(days=90))["participant"] == 1


def sort(keep: str) -> retention.Sort:
    return next(one for one in retention.sorts() if one.keep == keep)


def test_a_row_that_was_just_touched_stands_through_a_whole_warning(ended, kari):
    hers = ended(DAY).participant
    with at(DAY + timedelta(days=89)):
        participants.correct_card(participant=hers, interests=["film"], by=kari)

    assert night(DAY + timedelta(days=90))["participant"] == 0
    assert night(DAY + timedelta(days=102))["participant"] == 0
    assert night(DAY + timedelta(days=103))["participant"] == 1


def test_a_look_moves_nothing(ended, kari):
    hers = ended(DAY).participant
    with at(DAY + timedelta(days=89)):
        opening.open_record(hers, by=kari, purpose="participant_page")

    assert night(DAY + timedelta(days=90))["participant"] == 1


def test_an_old_row_brought_in_today_is_told_of_before_it_goes(kari):
    """Somebody notes today that she withdrew half a year ago."""
    with at(DAY):
        row = a_participant(kari)
        participants.withdraw_consent(participant=row, on=DAY - timedelta(days=180), by=kari)
        assert retention.kept("participant", row.reference).is_warned(DAY)

    assert night(DAY + timedelta(days=13))["participant"] == 0
    assert night(DAY + timedelta(days=14))["participant"] == 1


def test_a_talk_after_the_end_counts(ended, kari):
    pair = ended(DAY)
    with at(DAY + timedelta(days=20)):
        pairs.note_closing_talk(pair=pair, later_contact="both_wish", by=kari)

    assert night(DAY + timedelta(days=109))["participant"] == 0
    assert night(DAY + timedelta(days=110))["participant"] == 1


# --- who is never erased ------------------------------------------------------------------------


def test_nobody_in_an_open_pair_is_erased(kari, kaja):
    with at(DAY):
        hers, theirs = a_participant(kari), a_volunteer(kari, kaja)
        pair = pairs.decide(participant=hers, volunteer=theirs, reason="near", by=kari)

    gone = night(DAY + timedelta(days=3650))
    assert (gone["participant"], gone["volunteer"], gone["pair"]) == (0, 0, 0)
    assert there(hers)
    assert there(theirs)
    assert there(pair)
    for keep, row in (("participant", hers), ("volunteer", theirs)):
        with pytest.raises(retention.InTheWay, match="i en kobling"):
            retention.erase(sort(keep), row.reference, by=kari)


def test_nobody_is_erased_while_a_concern_is_open(ended, kari):
    pair = ended(DAY)
    with at(DAY + timedelta(days=1)):
        pairs.raise_concern(pair=pair, by=kari)
        volunteers.raise_concern(volunteer=pair.volunteer, on=DAY, kind="other", by=kari)

    assert night(DAY + timedelta(days=400))["participant"] == 0
    with at(DAY + timedelta(days=401)):
        pairs.settle_concern(pair=pair, by=kari)
    assert night(DAY + timedelta(days=401 + 89))["participant"] == 0
    assert night(DAY + timedelta(days=401 + 90))["participant"] == 1


def test_one_in_a_pair_that_nobody_knows_is_asked_about_first(kari):
    with at(DAY):
        row = a_participant(kari)
        participants.note_in_unknown_pair(participant=row, by=kari)

    assert night(DAY + timedelta(days=900))["participant"] == 0


# --- somebody needs it longer -------------------------------------------------------------------


def longer(row, reason, by):
    retention.keep_longer(retention.kept("participant", row.reference), reason=reason, by=by)


def test_it_may_be_kept_longer_with_a_reason_so_many_times(ended, kari):
    hers = ended(DAY).participant
    for times, days in enumerate((80, 115)):
        with at(DAY + timedelta(days=days)):
            assert (
                retention.times_left(retention.kept("participant", hers.reference), DAY)
                == 2 - times
            )
            longer(hers, "talking", kari)
    with at(DAY + timedelta(days=140)):
        with pytest.raises(retention.InTheWay, match="så mange ganger"):
            longer(hers, "new_pair", kari)
        longer(hers, "complaint", kari)

    assert night(DAY + timedelta(days=179))["participant"] == 0
    assert night(DAY + timedelta(days=180))["participant"] == 1
    assert not KeptLonger.objects.exists()
    said = AuditEntry.objects.filter(did=retention.KEPT_LONGER).order_by("id")
    assert [(entry.by, entry.purpose) for entry in said] == [
        (kari, "talking"), (kari, "talking"), (kari, "complaint"),
    ]  # fmt: skip


def test_it_cannot_be_kept_longer_before_there_is_anything_to_say(ended, kari):
    hers = ended(DAY).participant

    with at(DAY + timedelta(days=75)), pytest.raises(retention.InTheWay, match="ikke slettes ennå"):
        longer(hers, "talking", kari)
    with at(DAY + timedelta(days=76)):
        longer(hers, "talking", kari)


# --- volunteers ---------------------------------------------------------------------------------


def test_an_application_that_was_refused_goes_the_thirtieth_night(kari, kaja, oslo):
    with at(DAY):
        row = volunteers.note_application(
            association=oslo, first_name="Ann", applied_on=DAY, by=kari
        )
        volunteers.note_interview(
            volunteer=row, on=DAY, first_interviewer=kari, second_interviewer=kaja,
            outcome="not_suitable", by=kari,
        )  # fmt: skip

    assert night(DAY + timedelta(days=29))["volunteer"] == 0
    assert night(DAY + timedelta(days=30))["volunteer"] == 1
    assert where(row.reference) == []


def test_so_does_one_that_she_took_back(kari, oslo):
    with at(DAY):
        row = volunteers.note_application(
            association=oslo, first_name="Ann", applied_on=DAY, by=kari
        )
        volunteers.note_leaving(volunteer=row, on=DAY, by=kari)

    assert night(DAY + timedelta(days=29))["volunteer"] == 0
    assert night(DAY + timedelta(days=30))["volunteer"] == 1


def test_whoever_has_been_a_volunteer_goes_the_ninetieth_night_with_her_account(
    kari, kaja, solveig, signed_in
):
    with at(DAY):
        row = a_volunteer(kari, kaja)
        volunteers.link_account(volunteer=row, person=solveig, by=kari)
        signed_in(solveig)
        volunteers.note_leaving(volunteer=row, on=DAY, by=kari)

    assert night(DAY + timedelta(days=89))["volunteer"] == 0
    assert night(DAY + timedelta(days=90))["volunteer"] == 1

    assert where(row.reference) == []
    assert [cell for _, cell in cells() if isinstance(cell, str) and "olveig" in cell] == []
    solveig.refresh_from_db()
    assert (solveig.name, solveig.email) == ("en som har sluttet", "")
    assert not solveig.has_usable_password()


def test_a_question_about_her_that_nobody_has_answered_goes_with_her(kari, kaja):
    row = a_volunteer(kari, kaja)
    for yes in (True, None):
        told = {"answered_at": timezone.now(), "answered_by": kaja, "yes": yes} if yes else {}
        Asked.objects.create(
            act="a.code", about=row.reference, asked_by=kari, detail="ab"[bool(yes)],
            asked_at=timezone.now() - timedelta(hours=1),
            good_until=timezone.now() + timedelta(days=3), **told,
        )  # fmt: skip

    retention.erase(sort("volunteer"), row.reference, by=kari)

    kept = Asked.objects.filter(about=row.reference, act="a.code")
    assert [question.yes for question in kept] == [True]


def test_an_account_of_staff_is_forgotten_with_the_log_of_what_she_did(kari, kaja):
    kaja.left_on, kaja.left_by = DAY, kari
    kaja.save()

    assert night(DAY + timedelta(days=729))["account_staff"] == 0
    assert night(DAY + timedelta(days=730))["account_staff"] == 1
    assert night(DAY + timedelta(days=731))["account_staff"] == 0
    kaja.refresh_from_db()
    assert (kaja.name, kaja.email, kaja.is_active) == ("en som har sluttet", "", False)


# --- the night itself ---------------------------------------------------------------------------


def test_one_that_fails_does_not_stop_the_others(ended, kari, monkeypatch):
    first = ended(DAY).participant
    with at(DAY):
        second = a_participant(kari, called="Svale")
        participants.withdraw_consent(participant=second, by=kari)
    destroyed = vault.destroy_keys
    monkeypatch.setattr(
        vault, "destroy_keys",
        lambda owner: 1 / 0 if owner == first.reference else destroyed(owner),
    )  # fmt: skip

    assert night(DAY + timedelta(days=90))["participant"] == 1
    assert there(first)
    assert not there(second)

    monkeypatch.setattr(vault, "destroy_keys", destroyed)
    assert night(DAY + timedelta(days=91))["participant"] == 1


def test_a_night_done_twice_is_a_night(ended):
    ended(DAY)
    first = night(DAY + timedelta(days=90))
    entries = AuditEntry.objects.count()

    assert first["participant"] == 1
    assert set(night(DAY + timedelta(days=90)).values()) == {0}
    assert AuditEntry.objects.count() == entries


def _stops_at(monkeypatch, room, name: str, after: bool) -> None:
    """The house is stopped at this act, before it or when it is just done; once."""
    act = getattr(room, name)

    def stopped(*args, **told):
        monkeypatch.setattr(room, name, act)
        if after:
            act(*args, **told)
        raise KeyboardInterrupt

    monkeypatch.setattr(room, name, stopped)


STEPS = {
    "the tally": (tally, "count"),
    "what a pair leaves behind": (participants_retention, "remember_pair"),
    "the entry": (retention.audit, "record"),
    "the keys": (vault, "destroy_keys"),
    "the file": (retention, "leave_nothing_behind"),
}


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_night_stopped_at_any_step_ends_as_if_it_had_not_been(ended, monkeypatch, step, after):
    pair = ended(DAY)
    _stops_at(monkeypatch, *STEPS[step], after)

    with pytest.raises(KeyboardInterrupt):
        night(DAY + timedelta(days=90))
    night(DAY + timedelta(days=90))

    assert where(pair.participant.reference) == where(pair.reference) == []
    assert not vault.alive(pair.participant.reference)
    (row,) = Tally.objects.all()
    lost = step == "the keys" and after  # nobody can open where she wished to meet any more
    assert (row.region, row.ending) == ("" if lost else "ost", "as_planned")
    erased = AuditEntry.objects.filter(did=retention.ERASED).order_by("id")
    assert [entry.purpose for entry in erased] == ["pair", "participant"]


# --- what stops the night -----------------------------------------------------------------------


def test_a_day_at_the_end_of_time_stops_neither_the_night_nor_min_dag(ended, kari, kaja):
    pair = ended(DAY)
    resting = a_volunteer(kari, kaja)
    Volunteer.objects.filter(pk=resting.pk).update(paused_until=date.max)

    gone = night(DAY + timedelta(days=90))

    assert (gone["participant"], gone["failed"]) == (1, 0)
    assert not there(pair.participant)
    assert there(resting)
    with at(DAY + timedelta(days=90)):
        day_lines(kari, accounts.terms(kari.association))


def test_a_sort_that_cannot_be_read_stops_no_other(ended, monkeypatch):
    def broken(rows):
        raise OverflowError

    pair = ended(DAY)
    (whole,) = (sort for sort in retention.sorts() if sort.keep == "volunteer")
    monkeypatch.setitem(retention._sorts, "volunteer", replace(whole, read=broken))

    gone = night(DAY + timedelta(days=90))

    assert (gone["volunteer"], gone["participant"], gone["failed"]) == (0, 1, 1)
    assert not there(pair.participant)
