"""Proposed, asked about, released by two, frozen: and no number that is hidden lies anywhere in the house."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import override_settings
from django.utils import timezone

from ressursvenn import disclosure
from ressursvenn.disclosure import auditing
from ressursvenn.protection.models import AuditEntry
from ressursvenn.reporting import changes, facts, figures, making, protecting, queries
from ressursvenn.reporting.models import Proposal, Raised, Release
from ressursvenn.together import changes as together

from .conftest import LAST, a_year, cells, proposed, released, table

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [no.code for no in refused.value.error_list]


def test_released_by_two_and_kept_with_a_fingerprint_of_each_file(astrid, pernille):
    row = released(astrid, pernille)

    assert (row.number, row.year, row.asked_by, row.issued_by) == (1, LAST, astrid, pernille)
    for kind in queries.FILES:
        assert row.prints[kind] == making.print_of(bytes(getattr(row, kind)))
    assert json.loads(bytes(row.json)) == row.proposal.told
    told = json.loads(bytes(row.metadata))
    assert told["files"][f"tall-{LAST}.csv"]["sha256"] == row.prints["csv"]
    assert told["definitions"]["ending"]["version"] == 1
    did = AuditEntry.objects.order_by("-pk").values_list("did", flat=True)
    assert list(did[:2]) == ["reporting.released", "together.agreed"]


def test_she_who_asked_cannot_say_yes_and_the_table_says_the_same(astrid):
    proposal = proposed(astrid)
    asked = changes.ask_to_release(proposal=proposal, by=astrid)
    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=astrid)
    assert codes(refused) == ["TOG-01"]

    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            proposal=proposal, number=1, year=LAST, json=b"x", csv=b"x", metadata=b"x", prints={}, made_with={},
            asked_by=astrid, issued_by=astrid, issued_on=timezone.localdate(),
        )  # fmt: skip


def test_what_is_not_shown_is_not_in_the_house_either(astrid):
    few = a_year(queue={"waiting": 3}, waiting={"over_6": 3}, called_off={"called_off": 2})
    proposal = proposed(astrid, few)

    kept = making.canonical(Proposal.objects.get().told).decode()
    assert f"{LAST}/called_off/called_off" not in cells(proposal.told)
    assert [one for one in re.findall(r'"(?:count|total)": (\d+)', kept) if int(one) < 5] == []
    assert '"total": 38' not in kept


def test_a_weak_proposal_is_kept_back_and_what_is_weak_is_named(astrid):
    proposal = proposed(astrid)
    table(proposal.told, "again")["classes"][1]["count"] = None
    proposal.save()

    with pytest.raises(ValidationError) as refused:
        changes.ask_to_release(proposal=proposal, by=astrid)

    assert codes(refused)[0] == "REP-04"
    assert "«Første kobling eller en ny» (har hatt en kobling før)" in str(refused.value)


def test_what_became_weak_after_the_question_is_not_released(astrid, pernille, monkeypatch):
    asked = changes.ask_to_release(proposal=proposed(astrid), by=astrid)
    weak = changes.protecting.Weak((str(LAST), "ending", "unsafe"), (1, 1), "attack")
    monkeypatch.setattr(changes.protecting, "attack", lambda told, earlier: [weak])

    with pytest.raises(ValidationError, match="kan regnes ut"):
        together.answer(asked=asked, yes=True, by=pernille)

    assert not Release.objects.exists()


@pytest.mark.parametrize("why", ["Unproven", "Unreadable"])
def test_what_is_not_proven_is_kept_back_at_the_question_and_at_the_yes(
    astrid, pernille, monkeypatch, why
):
    def in_doubt(*_):
        raise getattr(disclosure, why)

    proposal = proposed(astrid)
    asked = changes.ask_to_release(proposal=proposal, by=astrid)
    monkeypatch.setattr(protecting.disclosure, "audit", in_doubt)

    with pytest.raises(ValidationError, match="ikke funnet noen måte"):
        together.answer(asked=asked, yes=True, by=pernille)
    together.take_back(asked=asked, by=astrid)
    with pytest.raises(ValidationError, match="ikke funnet noen måte"):
        changes.ask_to_release(proposal=proposal, by=astrid)
    assert not Release.objects.exists()


CELL, BY = (str(LAST), "ending", "unsafe"), (str(LAST), "again", "*")
SAID = f"«Hvordan koblingene ble avsluttet» (det var ikke trygt) i {LAST} "


@pytest.mark.parametrize(
    ("kind", "interval", "said"),
    [
        ("printed", (3, 3), "vises som 3, og det er under grensen."),
        ("attack", (1, 4), "kan regnes ut til fra 1 til 4."),
        ("attack", (17, None), "kan regnes ut til 17 eller flere."),
        ("lone", (6, 6), "kan regnes ut til 6 av en som vet at hun er alene i "
         f"«Første kobling eller en ny» (i alt) i {LAST}."),
        ("line", (16, 16), "er alle i tabellen, så tallet forteller noe om hver av dem."),
        ("difference", (2, 2), f"blir 2 når «Første kobling eller en ny» (i alt) i {LAST} trekkes fra, og det "
         "er under grensen."),
    ],
)  # fmt: skip
def test_what_is_weak_is_told_in_words_and_as_what_it_is(kind, interval, said):
    weak = protecting.Weak(CELL, interval, kind, BY if kind in ("lone", "difference") else None)

    assert weak.said == SAID + said


def test_every_kind_that_the_audit_finds_has_its_sentence():
    assert set(get_args(auditing.Kind)) | {"new"} == set(protecting.SAYS)


def test_a_number_that_changes_before_the_yes_makes_it_impossible(astrid, pernille):
    proposal = proposed(astrid)
    asked = changes.ask_to_release(proposal=proposal, by=astrid)
    proposal.told["road"]["applied"] += 1
    proposal.save()

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=pernille)

    assert "TOG-08" in codes(refused)


def test_a_year_is_released_once_and_after_those_before_it(astrid, pernille):
    released(astrid, pernille)

    for year in (LAST, LAST - 1):
        with pytest.raises(ValidationError) as refused:
            changes.propose(year=year, invented=a_year(year), by=astrid)
        assert codes(refused) == ["REP-02"]


def test_a_year_that_is_not_over_is_not_counted(astrid):
    this = timezone.localdate().year
    with pytest.raises(ValidationError) as refused:
        changes.propose(year=this, by=astrid)

    assert codes(refused) == ["REP-01"]


def test_a_proposal_is_made_once_and_can_be_thrown_away(astrid):
    proposal = proposed(astrid)
    with pytest.raises(ValidationError, match="Kast det først"):
        proposed(astrid)

    changes.throw_away_proposal(proposal=proposal, by=astrid)
    assert not Proposal.objects.exists()
    with pytest.raises(ValidationError, match="kastet"):
        changes.ask_to_release(proposal=proposal, by=astrid)


def test_what_is_released_is_neither_asked_about_nor_thrown_away(astrid, pernille):
    proposal = released(astrid, pernille).proposal
    for act in (changes.ask_to_release, changes.throw_away_proposal):
        with pytest.raises(ValidationError, match="aldri"):
            act(proposal=proposal, by=astrid)


def test_the_limit_can_only_be_raised(astrid):
    assert facts.limit() == 5
    changes.raise_limit(limit=8, by=astrid)
    assert facts.limit() == 8
    for lower in (5, 7, 8):
        with pytest.raises(ValidationError, match="heves"):
            changes.raise_limit(limit=lower, by=astrid)
    with pytest.raises(IntegrityError), transaction.atomic():
        Raised.objects.create(limit=5, raised_on=timezone.localdate(), raised_by=astrid)
    Raised.objects.create(limit=6, raised_on=timezone.localdate(), raised_by=astrid)
    assert facts.limit() == 8


def test_what_was_made_under_a_lower_limit_is_made_anew(astrid):
    proposal = proposed(astrid)
    changes.raise_limit(limit=6, by=astrid)

    with pytest.raises(ValidationError) as refused:
        changes.ask_to_release(proposal=proposal, by=astrid)
    assert codes(refused)[0] == "REP-03"

    changes.throw_away_proposal(proposal=proposal, by=astrid)
    again = proposed(astrid)
    assert again.told["limit"] == 6
    assert table(again.told, "ending")["way"] == "three"


def test_a_year_nobody_is_in_is_released_with_what_there_is(astrid):
    """Counted for real, in an empty house: nothing is there, and nothing breaks."""
    told = changes.propose(year=LAST, by=astrid).told

    assert (told["tables"], told["outcomes"]) == ([], [])


def test_a_report_is_given_the_latest_as_everybody_may_read_it(astrid, pernille):
    assert figures.latest() is None
    row = released(astrid, pernille)

    assert figures.latest() == json.loads(bytes(row.json))


def test_invented_years_are_for_a_made_up_world_alone(astrid):
    with override_settings(REHEARSAL=False), pytest.raises(PermissionDenied):
        changes.propose(year=LAST, invented=a_year(), by=astrid)


@pytest.mark.parametrize("who", ["kari", "gro", "bodil", "siri", "ella", "solveig", "toril"])
def test_nobody_without_the_right(people, astrid, who):
    proposal, person = proposed(astrid), people[who]
    for act in (
        lambda: changes.propose(year=LAST - 1, by=person),
        lambda: changes.ask_to_release(proposal=proposal, by=person),
        lambda: changes.throw_away_proposal(proposal=proposal, by=person),
        lambda: changes.raise_limit(limit=9, by=person),
    ):
        with pytest.raises(PermissionDenied):
            act()
