"""What needs no table: the sieve, the ledger, the accounts, the forms, the difference, and the words."""

from __future__ import annotations

import ast
import string
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ressursvenn.grants import (
    accounting,
    comparing,
    counting,
    funder_forms,
    ledger,
    making,
    sentences,
    sieve,
    tables,
    words,
)
from ressursvenn.grants.pen import Pen

HOUSE = Path(making.__file__).parent.parent

# --- the sieve ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Hun fikk jobb etter et halvt år.", "En deltaker fortalte at det hjalp.",
        "Ei kvinne flytta for seg sjølv.",
        "Én av deltakerne ble med på kurs.", "Kvinnen kom fra en liten bygd.", "Vi hjalp henne med leilighet.",
        "Eksmannen dukket opp.", "Datteren begynte på skolen.", "Ei dame frå Moss", "Én jente ble igjen.",
        "en fra Eritrea med tre barn",
    ],
)  # fmt: skip
def test_a_text_about_one_person_is_seen(text):
    assert sieve.about_one(text)
    assert "ett menneske" in sieve.why_not(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi nådde 12 deltakere.", "Tre nye koblinger i Moss.", "Ingen deltakere falt fra.", "Deltakere: 7",
        "Om lag 40 av kvinnene er i arbeid.", "Halvparten av deltakerne fikk jobb.", "To kvinner.",
        "femten deltakere fikk hjelp", "tjue kvinner kom", "tretti koblinger", "Tjuefire mødre",
        "fireogtyve kvinner", "Et dusin kvinner", "flere titalls kvinner", "hundre brukere",
        "Deltakerne var 14", "Deltakarane var 14 i fjor", "deltakere (14)", "antall deltakere var 14",
        "Kvinnene var i alt femten.", "14 damer fikk en ressursvenn", "12 jenter",
        "14 personer fikk ressursvenn", "tre familier", "deltakere: 14 til sammen", "To barn var med.",
    ],
)  # fmt: skip
def test_a_number_of_participants_is_seen(text):
    assert sieve.how_many(text)
    assert sieve.why_not(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Ingen.", "Kurs på kveldstid passet best.", "Deltakere fra hele landet er kjent med tilbudet.",
        "Stopp vold mot kvinner ble vist på 14 skoler.", "I 2026 for kvinner og menn i hele landet.",
        "Vi holdt 3 kurs og 12 kvelder med veiledning.", "Til kvinner som trenger det.",
        "3 samlinger for kvinner", "Vold mot kvinner på 14 skoler", "Vold mot kvinner i 2 av 3 kommuner.",
        "Tilbud til kvinner. To kurs ble holdt.", "Kvinner i 2026", "Kurs for kvinner fra to fylker",
        "Frokost for kvinner 8. mars", "Tilbud til kvinner fra 18 til 60 år", "2 500 personer gikk i tog.",
        "200 personer gikk i tog.", "Vi møtte en fra hver forening.",
    ],
)  # fmt: skip
def test_a_text_about_the_work_passes(text):
    assert sieve.why_not(text) == ""


# --- a file from the accounts ---------------------------------------------------------------------


def test_a_norwegian_file_is_read_whatever_its_letters_and_order():
    told = "Dato;Bilag;Tekst;Beløp\n3.5.2026;101;Kurs på Åmot;1 234,50\n04.05.26;102;Retur;-200\n"
    for letters in ("utf-8-sig", "cp1252"):
        found = ledger.understood(ledger.decoded(told.encode(letters)))

        assert found.faults == ()
        assert found.entries == (
            ledger.Entry("101", date(2026, 5, 3), "Kurs på Åmot", Decimal("1234.50")),
            ledger.Entry("102", date(2026, 5, 4), "Retur", Decimal(-200)),
        )
        assert found.total == Decimal("1034.50")


def test_a_quoted_text_over_several_lines_is_one_row():
    """As a spreadsheet writes it; a row is counted as the spreadsheet counts it."""
    told = (
        'Bilag;Dato;Tekst;Beløp\r\n1;1.1.2026;"Kurs;\r\nleie av ""sal""";5\r\n\r\n2;i går;A;5\r\n'
    )
    found = ledger.understood(told)

    assert [entry.says for entry in found.entries] == ['Kurs; leie av "sal"']
    assert found.faults == ledger.understood(f" \n\n{told}").faults
    assert found.faults[0].startswith("Rad 4: Skriv dagen")


def test_debit_and_credit_are_one_amount():
    found = ledger.understood(
        "Bilag,Dato,Tekst,Debet,Kredit\n1,2026-05-03,Leie,500.00,\n2,2026-05-04,Retur,,100\n"
    )

    assert [entry.amount for entry in found.entries] == [Decimal(500), Decimal(-100)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("", "Filen er tom"),
        ("Bilag;Dato\n1;1.1.2026", "mangler Tekst, Beløp"),
        ("Bilag;Dato;Tekst;Beløp", "ingen rader"),
        ("Bilag;Dato;Tekst;Beløp\n1;i går;A;5", "Rad 2: Skriv dagen"),
        ("Bilag;Dato;Tekst;Beløp\n1;1.1.2026;A;fem", "Rad 2: Skriv beløpet"),
        ("Bilag;Dato;Tekst;Beløp\n1;1.1.2026;A;0", "ikke null"),
        ("Bilag;Dato;Tekst;Beløp\n;1.1.2026;A;5", "bilagets nummer"),
        ("Bilag;Dato;Tekst;Beløp\n1;1.1.2026;;5", "Skriv en tekst"),
        ("Bilag;Dato;Tekst;Beløp\n" + "1;1.1.2026;A;5\n" * 5_001, "over 5000 rader"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(told, said):
    found = ledger.understood(told)

    assert found.entries == ()
    assert said in found.faults[0]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1 234,50", "1234.50"), ("1.234,50", "1234.50"), ("1234.5", "1234.5"), ("1.234", "1234"),
        ("12", "12"), ("kr 99,-", None), ("200-", "-200"), ("\u2212200", "-200"), ("=1+1", None),
        ("1,234", None), ("(123,00)", "-123.00"), ("(1 000)", "-1000"), ("(-5)", None), ("(5", None),
    ],
)  # fmt: skip
def test_kroner_as_people_write_them(typed, amount):
    if amount is None:
        with pytest.raises(ValueError, match="Skriv"):
            ledger.kroner(typed)
    else:
        assert ledger.kroner(typed) == Decimal(amount)


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        ("Reise, 01017012345", "Reise, [tatt ut]"), ("Vipps 900 12 345", "Vipps [tatt ut]"),
        ("Til kari@example.org", "Til [tatt ut]"), ("Gave til hennes datter", "[tatt ut]"),
        ("Trykkeri AS, org. 987654321", "Trykkeri AS, org. 987654321"), ("Faktura 4417", "Faktura 4417"),
    ],
)  # fmt: skip
def test_what_a_line_of_accounts_says_of_somebody_is_not_kept(says, kept):
    (entry,) = ledger.understood(f"Bilag;Dato;Tekst;Beløp\n1;1.1.2026;{says};5").entries

    assert entry.says == sieve.of_accounts(says) == kept


# --- the accounts ---------------------------------------------------------------------------------

LINES = [
    {"pk": 1, "part": "ressursvenn", "name": "Kurs", "sought": 200, "awarded": 150},
    {"pk": 2, "part": "rod_knapp", "name": "Knapper", "sought": 100, "awarded": 100},
]


def test_the_table_keeps_the_measures_apart_and_adds_up():
    spent = {1: Decimal("120.50"), 2: Decimal(90)}
    table = accounting.table(LINES, [(2, 1, 20)], spent, 250)

    assert [(row.budget, row.left) for row in table.rows] == [
        (170, Decimal("49.50")),
        (80, Decimal(-10)),
    ]
    assert [(row.part, row.spent) for row in table.parts] == [
        ("ressursvenn", Decimal("120.50")),
        ("rod_knapp", Decimal(90)),
    ]
    assert (table.total.moved, table.total.spent, table.unspent) == (
        0,
        Decimal("210.50"),
        Decimal("39.50"),
    )


def test_what_is_left_is_left_of_all_of_it():
    table = accounting.table(LINES, [], {1: Decimal(30)}, 250, {1: Decimal(50), 2: Decimal(100)})

    assert [(row.before, row.spent, row.left) for row in table.rows] == [(50, 30, 70), (100, 0, 0)]
    assert (table.total.before, table.total.left, table.unspent) == (150, 70, 70)


def test_what_is_overspent_is_not_given_back():
    assert accounting.table(LINES, [], {1: Decimal(300)}, 250).unspent == 0


@pytest.mark.parametrize(
    ("amount", "read"),
    [(1234567, "1\u00a0234\u00a0567"), (Decimal("-12.5"), "\u221212,50"), (Decimal("3.00"), "3")],
)
def test_an_amount_is_read_in_norwegian(amount, read):
    assert accounting.told(amount) == read


# --- the funders' forms ---------------------------------------------------------------------------


def test_every_form_has_the_common_core_and_says_where_it_is_from():
    forms = funder_forms.all_forms()

    assert set(forms) == {"common", "justice", "bufdir", "dam"}
    for form in forms.values():
        assert set(funder_forms.CORE) <= set(form.sections)
        assert form.source
        assert form.confirmed is False  # nobody has
        assert set(dict(form.written())) >= set(funder_forms.WRITTEN)


@pytest.mark.parametrize(
    ("code", "amount", "kind"),
    [
        ("bufdir", 199_999, "independent"), ("bufdir", 200_000, "auditor"), ("dam", 300_000, "none"),
        ("dam", 300_001, "auditor"), ("justice", 5_000_000, ""), ("common", 1, ""), ("gone", 1, ""),
    ],
)  # fmt: skip
def test_what_kind_of_audit_an_amount_takes(code, amount, kind):
    assert funder_forms.form_called(code).audit_of(amount) == kind


def test_a_form_that_leaves_out_the_bad_is_refused(tmp_path):
    whole = (funder_forms.FOLDER / "bufdir.toml").read_text()
    (tmp_path / "x.toml").write_text(whole.replace('"bad", ', ""))

    with pytest.raises(ValueError, match="sections"):
        funder_forms._read(tmp_path / "x.toml")


# --- the difference -------------------------------------------------------------------------------


def report(value, version=1, spent="10.00", last="2025-12-31", schools=None):
    by_hand = {"says": "Skoler", "figure": None, "target": 5, "value": schools}
    goals = [{"indicators": [by_hand]}] if schools is not None else []
    figure = {"code": "courses", "word": "kurs", "value": value, "version": version}
    return {
        "grant": {"title": "I fjor"},
        "period": {"first": "2025-01-01", "last": last},
        "measures": [{"part": "ressursvenn", "figures": [figure], "goals": goals}],
        "accounts": {"spent": spent},
    }


def test_a_figure_is_held_against_what_it_was():
    (figure,) = comparing.since(report(3), report(5))["figures"]

    assert (figure["before"], figure["now"], figure["change"]) == (3, 5, "2")


def test_another_definition_and_what_is_not_told_are_not_compared():
    (other,) = comparing.since(report(3, version=1), report(5, version=2))["figures"]
    (hidden,) = comparing.since(report(None), report(5))["figures"]

    assert (other["same_definition"], other["before"], other["change"]) == (False, None, None)
    assert hidden["change"] is None
    assert comparing.since(None, report(1)) is None


def test_what_people_counted_is_compared_too():
    told = comparing.since(report(3, schools=2), report(5, schools=6))["figures"]

    assert [(one["word"], one["before"], one["change"]) for one in told][1:] == [("Skoler", 2, "4")]


def test_a_half_year_beside_a_whole_one_says_so():
    told = comparing.since(report(3, last="2025-06-30"), report(5))
    pen = Pen("nb")

    assert (told["days"], told["as_long"]) == ([181, 365], False)
    assert "181 dager da, 365 dager nå" in " ".join(tables.since(pen, told)["paragraphs"])
    alike = comparing.since(report(3), report(5))
    assert tables.since(pen, alike)["paragraphs"] == [
        "Forrige rapport gjaldt «I fjor», fra 1. januar 2025 til 31. desember 2025."
    ]


def test_what_is_not_told_is_said_why_in_one_sentence_whatever_the_reason():
    hours = counting.FIGURES["hours_met"]
    told = {
        "code": "hours_met", "word": hours.word("nb"), "value": None, "version": hours.version,
        "definition": hours.definition("nb"), "population": hours.population("nb"),
        "missing": hours.missing("nb"),
    }  # fmt: skip
    why = sentences.say("hours_not_told", "nb")

    def said(value):
        one = {"part": "ressursvenn", "figures": [{**told, "value": value}]}
        return tables.activities(Pen("nb"), one, "Ressursvenn")["paragraphs"]

    assert why in said(None)
    assert why not in said(150)


# --- the words ------------------------------------------------------------------------------------


def test_every_sentence_stands_in_both_languages_with_the_same_gaps():
    def gaps(text):
        return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]

    assert [key for key, (nb, nn) in sentences.SAID.items() if not nb or gaps(nb) != gaps(nn)] == []
    assert set(sentences.HOW) == {*words.HOW_IT_WENT, None}
    assert set(sentences.PARTS) == set(words.PARTS)
    assert {f"audit_{kind}" for kind in words.AUDITS if kind} <= set(sentences.SAID)


def files_of_ours(path: Path) -> set[Path]:
    """The file, and those of ours that it imports."""
    found, left = set(), [path]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += [each for each in imported(one) if each.name != "figures.py"]
    return found


def imported(path: Path) -> list[Path]:
    """What is imported by name, from the same room or from another."""
    named: list[Path] = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            place = path.parent if node.level else HOUSE.parent
            place = place.joinpath(*(node.module or "").split("."))
            named += [place / f"{alias.name}.py" for alias in node.names] + [
                place.with_suffix(".py")
            ]
    return [each for each in named if each.exists()]


def test_all_that_draws_a_report_is_in_its_version():
    drawn = {
        one
        for name in ("composing.py", "workbook.py", "../reporting/charts.py", "../paper/setting.py")
        for one in files_of_ours((making.ROOM / name).resolve())
    }

    assert {making.ROOM / "funder_forms.py", HOUSE / "shapes" / "days.py"} <= drawn
    assert drawn <= {(making.ROOM / name).resolve() for name in making.DRAWN_BY}


def test_no_figure_of_the_house_is_about_participants():
    told = " ".join(
        f"{one.code} {one.word('nb')} {one.word('nn')}" for one in counting.FIGURES.values()
    )

    assert "deltak" not in told
    assert "kobling" not in told
    assert set(counting.READERS) == {one.read for one in counting.FIGURES.values()}
