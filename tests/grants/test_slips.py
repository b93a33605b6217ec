"""A slip in the letter, a wrong no and a wrong answer are put right, until a funder has been told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.grants import changes, queries
from ressursvenn.grants.models import Award
from ressursvenn.protection.models import AuditEntry

from .conftest import LAST, LETTER, SHARES, applied, awarded, call, issued, lines, spent, text

pytestmark = pytest.mark.django_db
DESK = "/a/tilskudd/"
DAY = date(2026, 6, 1)
SCHEME = {"name": "O", "purpose": "P", "aims": "", "source": "nett", "seen_day": DAY}
CALL = {"name": "2027", "deadline_day": date(2027, 4, 1), "source": "brevet"}


def outline(grant, **more):
    kept = ("call", "title", "association", "first_day", "last_day")
    return {**{name: getattr(grant, name) for name in kept}, **more}


def asked_for(by, grant, kind="time", **more):
    nothing = dict.fromkeys(("new_last_day", "from_line", "to_line", "amount"))
    return changes.ask_for_change(
        grant=grant, kind=kind, says="Annet", asked_day=DAY, by=by, **{**nothing, **more}
    )


def answered(by, grant, kind="time", **more):
    row = asked_for(by, grant, kind, **more)
    return changes.note_change_answered(amendment=row, agreed=True, answer_day=DAY, by=by)


def met(by, giver):
    told = {"place": "Oslo", "who": "Kontoret og vi", "presented": "Begge tiltakene"}
    return changes.note_meeting(funder=giver, day=DAY, by=by, **told)


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
    row, asked = answered(toril, grant, "content"), asked_for(toril, grant, "content")
    condition = changes.note_condition(grant=grant, says="Nevn oss", due_day=None, by=toril)
    meeting = met(toril, grant.call.scheme.funder)
    issued(toril, grant)

    for change, told in (
        (changes.correct_award, {"grant": grant, **LETTER}),
        (changes.take_back_answer, {"amendment": row}),
        (changes.take_out, {"row": queries.part_called("vilkaar", condition.reference)}),
        (changes.take_out, {"row": queries.part_called("endring", asked.reference)}),
        (changes.strike_meeting, {"meeting": meeting}),
    ):
        with pytest.raises(ValidationError, match="gitt ut"):
            change(by=toril, **told)
    page = text(signed_in(toril).get(f"{DESK}{grant.reference}/"))
    assert "Ta bort svaret" not in page
    assert ">Rett<" not in page
    assert "ta-ut/" not in page


def test_others_put_nothing_right(toril, bodil):
    grant = awarded(toril)
    row = answered(toril, grant, "content")

    for change, told in (
        (changes.correct_award, {"grant": grant, **LETTER}),
        (changes.take_back_refused, {"grant": grant}),
        (changes.take_back_answer, {"amendment": row}),
        (changes.correct_application, {"grant": grant, **outline(grant)}),
        (changes.correct_scheme, {"scheme": grant.call.scheme, **SCHEME}),
        (changes.correct_call, {"call": grant.call, **CALL}),
        (changes.strike_meeting, {"meeting": met(toril, grant.call.scheme.funder)}),
    ):
        with pytest.raises(PermissionDenied):
            change(by=bodil, **told)


def test_a_condition_and_a_change_nobody_answered_are_taken_out(signed_in, toril):
    grant, desk = awarded(toril), signed_in(toril)
    condition = changes.note_condition(grant=grant, says="Nevn os", due_day=None, by=toril)
    asked, answer = asked_for(toril, grant, "content"), answered(toril, grant, "content")
    ways = [
        f"{DESK}ta-ut/{kind}/{row.reference}/"
        for kind, row in (("vilkaar", condition), ("endring", asked), ("endring", answer))
    ]
    page = text(desk.get(f"{DESK}{grant.reference}/"))
    assert [way in page for way in ways] == [True, True, False]
    assert "Nevn os" in text(desk.get(ways[0]))
    assert queries.conditions_of(grant).exists()
    for way in ways:
        last = text(desk.post(way, follow=True))

    assert "Ta bort svaret først" in last
    assert list(queries.amendments_of(grant)) == [answer]
    assert not queries.conditions_of(grant).exists()


def test_a_meeting_that_never_was_is_struck_when_it_has_been_asked_about(signed_in, toril):
    grant, desk = awarded(toril), signed_in(toril)
    giver = grant.call.scheme.funder
    way = f"{DESK}mote/{met(toril, giver).reference}/stryk/"
    assert way in text(desk.get(f"{DESK}givere/{giver.reference}/"))
    assert "1. juni 2026, Oslo. Kontoret og vi." in text(desk.get(way))
    assert queries.meetings_with(giver).exists()
    assert "Møtet er strøket." in text(desk.post(way, follow=True))

    assert not queries.meetings_with(giver).exists()
    assert AuditEntry.objects.filter(did="grants.meeting_struck").count() == 1
    assert desk.get(way).status_code == 404


def test_a_deadline_that_was_typed_wrong_is_put_right_and_the_application_goes(signed_in, toril):
    grant, desk = applied(toril, call=call(toril, deadline_day=DAY)), signed_in(toril)
    with pytest.raises(ValidationError, match="Søknadsfristen"):
        changes.send(grant=grant, by=toril)
    way = f"{DESK}utlysning/{grant.call.reference}/rett/"
    page = text(desk.post(way, {**CALL, "name": "Høsten 2027", "deadline_day": "i april"}))
    assert "Skriv dagen som dag.måned.år" in page
    assert "i april" in page
    assert "Høsten 2027" in page
    desk.post(way, {**CALL, "deadline_day": "1.4.2027"})

    assert changes.send(grant=grant, by=toril).sent_on
    assert AuditEntry.objects.filter(did="grants.call_corrected").count() == 1


def test_words_of_a_scheme_are_put_right_and_confirmed_anew(signed_in, toril):
    scheme, desk = call(toril).scheme, signed_in(toril)
    changes.confirm_scheme(scheme=scheme, by=toril)
    way = f"{DESK}ordning/{scheme.reference}/rett/"
    assert "Forebygge vold" in text(desk.get(way))
    page = text(desk.post(way, {**SCHEME, "purpose": "Nytt formål", "seen_day": "1.1.2099"}))
    assert "kan ikke ligge fram i tid" in page
    assert "Nytt formål" in page
    scheme.refresh_from_db()
    assert scheme.confirmed_on
    desk.post(way, {**SCHEME, "seen_day": "1.6.2026"})

    scheme.refresh_from_db()
    assert (scheme.purpose, scheme.confirmed_on) == ("P", None)
    assert "ikke bekreftet" in text(desk.get(f"{DESK}givere/{scheme.funder.reference}/"))


def test_a_draft_gets_another_title_place_and_days_until_it_is_sent(signed_in, toril, oslo):
    grant, desk = applied(toril, call=call(toril, deadline_day=DAY)), signed_in(toril)
    way = f"{DESK}{grant.reference}/rett/"
    assert way in text(desk.get(f"{DESK}{grant.reference}/"))
    assert 'value="To tiltak, ett tilskudd"' in text(desk.get(way))
    told = {
        "call": grant.call.reference, "title": "Nytt navn", "association": oslo.reference,
        "first_day": "1.2.2026", "last_day": "1.1.2026",
    }  # fmt: skip
    page = text(desk.post(way, told))
    assert "Den siste dagen kommer etter den første." in page
    assert "Nytt navn" in page
    desk.post(way, {**told, "last_day": "31.12.2026"})
    grant.refresh_from_db()
    assert (grant.title, grant.association, grant.first_day) == (
        "Nytt navn",
        oslo,
        date(2026, 2, 1),
    )

    changes.correct_call(call=grant.call, **CALL, by=toril)
    changes.send(grant=grant, by=toril)
    with pytest.raises(ValidationError, match="står som den var"):
        changes.correct_application(grant=grant, **outline(grant, title="Enda et"), by=toril)


def test_a_draft_does_not_move_to_where_what_it_counts_is_not_counted(toril, oslo):
    grant = applied(toril)
    changes.let_count(grant=grant, figure="buttons_sent", by=toril)

    with pytest.raises(ValidationError) as refused:
        changes.correct_application(grant=grant, **outline(grant, association=oslo), by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-06"]
    grant.refresh_from_db()
    assert grant.association is None


def test_more_time_does_not_end_before_it_begins(toril):
    with pytest.raises(ValidationError, match="etter den første"):
        asked_for(toril, awarded(toril), new_last_day=date(2025, 12, 31))
