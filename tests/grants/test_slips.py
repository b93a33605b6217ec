"""A slip in the letter, a wrong no and a wrong answer are put right, until a funder has been told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.grants import changes, queries
from ressursvenn.grants.models import Award
from ressursvenn.protection.models import AuditEntry

from .conftest import LAST, LETTER, SHARES, applied, awarded, issued, lines, spent, text

pytestmark = pytest.mark.django_db
DESK = "/a/tilskudd/"
DAY = date(2026, 6, 1)


def answered(by, grant, kind="time", **more):
    nothing = dict.fromkeys(("new_last_day", "from_line", "to_line", "amount"))
    row = changes.ask_for_change(
        grant=grant, kind=kind, says="Annet", asked_day=DAY, by=by, **{**nothing, **more}
    )
    return changes.note_change_answered(amendment=row, agreed=True, answer_day=DAY, by=by)


def test_the_letter_is_put_right_and_what_it_gives_is_divided_anew(signed_in, toril):
    grant, desk = awarded(toril), signed_in(toril)
    page = text(desk.get(f"{DESK}{grant.reference}/svar/"))
    assert 'value="25/117"' in page
    assert "Noter avslaget" not in page
    told = {
        **LETTER,
        "letter_day": "10.12.2025",
        "report_day": "15.2.2027",
        "letter_number": "25/118",
    }
    desk.post(f"{DESK}{grant.reference}/svar/", told)
    assert Award.objects.get().letter_number == "25/118"
    answer = desk.post(f"{DESK}{grant.reference}/svar/", {**told, "amount": "310000"})

    assert answer["Location"].endswith("/fordel/")
    assert Award.objects.get().amount == 310_000
    assert AuditEntry.objects.filter(did="grants.award_corrected").count() == 2


def test_words_of_sharing_do_not_go_while_something_rests_on_them(toril):
    first = awarded(toril, letter=SHARES)
    second = awarded(toril, letter=SHARES, call=first.call, title="Et annet")
    (row, *_) = spent(toril, first, "100")
    changes.charge(expense=row, line=lines(second)[0], amount=Decimal(100), by=toril)

    with pytest.raises(ValidationError) as refused:
        changes.correct_award(grant=first, **LETTER, by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-07", "GRA-12"]
    assert Award.objects.get(grant=first).shares


def test_a_wrong_no_is_taken_back(signed_in, toril):
    grant, desk = changes.send(grant=applied(toril), by=toril), signed_in(toril)
    with pytest.raises(ValidationError, match="ikke notert"):
        changes.take_back_refused(grant=grant, by=toril)
    changes.note_refused(grant=grant, by=toril)
    page = f"{DESK}{grant.reference}/"
    assert "Angre avslaget" in text(desk.get(page))
    desk.post(f"{page}avslag/", {"regret": "1"})

    assert "venter på svar" in text(desk.get(page))
    changes.note_award(grant=grant, **LETTER, by=toril)


def test_a_wrong_answer_is_taken_back_and_noted_again(signed_in, toril):
    grant, desk = awarded(toril), signed_in(toril)
    first, second, _ = lines(grant)
    row = answered(toril, grant, "money", from_line=second, to_line=first, amount=700)
    page = f"{DESK}{grant.reference}/"
    assert "Ta bort svaret" in text(desk.get(page))
    desk.post(f"{DESK}endring/{row.reference}/svar/", {"regret": "1"})

    assert queries.accounts_of(grant).rows[0].budget == 170_000
    assert "Noter svaret" in text(desk.get(page))
    changes.note_change_answered(amendment=row, agreed=False, answer_day=DAY, by=toril)


def test_an_answer_stays_while_something_is_charged_by_it(toril):
    grant = awarded(toril)
    row = answered(toril, grant, new_last_day=date(2027, 1, 31))
    late = changes.enter_expense(
        association=None,
        voucher="9",
        day=date(2027, 1, 5),
        says="Sent",
        amount=Decimal(5),
        by=toril,
    )
    charge = changes.charge(expense=late, line=lines(grant)[0], amount=Decimal(5), by=toril)

    with pytest.raises(ValidationError, match="bilag 9") as refused:
        changes.take_back_answer(amendment=row, by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-09"]
    changes.take_back_charge(charge=charge, by=toril)
    changes.take_back_answer(amendment=row, by=toril)
    assert queries.grant_called(grant.reference, LAST).lasts_until == LAST
    with pytest.raises(ValidationError, match="ikke notert"):
        changes.take_back_answer(amendment=row, by=toril)


def test_money_that_was_moved_on_is_not_pulled_back(toril):
    grant = awarded(toril)
    first, second, third = lines(grant)
    row = answered(toril, grant, "money", from_line=first, to_line=third, amount=10_000)
    answered(toril, grant, "money", from_line=third, to_line=second, amount=45_000)

    with pytest.raises(ValidationError, match="mer enn den har"):
        changes.take_back_answer(amendment=row, by=toril)


def test_what_a_funder_has_been_told_is_not_put_right(signed_in, toril):
    grant = awarded(toril)
    row = answered(toril, grant, "content")
    issued(toril, grant)

    for change, told in (
        (changes.correct_award, {"grant": grant, **LETTER}),
        (changes.take_back_answer, {"amendment": row}),
    ):
        with pytest.raises(ValidationError, match="gitt ut"):
            change(by=toril, **told)
    page = text(signed_in(toril).get(f"{DESK}{grant.reference}/"))
    assert "Ta bort svaret" not in page
    assert ">Rett<" not in page


def test_others_put_nothing_right(toril, bodil):
    grant = awarded(toril)
    row = answered(toril, grant, "content")

    for change, told in (
        (changes.correct_award, {"grant": grant, **LETTER}),
        (changes.take_back_refused, {"grant": grant}),
        (changes.take_back_answer, {"amendment": row}),
    ):
        with pytest.raises(PermissionDenied):
            change(by=bodil, **told)
