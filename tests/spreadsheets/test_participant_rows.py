"""What a row of a list of participants comes to. No name, number or place to find anybody."""

from dataclasses import fields
from datetime import date

import pytest

from ressursvenn.spreadsheets.reading.rows import ParticipantRow

from .books import TAKING_PART, book, only_row, only_sheet, participants, said

ALWAYS = [("missing", "left_on"), ("missing", "consented_on")]  # an old list never says


def test_a_whole_row_is_understood():
    row = only_row(participants({}))

    assert (row.code, row.referred_on, row.acute_over_on) == (
        "R2026-001",
        date(2026, 5, 11),
        date(2026, 5, 9),
    )
    assert (row.area, row.languages, row.wishes) == (
        "no-oslo-oslo",
        ("prs",),
        ("practise_norwegian",),
    )
    assert (row.contact_channel, row.paired, row.withdrawn) == ("through_centre", False, False)
    assert said(row) == ALWAYS


def test_there_is_no_field_for_what_could_find_anybody():
    names = " ".join(field.name for field in fields(ParticipantRow))

    for word in ("name", "address", "phone", "email", "child", "birth", "story", "school"):
        assert word not in names


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        ({"Akutt fase over": "ja"}, ("when", "acute_over")),
        ({"Akutt fase over": "nei"}, ("not_done", "acute_over")),
        ({"Akutt fase over": None}, ("missing", "acute_over")),
        ({"Status": "koblet"}, ("pair_unknown", "")),
        ({"Status": None}, ("status_missing", "")),
        ({"Status": "ferdig"}, ("status_unknown", "")),
        ({"Trygg kontakt": None}, ("missing", "contact")),
        ({"Trygg kontakt": "IKKE ring"}, ("never_call", "")),
        ({"Trygg kontakt": "ring hverdager 10-12"}, ("number_missing", "")),
        ({"Trygg kontakt": "brevdue"}, ("contact_unknown", "")),
        ({"Kode": None}, ("code_missing", "")),
        ({"Vil møtes i": "Sandvika"}, ("area_several", "area")),
        ({"Skal IKKE kobles med": "alle fra menigheten"}, ("kept_apart_sealed", "")),
    ],
)
def test_one_thing_that_is_not_as_it_should_be_is_said(change, remark):
    assert [one for one in said(only_row(participants(change))) if one not in ALWAYS] == [remark]


@pytest.mark.parametrize(
    ("written", "channel", "hours"),
    [
        ("via krisesenteret", "through_centre", "any"),
        ("ring hverdager 10-12", "phone", "weekdays_10_12"),
        ("Ring på dagtid", "phone", "daytime"),
        ("sms uten navn", "sms_without_name", "any"),
        ("IKKE ring", "nothing", ""),
        ("Aldri ring, bare krisesenteret", "nothing", ""),
        ("brevdue", "", ""),
    ],
)
def test_a_way_to_reach_somebody_is_never_guessed(written, channel, hours):
    row = only_row(participants({"Trygg kontakt": written}))

    assert (row.contact_channel, row.contact_hours) == (channel, hours)


def test_yes_without_a_day_is_no_day():
    assert only_row(participants({"Akutt fase over": "ja"})).acute_over_on is None


def test_koblet_without_a_partner_is_a_pair_nobody_knows():
    assert only_row(participants({"Status": "Koblet"})).paired


def test_of_somebody_who_has_withdrawn_only_the_code_is_read():
    row = only_row(participants({"Status": "trukket seg", "Skal IKKE kobles med": "Berit Lund"}))

    assert row == ParticipantRow(row=2, code="R2026-001", withdrawn=True)


def test_one_row_that_says_withdrawn_withdraws_them_all():
    sheet = only_sheet(participants({}, {"Status": "trukket seg"}, {"Kode": "R2026-002"}))

    assert [(row.code, row.withdrawn) for row in sheet.rows] == [
        ("R2026-001", True),
        ("R2026-001", True),
        ("R2026-002", False),
    ]


def test_statements_with_a_day_of_their_own_are_read():
    head = [*TAKING_PART, "Flyttet fra ham", "Samtykke"]
    row = only_row(book(Ark=[head, ["R1", *[None] * 10, "venter", "1.5.2026", "2.5.2026"]]))

    assert (row.left_on, row.consented_on) == (date(2026, 5, 1), date(2026, 5, 2))
    assert only_sheet(book(Ark=[head, ["R1", *[None] * 11, "1.5.2026", "2.5.2026"]])).remarks == ()
