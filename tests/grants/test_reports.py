"""A report: prefilled with what was recorded, judged, issued, frozen, and held against the one before."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from types import SimpleNamespace

import openpyxl
import pymupdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from ressursvenn.grants import (
    changes,
    compiling,
    composing,
    making,
    participants_told,
    queries,
    sentences,
    verifying,
    words,
)
from ressursvenn.grants.models import Experience, Issue, Line, Report
from tests.paper.checking import check_paper

from .conftest import (
    FIRST,
    LAST,
    applied,
    awarded,
    begun,
    call,
    funder,
    issued,
    lines,
    spent,
    written,
)
from .test_counting import RELEASE

pytestmark = pytest.mark.django_db
HALVES = ((FIRST, date(2026, 6, 30)), (date(2026, 7, 1), LAST))


@pytest.fixture
def released(monkeypatch):
    monkeypatch.setattr(
        participants_told, "reporting", SimpleNamespace(latest_meant=lambda language: RELEASE)
    )


def paper_text(row: Issue) -> str:
    pages = pymupdf.open(stream=bytes(row.pdf))
    return " ".join("".join(page.get_text() for page in pages).split())


def data_of(row: Issue) -> dict:
    return json.loads(bytes(row.json))["data"]


def learnt(by, grant, kind="good", says="Kvelder passet best.", part="ressursvenn"):
    return changes.note_experience(
        grant=grant, part=part, kind=kind, day=date(2026, 9, 1), says=says, by=by
    )


def test_what_was_recorded_stands_there_to_begin_with(toril):
    grant = awarded(toril)
    learnt(toril, grant)
    learnt(toril, grant, "bad", "Trykkeriet var sent.", "rod_knapp")
    struck = learnt(toril, grant, "plan", "Vi gir oss.")
    changes.strike_experience(experience=struck, by=toril)
    first, second, _ = lines(grant)
    moved = changes.ask_for_change(
        grant=grant, kind="money", says="Mer kurs", asked_day=FIRST, new_last_day=None, from_line=second,
        to_line=first, amount=700, by=toril,
    )  # fmt: skip
    changes.note_change_answered(
        amendment=moved, agreed=True, answer_day=date(2026, 2, 3), by=toril
    )
    texts = queries.texts_of(begun(toril, grant))

    assert texts["ressursvenn", "good"] == "Kvelder passet best."
    assert texts["rod_knapp", "bad"] == "Trykkeriet var sent."
    assert (
        "700 kroner er flyttet fra «Knapper» til «Kurs og veiledning»"
        in texts["ressursvenn", "deviations"]
    )
    assert ("ressursvenn", "plans") not in texts


def test_a_line_that_may_not_stand_there_takes_no_other_with_it(toril):
    """However it came past the door."""
    grant = awarded(toril)
    learnt(toril, grant)
    Experience.objects.filter(pk=learnt(toril, grant, says="Mer.").pk).update(says="Hun fikk jobb.")

    assert queries.texts_of(begun(toril, grant))["ressursvenn", "good"] == "Kvelder passet best."


@pytest.mark.parametrize("says", ["Hun fikk jobb.", "Vi nådde 12 deltakere."])
def test_a_text_about_one_person_or_with_a_number_of_participants_is_refused(toril, says):
    grant = awarded(toril)
    with pytest.raises(ValidationError) as refused:
        learnt(toril, grant, says=says)
    assert "says" in refused.value.error_dict

    report = begun(toril, grant)
    with pytest.raises(ValidationError) as refused:
        changes.write_in_report(
            report=report,
            texts={("ressursvenn", "good"): says},
            signer="",
            signer_role="",
            by=toril,
        )
    assert list(refused.value.error_dict) == ["ressursvenn-good"]


HERS = "Hun fikk jobb"


def test_all_that_is_printed_is_sieved_where_it_is_typed(toril):
    grant = applied(toril)
    funder = grant.call.scheme.funder
    goal = queries.goals_of(grant)[0]
    met = {"day": FIRST, "place": "Oslo", "who": "To kontorer", "presented": "Kurs"}
    tried = [
        (changes.set_goal, {"grant": grant, "part": "ressursvenn", "says": HERS}, "says"),
        (changes.set_line, {"grant": grant, "part": "shared", "name": HERS, "sought": 1}, "name"),
        (
            changes.set_indicator,
            {"goal": goal, "says": "Kurs for 12 deltakere", "figure": "courses", "target": 1},
            "says",
        ),
        (
            changes.name_partner,
            {
                "grant": grant, "part": "ressursvenn", "name": HERS, "does": "Kurs", "agreement_day": None,
            },
            "name",
        ),
        (changes.note_meeting, {"funder": funder, **met, "who": HERS}, "who"),
        (changes.note_meeting, {"funder": funder, **met, "place": HERS}, "place"),
    ]  # fmt: skip
    for change, told, field in tried:
        with pytest.raises(ValidationError) as refused:
            change(by=toril, **told)
        assert list(refused.value.error_dict) == [field]
    with pytest.raises(ValidationError):
        applied(toril, call=grant.call, title=HERS)


def test_what_came_past_the_door_is_not_issued(toril):
    """A budget line and a meeting are printed too."""
    grant = awarded(toril)
    report = written(toril, grant)
    Line.objects.filter(grant=grant, part="shared").update(name=HERS)
    with pytest.raises(ValidationError) as refused:
        changes.issue(report=report, by=toril)
    assert [error.code for error in refused.value.error_list] == ["GRA-19"]


def test_a_report_with_holes_is_not_issued(toril):
    report = begun(toril, awarded(toril))
    with pytest.raises(ValidationError) as refused:
        changes.issue(report=report, by=toril)

    codes = {error.code for error in refused.value.error_list}
    assert codes == {"GRA-16", "GRA-17", "GRA-18", "GRA-21"}
    assert not Issue.objects.exists()


def test_a_goal_that_was_not_met_says_why(toril):
    report = written(toril, awarded(toril))
    goal = queries.goals_of(report.grant)[0]
    changes.judge_goals(report=report, verdicts={goal.pk: ("not", "")}, results={}, by=toril)
    with pytest.raises(ValidationError) as refused:
        changes.issue(report=report, by=toril)

    assert [error.code for error in refused.value.error_list] == ["GRA-16"]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_paper_tells_all_of_it_and_can_be_heard(toril, released, language):
    grant = awarded(toril)
    spent(toril, grant, "100000.50", "90000", "40000")
    row = issued(toril, grant, language=language)
    paper = paper_text(row)

    check_paper(bytes(row.pdf))
    for said in (
        "25/117", "Flere ressursvenner", "Flere bærer knappen", "Skolene hadde ikke tid.", "Tekst om bad.",
        "Anne Vik", "styreleder", "Knapper", "100\u00a0000,50", "utgivelsen for 2025" if language == "nb"
        else "utgjevinga for 2025", "69\u00a0999,50", row.prints["data"],
    ):  # fmt: skip
        assert " ".join(said.split()) in paper, said
    for key in ("good", "bad", "plans", "no_before", "audit_auditor", "kroner"):
        assert " ".join(sentences.say(key, language).split()) in paper, key


def test_of_a_place_no_participant_is_counted_and_it_says_why(toril, oslo, released):
    row = issued(toril, awarded(toril, oslo))
    paper = paper_text(row)

    assert "Deltakere telles bare nasjonalt, av hensyn til deres sikkerhet." in paper
    assert "kan koste liv" in paper
    assert data_of(row)["participants"]["tables"] == []
    assert "31" not in json.dumps(data_of(row)["participants"])


def test_of_participants_it_is_told_what_is_meant_what_is_missing_and_what_is_left_out(
    toril, released
):
    row = issued(toril)
    paper = paper_text(row)
    told = data_of(row)["participants"]

    assert (told["left_out"], told["missing"]) == (RELEASE["left_out"], RELEASE["missing"])
    for said in (
        "(running-1)", "Fra de to møttes første gang.", "En som er slettet, er ikke med.",
        "Hvor i landet: for få i hver klasse", "Det som gjelder utgangen av året, er ikke med.",
        "Hvordan de har det: +0,5 trinn i gjennomsnitt, 95 % intervall fra \u22120,1 til +1,1, 12 som svarte",
    ):  # fmt: skip
        assert said in paper, said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Et søylediagram. venter: skjult, aktive: 31."),
        ("nn", "Eit søylediagram. venter: skjult, aktive: 31."),
    ],
)
def test_a_released_table_is_drawn_and_said_beside_it(toril, released, language, said):
    row = issued(toril, language=language)
    (part,) = (one for one in composing.compose(data_of(row))["sections"] if one["charts"])
    (chart,) = part["charts"]

    assert chart["said"] == said
    assert 'fill="#c5162e"' in chart["svg"]
    check_paper(bytes(row.pdf))
    assert said in alts(bytes(row.pdf))


def alts(paper: bytes) -> list[str]:
    """What pictures say for whoever hears them."""
    document = pymupdf.open(stream=paper)
    keys = (document.xref_get_key(xref, "Alt") for xref in range(1, document.xref_length()))
    return [value for kind, value in keys if kind == "string"]


def test_a_figure_says_of_whom_and_what_is_missing_on_paper_and_in_the_workbook(toril):
    row = issued(toril)
    said = (
        "Kurs med minst én kveld i perioden som ikke ble avlyst. Gjelder: Kurs holdt der tilskuddet gjelder. "
        "Mangler: Det som ikke er notert, er ikke med. (courses-1)"
    )
    book = openpyxl.load_workbook(io.BytesIO(bytes(row.xlsx)))

    assert said in paper_text(row)
    assert said in [row[3].value for row in book["Tall"].iter_rows()]


def test_a_report_in_nynorsk_has_no_meaning_in_bokmaal(toril):
    row = issued(toril, language="nn")
    (told,) = (one for measure in data_of(row)["measures"] for one in measure["figures"])

    assert told["definition"] == "Kurs med minst éin kveld i perioden som ikkje vart avlyst."
    assert told["missing"] == "Det som ikkje er notert, er ikkje med."


def test_what_has_changed_stands_under_development_where_the_form_asks_for_it(toril):
    form = {"call": call(toril, funder(toril, form="justice"))}
    told = composing.compose(data_of(issued(toril, awarded(toril, **form))))
    headings = [part["heading"] for part in told["sections"]]

    since = sentences.say("before", "nb")
    assert headings.count(since) == 1
    assert headings.index("Utvikling over tid") < headings.index(since) < headings.index("Avvik")


def test_with_whom_stands_under_reach_to_begin_with(toril):
    grant = awarded(toril)
    changes.name_partner(
        grant=grant, part="rod_knapp", name="Biblioteket", does="Åpne møter", agreement_day=None, by=toril
    )  # fmt: skip
    texts = queries.texts_of(begun(toril, grant))

    assert texts["rod_knapp", "reach"] == "Sammen med Biblioteket: Åpne møter"
    assert ("ressursvenn", "reach") not in texts


def test_a_hidden_number_stays_hidden(toril, released):
    data = data_of(issued(toril))

    assert data["participants"]["tables"][0]["rows"] == [["venter", None], ["aktive", 31]]


def test_the_workbook_has_numbers_words_and_no_formula(toril):
    grant = awarded(toril)
    spent(toril, grant, "100000.50", "90000", "40000")
    report = written(toril, grant)
    texts = {("ressursvenn", "good"): "=HYPERLINK(1)"}
    changes.write_in_report(report=report, texts=texts, signer="+A", signer_role="@b", by=toril)
    content = bytes(changes.issue(report=report, by=toril).xlsx)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name]

    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    book = openpyxl.load_workbook(io.BytesIO(content))
    money = {row[1].value: row[6].value for row in book["Regnskap"].iter_rows(min_row=2)}
    assert money["Kurs og veiledning"] == 100000.5
    words = [cell for row in book["Rapport"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in words} == {"s"}
    assert "=HYPERLINK(1)" in [cell.value for cell in words]


def test_what_is_issued_is_frozen_and_made_again_alike(toril):
    row = issued(toril)
    (verdict,) = verifying.all_reports()
    assert (verdict.kept, verdict.again) == (True, True)
    assert row.prints == making.prints_of(
        {kind: bytes(getattr(row, kind)) for kind in queries.FILES}
    )

    report = row.report
    for change, told in (
        (changes.write_in_report, {"texts": {}, "signer": "", "signer_role": ""}),
        (changes.judge_goals, {"verdicts": {}, "results": {}}),
        (changes.read_figures, {}),
        (changes.throw_away_report, {}),
        (changes.issue, {}),
    ):
        with pytest.raises(ValidationError, match="gitt ut"):
            change(report=report, by=toril, **told)


def test_a_byte_that_is_changed_is_seen(toril):
    row = issued(toril)
    call_command("verify_grant_reports", stdout=io.StringIO())
    Issue.objects.filter(pk=row.pk).update(xlsx=b"x")

    with pytest.raises(CommandError):
        call_command("verify_grant_reports", stdout=io.StringIO())


def test_the_next_report_tells_what_is_otherwise(toril):
    grant = awarded(toril)
    expenses = spent(toril, grant, "1000", "2000", "3000")
    assert len(expenses) == 3
    first = issued(toril, grant, kind="status", first_day=HALVES[0][0], last_day=HALVES[0][1])
    second = issued(toril, grant, kind="status", first_day=HALVES[1][0], last_day=HALVES[1][1])

    assert data_of(first)["before"] is None
    before = data_of(second)["before"]
    assert before["period"] == {"first": "2026-01-01", "last": "2026-06-30"}
    assert "Forrige rapport gjaldt «To tiltak, ett tilskudd», fra" in paper_text(second)
    assert before["spent"] == {"before": "6000.00", "now": "0.00"}
    assert [one["code"] for one in before["figures"]] == [
        "courses",
        "rod_knapp: Skoler vi har besøkt",
    ]


def test_a_report_of_all_of_it_does_not_say_that_none_was_before(toril):
    """A status of the first half is issued; of a time before the grant there is none."""
    grant = awarded(toril)
    issued(toril, grant, kind="status", first_day=HALVES[0][0], last_day=HALVES[0][1])
    paper = paper_text(issued(toril, grant))

    assert " ".join(sentences.say("no_before", "nb").split()) in paper
    assert "om en periode før denne" in paper
    assert "den første rapporten" not in paper


def test_another_grant_is_named_where_it_is_what_is_held_against(toril):
    first = issued(toril, awarded(toril, title="Det gamle tilskuddet")).report.grant
    later = {"first_day": date(2027, 1, 1), "last_day": date(2027, 1, 31), "title": "Det nye"}
    second = awarded(toril, call=first.call, **later)
    days = {"first_day": later["first_day"], "last_day": later["last_day"]}

    assert "gjaldt «Det gamle tilskuddet»" in paper_text(issued(toril, second, **days))


def asked(by, grant, asked_day, answer_day, amount):
    second, first, _ = lines(grant)
    row = changes.ask_for_change(
        grant=grant, kind="money", says=f"Flytt {amount}", asked_day=asked_day, new_last_day=None,
        from_line=first, to_line=second, amount=amount, by=by,
    )  # fmt: skip
    return changes.note_change_answered(amendment=row, agreed=True, answer_day=answer_day, by=by)


def test_what_was_moved_after_its_days_is_not_in_a_report(toril):
    grant = awarded(toril)
    asked(toril, grant, FIRST, LAST, 700)
    asked(toril, grant, LAST, date(2027, 1, 20), 30)
    asked(toril, grant, date(2027, 1, 2), date(2027, 1, 20), 5)
    data = data_of(issued(toril, grant))

    assert [row["moved"] for row in data["accounts"]["rows"]] == [700, -700, 0]
    assert [row["says"] for row in data["changes"]] == ["Flytt 700", "Flytt 30"]
    assert data["changes"][1]["answered"] == "2027-01-20"
    assert queries.accounts_of(grant).rows[0].moved == 735


def test_what_was_spent_before_these_days_is_not_left(toril):
    grant = awarded(toril)
    spent(toril, grant, "1000", "2000", "3000")
    first = issued(toril, grant, kind="status", first_day=HALVES[0][0], last_day=HALVES[0][1])
    second = issued(toril, grant, kind="status", first_day=HALVES[1][0], last_day=HALVES[1][1])

    early, late = (data_of(row)["accounts"] for row in (first, second))
    assert (early["before"], early["spent"], early["unspent"]) == ("0.00", "6000.00", "294000.00")
    assert (late["before"], late["spent"], late["unspent"]) == ("6000.00", "0.00", "294000.00")
    assert [row["left"] for row in late["rows"]] == ["169000.00", "88000.00", "37000.00"]
    assert "294\u00a0000 av 300\u00a0000 kroner er ikke brukt".replace("\u00a0", " ") in paper_text(
        second
    )
    assert "Brukt før" in paper_text(second)
    assert "Brukt før" not in paper_text(first)


def test_a_final_report_is_about_all_of_it(toril):
    with pytest.raises(ValidationError, match="hele tiden"):
        begun(toril, awarded(toril), last_day=date(2026, 6, 30))


def test_figures_are_those_of_the_day_they_were_read(toril):
    report = begun(toril, awarded(toril))
    assert report.figures["counted"] == {"courses": 0}
    Report.objects.filter(pk=report.pk).update(figures={})

    again = changes.read_figures(report=report, by=toril)
    assert again.figures["counted"] == {"courses": 0}


def test_the_same_rows_give_the_same_data(toril):
    reference = written(toril, awarded(toril)).reference
    once, twice = (
        compiling.canonical(compiling.data_of(queries.report_called(reference))) for _ in range(2)
    )
    assert once == twice


def test_a_letter_that_no_font_of_ours_has_is_told(toril):
    report = written(toril, awarded(toril))
    changes.write_in_report(
        report=report,
        texts={("ressursvenn", "good"): "ord \U0001f600"},
        signer="A",
        signer_role="b",
        by=toril,
    )
    with pytest.raises(ValidationError, match="skriftene"):
        changes.issue(report=report, by=toril)


def test_a_funders_reader_reads_what_is_its_own_and_issues_nothing(toril, bodil):
    row = issued(toril)
    funder = row.report.grant.call.scheme.funder
    assert list(queries.issued_visible_to(bodil)) == []
    reader = changes.let_in_reader(funder=funder, person=bodil, by=toril)
    assert queries.one_issued(bodil, row.report.reference) == row
    changes.let_out_reader(reader=reader, by=toril)
    assert queries.one_issued(bodil, row.report.reference) is None
    with pytest.raises(PermissionDenied):
        changes.begin_report(
            grant=row.report.grant,
            kind="status",
            first_day=FIRST,
            last_day=LAST,
            language="nb",
            by=bodil,
        )


def test_a_grant_is_told_of_when_a_report_until_its_end_is_issued(toril):
    grant, after = awarded(toril), date(2027, 1, 1)

    def state():
        return queries.grant_called(grant.reference, after).state

    assert state() == words.OVER
    issued(toril, grant, kind="status", first_day=FIRST, last_day=HALVES[0][1])
    assert state() == words.OVER
    issued(toril, grant)
    assert state() == words.TOLD
