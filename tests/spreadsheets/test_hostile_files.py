"""Files that are no coordinator's list: each gets one sentence, and little memory is spent."""

from __future__ import annotations

import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from openpyxl import Workbook

from ressursvenn.spreadsheets.reading.grids import FORMULA, grids
from ressursvenn.spreadsheets.reading.refusing import SENTENCES, WorkbookRefused

from .books import DATA, book, saved
from .hostile import HOSTILE, SHEET, SPACE, with_part


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_turned_away_with_one_sentence(kind):
    content, code = HOSTILE[kind]

    with pytest.raises(WorkbookRefused) as refused:
        grids(content)

    assert (refused.value.code, refused.value.sentence) == (code, SENTENCES[code])


def test_each_sentence_says_what_to_do():
    for sentence in SENTENCES.values():
        assert sentence.endswith(".")
        assert any(
            word in sentence.casefold()
            for word in ("lagre", "kopier", "behold", "slett", "del ", "velg")
        ), sentence


def test_every_refusal_has_been_seen():
    assert {code for _, code in HOSTILE.values()} == set(SENTENCES)


WORST = (
    "a bomb",
    "a smaller bomb",
    "1,000,000 columns",
    "elements without end",
    "a bomb of entities",
)


@pytest.mark.parametrize("kind", WORST)
def test_little_memory_is_spent_on_it(kind, tmp_path):
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(HOSTILE[kind][0])
    program = (
        "import sys, pathlib\n"
        "from ressursvenn.spreadsheets.reading.grids import grids\n"
        "from ressursvenn.spreadsheets.reading.refusing import WorkbookRefused\n"
        "try:\n    grids(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "except WorkbookRefused as refused:\n"
        "    status = pathlib.Path('/proc/self/status').read_text()\n"
        "    peak = next(line for line in status.splitlines() if line.startswith('VmHWM'))\n"
        "    sys.stdout.write(str(int(peak.split()[1]) // 1024))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, path],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert 0 < int(told.stdout) < 256


def test_the_largest_list_we_take_is_read():
    rows = [["Fornavn", "Etternavn", "Mobil"], *([f"B{n}", "Lund", n] for n in range(9_999))]

    assert len(grids(book(Frivillige=rows))[0].rows) == 10_000


def test_a_formula_is_marked_whatever_it_would_have_come_to():
    made = Workbook()
    made.active.append(
        ["=1+1", '=HYPERLINK("http://example.org","x")', "=cmd|' /C calc'!A1", "tekst"]
    )

    assert grids(saved(made))[0].rows == ((FORMULA, FORMULA, FORMULA, "tekst", *[None] * 96),)


def test_text_that_looks_like_a_formula_is_text():
    made = Workbook()
    made.active["A1"] = "=1+1"
    made.active["A1"].data_type = "s"

    assert grids(saved(made))[0].rows[0][0] == "=1+1"


def test_what_a_sheet_says_of_its_own_size_is_not_believed():
    content = with_part(
        SHEET,
        f'<worksheet {SPACE}><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1">'
        "<v>1</v></c></row></sheetData></worksheet>".encode(),
    )

    assert grids(content)[0].rows == ((1, *[None] * 99),)


def test_a_flipped_bit_anywhere_is_a_sentence_or_a_workbook():
    whole = (DATA / "koordinator.xlsx").read_bytes()
    for place in range(0, len(whole), 397):
        broken = bytearray(whole)
        broken[place] ^= zlib.crc32(bytes([place % 251])) & 0xFF or 1
        with suppress(WorkbookRefused):
            grids(bytes(broken))
