"""Two assessments before the second yes: both have written, or it is said why one of them has not."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.screening import changes, words
from ressursvenn.screening.models import Assessment, InterviewNotes
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts, rules
from ressursvenn.volunteers import queries as reading
from tests.volunteers.conftest import fresh, ready, walked

from .conftest import ALL, acts, at, days_ago, interview_of


@pytest.fixture
def lacking(kari, kaja):
    """She lacks only what the two found, in writing, and that two approve her. Kari and Gro talked with her."""
    one = fresh(walked(kari, kaja))
    Assessment.objects.all().delete()
    interview_of(one, *both(one), outcome="suitable")
    return one


def both(volunteer):
    held = reading.latest_interview(volunteer)
    return held.first_interviewer, held.second_interviewer


@pytest.fixture
def hers(lacking):
    return reading.latest_interview(lacking)


def in_the_way(volunteer):
    terms = accounts.terms(volunteer.association)
    return [no.rule for no in rules.may_be_approved(facts.of(volunteer), terms)]


def writes(interview, who):
    return changes.write_notes(interview=interview, answers=ALL, by=who, done=True)


def test_one_is_not_two(lacking, hers, kari, gro):
    assert in_the_way(lacking) == ["VOL-13"]
    writes(hers, kari)
    assert in_the_way(lacking) == ["VOL-13"]
    changes.write_notes(interview=hers, answers=ALL, by=gro)  # so far
    assert in_the_way(lacking) == ["VOL-13"]

    writes(hers, gro)

    assert in_the_way(lacking) == []
    assert acts() == ["screening.notes_done", "screening.notes_written", "screening.notes_done"]


def test_until_then_nobody_is_asked_and_her_page_says_what_is_missing(signed_in, lacking, kari):
    browser, there = signed_in(kari), f"/a/ressursvenner/{lacking.reference}/"

    page = browser.get(there).content.decode()
    assert "Først skriver begge som intervjuet, hva de fant." in page
    assert "Spør om hun kan godkjennes" not in page
    assert "uten å se navnet" not in page
    with pytest.raises(ValidationError) as refused:
        volunteers.ask_for_approval(volunteer=lacking, by=kari)
    assert [no.code for no in refused.value.error_list] == ["VOL-13"]
    assert volunteers.ask_for_all_approvals(by=kari) == 0
    day = reading.day_lines(kari, accounts.terms(kari.association))
    assert not [line for line in day if "godkjennes" in line.sentence]


def test_a_new_interview_takes_new_notes(lacking, hers, kari, gro, kaja):
    for who in (kari, gro):
        writes(hers, who)

    interview_of(lacking, kari, kaja, outcome="suitable")

    assert in_the_way(lacking) == ["VOL-13"]


def test_whoever_was_approved_before_anybody_wrote_stays_approved(kari, kaja):
    one = ready(kari, kaja)
    Assessment.objects.all().delete()

    assert rules.may_be_matched(facts.of(one), accounts.terms(one.association)) == ()


@pytest.mark.parametrize("why", sorted(words.WHY_ONE))
def test_why_one_has_not_written_is_enough_when_the_other_has(lacking, hers, kari, gro, why):
    writes(hers, kari)

    row = changes.say_why_none(interview=hers, of=gro, why=why, by=kari)

    assert in_the_way(lacking) == []
    assert (row.of, row.said_by, row.why_none) == (gro, kari, why)
    assert acts()[-1] == "screening.why_no_notes_said"


def test_the_other_has_to_have_written_first_and_nobody_says_it_of_herself(hers, kari, gro, kaja):
    with pytest.raises(ValidationError, match="når den andre har skrevet"):
        changes.say_why_none(interview=hers, of=gro, why="away", by=kari)
    writes(hers, kari)
    with pytest.raises(ValidationError):
        changes.say_why_none(interview=hers, of=gro, why="away", by=gro)
    with pytest.raises(ValidationError):
        changes.say_why_none(interview=hers, of=kaja, why="away", by=kari)  # she did not interview
    for why in ("travelt", "old", "list"):
        with pytest.raises(ValidationError, match="fra listen"):
            changes.say_why_none(interview=hers, of=gro, why=why, by=kari)
    with pytest.raises(ValidationError):
        changes.say_why_none(interview=hers, of=kari, why="away", by=gro)  # she has written
    assert [row.of for row in Assessment.objects.all()] == [kari]


def test_too_old_is_what_is_so_old_that_notes_would_be_erased(hers, kari, gro, time_machine):
    writes(hers, gro)
    with pytest.raises(ValidationError, match="ikke for gammelt"):
        changes.say_too_old(interview=hers, by=gro)
    time_machine.move_to(timezone.now() + timedelta(days=87))  # held three days ago

    changes.say_too_old(interview=hers, by=kari)

    assert in_the_way(hers.volunteer) == []
    assert {row.of: row.why_none for row in Assessment.objects.all()} == {kari: "old", gro: ""}
    assert acts()[-1] == "screening.said_too_old"


def test_nobody_wrote_for_an_old_list(hers, kari, gro):
    changes.say_too_old(interview=hers, by=kari, on_a_list=True)

    assert in_the_way(hers.volunteer) == []
    assert {row.why_none for row in Assessment.objects.all()} == {"list"}


def test_she_who_was_away_may_write_after_all(hers, kari, gro):
    writes(hers, kari)
    changes.say_why_none(interview=hers, of=gro, why="away", by=kari)

    writes(hers, gro)

    assert {row.of: row.why_none for row in Assessment.objects.all()} == {kari: "", gro: ""}


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig", "vigdis", "siri"])
def test_who_says_nothing_of_it(hers, people, kari, gro, who):
    writes(hers, kari)

    with pytest.raises(PermissionDenied):
        changes.say_why_none(interview=hers, of=gro, why="away", by=people[who])
    with pytest.raises(PermissionDenied):
        changes.say_too_old(interview=hers, by=people[who], on_a_list=True)


def test_the_table_knows_too(hers, lacking, kari, gro):
    row = {"volunteer": lacking, "interview": hers, "of": gro, "said_on": days_ago(0)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(said_by=kari, **row)
    Assessment.objects.create(said_by=gro, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(said_by=gro, **row)


def test_it_is_said_on_her_page(signed_in, lacking, hers, kari, gro):
    writes(hers, kari)
    browser, there = signed_in(kari), at(lacking, "notater/mangler/")
    page = browser.get(at(lacking)).content.decode()
    assert f'action="{there}"' in page
    assert "fra en gammel liste" not in page

    page = browser.post(there, {"of": gro.reference, "why": ""}).content.decode()
    assert "Velg fra listen." in page
    assert f'value="{gro.reference}" selected' in page
    assert browser.post(there, {"of": kari.reference, "why": "away"}).status_code == 200
    assert not Assessment.objects.filter(of=gro).exists()

    assert browser.post(there, {"of": gro.reference, "why": "away"}).status_code == 302
    page = browser.get(at(lacking)).content.decode()
    assert "har ikke skrevet notater: er lenge borte" in page
    assert there not in page
    assert browser.post(there, {"of": gro.reference, "why": "away"}).status_code == 302


def test_of_long_ago_one_button_says_so_for_both(signed_in, lacking, kari, time_machine):
    there = at(lacking, "notater/mangler/")
    page = signed_in(kari).post(there, {"old": "1"}, follow=True).content.decode()
    assert "Intervjuet er ikke for gammelt." in page
    assert 'name="old"' not in page
    time_machine.move_to(timezone.now() + timedelta(days=87))
    browser = signed_in(kari)
    page = browser.get(at(lacking)).content.decode()
    assert 'name="old"' in page
    assert 'name="why"' not in page

    page = browser.post(there, {"old": "1"}, follow=True).content.decode()

    assert page.count("har ikke skrevet notater: intervjuet er for gammelt") == 2
    assert in_the_way(lacking) == []


def test_a_neighbour_meets_no_such_page(signed_in, lacking, nora, volunteer, kari):
    assert signed_in(nora).post(at(lacking, "notater/mangler/")).status_code == 404
    assert signed_in(kari).post(at(volunteer, "notater/mangler/")).status_code == 302


def test_only_those_who_screen_here_are_offered_as_interviewers(signed_in, volunteer, kari):
    page = signed_in(kari).get(f"/a/ressursvenner/{volunteer.reference}/").content.decode()

    first = page.partition('name="first_interviewer"')[2].partition("</select>")[0]
    assert "Gro Vik" in first
    assert "Astrid Lie" not in first


def test_she_always_reads_her_own_and_never_the_others(signed_in, lacking, hers, kari, gro, kaja):
    writes(hers, kari)
    assert "ord om motive" in signed_in(kari).get(at(lacking)).content.decode()
    assert "ord om motive" not in signed_in(gro).get(at(lacking)).content.decode()
    assert "ord om motive" not in signed_in(kaja).get(at(lacking)).content.decode()

    interview_of(lacking, gro, kaja)  # she was not in the latest one

    assert "ord om motive" in signed_in(kari).get(at(lacking)).content.decode()
    assert "ord om motive" not in signed_in(gro).get(at(lacking)).content.decode()


@pytest.mark.parametrize("outcome", ["undecided", "suitable"])
def test_when_the_days_are_over_nothing_is_offered_to_write(
    signed_in, volunteer, kari, gro, time_machine, outcome
):
    interview_of(volunteer, kari, gro, outcome=outcome)
    browser = signed_in(kari)
    assert "Skriv notatene mine" in browser.get(at(volunteer)).content.decode()

    time_machine.move_to(timezone.now() + timedelta(days=87))

    browser = signed_in(kari)
    assert "Skriv notatene mine" not in browser.get(at(volunteer)).content.decode()
    assert browser.get(at(volunteer, "notater/")).status_code == 302
    assert not InterviewNotes.objects.exists()
