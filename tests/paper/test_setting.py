"""Papers: what is told is text and never markup, the same bytes twice, and a letter we lack is a no."""

from __future__ import annotations

import re
from datetime import date

import pymupdf
import pytest

from ressursvenn.paper import setting

from .checking import check_paper

DAY = date(2027, 3, 1)
TOLD = {
    "name": "Søster Åse", "association": "Oslo", "began": "1. mars 2026", "until": "1. mars 2027",
    "hours": "40", "course_hours": "12", "issued": "1. mars 2027", "by": "Kari", "number": "ab cd",
    "steps": ["trained", "certificate", "confidentiality"],
}  # fmt: skip
MARKUP = (
    "*#panic()*", "#import \"/paper/setting.py\"", "#read(\"/paper/setting.py\")", "$ x^2 $",
    "= Overskrift", "- punkt", "_kursiv_", "`kode`", "<merke> @ref", "// kommentar", "/* x */",
    "\\u{41}", "]#panic()[", "\"); #panic(\"", "{{ 7*7 }}", "https://example.org", "~ -- ... 'x'",
)  # fmt: skip


def text_of(issued: bytes) -> str:
    return " ".join("".join(page.get_text() for page in pymupdf.open(stream=issued)).split())


def service(**more) -> bytes:
    return setting.pdf("agreements/service", {**TOLD, **more}, on=DAY)


def test_the_same_words_and_day_give_the_same_bytes():
    assert service() == service()
    assert service() != service(number="ab ce")
    assert setting.pdf("agreements/service", TOLD, on=DAY) != setting.pdf(
        "agreements/service", TOLD, on=date(2027, 3, 2)
    )


def test_the_order_in_which_it_is_told_is_nothing():
    backwards = dict(reversed(TOLD.items()))

    assert setting.pdf("agreements/service", backwards, on=DAY) == service()


@pytest.mark.parametrize("name", MARKUP)
def test_a_name_is_text_whatever_it_looks_like(name):
    assert " ".join(name.split()) in text_of(service(name=name))


@pytest.mark.parametrize("name", ["سارة", "Łucja Żak", "Đặng Thị", "Олена", "Åse Þórðardóttir"])
def test_names_of_many_alphabets_can_be_set(name):
    assert service(name=name).startswith(b"%PDF")


@pytest.mark.parametrize("name", ["꧁꧂", "\U0001f600", "\u1222\u120b\u121d"])
def test_a_letter_that_no_font_of_ours_has_is_a_no(name):
    with pytest.raises(setting.Unprintable) as refused:
        service(name=f"Solveig {name}")
    assert "Solveig" not in str(refused.value)


def test_the_title_of_the_file_holds_no_name():
    told = pymupdf.open(stream=service(name="Solveig")).metadata

    assert told["title"] == "Attest for frivillig innsats"
    assert "Solveig" not in repr(told)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_independent_checker_finds_no_error(language):
    check_paper(setting.pdf("agreements/service", TOLD, on=DAY, language=language))


def test_a_fingerprint_is_read_in_groups_of_eight():
    assert re.fullmatch(r"[0-9a-f]{8}( [0-9a-f]{8}){7}", setting.print_of(b"x"))
