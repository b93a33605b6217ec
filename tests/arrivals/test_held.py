"""One too many of a day from one number or address: queued, not refused, until a person decides or it goes."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.arrivals import queries
from ressursvenn.arrivals.views import staff
from ressursvenn.programme.lines import Weight
from ressursvenn.protection import retention, vault
from ressursvenn.volunteers import changes
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers.models import Volunteer
from ressursvenn.web import day

from .conftest import SHE, arrival, fresh, held

WAYS_TO_WRITE_IT = (
    {"phone": "40000001"}, {"phone": "+47 400 00 001"}, {"phone": "0047 400-00-001"},
    {"phone": "", "email": "INGRID.SOLBAKKEN@example.org"},
    {"phone": "", "email": "ingridsolbakken+x@example.org"},
)  # fmt: skip


def lines(person):
    """As Min dag makes them of the rows."""
    terms = accounts.terms(person.association)
    told = [row for rows in queries.day_rows(person, terms) for row in rows]
    return [queries.day_line(*row, terms) for row in told]


def test_the_fourth_of_a_day_is_held_and_is_no_applicant(oslo, kari):
    row = held(oslo)

    assert row.held
    assert row not in volunteers.visible_to(kari)
    assert volunteers.visible_to(kari).count() == 3
    assert list(queries.held(kari)) == [row]


@pytest.mark.parametrize("way", WAYS_TO_WRITE_IT)
def test_however_it_is_written_it_is_one_number_and_one_address(oslo, way):
    for _ in range(3):
        arrival(oslo)

    assert arrival(oslo, **{**SHE, **way}).volunteer.held


def test_how_many_is_the_associations_own_number_as_its_page_says(signed_in, oslo, kari):
    oslo.own_numbers = {"2026-01-01": {"applications_a_day_each_contact": 1}}
    oslo.save(update_fields=["own_numbers"])

    assert not arrival(oslo).volunteer.held
    assert arrival(oslo).volunteer.held
    page = signed_in(kari).get("/a/soknader/").content.decode()
    assert "Det kom flere enn 1 søknader" in page


def test_the_next_day_begins_anew(oslo):
    held(oslo)

    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert not arrival(oslo).volunteer.held


def test_another_number_and_another_address_are_not_held(oslo):
    held(oslo)

    assert not arrival(oslo, phone="480 00 000", email="annen@example.org").volunteer.held
    assert not arrival(oslo, phone="480 00 001", email="").volunteer.held


def test_she_is_let_in_and_waits_for_an_answer_since_she_applied(oslo, kari, audited):
    row = held(oslo)
    audited()

    changes.let_in_application(volunteer=row, by=kari)

    assert audited() == ["volunteers.application_let_in"]
    assert fresh(row) in volunteers.visible_to(kari)
    assert not queries.held(kari).exists()
    with pytest.raises(ValidationError, match="allerede"):
        changes.let_in_application(volunteer=row, by=kari)


@pytest.mark.parametrize("act", ["slipp-inn", "avslaa"])
def test_whoever_comes_second_is_told_and_nothing_breaks(
    oslo, kari, kaja, signed_in, monkeypatch, act
):
    """Two had the list open, and both pressed."""
    row = held(oslo)
    find = staff.get_object_or_404

    def found_too_late(rows, **which):
        found = find(rows, **which)
        changes.let_in_application(volunteer=fresh(found), by=kaja)
        return found

    monkeypatch.setattr(staff, "get_object_or_404", found_too_late)
    path = f"/a/soknader/{row.reference}/{act}/"
    answer = signed_in(kari).post(path, {"sure": "1"}, follow=True)

    assert "allerede sluppet inn eller avslått" in answer.content.decode()
    assert (fresh(row).held, fresh(row).left_on) == (False, None)


def test_she_is_turned_away_and_goes_as_any_that_was_refused(oslo, kari, audited):
    row = held(oslo)
    audited()

    changes.turn_away_application(volunteer=row, by=kari)

    assert audited() == ["volunteers.application_turned_away"]
    row = fresh(row)
    assert (row.held, row.left_on, row.left_by) == (False, timezone.localdate(), kari)
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        retention.erase_what_is_due()
    assert not Volunteer.objects.filter(pk=row.pk).exists()


def test_nobody_decides_and_it_goes_after_thirty_days_with_its_keys(oslo):
    row = held(oslo)

    with time_machine.travel(timezone.now() + timedelta(days=29), tick=False):
        retention.erase_what_is_due()
        assert Volunteer.objects.filter(pk=row.pk).exists()
    with time_machine.travel(timezone.now() + timedelta(days=30, hours=1), tick=False):
        retention.erase_what_is_due()
    assert not Volunteer.objects.filter(pk=row.pk).exists()
    assert not vault.alive(row.reference)
    assert Volunteer.objects.count() == 3


@pytest.mark.parametrize("change", [changes.let_in_application, changes.turn_away_application])
@pytest.mark.parametrize("who", ["nora", "bodil", "vigdis", "siri", "astrid", "solveig", "kirsti"])
def test_who_may_not(oslo, people, who, change):
    row = held(oslo)

    with pytest.raises(PermissionDenied):
        change(volunteer=row, by=people[who])
    assert fresh(row).held


def test_min_dag_says_how_many_and_since_when_in_one_line(oslo, kari, gro, nora, pernille):
    assert lines(kari) == []
    for _ in range(3):
        arrival(oslo)
    with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
        arrival(oslo)
    assert [line.sentence.split()[0] for line in lines(kari)] == ["1"]
    arrival(oslo)

    (line,) = lines(kari)
    assert line.sentence.startswith("2 søknader holdes tilbake")
    assert (line.weight, line.since) == (Weight.APPLICANT_UNANSWERED, timezone.localdate())
    assert line.url == "/a/soknader/#holdt"
    assert len(lines(gro)) == 1
    assert lines(nora) == []
    assert queries.day_rows(pernille, accounts.terms(None)) == []


def test_an_applicant_who_came_by_herself_is_in_min_dag_when_nobody_has_answered(oslo, kari):
    arrival(oslo, applied_on=timezone.localdate() - timedelta(days=4))

    assert any("har søkt og ikke fått svar" in line.sentence for line in day.lines_of(kari))


def test_a_day_that_has_not_come_is_no_day_to_have_applied_on(oslo):
    with pytest.raises(ValidationError):
        arrival(oslo, applied_on=timezone.localdate() + timedelta(days=1))
    assert not Volunteer.objects.exists()


def test_what_a_colleague_noted_is_never_held_and_always_has_her_name(oslo, kari):
    one = changes.note_application(association=oslo, by=kari, first_name="Ingrid")
    one.held = True
    with pytest.raises(ValidationError, match="skjemaet"):
        one.full_clean()
    one.held, one.applied_on = False, timezone.localdate()
    with pytest.raises(ValidationError, match="hører sammen"):
        one.full_clean()
