"""Deadlines in the day of whoever answers for the grant, and in nobody else's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts import queries as reading
from ressursvenn.accounts.models import Person
from ressursvenn.grants import changes, queries
from ressursvenn.grants.models import Issue
from ressursvenn.programme.lines import Weight

from .conftest import LETTER, TODAY, applied, awarded, begun, call, issued, text

pytestmark = pytest.mark.django_db


def rows(person) -> list[tuple[str, date]]:
    terms = reading.terms(None)
    return [(kind, when) for found in queries.day_rows(person, terms) for kind, _, when in found]


def test_an_application_whose_deadline_is_near(toril):
    applied(toril, call=call(toril, deadline_day=TODAY + timedelta(days=30)))
    assert rows(toril) == [("grants.apply", TODAY + timedelta(days=30))]


def test_one_whose_deadline_is_far_away_waits(toril):
    applied(toril, call=call(toril, deadline_day=TODAY + timedelta(days=31)))
    assert rows(toril) == []


def test_a_report_that_is_due_until_it_is_issued(toril):
    grant = awarded(toril)
    assert rows(toril) == [("grants.tell", date(2027, 2, 15))]
    issued(toril, grant)
    assert rows(toril) == []
    changes.note_next_report(grant=grant, report_day=TODAY + timedelta(days=400), by=toril)
    assert rows(toril) == []


LAST_YEAR, MIDSUMMER = date(2026, 12, 31), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("first", "last", "due", "until", "told"),
    [
        (date(2026, 1, 1), LAST_YEAR, date(2027, 2, 15), MIDSUMMER, False),  # half of it
        (date(2026, 1, 1), LAST_YEAR, date(2027, 2, 15), LAST_YEAR, True),
        (date(2026, 1, 1), date(2027, 12, 31), date(2027, 2, 15), MIDSUMMER, False),
        (date(2026, 1, 1), date(2027, 12, 31), date(2027, 2, 15), LAST_YEAR, True),  # the year's
        (
            date(2026, 1, 1),
            date(2027, 1, 20),
            date(2027, 2, 15),
            LAST_YEAR,
            False,
        ),  # the end is not
        (date(2024, 1, 1), date(2024, 12, 31), date(2027, 2, 15), date(2024, 12, 31), True),  # late
    ],
)
def test_a_report_of_some_of_it_is_not_the_one_that_is_due(toril, first, last, due, until, told):
    days = {"first_day": first, "last_day": last}
    grant = awarded(toril, letter={**LETTER, "report_day": due}, **days)
    report = begun(toril, grant, kind="status", first_day=first, last_day=until)
    files = dict.fromkeys(("pdf", "xlsx", "json"), b"x")
    Issue.objects.create(
        report=report, prints={}, made_with={}, issued_on=TODAY, issued_by=toril, **files
    )

    assert rows(toril) == ([] if told else [("grants.tell", due)])


def test_a_condition_and_a_change_nobody_has_answered(toril):
    grant = awarded(toril)
    changes.note_next_report(grant=grant, report_day=date(2028, 2, 15), by=toril)
    due = changes.note_condition(grant=grant, says="Møt oss", due_day=TODAY, by=toril)
    asked = changes.ask_for_change(
        grant=grant, kind="content", says="Annet", asked_day=TODAY - timedelta(days=21), new_last_day=None,
        from_line=None, to_line=None, amount=None, by=toril,
    )  # fmt: skip
    assert rows(toril) == [("grants.meet", TODAY), ("grants.answer", TODAY - timedelta(days=21))]

    changes.note_condition_met(condition=due, by=toril)
    changes.note_change_answered(amendment=asked, agreed=True, answer_day=TODAY, by=toril)
    assert rows(toril) == []


def test_they_follow_whoever_answers_for_it(toril, people):
    other = accounts.take_in(
        sign_name="tuva", name="Tuva", role="grant_keeper", by=None, email="t@example.org"
    )
    grant = awarded(toril)
    changes.hand_over(grant=grant, owner=other, by=toril)

    assert rows(toril) == []
    assert [kind for kind, _ in rows(other)] == ["grants.tell"]
    assert all(rows(people[who]) == [] for who in ("bodil", "kari", "ella"))


@pytest.mark.parametrize("gone", [{"role": "national_adviser"}, {"left_on": TODAY}])
def test_those_of_an_owner_who_is_gone_are_every_keepers_until_one_takes_over(toril, people, gone):
    keepers = [
        accounts.take_in(
            sign_name=name, name=name.title(), role="grant_keeper", by=None, email=f"{name}@example.org"
        )
        for name in ("tuva", "tora")
    ]  # fmt: skip
    grant = awarded(toril)
    assert [rows(one) for one in keepers] == [[], []]

    who = {"left_by": toril.pk} if "left_on" in gone else {}
    Person.objects.filter(pk=toril.pk).update(**gone, **who)
    assert [[kind for kind, _ in rows(one)] for one in keepers] == [["grants.tell"]] * 2
    assert rows(people["bodil"]) == []

    changes.hand_over(grant=grant, owner=keepers[0], by=keepers[1])
    assert [len(rows(one)) for one in keepers] == [1, 0]


def test_min_dag_shows_it_with_the_way_to_it(signed_in, toril):
    grant = awarded(toril)
    page = text(signed_in(toril).get("/a/"))

    assert "En rapport til en tilskuddsgiver skal være inne." in page
    assert f"/a/tilskudd/{grant.reference}/" in page


def test_what_is_late_stands_higher(toril):
    terms = reading.terms(None)
    late, soon = (
        queries.day_line("grants.tell", "abcdefgh", TODAY + timedelta(days=days), terms)
        for days in (-1, 1)
    )
    assert (late.weight, soon.weight) == (Weight.FOLLOW_UP_OVERDUE, Weight.TO_SETTLE)
