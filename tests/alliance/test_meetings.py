"""Meetings, minutes that two have read, decisions seen to, groups of the holes, and ambassadors."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.models import Ambassador, Meeting, Organisation

from .conftest import ahead, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def houses_of(ella):
    changes.lay_out_members(by=ella)
    return {row.name: row for row in Organisation.objects.all()}


@pytest.fixture
def meeting(ella) -> Meeting:
    return changes.call_meeting(day=ahead(-3), title="Alliansemøte", place="på nett", by=ella)


def written(meeting, by, minutes="Vi snakket om de 16 dagene.", present=()):
    return changes.write_minutes(meeting=meeting, minutes=minutes, present=present, by=by)


def test_from_called_to_approved_each_step_is_one_entry(ella, eva, meeting, houses_of, audited):
    row = written(meeting, ella, present=[houses_of["Vake"], houses_of["Digni"]])
    decision = changes.note_decided(
        meeting=row,
        text="Alle holder en stand.",
        seen_to_by=houses_of["Vake"],
        due=ahead(5),
        by=ella,
    )
    row = changes.approve_minutes(meeting=row, read=1, by=eva)
    changes.note_decision_done(decision=decision, by=eva)

    assert (row.approved_by, row.written_by) == (eva, ella)
    assert queries.who_were_there(row) == ["Digni", "Vake"]
    did = ("minutes_written", "decision_noted", "minutes_approved", "decision_done")
    assert audited() == [f"alliance.{what}" for what in did]


def test_whoever_wrote_the_minutes_does_not_approve_them(ella, eva, meeting):
    row = written(meeting, ella)
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.approve_minutes(meeting=row, read=1, by=ella)
    written(row, eva, "Rettet.")

    with pytest.raises(ValidationError):
        changes.approve_minutes(meeting=row, read=2, by=eva)
    assert fresh(row).approved_on is None


def test_minutes_that_were_changed_meanwhile_are_not_approved_unread(ella, eva, meeting):
    row = written(meeting, ella)
    written(row, ella, "Noe helt annet.")

    with pytest.raises(ValidationError, match="ikke endret siden du leste") as no:
        changes.approve_minutes(meeting=row, read=1, by=eva)
    assert no.value.error_list[0].code == "ALL-02"


def test_minutes_that_stand_are_never_written_over_but_corrected(ella, eva, meeting):
    row = changes.approve_minutes(meeting=written(meeting, ella), read=1, by=eva)
    for again in (
        lambda: written(row, ella, "Nytt."),
        lambda: changes.note_decided(meeting=row, text="Nytt.", by=ella),
        lambda: changes.approve_minutes(meeting=row, read=1, by=eva),
    ):
        with pytest.raises(ValidationError, match="godkjent og står"):
            again()
    changes.correct_minutes(meeting=row, text="Møtet var på nett.", by=ella)

    assert fresh(row).minutes == "Vi snakket om de 16 dagene."
    assert [one.text for one in fresh(row).corrections.all()] == ["Møtet var på nett."]


def test_minutes_are_not_written_before_the_meeting_nor_empty(ella, meeting):
    later = changes.call_meeting(day=ahead(3), title="Møte", by=ella)
    with pytest.raises(ValidationError, match="ikke vært ennå"):
        written(later, ella)
    with pytest.raises(ValidationError, match="Skriv referatet"):
        written(meeting, ella, "  ")
    with pytest.raises(ValidationError, match="ikke godkjent ennå"):
        changes.correct_minutes(meeting=meeting, text="x", by=ella)


def test_what_is_not_done_is_listed_until_it_is_and_again_when_it_was_not(ella, meeting):
    row = changes.note_decided(meeting=meeting, text="Skriv til departementet.", by=ella)
    assert list(queries.decisions_left()) == [row]
    changes.note_decision_done(decision=row, by=ella)
    assert list(queries.decisions_left()) == []
    changes.note_decision_undone(decision=row, by=ella)
    assert list(queries.decisions_left()) == [row]


def test_a_group_works_with_one_hole_and_an_organisation_sits_in_it_once(ella, houses_of):
    group = changes.form_group(hole="research", name="Tall", task="Finne tallene.", by=ella)
    seat = changes.give_seat(group=group, organisation=houses_of["Vake"], leads=True, by=ella)
    with pytest.raises(ValidationError, match="i gruppen allerede"):
        changes.give_seat(group=group, organisation=houses_of["Vake"], by=ella)
    found = queries.groups()
    assert list(found) == ["rights", "help", "prevention", "research"]
    assert [one.seated for one in found["research"]] == [[seat]]
    assert found["help"] == []

    changes.leave_seat(seat=seat, by=ella)
    assert changes.give_seat(group=group, organisation=houses_of["Vake"], by=ella)
    changes.wind_up_group(group=group, by=ella)
    assert queries.groups()["research"] == []
    with pytest.raises(ValidationError, match="avsluttet"):
        changes.give_seat(group=group, organisation=houses_of["Digni"], by=ella)


def test_an_ambassador_is_shown_when_another_editor_says_so_and_gone_when_she_wants(ella, eva):
    row = changes.note_ambassador(
        name="Tale Ås", known_as="skihopper", words="Jeg bærer den.", agreed=ahead(-2), by=ella
    )
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.show_ambassador(ambassador=row, by=ella)
    assert list(queries.ambassadors_shown()) == []
    changes.show_ambassador(ambassador=row, by=eva)
    assert list(queries.ambassadors_shown()) == [row]

    changes.withdraw_ambassador(ambassador=row, by=eva)
    assert list(queries.ambassadors_shown()) == []
    assert list(Ambassador.objects.values_list("name", "known_as", "words")) == [("", "", "")]
    with pytest.raises(ValidationError, match="trukket seg"):
        changes.show_ambassador(ambassador=row, by=eva)


def test_nobody_is_an_ambassador_before_she_has_said_yes(ella):
    with pytest.raises(ValidationError, match="sa ja"):
        changes.note_ambassador(name="Tale Ås", known_as="skihopper", agreed=ahead(1), by=ella)


@pytest.mark.parametrize("who", ["kari", "bodil", "siri"])
def test_nobody_else_calls_a_meeting_or_forms_a_group(people, who):
    by = people[who]
    for act in (
        lambda: changes.call_meeting(day=ahead(0), title="x", by=by),
        lambda: changes.form_group(hole="help", name="x", task="x", by=by),
        lambda: changes.note_ambassador(name="x", known_as="x", agreed=ahead(0), by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_what_is_done_is_not_done_twice_nor_undone_when_it_is_not(ella, meeting, audited):
    row = changes.note_decided(meeting=meeting, text="Skriv til departementet.", by=ella)
    with pytest.raises(ValidationError, match="ikke noe å angre"):
        changes.note_decision_undone(decision=row, by=ella)
    changes.note_decision_done(decision=row, by=ella)
    with pytest.raises(ValidationError, match="gjort allerede"):
        changes.note_decision_done(decision=row, by=ella)

    assert audited()[-1] == "alliance.decision_done"
    assert audited() == []
