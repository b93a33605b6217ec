"""Expenses: charged once, imported without doubles, undone, and fixed when a report has told of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ressursvenn.grants import changes, queries
from ressursvenn.grants.ledger import Entry
from ressursvenn.grants.models import Charge, Expense
from ressursvenn.protection.models import AuditEntry

from .conftest import SHARES, awarded, call, issued, lines, spent

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)
HUNDRED = Decimal(100)


def expense(by, voucher="7", **more):
    told = {"association": None, "voucher": voucher, "day": DAY, "says": "Trykk", "amount": HUNDRED}
    return changes.enter_expense(by=by, **{**told, **more})


def codes(refused) -> list[str]:
    return [error.code for error in refused.value.error_list]


def test_what_is_spent_stands_on_its_line_and_the_measures_are_apart(toril):
    grant = awarded(toril)
    spent(toril, grant, "1000.50", "200", "30")
    table = queries.accounts_of(queries.grant_called(grant.reference, DAY))

    assert [row.spent for row in table.rows] == [Decimal("1000.50"), Decimal(200), Decimal(30)]
    assert {row.part: row.spent for row in table.parts} == {
        "ressursvenn": Decimal("1000.50"),
        "rod_knapp": Decimal(200),
        "shared": Decimal(30),
    }
    assert AuditEntry.objects.filter(did="grants.charged").count() == 3


def test_two_funders_do_not_pay_the_same(toril):
    ours = awarded(toril)
    round_ = ours.call
    theirs = awarded_again(toril, round_)
    row = expense(toril)
    changes.charge(expense=row, line=lines(ours)[0], amount=Decimal(60), by=toril)

    with pytest.raises(ValidationError) as refused:
        changes.charge(expense=row, line=lines(theirs)[0], amount=Decimal(41), by=toril)
    assert codes(refused) == ["GRA-12"]
    changes.charge(expense=row, line=lines(theirs)[0], amount=Decimal(40), by=toril)
    assert queries.expense_called(row.reference).left == 0


def awarded_again(by, round_, **more):
    """Another grant of the same days. What the first counts, it does not."""
    grant = changes.begin_application(
        call=round_, title="Et annet", association=None, first_day=date(2026, 1, 1),
        last_day=date(2026, 12, 31), by=by,
    )  # fmt: skip
    goal = changes.set_goal(grant=grant, part="rod_knapp", says="Mer", by=by)
    changes.set_indicator(goal=goal, says="Skoler", figure="", target=1, by=by)
    changes.set_line(grant=grant, part="rod_knapp", name="Trykk", sought=100, by=by)
    changes.send(grant=grant, by=by)
    changes.note_award(grant=grant, **{**SHARES, "shares": "", "amount": 100, **more}, by=by)
    return grant


def test_letters_that_both_allow_it_let_both_pay_but_never_one_twice(toril):
    ours = awarded(toril, letter=SHARES)
    theirs = awarded_again(toril, ours.call, shares="Kan også telle hos andre.")
    row = expense(toril)
    for grant in (ours, theirs):
        changes.charge(expense=row, line=lines(grant)[0], amount=HUNDRED, by=toril)

    with pytest.raises(ValidationError) as refused:
        changes.charge(expense=row, line=lines(ours)[1], amount=Decimal(1), by=toril)
    assert codes(refused) == ["GRA-11"]


@pytest.mark.parametrize(
    ("more", "code"),
    [("day", "GRA-09"), ("nabo", "GRA-10"), ("nowhere", "GRA-10")],
)
def test_an_expense_from_elsewhere_is_not_charged(toril, oslo, nabo, more, code):
    ours = {"association": oslo}
    told = {"day": {**ours, "day": date(2025, 12, 31)}, "nabo": {"association": nabo}}
    grant = awarded(toril, oslo)

    with pytest.raises(ValidationError) as refused:
        changes.charge(
            expense=expense(toril, **told.get(more, {})),
            line=lines(grant)[0],
            amount=HUNDRED,
            by=toril,
        )
    assert codes(refused) == [code]


def test_a_grant_of_the_whole_country_is_spent_in_any_associations_accounts(toril, oslo):
    grant = awarded(toril)
    changes.charge(
        expense=expense(toril, association=oslo), line=lines(grant)[0], amount=HUNDRED, by=toril
    )
    assert queries.accounts_of(grant).total.spent == HUNDRED


def test_what_is_left_of_several_is_charged_at_once_or_not_at_all(toril):
    grant = awarded(toril)
    first, second, _ = lines(grant)
    rows = [expense(toril, voucher=voucher) for voucher in "abc"]
    changes.charge(expense=rows[0], line=second, amount=Decimal(60), by=toril)
    old = expense(toril, voucher="gammel", day=date(2025, 12, 31))

    with pytest.raises(
        ValidationError, match=r"Bilag gammel: .*tiden tilskuddet gjelder.* Ingen er ført"
    ):
        changes.charge_all(expenses=[*rows, old], line=first, by=toril)
    assert Charge.objects.count() == 1
    made = changes.charge_all(expenses=rows, line=first, by=toril)

    assert [row.amount for row in made] == [40, 100, 100]
    assert list(queries.expenses(unplaced=True)) == [old]
    assert AuditEntry.objects.filter(did="grants.all_charged").count() == 1
    with pytest.raises(ValidationError, match="Hele utgiften er ført"):
        changes.charge_all(expenses=rows[:1], line=first, by=toril)


def test_money_that_was_never_given_is_not_spent(toril):
    grant = changes.begin_application(
        call=call(toril), title="Bare en søknad", association=None, first_day=date(2026, 1, 1),
        last_day=date(2026, 12, 31), by=toril,
    )  # fmt: skip
    line = changes.set_line(grant=grant, part="shared", name="A", sought=1, by=toril)

    with pytest.raises(ValidationError) as refused:
        changes.charge(expense=expense(toril), line=line, amount=HUNDRED, by=toril)
    assert codes(refused) == ["GRA-08"]


def test_agreed_changes_make_the_days_longer_and_the_budget_other(toril):
    grant = awarded(toril)
    first, second, _ = lines(grant)
    late = expense(toril, day=date(2027, 1, 5))
    told = {"grant": grant, "says": "Mer tid", "asked_day": DAY, "by": toril}
    time = changes.ask_for_change(
        kind="time",
        new_last_day=date(2027, 1, 31),
        from_line=None,
        to_line=None,
        amount=None,
        **told,
    )
    with pytest.raises(ValidationError):
        changes.charge(expense=late, line=first, amount=HUNDRED, by=toril)
    changes.note_change_answered(amendment=time, agreed=True, answer_day=DAY, by=toril)
    changes.charge(expense=late, line=first, amount=HUNDRED, by=toril)

    money = changes.ask_for_change(
        kind="money", new_last_day=None, from_line=second, to_line=first, amount=5_000, **told
    )
    assert queries.accounts_of(grant).rows[0].budget == 170_000
    changes.note_change_answered(amendment=money, agreed=True, answer_day=DAY, by=toril)
    assert [row.budget for row in queries.accounts_of(grant).rows] == [175_000, 85_000, 40_000]


def test_a_change_that_is_refused_changes_nothing(toril):
    grant = awarded(toril)
    first, second, _ = lines(grant)
    asked = changes.ask_for_change(
        grant=grant, kind="money", says="Flytt", asked_day=DAY, new_last_day=None, from_line=first,
        to_line=second, amount=10, by=toril,
    )  # fmt: skip
    changes.note_change_answered(amendment=asked, agreed=False, answer_day=DAY, by=toril)

    assert queries.accounts_of(grant).rows[0].budget == 170_000


ROWS = [
    Entry("1", DAY, "Trykk", HUNDRED),
    Entry("1", DAY, "Trykk", HUNDRED),  # twice in the accounts, and so twice here
    Entry("2", DAY, "Leie", Decimal(50)),
]


def test_the_same_file_twice_is_one_file(toril):
    expense(toril, voucher="1")
    file = changes.read_file(association=None, entries=ROWS, by=toril)

    assert (file.rows, file.known) == (2, 1)
    assert Expense.objects.count() == 3
    with pytest.raises(ValidationError, match="Alle radene"):
        changes.read_file(association=None, entries=ROWS, by=toril)
    assert queries.already_here(None, (entry.key for entry in ROWS)) == 3


def test_the_wrong_file_is_undone_as_a_whole_until_something_is_charged(toril):
    grant = awarded(toril)
    file = changes.read_file(association=None, entries=ROWS, by=toril)
    charge = changes.charge(
        expense=file.expenses.filter(amount=HUNDRED).first(),
        line=lines(grant)[0],
        amount=HUNDRED,
        by=toril,
    )
    with pytest.raises(ValidationError, match="Ta bort føringen"):
        changes.undo_file(file=file, by=toril)
    changes.take_back_charge(charge=charge, by=toril)
    changes.undo_file(file=file, by=toril)

    assert list(queries.expenses()) == []
    changes.read_file(association=None, entries=ROWS, by=toril)
    assert queries.expenses().count() == 3


def test_what_a_funder_has_been_told_stands(toril):
    grant = awarded(toril)
    (row, *_) = spent(toril, grant, "1000", "90000", "40000")
    issued(toril, grant)

    for change, told in (
        (changes.strike_expense, {"expense": row}),
        (changes.take_back_charge, {"charge": row.charges.get()}),
        (changes.charge, {"expense": expense(toril), "line": lines(grant)[0], "amount": HUNDRED}),
        (changes.divide, {"grant": grant, "amounts": {}}),
    ):
        with pytest.raises(ValidationError):
            change(by=toril, **told)


def test_the_tables_hold_it_too(toril):
    grant = awarded(toril)
    row = expense(toril)
    told = {"expense": row, "line": lines(grant)[0], "noted_on": DAY, "noted_by": toril}
    Charge.objects.create(amount=HUNDRED, **told)

    with pytest.raises(IntegrityError), transaction.atomic():
        Charge.objects.create(amount=HUNDRED, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Expense.objects.filter(pk=row.pk).update(amount=0)


def test_what_is_divided_is_what_the_letter_gives(toril):
    grant = awarded(toril)
    with pytest.raises(ValidationError, match="300000"):
        changes.divide(grant=grant, amounts={lines(grant)[0].pk: 299_999}, by=toril)


def test_the_newest_stands_first_and_what_is_charged_whole_is_left_out(toril):
    grant = awarded(toril)
    old, new = (
        expense(toril, voucher=v, day=date(2026, month, 1)) for v, month in (("a", 2), ("b", 9))
    )
    assert list(queries.expenses()) == [new, old]
    changes.charge(expense=new, line=lines(grant)[0], amount=HUNDRED, by=toril)
    assert list(queries.expenses(unplaced=True)) == [old]


def test_others_keep_no_money(people):
    for who in ("bodil", "kari", "ella", "siri", "pernille"):
        with pytest.raises(PermissionDenied):
            expense(people[who])


def test_what_a_later_report_says_was_spent_before_its_days_stands_too(toril):
    grant = awarded(toril)
    (row, *_) = spent(toril, grant, "1000")
    issued(toril, grant, kind="status", first_day=date(2026, 7, 1))

    for change, told in (
        (changes.strike_expense, {"expense": row}),
        (changes.take_back_charge, {"charge": row.charges.get()}),
        (changes.charge, {"expense": expense(toril), "line": lines(grant)[0], "amount": HUNDRED}),
        (changes.charge_all, {"expenses": [expense(toril, voucher="8")], "line": lines(grant)[0]}),
    ):
        with pytest.raises(ValidationError, match="gitt til en tilskuddsgiver"):
            change(by=toril, **told)
    assert queries.accounts_of(grant).total.spent == 1000


def test_many_are_charged_with_as_many_questions_as_few(toril, django_assert_num_queries):
    grant = awarded(toril)
    line, again = (lines(grant)[0] for _ in range(2))
    few, many = (
        [expense(toril, voucher=f"{name}{n}") for n in range(size)]
        for name, size in (("a", 2), ("b", 9))
    )
    with CaptureQueriesContext(connection) as asked:
        changes.charge_all(expenses=few, line=line, by=toril)
    with django_assert_num_queries(len(asked)):
        changes.charge_all(expenses=many, line=again, by=toril)

    assert Charge.objects.filter(line=line).count() == 11


def test_one_that_was_struck_meanwhile_keeps_the_others_back(toril):
    grant = awarded(toril)
    rows = [expense(toril, voucher=voucher) for voucher in "ab"]
    changes.strike_expense(expense=rows[1], by=toril)

    with pytest.raises(ValidationError, match="Ingen er ført"):
        changes.charge_all(expenses=rows, line=lines(grant)[0], by=toril)
    assert not Charge.objects.exists()
