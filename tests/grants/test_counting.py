"""What counts towards a grant, in its place and days, and never twice. The recount: test_recount.py."""

from __future__ import annotations

from datetime import date
from html import unescape
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.grants import changes, counting, facts, participants_told, queries
from ressursvenn.grants.models import Grant

from .conftest import FIRST, LAST, LETTER, SHARES, applied, awarded, begun, call, issued, written

pytestmark = pytest.mark.django_db


def test_hours_in_meet_ups_are_as_the_room_tells_them(monkeypatch, oslo):
    """Of which days, and of how many, is for the room itself to say: tests/pairs/test_figures.py."""
    asked = []
    monkeypatch.setattr(counting.pairs, "volunteer_hours", lambda *days: asked.append(days))

    assert counting.counted(["hours_met"], FIRST, LAST, oslo) == {"hours_met": None}
    assert asked == [(FIRST, LAST, oslo)]


def test_a_place_has_no_figure_of_what_the_country_does(oslo):
    assert "actions" in counting.may_be_counted(None)
    assert "actions" not in counting.may_be_counted(oslo)
    assert {"courses", "volunteers", "buttons", "gatherings"} <= set(counting.may_be_counted(oslo))


def test_the_same_activity_does_not_count_for_two_funders(toril, oslo, nabo):
    round_ = call(toril)
    awarded(toril, oslo, call=round_)

    with pytest.raises(ValidationError, match="Det gjelder «") as refused:
        awarded(toril, oslo, call=round_, title="Et annet")
    assert [error.code for error in refused.value.error_list] == ["GRA-07"]
    with pytest.raises(ValidationError):
        awarded(toril, None, call=round_)  # the whole country holds Oslo
    awarded(toril, nabo, call=round_)
    awarded(toril, oslo, call=round_, first_day=date(2027, 1, 1), last_day=date(2027, 12, 31))


def test_an_application_stands_in_nobodys_way(toril):
    """Drafts, and what waits for an answer: only a letter says whether it may be shared."""
    draft = applied(toril)
    changes.send(grant=applied(toril, call=draft.call, title="Sendt"), by=toril)
    assert hasattr(awarded(toril, call=draft.call, title="Gitt"), "pk")
    applied(toril, call=draft.call, title="Et til")


def test_sharing_goes_through_when_every_letter_says_so(toril):
    first = awarded(toril, letter=SHARES)
    second = awarded(toril, letter=SHARES, call=first.call, title="Et annet")

    assert facts.of_count(second, "courses").others == [True]
    assert [issued(toril, grant).report.figures["counted"] for grant in (first, second)] == [
        {"courses": 0}
    ] * 2


def test_what_another_letter_has_first_is_taken_out_and_its_goal_says_so(toril):
    first = awarded(toril)
    second = changes.send(grant=applied(toril, call=first.call, title="Et annet"), by=toril)
    with pytest.raises(ValidationError, match="Underveis"):
        changes.note_award(grant=second, **LETTER, by=toril)
    assert queries.grant_called(second.reference, LAST).state == "sent"

    (row,) = queries.counted_rows(second)
    changes.take_out(row=queries.part_called("aktivitet", row.reference), by=toril)
    changes.note_award(grant=second, **LETTER, by=toril)
    assert begun(toril, second).figures["counted"] == {}


def test_what_is_told_does_not_stop_counting(toril):
    grant = issued(toril).report.grant
    (row,) = queries.counted_rows(grant)

    with pytest.raises(ValidationError, match="gitt ut"):
        changes.take_out(row=queries.part_called("aktivitet", row.reference), by=toril)


def test_more_time_is_not_more_than_the_letters_allow(toril):
    first = awarded(toril)
    awarded(toril, call=first.call, first_day=date(2027, 1, 1), last_day=date(2027, 12, 31))
    longer = changes.ask_for_change(
        grant=first, kind="time", says="Mer tid", asked_day=LAST, new_last_day=date(2027, 2, 28),
        from_line=None, to_line=None, amount=None, by=toril,
    )  # fmt: skip

    with pytest.raises(ValidationError) as refused:
        changes.note_change_answered(amendment=longer, agreed=True, answer_day=LAST, by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-07"]
    changes.note_change_answered(amendment=longer, agreed=False, answer_day=LAST, by=toril)


def test_a_report_is_asked_once_more_when_it_is_issued(toril):
    """However it came to be so, nothing is issued that counts twice."""
    first = awarded(toril)
    later = {"first_day": date(2027, 1, 1), "last_day": date(2027, 12, 31)}
    second = awarded(toril, call=first.call, **later)
    report = written(toril, first)
    Grant.objects.filter(pk=second.pk).update(first_day=FIRST)

    with pytest.raises(ValidationError) as refused:
        changes.issue(report=report, by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-22"]


def test_it_does_when_both_letters_say_that_it_may(toril):
    first = awarded(toril, letter=SHARES)
    second = changes.send(grant=applied(toril, call=first.call, title="Et annet"), by=toril)
    with pytest.raises(ValidationError):
        changes.note_award(grant=second, **LETTER, by=toril)  # ours does not say so
    changes.note_award(grant=second, **SHARES, by=toril)


def test_what_an_indicator_is_measured_with_stays(toril):
    grant = applied(toril)
    (row,) = queries.counted_rows(grant)

    with pytest.raises(ValidationError, match="indikatoren først"):
        changes.take_out(row=queries.part_called("aktivitet", row.reference), by=toril)


def test_a_goal_of_one_measure_is_not_seen_by_a_figure_of_the_other(toril):
    grant = applied(toril)
    hers = grant.goals.get(part="ressursvenn")
    with pytest.raises(ValidationError) as refused:
        changes.set_indicator(goal=hers, says="Knapper", figure="buttons", target=1, by=toril)
    assert "figure" in refused.value.error_dict


RELEASE = {
    "year": 2025, "limit": 5,
    "tables": [
        {
            "title": "Ved utgangen av året", "about": "Alle", "definition": "running-1",
            "says": "Fra de to møttes første gang.", "missing": "En som er slettet, er ikke med.",
            "classes": [{"word": "venter", "count": None}, {"word": "aktive", "count": 31}], "total": 38,
        }
    ],
    "left_out": [{"title": "Hvor i landet", "why": "for få i hver klasse"}],
    "missing": ["Det som gjelder utgangen av året, er ikke med."],
    "outcomes": [{"title": "Hvordan de har det", "n": 12, "mean": 0.5, "low": -0.1, "high": 1.1}],
}  # fmt: skip


def test_of_participants_only_the_release_is_told_and_of_a_place_nothing(monkeypatch):
    monkeypatch.setattr(
        participants_told, "reporting", SimpleNamespace(latest_meant=lambda language: RELEASE)
    )
    country, place = (participants_told.told(of_the_country=yes) for yes in (True, False))

    assert country["tables"][0]["rows"] == [["venter", None], ["aktive", 31]]
    assert place == {"of_the_country": False, "year": 2025, "limit": None, "tables": []}


def test_without_a_release_there_is_no_number(monkeypatch):
    monkeypatch.setattr(
        participants_told, "reporting", SimpleNamespace(latest_meant=lambda language: None)
    )

    assert participants_told.told(of_the_country=True)["tables"] == []


@pytest.mark.parametrize("says", ["Koblinger i Moss", "deltakere", "Kvinner som får hjelp"])
def test_participants_are_not_counted_by_hand_either(toril, says):
    grant = applied(toril)
    with pytest.raises(ValidationError, match="ikke for hånd"):
        changes.set_indicator(goal=grant.goals.first(), says=says, figure="", target=5, by=toril)


@pytest.mark.parametrize("one", counting.FIGURES.values(), ids=lambda one: one.code)
def test_the_code_is_as_it_was_when_the_version_was_set(one):
    """When this fails: raise the figure's version in `counting.CHANGED`, and write the new print beside it."""
    assert one.print_now == one.print, f"{one.code}: {one.print_now}"


@pytest.mark.parametrize("one", counting.FIGURES.values(), ids=lambda one: one.code)
def test_each_figure_says_in_both_languages_what_whose_and_what_is_missing(one):
    for said in (one.word, one.definition, one.population, one.missing):
        assert said("nb").strip()
        assert said("nn").strip()
    assert one.definition("nb").endswith(".")


def test_what_figures_for_funders_mean_stands_in_the_open(client):
    page = unescape(client.get("/tall/definisjoner/").content.decode())

    for one in counting.FIGURES.values():
        assert one.named in page
        assert one.print in page
