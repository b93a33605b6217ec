"""What a row of a list of volunteers comes to, one kind of mess at a time."""

from datetime import date

import pytest

from .books import BERIT, HEAD, book, only_row, only_sheet, said, volunteers


def test_a_whole_row_is_understood_and_nothing_is_said_of_it():
    row = only_row(volunteers({}))

    assert (row.first_name, row.last_name, row.phone) == ("Berit", "Lund", "+4795960233")
    assert (row.areas, row.languages, row.times) == (
        ("no-oslo-oslo",),
        ("no",),
        ("saturday", "sunday"),
    )
    assert (row.interviewed_on, row.outcome) == (date(2026, 2, 18), "suitable")
    assert (row.course_on, row.course_hours) == (date(2026, 3, 4), 12)
    assert (row.certificate_issued_on, row.certificate_shown_on) == (
        date(2026, 3, 1),
        date(2026, 3, 25),
    )
    assert said(row) == []


def test_of_a_birth_only_the_year_is_in_the_row():
    row = only_row(volunteers({}))

    assert row.birth_year == 1990
    assert not [name for name in row.__slots__ if name.startswith("born")]


def test_a_row_never_shows_what_it_holds():
    assert repr(only_row(volunteers({}))) == "<VolunteerRow 2>"


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        ({"Mobil": "1234"}, ("unreadable_phone", "phone")),
        ({"E-post": "berit"}, ("unreadable_email", "email")),
        ({"Født": "mangler"}, ("missing", "born")),
        ({"Område": "Atlantis"}, ("area_unknown", "area")),
        ({"Område": "Sandvika"}, ("area_several", "area")),
        ({"Språk": "norsk og klingon"}, ("unknown_word", "languages")),
        ({"Intervju": "31.2.2026"}, ("unreadable_day", "interviewed_on")),
        ({"Søknad mottatt": "1.12.2026"}, ("day_ahead", "applied_on")),
        ({"Taushetserkl.": "ja"}, ("when", "confidentiality_on")),
        ({"Avtale signert": "nei"}, ("not_done", "agreement_on")),
        ({"Egnet?": "?"}, ("unsure", "suitable")),
        ({"Plass til": None}, ("missing", "places")),
        ({"Plass til": "mange"}, ("unreadable", "places")),
        ({"Merknad": "pause til jul"}, ("pause_mentioned", "")),
        ({"Merknad": "flyttet?"}, ("moved_mentioned", "")),
        ({"Politiattest utstedt": None}, ("shown_without_issued", "")),
        ({"Politiattest utstedt": "26.3.2026"}, ("issued_after_shown", "")),
        ({"Intervju": "1.1.2026"}, ("interview_before_application", "")),
        ({"Intervju": None}, ("outcome_without_interview", "")),
        ({"Intervju": None, "Egnet?": "nei"}, ("unsuitable_without_interview", "")),
    ],
)
def test_one_thing_that_is_not_as_it_should_be_is_said(change, remark):
    assert remark in said(only_row(volunteers(change)))


def test_only_one_thing_is_said_of_one_mess():
    assert said(only_row(volunteers({"Mobil": "1234"}))) == [("unreadable_phone", "phone")]


def test_no_sentence_repeats_what_a_cell_holds():
    row = only_row(volunteers({"Mobil": "rart 12", "Område": "Atlantis", "Merknad": "flyttet?"}))

    told = " ".join(remark.sentence for remark in row.remarks)
    assert not any(word in told for word in ("rart", "12", "Atlantis", "flyttet?"))


def test_a_certificate_that_cannot_be_is_not_kept():
    row = only_row(volunteers({"Politiattest utstedt": "26.3.2026"}))

    assert (row.certificate_issued_on, row.certificate_shown_on) == (None, None)


def test_not_sure_is_not_a_yes():
    assert only_row(volunteers({"Egnet?": "?"})).outcome == "undecided"
    assert only_row(volunteers({"Egnet?": None})).outcome == "undecided"
    assert only_row(volunteers({"Egnet?": "nei"})).outcome == "not_suitable"


def test_what_a_formula_would_come_to_is_not_asked():
    row = only_row(volunteers({"Mobil": "=40000000+1", "Intervju": "=TODAY()"}))

    assert (row.phone, row.interviewed_on) == ("", None)
    assert ("formula", "phone") in said(row)
    assert ("formula", "interviewed_on") in said(row)


def test_a_name_that_is_a_formula_is_refused():
    sheet = only_sheet(volunteers({"Fornavn": '=HYPERLINK("http://x","y")'}))

    assert sheet.rows == ()
    assert [(one.row, one.remark.code) for one in sheet.refused] == [(2, "name_is_formula")]


@pytest.mark.parametrize("name", [None, "-", "+47", "@cmd", "123"])
def test_without_a_name_a_row_is_refused(name):
    (refused,) = only_sheet(volunteers({"Fornavn": name})).refused

    assert refused.remark.code == "no_name"


def test_a_row_with_one_cell_is_refused_and_not_quietly_dropped():
    sheet = only_sheet(book(Ark=[HEAD, [BERIT[name] for name in HEAD], ["Sist endret av Kari"]]))

    assert [(one.row, one.remark.code) for one in sheet.refused] == [(3, "too_little")]


@pytest.mark.parametrize("written", ["Berit Lund", "Lund, Berit", "  Berit   Lund "])
def test_a_name_in_one_column_is_divided(written):
    head = ["Navn", "Mobil", "E-post", "Søknad"]
    row = only_row(book(Ark=[head, [written, 95960233, "b@example.org", "4.2.2026"]]))

    assert (row.first_name, row.last_name) == ("Berit", "Lund")


def test_several_areas_are_several():
    assert only_row(volunteers({"Område": "Oslo og Asker"})).areas == (
        "no-oslo-oslo",
        "no-akershus-asker",
    )


def test_hours_that_are_not_told_are_asked_about():
    head = [name.replace(" (12 t)", "") for name in HEAD]
    sheet = only_sheet(book(Ark=[head, [BERIT[name] for name in HEAD]]))

    assert said(sheet.rows[0]) == [("course_hours_unknown", "")]
