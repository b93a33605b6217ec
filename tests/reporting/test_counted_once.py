"""A year is counted once: whoever proposes, looks, throws away and proposes again has nothing to subtract."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.reporting import again, building, changes, composing, protecting, queries
from ressursvenn.reporting.models import Answer, FirstCount, Proposal, Release
from ressursvenn.together import changes as together

from .conftest import LAST, a_year, cells, proposed, released, table, text, told_of

pytestmark = pytest.mark.django_db
ONE_MORE = {
    "running": {"running": 41},
    "hours": {"under_10": 11, "10_29": 20, "30_more": 10},
    "again": {"first": 35, "again": 6},
}


def thrown_away(by, year=None):
    """What it printed."""
    proposal = proposed(by, year)
    changes.throw_away_proposal(proposal=proposal, by=by)
    return proposal.told


def codes(refused) -> list[str]:
    return [no.code for no in refused.value.error_list]


def test_one_woman_who_came_in_between_is_not_in_the_next(astrid):
    first = thrown_away(astrid)
    second = proposed(astrid, a_year(**ONE_MORE)).told

    assert cells(second) == cells(first)
    assert second == first
    assert FirstCount.objects.get().thrown_by == astrid


def test_what_is_held_back_takes_tables_away_and_changes_no_number(astrid):
    first = thrown_away(astrid)
    second = changes.propose(
        year=LAST, invented=a_year(**ONE_MORE), held_back=("ending", "wellbeing"), by=astrid
    ).told

    gone = {one["code"] for one in first["tables"]} - {one["code"] for one in second["tables"]}
    assert gone == {"ending", "wellbeing"}
    assert cells(second).items() <= cells(first).items()
    assert (len(first["outcomes"]), second["outcomes"]) == (1, [])


def test_what_was_held_back_when_it_was_counted_does_not_come_later(astrid):
    held = changes.propose(year=LAST, invented=a_year(), held_back=("closed",), by=astrid)
    changes.throw_away_proposal(proposal=held, by=astrid)
    second = proposed(astrid).told

    assert {one["code"]: one["why"] for one in second["left_out"]}["closed"] == composing.WITHHELD
    assert cells(second) == cells(held.told)


def test_the_first_stands_however_often_it_is_thrown_away(astrid):
    first = thrown_away(astrid)
    thrown_away(astrid, a_year(**ONE_MORE))
    changes.propose(year=LAST, invented=a_year(**ONE_MORE), held_back=("ending",), by=astrid)

    assert FirstCount.objects.get().told == first


def test_a_table_with_something_hidden_is_left_out_and_says_so():
    first = told_of(a_year())
    table(first, "ending")["classes"][0]["count"] = table(first, "ending")["classes"][1][
        "count"
    ] = None
    second = again.built(first, limit=5, earlier=[])

    assert "ending" not in {one["code"] for one in second["tables"]}
    assert {one["code"]: one["why"] for one in second["left_out"]}["ending"] == composing.WITHHELD


def test_a_word_that_means_something_else_by_now_is_left_out():
    first = told_of(a_year())
    table(first, "ending")["version"] = 0

    assert "ending" not in {
        one["code"] for one in again.built(first, limit=5, earlier=[])["tables"]
    }


def test_under_a_higher_limit_it_is_coarser_and_comes_to_the_same():
    first = told_of(a_year())
    second = again.built(first, limit=8, earlier=[])
    printed = {one["code"]: one["count"] for one in table(second, "ending")["classes"]}

    assert printed == {"as_planned": 16, "early": 8, "otherwise": 12}
    assert again.follows(second, first)
    assert protecting.attack(second, []) == []


def test_who_is_new_is_reckoned_from_what_was_printed(astrid, pernille):
    released(astrid, pernille, a_year(LAST - 1))
    first = thrown_away(astrid)

    assert table(first, "begun")["total"] == 36
    assert proposed(astrid, a_year(**ONE_MORE)).told == first


@pytest.mark.parametrize("spoilt", ["class", "total", "road", "table"])
def test_what_says_something_else_is_kept_back(astrid, spoilt):
    thrown_away(astrid, a_year(again={"first": 39, "again": 1}))
    proposal = proposed(astrid)
    other = told_of(a_year(**ONE_MORE))
    told = deepcopy(proposal.told)
    if spoilt == "class":
        table(told, "running")["classes"][0]["count"] = 41
    elif spoilt == "total":
        table(told, "ending")["total"] += 5
    elif spoilt == "road":
        told["road"]["applied"] += 1
    else:
        told["tables"].append(table(other, "again"))
    Proposal.objects.update(told=told)

    first = FirstCount.objects.get().told
    assert not again.follows(told, first)
    with pytest.raises(ValidationError) as refused:
        changes.ask_to_release(proposal=proposal, by=astrid)
    assert "REP-05" in codes(refused)


def test_no_other_year_is_counted_while_one_has_been_seen_and_is_not_out(astrid, pernille):
    """Counted apart, and never held against each other, two years tell how many are new to whoever saw both."""
    thrown_away(astrid, a_year(LAST - 1))
    for year in (LAST, LAST - 2):
        with pytest.raises(ValidationError) as refused:
            proposed(astrid, a_year(year))
        assert codes(refused) == ["REP-06"]

    released(astrid, pernille, a_year(LAST - 1))
    assert proposed(astrid).told["protection"]["against"] == [LAST - 1]


SEVEN = {"running": {"running": 7}, "hours": {"under_10": 7}, "again": {"first": 7}}


@pytest.fixture
def seen_and_held_back(astrid, pernille):
    """Thirty ran at first. Forty a year later: two have seen it, and nobody else was told."""
    released(astrid, pernille, a_year(LAST - 2, running={"running": 30}, hours={"under_10": 30},
                                      again={"first": 30}))  # fmt: skip
    thrown_away(astrid, a_year(LAST - 1))
    held = changes.propose(year=LAST - 1, held_back=("running",), by=astrid)
    asked = changes.ask_to_release(proposal=held, by=astrid)
    together.answer(asked=asked, yes=True, by=pernille)


def test_what_was_seen_and_held_back_is_in_the_next_years_reckoning(astrid, seen_and_held_back):
    """Forty were there, thirty-six went and seven are left: three are new, to whoever saw the forty."""
    told = proposed(astrid, a_year(**SEVEN)).told

    whys = {one["code"]: one["why"] for one in told["left_out"]}
    assert {whys[code] for code in ("running", "begun", "reached")} == {composing.WITHHELD}
    assert told["protection"]["against"] == [LAST - 2, LAST - 1]


def test_a_proposal_that_would_tell_those_who_saw_it_is_not_released(astrid, seen_and_held_back):
    proposal = proposed(astrid, a_year(**SEVEN))
    told = told_of(a_year(**SEVEN), queries.told_by_releases())
    assert {"running", "begun"} <= {one["code"] for one in told["tables"]}
    Proposal.objects.update(told=told)

    with pytest.raises(ValidationError, match="sett før") as refused:
        changes.ask_to_release(proposal=proposal, by=astrid)
    assert codes(refused) == ["REP-04", "weak"]


def test_where_many_are_new_what_was_seen_stands_in_nobodys_way(
    astrid, pernille, seen_and_held_back
):
    row = released(astrid, pernille)

    assert "running" in {one["code"] for one in row.proposal.told["tables"]}


def test_an_answer_that_would_come_too_late_is_not_noted(astrid, kari):
    thrown_away(astrid)
    with pytest.raises(ValidationError, match="noter det ikke"):
        changes.note_answers(year=LAST, wellbeing_now=4, by=kari)

    assert not Answer.objects.exists()
    changes.note_answers(year=timezone.localdate().year, wellbeing_now=4, by=kari)


def test_the_day_it_was_counted_stays(astrid):
    counted = changes.propose(year=LAST, invented=a_year(), on=date(LAST + 1, 1, 9), by=astrid)
    changes.throw_away_proposal(proposal=counted, by=astrid)

    assert proposed(astrid).told["counted_on"] == f"{LAST + 1}-01-09"


def test_what_is_released_after_all_is_the_first_count(astrid, pernille):
    first = thrown_away(astrid)
    released(astrid, pernille, a_year(**ONE_MORE))

    assert Release.objects.get().proposal.told == first
    assert first["format"] == building.FORMAT


def test_she_is_told_so_before_she_throws_it_away(signed_in, astrid):
    page = text(signed_in(astrid).get(f"/a/tall/{proposed(astrid).reference}/kast/"))

    assert "telles ikke på nytt" in page
