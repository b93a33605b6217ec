"""Begun, written in, asked about, issued: by two, frozen, and held against its fingerprints."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.protection.models import AuditEntry
from ressursvenn.status import changes, compiling, making, queries, verifying
from ressursvenn.status.models import Issue, Report
from ressursvenn.together import changes as together

from .conftest import FIRST, LAST, SLOTS, begun, issued, written

pytestmark = pytest.mark.django_db


def test_what_is_compiled_has_exactly_what_is_documented(people):
    from .conftest import DATA

    found = compiling.of_period(FIRST, LAST)

    assert set(found) == set(DATA) - {"slots"}
    for part in ("members", "meetings", "buttons", "stands", "media", "demands", "actions"):
        assert set(found[part]) == set(DATA[part]), part
    assert set(found["buttons"]["counter"]) == set(DATA["buttons"]["counter"])
    assert json.loads(compiling.canonical(found)) == found


def test_issued_by_two_and_kept_with_a_fingerprint_of_each_file(ella, eivor):
    row = issued(ella, eivor)

    assert (row.asked_by, row.issued_by, row.issued_on) == (ella, eivor, timezone.localdate())
    assert row.made_with == making.versions()
    for kind in queries.FILES:
        assert row.prints[kind] == compiling.print_of(bytes(getattr(row, kind)))
    assert json.loads(bytes(row.json))["slots"] == SLOTS
    did = AuditEntry.objects.order_by("-pk").values_list("did", flat=True)
    assert list(did[:2]) == ["status.issued", "together.agreed"]


def test_she_who_asked_cannot_say_yes_and_the_table_says_the_same(ella):
    report = written(ella)
    asked = changes.ask_to_issue(report=report, by=ella)
    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=ella)
    assert refused.value.error_list[0].code == "TOG-01"

    with pytest.raises(IntegrityError), transaction.atomic():
        Issue.objects.create(
            report=report, html=b"x", pdf=b"x", json=b"x", csv=b"x", prints={}, made_with={},
            asked_by=ella, issued_by=ella, issued_on=timezone.localdate(),
        )  # fmt: skip


def test_a_word_that_changes_before_the_yes_makes_it_impossible(ella, eivor):
    report = written(ella)
    asked = changes.ask_to_issue(report=report, by=ella)
    changes.write_in_report(report=report, by=ella, **{**SLOTS, "plans": "Noe annet."})

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=eivor)

    assert "TOG-08" in [no.code for no in refused.value.error_list]
    assert not Issue.objects.exists()


def test_a_figure_that_changes_before_the_yes_makes_it_impossible(ella, eivor, monkeypatch):
    asked = changes.ask_to_issue(report=written(ella), by=ella)
    real = compiling.of_period
    monkeypatch.setattr(
        compiling, "of_period", lambda first, last: {**real(first, last), "media": {"hits": 99}}
    )

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=eivor)

    assert "TOG-08" in [no.code for no in refused.value.error_list]


@pytest.mark.parametrize("slot", ["authors", "foreword", "deviations", "plans"])
def test_what_is_not_written_stops_it(ella, slot):
    report = changes.write_in_report(report=begun(ella), by=ella, **{**SLOTS, slot: " "})

    with pytest.raises(ValidationError):
        changes.ask_to_issue(report=report, by=ella)


def test_a_period_that_is_not_over_waits(ella):
    today = timezone.localdate()
    report = written(ella, first_day=today - timedelta(days=30), last_day=today)

    with pytest.raises(ValidationError, match="over"):
        changes.ask_to_issue(report=report, by=ella)


def test_a_letter_we_cannot_set_is_told_when_it_is_asked_about(ella):
    report = changes.write_in_report(
        report=begun(ella), by=ella, **{**SLOTS, "plans": "\U0001f600"}
    )

    with pytest.raises(ValidationError, match="tegn"):
        changes.ask_to_issue(report=report, by=ella)


def test_an_issued_report_is_never_written_in_asked_about_or_thrown_away(ella, eivor):
    row = issued(ella, eivor)

    for act in (
        lambda: changes.write_in_report(report=row.report, by=ella, **SLOTS),
        lambda: changes.ask_to_issue(report=row.report, by=ella),
        lambda: changes.throw_away_report(report=row.report, by=ella),
    ):
        with pytest.raises(ValidationError, match="gitt ut"):
            act()
    assert Issue.objects.get().prints == row.prints


def test_a_draft_is_thrown_away_and_leaves_a_line_in_the_log(ella):
    report = begun(ella)
    changes.throw_away_report(report=report, by=ella)

    assert not Report.objects.exists()
    assert AuditEntry.objects.order_by("-pk")[0].did == "status.report_thrown_away"
    with pytest.raises(ValidationError, match="kastet"):
        changes.write_in_report(report=report, by=ella, **SLOTS)


def test_a_period_begins_before_it_ends(ella):
    with pytest.raises(ValidationError, match="siste dagen"):
        begun(ella, first_day=date(2025, 2, 1), last_day=date(2025, 1, 1))


@pytest.mark.parametrize("who", ["kari", "bodil", "siri", "pernille", "solveig"])
def test_nobody_without_the_right(people, ella, who):
    report, person = written(ella), people[who]
    for act in (
        lambda: begun(person),
        lambda: changes.write_in_report(report=report, by=person, **SLOTS),
        lambda: changes.ask_to_issue(report=report, by=person),
        lambda: changes.throw_away_report(report=report, by=person),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_verified_it_is_as_it_was_issued_and_comes_out_so_again(ella, eivor):
    issued(ella, eivor)
    issued(eivor, ella, language="nn")
    told = StringIO()

    call_command("verify_reports", stdout=told)

    assert [(one.kept, one.again) for one in verifying.all_reports()] == [(True, True)] * 2
    assert "2 rapporter er som de ble gitt ut." in told.getvalue()


@pytest.mark.parametrize("kind", queries.FILES)
def test_one_byte_is_seen(ella, eivor, kind):
    row = issued(ella, eivor)
    Issue.objects.filter(pk=row.pk).update(**{kind: bytes(getattr(row, kind)) + b" "})

    with pytest.raises(CommandError):
        call_command("verify_reports", stdout=StringIO())


def test_with_other_versions_it_is_held_against_its_fingerprint_alone(ella, eivor):
    row = issued(ella, eivor)
    Issue.objects.filter(pk=row.pk).update(made_with={**row.made_with, "typst": "0.1"})

    assert [(one.kept, one.again) for one in verifying.all_reports()] == [(True, None)]


def test_the_same_data_under_another_day_is_another_paper(ella, eivor):
    row = issued(ella, eivor)
    data = json.loads(bytes(row.json))
    other = making.made(data, language="nb", on=row.issued_on + timedelta(days=1))

    assert other["pdf"] != bytes(row.pdf)
    assert other["json"] == bytes(row.json)


def test_reports_are_saved_byte_for_byte(ella, eivor, tmp_path):
    row, told = issued(ella, eivor), StringIO()

    call_command("save_reports", str(tmp_path), stdout=told)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(making.file_name(row.report, kind) for kind in queries.FILES)
    for kind in queries.FILES:
        saved = (tmp_path / making.file_name(row.report, kind)).read_bytes()
        assert saved == bytes(getattr(row, kind))
        assert row.prints[kind] in told.getvalue()
