"""What somebody answered at an ending: a year and six numbers, nobody's; and those who did not answer."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.programme.limits import Limits
from ressursvenn.protection.models import AuditEntry
from ressursvenn.reporting import changes, compiling, composing, figures
from ressursvenn.reporting.compiling import answers
from ressursvenn.reporting.models import STEPS, Answer

from .conftest import FEW, LAST, a_year, released, text, told_of

pytestmark = pytest.mark.django_db
PAGE = "/a/tall/svar/"
ALL = dict.fromkeys(STEPS, 3)


def note(by, year=LAST, **steps):
    return changes.note_answers(year=year, by=by, **{**ALL, **steps})


def test_it_is_nobodys(kari):
    note(kari)

    row, entry = Answer.objects.get(), AuditEntry.objects.latest("id")
    assert (entry.did, entry.about.count()) == ("reporting.answers_noted", 0)
    assert {field.name for field in Answer._meta.get_fields()} == {"key", "year", *STEPS}
    assert not [field for field in Answer._meta.get_fields() if field.is_relation]
    assert row.year == LAST


def test_who_came_up_stood_still_or_went_down(kari, astrid):
    note(kari, wellbeing_then=2, wellbeing_now=4)
    note(kari, wellbeing_then=2, wellbeing_now=1)
    note(kari, wellbeing_then=2, wellbeing_now=None)
    note(kari, year=LAST + 1, wellbeing_then=1, wellbeing_now=5)

    told = figures.answers_in(LAST, by=astrid)["wellbeing"]
    assert (told.better, told.same, told.worse, told.total, told.squares) == (1, 0, 1, 1, 5)
    assert figures.answers_in(LAST, by=astrid)["support"].same == 3


def test_less_lonely_is_better(kari, astrid):
    note(kari, loneliness_then=5, loneliness_now=2)

    assert figures.answers_in(LAST, by=astrid)["loneliness"].better == 1


def test_those_who_did_not_answer_are_told():
    assert answers(FEW, 10) == {"better": 3, "same": 2, "worse": 1, "no_answer": 4}


def test_more_answers_than_endings_are_not_told_as_nobodys_and_it_is_said(kari, astrid):
    """Nobody ended, and one answered: something is wrong, and the tables are not counted."""
    note(kari, wellbeing_now=4)
    told = compiling.of_year(LAST, on=date(LAST + 1, 1, 9), limits=Limits(), by=astrid)

    assert not {"wellbeing", "support", "loneliness"} & set(told.counts)
    assert told.missing == (compiling.TOO_MANY,)
    released = told_of(told)
    whys = {one["code"]: one["why"] for one in released["left_out"]}
    assert whys["wellbeing"] == composing.NOT_COUNTED
    assert released["missing"] == [compiling.TOO_MANY]


def test_nothing_is_not_noted(kari):
    with pytest.raises(ValidationError, match="minst ett svar"):
        changes.note_answers(year=LAST, by=kari, **dict.fromkeys(STEPS))
    assert not Answer.objects.exists()


@pytest.mark.parametrize("step", [0, 6])
def test_a_step_is_from_one_to_five(kari, step):
    with pytest.raises(ValidationError):
        note(kari, wellbeing_now=step, wellbeing_then=2)


def test_only_this_year_and_the_last_that_is_not_released(kari, astrid, pernille):
    this = timezone.localdate().year
    for year in (this - 2, this + 1):
        with pytest.raises(ValidationError, match="i år eller i fjor"):
            note(kari, year=year)
    released(astrid, pernille, a_year())
    with pytest.raises(ValidationError, match="telles ikke igjen"):
        note(kari)


@pytest.mark.parametrize("who", ["astrid", "gro", "pernille", "bodil", "solveig"])
def test_only_whoever_leads_pairs(people, who):
    with pytest.raises(PermissionDenied):
        note(people[who])


def test_by_the_form(signed_in, kari):
    desk = signed_in(kari)
    typed = {"year": LAST, "wellbeing_then": "2", "wellbeing_now": "4"}

    unread = text(desk.post(PAGE, typed, follow=True))
    assert "Les over svarene" in unread
    assert '<option value="4" selected>' in unread  # what she chose is there still
    assert not Answer.objects.exists()
    typed["sure"] = "on"
    assert "uten navn" in text(desk.post(PAGE, typed, follow=True))
    assert Answer.objects.get().wellbeing_now == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Skriv minst ett svar"),
        ({"wellbeing_now": "7"}, "Velg fra 1 til 5"),
        ({"year": "i fjor", "wellbeing_now": "3"}, "Skriv året med fire sifre."),
        ({"year": "2016", "wellbeing_now": "3"}, "i år eller i fjor"),
    ],
)
def test_what_cannot_be_is_told_and_kept(signed_in, kari, typed, said):
    page = text(signed_in(kari).post(PAGE, {"year": LAST, "sure": "on", **typed}))

    assert said in page
    assert not Answer.objects.exists()
