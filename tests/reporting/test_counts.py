"""Figures equal a recount: by hand, from a list of who there was, before an erasure and after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ressursvenn.pairs import figures as pairs
from ressursvenn.pairs.models import MeetUp, Pair, Tally
from ressursvenn.pairs.retention import forget
from ressursvenn.participants import changes as participants
from ressursvenn.participants import figures as waiting
from ressursvenn.participants.models import Participant
from ressursvenn.programme.limits import Limits
from ressursvenn.protection import retention, vault
from ressursvenn.protection.models import AuditEntry
from ressursvenn.reporting import compiling
from ressursvenn.volunteers import changes as volunteers

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year - 1
LAST = date(YEAR, 12, 31)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Life:
    """One participant as a list has her: when she said yes, met somebody, and how it ended."""

    said_yes: date
    area: str = "no-oslo-oslo"
    met_on: date | None = None
    ended_on: date | None = None
    ending: str = ""
    hours: tuple[str, ...] = ()
    withdrawn: date | None = None
    not_to_be: date | None = None
    again: bool = False


LIVES = (
    Life(LAST - 10 * DAY),
    Life(LAST - 90 * DAY),
    Life(LAST - 91 * DAY),
    Life(LAST - 300 * DAY),
    Life(LAST + DAY),  # not yet that year
    Life(LAST - 40 * DAY, withdrawn=LAST),
    Life(LAST - 40 * DAY, withdrawn=LAST + 3 * DAY),
    Life(LAST - 200 * DAY, met_on=LAST, hours=()),
    Life(LAST - 200 * DAY, met_on=LAST - 100 * DAY, hours=("2_4h",) * 4, again=True),
    Life(LAST - 200 * DAY, met_on=LAST - 150 * DAY, hours=("over_4h",) * 6 + ("under_1h",)),
    Life(LAST - 300 * DAY, met_on=LAST - 200 * DAY, ended_on=LAST, ending="early", hours=("1_2h",)),
    Life(
        LAST - 700 * DAY, "no-akershus-sandvika", LAST - 400 * DAY, LAST - 20 * DAY, "as_planned",
        ("1_2h",) * 30,
    ),
    Life(LAST - 300 * DAY, met_on=LAST - 200 * DAY, ended_on=LAST + DAY, ending="silent"),
    Life(LAST - 300 * DAY, not_to_be=LAST - 5 * DAY),
)  # fmt: skip


def lived(life: Life, by, number: int) -> Participant:
    """As the table would have it, had it been noted day by day."""
    row = participants.refer(
        association=by.association, crisis_centre=None, called=f"Fugl {number}", area=life.area,
        languages=["no"], interests=[], times=[], waiting_since=life.said_yes,
        consented_on=life.said_yes, by=by,
    )  # fmt: skip
    if life.withdrawn:
        Participant.objects.filter(pk=row.pk).update(withdrawn_on=life.withdrawn, withdrawn_by=by)
    if life.again:
        Participant.objects.filter(pk=row.pk).update(paired_until=life.said_yes)
    return Participant.objects.get(pk=row.pk)


def paired(life: Life, row: Participant, volunteer, by, other) -> None:
    began = life.met_on or life.not_to_be
    step = {
        f"{what}_by": by
        for what in ("she_said_yes", "volunteer_said_yes", "introduction_planned", "introduced")
    }
    days = {name.replace("_by", "_on"): began for name in step}
    pair = Pair(
        association=by.association, participant=row, volunteer=volunteer, decided_on=began, decided_by=by,
        decision_reason="near", terms_name="x", approved_on=began, approved_by=other,
    )  # fmt: skip
    if life.not_to_be:
        pair.not_to_be_on, pair.not_to_be_by, pair.not_to_be_because = (
            life.not_to_be,
            by,
            "she_said_no",
        )
    else:
        for name, value in {**step, **days}.items():
            setattr(pair, name, value)
    if life.ended_on:
        pair.ended_on, pair.ended_by, pair.ending = life.ended_on, by, life.ending
    pair.save()
    for number, length in enumerate(life.hours):
        day = max(began, date(YEAR, 1, 1)) + number % 30 * DAY
        MeetUp.objects.create(
            pair=pair,
            day=min(day, life.ended_on or LAST),
            happened=True,
            length=length,
            logged_by=by,
            once=f"{pair.pk}-{number}",
        )
    MeetUp.objects.create(
        pair=pair,
        day=began,
        happened=False,
        not_happened="no_answer",
        logged_by=by,
        once=f"{pair.pk}-no",
    )


@pytest.fixture
def laid_out(people):
    kari, kaja = people["kari"], people["kaja"]
    volunteer = volunteers.note_application(
        association=kari.association, first_name="Solveig", last_name="Moen", applied_on=LAST - 900 * DAY,
        areas=[], languages=[], interests=[], times=[], by=kari,
    )  # fmt: skip
    for number, life in enumerate(LIVES):
        row = lived(life, kari, number)
        if life.met_on or life.not_to_be:
            paired(life, row, volunteer, kari, kaja)


HOURS = {"under_1h": 0.5, "1_2h": 1.5, "2_4h": 3, "over_4h": 5}


def running() -> list[Life]:
    return [
        one
        for one in LIVES
        if one.met_on and one.met_on <= LAST and (one.ended_on is None or one.ended_on > LAST)
    ]


def ended() -> list[Life]:
    return [one for one in LIVES if one.ended_on and one.ended_on.year == YEAR]


def band(value: float, bands: list[tuple[float, str]], rest: str) -> str:
    return next((word for under, word in bands if value < under), rest)


def test_as_by_hand(laid_out, astrid):
    told = compiling.of_year(YEAR, on=LAST + 9 * DAY, limits=Limits(), by=astrid).counts
    waits = [
        one for one in LIVES
        if one.said_yes <= LAST and not one.met_on and not (one.withdrawn and one.withdrawn <= LAST)
    ]  # fmt: skip
    sums = [sum(HOURS[length] for length in one.hours) for one in running()]

    assert told["running"] == {"running": len(running())} == {"running": 4}
    assert told["queue"] == {"waiting": len(waits)} == {"waiting": 6}
    assert told["waiting"] == Counter(
        band((LAST - one.said_yes).days, [(91, "under_3"), (183, "3_6")], "over_6") for one in waits
    )
    assert told["hours"] == Counter(
        band(one, [(10, "under_10"), (30, "10_29")], "30_more") for one in sums
    )
    assert told["again"] == {"first": 3, "again": 1}
    assert (told["closed"], told["called_off"]) == ({"ended": 2}, {"called_off": 1})
    assert told["ending"] == Counter(one.ending for one in ended())
    assert told["region"] == {"ost": 2}
    assert told["months"] == {"7-9": 1, "13-": 1}
    assert told["met"] == {"1-9": 1, "25-": 1}
    assert told["wellbeing"] == {"better": 0, "same": 0, "worse": 0, "no_answer": 2}


def test_what_is_erased_is_counted_as_it_was(laid_out, astrid, kari):
    """The pairs that are over go, one anonymous row stays for each, and the year comes out the same."""
    before = compiling.of_year(YEAR, on=LAST + 9 * DAY, limits=Limits(), by=astrid).counts
    (sort,) = (one for one in retention.sorts() if one.keep == "pair")
    for pair in Pair.objects.filter(ended_on__year=YEAR) | Pair.objects.filter(
        not_to_be_on__year=YEAR
    ):
        retention.erase(sort, pair.reference, by=kari)

    assert Tally.objects.count() == 3
    after = compiling.of_year(YEAR, on=LAST + 9 * DAY, limits=Limits(), by=astrid).counts
    for table in ("closed", "ending", "region", "months", "met", "running", "queue", "hours"):
        assert after[table] == before[table], table


def test_one_who_is_erased_midway_has_ended_and_is_counted_with_those_who_did(laid_out, astrid):
    """Who ran at the start, and those who are new, less those who went, are still those who run."""
    today = timezone.localdate()
    was = pairs.running_on(today, by=astrid), pairs.ended_in(today.year, by=astrid).in_all
    her = Pair.objects.filter(ended_on=None, introduced_on__isnull=False).first().participant
    vault.destroy_keys(her.reference)
    forget(her.reference)

    ended = pairs.ended_in(today.year, by=astrid)
    assert (pairs.running_on(today, by=astrid), ended.in_all) == (was[0] - 1, was[1] + 1)
    assert ended.by_ending["unknown"] == 1
    assert pairs.not_to_be_in(today.year, by=astrid) == 0


def test_counted_too_late_the_end_of_the_year_is_missing_and_it_says_so(laid_out, astrid):
    told = compiling.of_year(YEAR, on=LAST + 31 * DAY, limits=Limits(), by=astrid)

    assert not {"running", "queue", "hours"} & set(told.counts)
    assert told.counts["closed"] == {"ended": 2}
    assert "30 dagene" in told.missing[0]


def test_where_they_met_is_opened_by_the_house_itself_and_in_the_log(laid_out, astrid):
    pairs.ended_in(YEAR, by=astrid)

    entry = AuditEntry.objects.filter(did="protection.opened").latest("id")
    assert (entry.by, entry.purpose, entry.about.count()) == (None, "retention", 2)


COUNTS = (
    lambda by: pairs.running_on(LAST, by=by),
    lambda by: pairs.hours_of_running(LAST, by=by),
    lambda by: pairs.again_among_running(LAST, by=by),
    lambda by: pairs.not_to_be_in(YEAR, by=by),
    lambda by: pairs.ended_in(YEAR, by=by),
    lambda by: waiting.waiting_on(LAST, by=by),
    lambda by: compiling.of_year(YEAR, on=LAST, limits=Limits(), by=by),
)


@pytest.mark.parametrize("who", ["kari", "gro", "siri", "ella", "bodil", "solveig", None])
def test_participants_are_counted_only_for_whoever_releases(people, who):
    for count in COUNTS:
        with pytest.raises(PermissionDenied):
            count(people[who] if who else None)


def test_as_many_questions_however_many_there_are(laid_out, astrid, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        compiling.of_year(YEAR, on=LAST + 9 * DAY, limits=Limits(), by=astrid)
