"""`bring_in FILE.xlsx --association SLUG --by USER [--dry-run] [--json]`, from the prompt."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ressursvenn.spreadsheets.models import BringingIn
from ressursvenn.volunteers.models import Volunteer

from .books import DATA, volunteers

KOORDINATOR = str(DATA / "koordinator.xlsx")


@pytest.fixture
def run(people):
    def run_it(file, *more, association="oslo", by="kari"):
        out = StringIO()
        try:
            call_command(
                "bring_in", file, "--association", association, "--by", by, *more, stdout=out
            )
        finally:
            run_it.out = out.getvalue()
        return run_it.out

    return run_it


def test_json_is_one_line_and_the_last(run):
    told = run(KOORDINATOR, "--json")

    assert told.count("\n") == 1
    sheets = json.loads(told)["sheets"]
    assert [(one["name"], one["kind"], one["rows"]) for one in sheets] == [
        ("Frivillige", "volunteers", 67),
        ("Henvist", "participants", 41),
    ]
    assert Volunteer.objects.count() == 64


def test_a_dry_run_says_the_same_and_leaves_nothing(run):
    looked = run(KOORDINATOR, "--json", "--dry-run")

    assert not BringingIn.objects.exists()
    assert not Volunteer.objects.exists()
    assert run(KOORDINATOR, "--json") == looked


def test_without_json_it_tells_in_words(run):
    told = run(KOORDINATOR)

    assert "Frivillige (ressursvenner): 67 rader, 64 tatt inn, 3 må avgjøres" in told
    assert "Henvist (deltakere): 41 rader, 34 tatt inn, 0 må avgjøres, 7 ikke tatt inn" in told
    assert "Adresse: Adresser tas ikke inn" in told


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"association": "ingen"}, "Det finnes ingen forening med det kortnavnet."),
        ({"by": "ingen"}, "Det finnes ingen med det innloggingsnavnet."),
        ({"by": "nora"}, "Den brukeren kan ikke ta inn regneark i den foreningen."),
        ({"by": "gro"}, "Den brukeren kan ikke ta inn regneark i den foreningen."),
        ({"association": "nabo"}, "Den brukeren kan ikke ta inn regneark i den foreningen."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(run, wrong, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(KOORDINATOR, **wrong)
    assert not BringingIn.objects.exists()


def test_a_file_that_is_not_there(run, tmp_path):
    for path in (tmp_path / "borte.xlsx", tmp_path):
        with pytest.raises(CommandError, match=r"Filen finnes ikke, eller kan ikke leses\."):
            run(str(path))


def test_a_file_turned_away_is_a_sentence_and_the_same_shape(run, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Fornavn;Etternavn\n")

    with pytest.raises(CommandError, match=r"lagre den som \.xlsx"):
        run(str(path), "--json")
    told = json.loads(run.out)
    assert [one["code"] for one in told["refusals"]] == ["not_xlsx"]
    assert (told["sheets"], told["asks"], told["columns_not_kept"]) == ([], [], [])


def test_a_name_in_the_name_of_the_file_is_not_repeated(run, tmp_path):
    path = tmp_path / "Berit Lund.xlsx"
    path.write_bytes(volunteers({})[:200])

    with pytest.raises(CommandError) as refused:
        run(str(path), "--json")
    assert "Berit" not in str(refused.value) + run.out
