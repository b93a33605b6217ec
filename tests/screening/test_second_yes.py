"""Whoever interviewed does not give the second yes; where nobody else is left, the adviser is asked."""

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.accounts import queries as accounts
from ressursvenn.together import changes as together
from ressursvenn.together import queries
from ressursvenn.volunteers import changes as volunteers
from tests.people import both_wrote
from tests.volunteers.conftest import days_ago, fresh, walked


@pytest.fixture
def asked(kari, kaja):
    """Kari and Gro interviewed; Kari has asked."""
    one = fresh(walked(kari, kaja))
    return volunteers.ask_for_approval(volunteer=one, by=kari)


def others(row, association):
    (waiting,) = queries.with_others(queries.concerning(row.asked_by), accounts.terms(association))
    return waiting


@pytest.mark.parametrize("yes", [True, False])
def test_an_interviewer_says_neither_yes_nor_no(asked, gro, yes):
    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=yes, by=gro)

    assert [one.code for one in refused.value.error_list] == ["TOG-09"]


def test_the_other_coordinator_who_did_not_may(asked, kaja):
    assert together.answer(asked=asked, yes=True, by=kaja).outcome.approved_by == kaja


def test_it_does_not_stand_in_an_interviewers_day_or_on_her_page(signed_in, asked, gro, kaja, oslo):
    assert queries.waiting_for(gro) == []
    assert queries.day_lines(gro, accounts.terms(oslo)) == []
    assert queries.waiting_for(kaja) == [asked]
    answer = f"/a/to/{asked.reference}/svar/"
    assert answer not in signed_in(gro).get(f"/a/ressursvenner/{asked.about}/").content.decode()
    assert answer in signed_in(kaja).get(f"/a/ressursvenner/{asked.about}/").content.decode()


def test_she_is_not_among_those_who_may(asked, oslo):
    assert others(asked, oslo).others == ("Kaja Berg",)


def talked_again(volunteer, by, other, outcome="suitable"):
    """A second interview, by two who may be others than the first time. Both have written."""
    row = volunteers.note_interview(
        volunteer=volunteer, on=days_ago(2), first_interviewer=by, second_interviewer=other,
        outcome=outcome, by=by,
    )  # fmt: skip
    both_wrote(volunteer)
    return row


def test_the_outcome_of_the_latest_interview_counts(kari, kaja, gro):
    one = fresh(walked(kari, kaja))
    talked_again(one, kari, gro, outcome="not_suitable")

    with pytest.raises(ValidationError) as refused:
        volunteers.ask_for_approval(volunteer=one, by=kari)

    assert [no.code for no in refused.value.error_list] == ["VOL-08"]


@pytest.mark.parametrize("who", ["gro", "kaja"])
def test_whoever_has_ever_interviewed_her_does_not(people, kari, kaja, astrid, oslo, who):
    one = fresh(walked(kari, kaja))  # Kari and Gro, the first time
    talked_again(one, kari, kaja)
    question = volunteers.ask_for_approval(volunteer=one, by=kari)

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=question, yes=True, by=people[who])

    assert [no.code for no in refused.value.error_list] == ["TOG-09"]
    assert queries.waiting_for(people[who]) == []
    assert others(question, oslo).adviser_is_asked
    assert together.answer(asked=question, yes=True, by=astrid).outcome.approved_by == astrid


@pytest.mark.parametrize("how", ["with the interview", "afterwards"])
def test_nor_does_whoever_noted_what_the_two_found(kari, kaja, gro, how):
    one = fresh(walked(kari, kaja))
    at_once = how == "with the interview"
    interview = volunteers.note_interview(
        volunteer=one, on=days_ago(2), first_interviewer=kari, second_interviewer=gro,
        outcome="suitable" if at_once else "undecided", by=kaja if at_once else kari,
    )  # fmt: skip
    both_wrote(one)
    if not at_once:
        volunteers.note_outcome(interview=interview, outcome="suitable", by=kaja)
    question = volunteers.ask_for_approval(volunteer=one, by=kari)

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=question, yes=True, by=kaja)

    assert [no.code for no in refused.value.error_list] == ["TOG-09"]


def test_an_interview_of_somebody_else_is_nothing_to_her(asked, kari, kaja):
    talked_again(fresh(walked(kari, kaja)), kari, kaja)

    assert together.answer(asked=asked, yes=True, by=kaja).outcome.approved_by == kaja


def test_an_interview_noted_after_the_question_counts_too(asked, kari, kaja):
    from ressursvenn.volunteers.models import Volunteer

    volunteers.note_interview(
        volunteer=Volunteer.objects.get(reference=asked.about), on=days_ago(1),
        first_interviewer=kaja, second_interviewer=kari, outcome="suitable", by=kari,
    )  # fmt: skip

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=kaja)

    assert "TOG-09" in [one.code for one in refused.value.error_list]


@pytest.fixture
def alone(kari, kaja, gro):
    """All three of the association have been in it: Kari asks, and the others interviewed."""
    one = fresh(walked(kari, kaja))
    talked_again(one, gro, kaja)
    return volunteers.ask_for_approval(volunteer=one, by=kari)


def test_where_only_interviewers_are_left_the_adviser_is_asked(
    signed_in, alone, kari, astrid, oslo
):
    assert others(alone, oslo).adviser_is_asked
    page = signed_in(kari).get(f"/a/ressursvenner/{alone.about}/").content.decode()
    assert "Nasjonal rådgiver er spurt." in page
    (line,) = queries.day_lines(astrid, accounts.terms(None))
    assert "godkjennes" in line.sentence

    assert together.answer(asked=alone, yes=True, by=astrid).outcome.approved_by == astrid


def test_an_adviser_who_once_interviewed_does_not_either(kari, kaja, gro, astrid):
    """Nobody notes an adviser as an interviewer any more; an old row may say so."""
    one = fresh(walked(kari, kaja))
    row = talked_again(one, kari, gro)
    type(row).objects.filter(pk=row.pk).update(second_interviewer=astrid)
    question = volunteers.ask_for_approval(volunteer=one, by=kari)

    with pytest.raises(ValidationError):
        together.answer(asked=question, yes=True, by=astrid)
    assert queries.waiting_for(astrid) == []


def test_one_question_however_many(asked, kari, kaja, django_assert_num_queries):
    for _ in range(2):
        volunteers.ask_for_approval(volunteer=fresh(walked(kari, kaja)), by=kari)

    with django_assert_num_queries(1):
        assert len(queries.concerning(kaja)) == 3
