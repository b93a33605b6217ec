"""The files of a report: whole, the same each time, read by a checker of PDF/UA and by whoever counts."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from html import escape
from xml.etree import ElementTree

import pymupdf
import pytest

from ressursvenn.agenda import words as agenda
from ressursvenn.alliance import queries as alliance
from ressursvenn.alliance import words as press
from ressursvenn.paper import setting
from ressursvenn.stands import figures as stands
from ressursvenn.status import charts, compiling, composing, documenting, making, words
from tests.paper.checking import check_paper

from .conftest import DATA, SLOTS, told

DAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, bytes]]:
    """Both languages, made once."""
    return {language: making.made(told(), language=language, on=DAY) for language in ("nb", "nn")}


def paper_text(pdf: bytes) -> str:
    return " ".join("".join(page.get_text() for page in pymupdf.open(stream=pdf).pages()).split())


def sections(language: str = "nb", **more):
    data = told(**more)
    report = composing.compose(data, data["slots"], language)
    return {part["heading"]: part for part in report["sections"]}


def test_the_same_data_and_day_give_the_same_bytes(files):
    assert making.made(told(), language="nb", on=DAY) == files["nb"]


def test_the_order_of_the_data_is_nothing(files):
    backwards = dict(reversed(told().items()))
    backwards["actions"] = {**backwards["actions"], "by_county": {"Oslo": 2, "Agder": 1}}

    assert making.made(backwards, language="nb", on=DAY) == files["nb"]


def test_they_come_out_so_again_from_the_data_that_was_issued(files):
    data = json.loads(files["nb"]["json"])

    assert making.made(data, language="nb", on=DAY) == files["nb"]


@pytest.mark.parametrize(
    "change", [{"media": {**DATA["media"], "hits": 8}}, {"slots": {**SLOTS, "plans": "Annet."}}]
)
def test_another_figure_or_word_gives_other_bytes(files, change):
    other = making.made(told(**change), language="nb", on=DAY)

    assert [kind for kind in files["nb"] if other[kind] == files["nb"][kind]] == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_an_independent_checker_of_pdf_ua_finds_no_error(files, language):
    check_paper(files[language]["pdf"])


def test_an_empty_period_makes_a_paper_too():
    nothing = {
        "members": {"start": [], "end": [], "joined": [], "gone": [], "perhaps_end": []},
        "actions": {**DATA["actions"], "by_hole": {}, "by_county": {}, "list": [], "held": 0},
        "media": {"hits": 0, "by_kind": {}, "list": []},
        "demands": {"new": 0, "by_hole": {}, "by_state": {}, "happened": {}, "list": []},
    }
    made = making.made(told(**nothing), language="nb", on=DAY)

    check_paper(made["pdf"])
    assert "Ingen krav var reist i perioden." in made["html"].decode()
    assert "Ingen omtaler er notert i perioden." in made["html"].decode()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_page_and_paper_tell_all_of_it(files, language):
    page = re.sub(r"<[^>]+>", " ", files[language]["html"].decode())
    page, paper = " ".join(page.split()), paper_text(files[language]["pdf"])
    said = (
        "Ella Hauge og Eivor Sund", "Et år med mye vær.", "Og mange stander.", "Vake", "Virke",
        "Nok. Norge", "Stand på torget", "Oslo", "Det som er meldt.", "Bekreftet og lest.",
        "Penger til forskning", "Lovet av komiteen", "Én stand ble avlyst.", "Flere stander.",
        "Fjordposten", "Knapper på torget", "Samtale om hull", "26. november 2025",
        "Lokalavisene skrev.", words.say("mentions", language), words.say("plans", language),
        words.say("members", language),
    )  # fmt: skip

    assert [each for each in said if each not in page] == []
    assert [each for each in said if each not in paper] == []


def test_the_two_languages_differ(files):
    assert "forebygging" not in files["nn"]["html"].decode()
    assert "Korleis tala er laga" in paper_text(files["nn"]["pdf"])
    assert '<html lang="nn">' in files["nn"]["html"].decode()


def test_every_sentence_stands_in_both_languages():
    tables = (words.SAID, words.HOLES, words.KINDS_OF_MEDIA, words.STATES_OF_DEMANDS)
    both = [pair for table in tables for pair in table.values()]

    assert all(nb and nn for nb, nn in both)
    assert set(words.STATES_OF_DEMANDS) == set(agenda.STATES)
    assert set(words.KINDS_OF_MEDIA) == set(press.MEDIA)
    assert set(words.HOLES) == {*agenda.HOLES, ""}
    assert {
        key for key, (nb, nn) in words.SAID.items() if nb.count("{}") != nn.count("{}")
    } == set()


def test_what_our_rooms_say_beside_their_figures_is_nynorsk_in_nynorsk():
    noted = alliance.Counter(number=1, or_more=False, base=None, noted=1, last_noted=None)
    said = (noted.definition, noted.source, stands.DEFINITION)
    counter = {
        **DATA["buttons"]["counter"],
        "definition": noted.definition,
        "source": f"sanitetskvinnene.no; {noted.source}",
    }
    data = told(
        buttons={**DATA["buttons"], "counter": counter},
        stands={**DATA["stands"], "definition": stands.DEFINITION},
    )
    pages = {
        language: making.made(data, language=language, on=DAY)["html"].decode()
        for language in ("nb", "nn")
    }

    assert [each for each in said if each not in pages["nb"]] == []
    assert [each for each in said if each in pages["nn"]] == []
    assert [each for each in words.RECORDED.values() if each not in pages["nn"]] == []
    assert "Kjelde: sanitetskvinnene.no; meldingar til alliansen." in pages["nn"]


def test_what_nobody_has_confirmed_is_said_so():
    buttons = sections()["Knapper"]
    confirmed = {**DATA["buttons"], "counter": {**DATA["buttons"]["counter"], "confirmed": True}}

    assert "Ingen i alliansen har bekreftet tallet." in buttons["paragraphs"][0]
    assert buttons["figures"][-1]["number"] == "minst 403\u00a0500"
    assert "bekreftet" not in sections(buttons=confirmed)["Knapper"]["paragraphs"][0]
    assert "vet ingen sikkert" in sections()["Medlemmer"]["lists"][-1]["word"]


def test_a_chart_says_in_words_what_it_shows_and_escapes_what_it_is_told():
    values = {"<b>Oslo & Akershus": 3, "Agder": 0}
    svg = charts.bars(values, title="T", said=charts.in_words(values, "Søyler:"))
    root = ElementTree.fromstring(svg)  # noqa: S314 - made by us, just above
    space = "{http://www.w3.org/2000/svg}"

    assert root.find(f"{space}desc").text == "Søyler: <b>Oslo & Akershus 3, Agder 0."
    lengths = [float(each.get("width")) for each in root.iter(f"{space}rect")]
    assert lengths[0] == charts.WIDE - charts.LABEL - charts.SIDE
    assert lengths[1] == 0


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_chart_has_its_words_on_the_page_and_in_the_paper(files, language):
    said = [one["said"] for part in sections(language).values() for one in part["charts"]]
    html = files[language]["html"].decode()

    assert len(said) >= 5
    assert [each for each in said if f"<desc>{each}</desc>" not in html] == []
    assert sorted(words_of_figures(files[language]["pdf"])) == sorted(said)


def words_of_figures(pdf: bytes) -> list[str]:
    """What a screen reader says of each figure in the paper: its `Alt`, from the tree of tags."""
    paper = pymupdf.open(stream=pdf)
    figures = [
        number
        for number in range(1, paper.xref_length())
        if paper.xref_get_key(number, "S") == ("name", "/Figure")
    ]
    return [paper.xref_get_key(number, "Alt")[1] for number in figures]


MARKUP = ("<script>alert(1)</script>", "*#panic()*", "{{ 7*7 }}", "= Overskrift", "&lt;b&gt;")


@pytest.mark.parametrize("word", MARKUP)
def test_what_somebody_writes_is_text_on_page_and_paper(word):
    made = making.made(told(slots={**SLOTS, "foreword": f"Ord {word} ord"}), language="nb", on=DAY)

    assert "<script" not in made["html"].decode()
    assert " ".join(f"Ord {word} ord".split()) in paper_text(made["pdf"])


def test_a_letter_that_no_font_of_ours_has_is_a_no():
    with pytest.raises(setting.Unprintable):
        making.made(told(slots={**SLOTS, "plans": "ord \U0001f600"}), language="nb", on=DAY)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_table_holds_every_value_of_the_data_on_a_line(files):
    rows = dict(rows_of(files["nb"]["csv"])[1:])

    assert rows["members.end.2"] == "Vake"
    assert rows["actions.list.1.title"] == "Stand på torget"
    assert rows["actions.by_hole."] == "1"
    assert rows["media.hits"] == "2"
    assert "1.000" not in rows.values()


def test_a_mention_leads_to_where_it_can_be_read_on_page_and_paper(files):
    """Only where somebody noted an address; the file of data has it whole."""
    address = DATA["media"]["list"][0]["link"]
    page, paper = files["nb"]["html"].decode(), pymupdf.open(stream=files["nb"]["pdf"])

    assert re.findall(r'<a href="([^"]+)" rel="noreferrer">([^<]+)</a>', page) == [
        (escape(address), "Knapper på torget")
    ]
    assert "<td>Samtale om hull &amp; knapper</td>" in page
    assert [link["uri"] for one in paper.pages() for link in one.get_links()] == [address]
    assert dict(rows_of(files["nb"]["csv"])[1:])["media.list.1.link"] == address


def test_a_headline_is_text_and_no_markup():
    one = {**DATA["media"]["list"][0], "headline": "<b>#panic()</b>"}
    made = making.made(
        told(media={"hits": 1, "by_kind": {"online": 1}, "list": [one]}), language="nb", on=DAY
    )

    assert "<b>" not in made["html"].decode()
    assert "<b>#panic()</b>" in paper_text(made["pdf"])


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(begins):
    table = making.as_csv(told(slots={**SLOTS, "plans": f"{begins}HYPERLINK(1)"}))
    cells = [cell for row in rows_of(table) for cell in row]

    assert [cell for cell in cells if cell.startswith(begins)] == []
    assert any("HYPERLINK(1)" in cell for cell in cells)


def leaves(value, where=""):
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, f"{where}.{name}".strip("."))
    else:
        yield where


def test_every_value_of_the_data_is_documented():
    named = [part.strip() for names, _ in documenting.FIELDS for part in names.split(",")]
    undocumented = [
        where
        for where in leaves(DATA)
        if not any(where == name or where.startswith(f"{name}.") for name in named)
    ]

    assert undocumented == []
    assert [
        name
        for name in named
        if not any(f"{leaf}.".startswith(f"{name}.") for leaf in leaves(DATA))
    ] == []


def test_versions_name_what_makes_the_files():
    known = making.versions()

    assert set(known) == {
        "report",
        "django",
        "typst",
        "fontpkg-noto-sans",
        "fontpkg-noto-sans-arabic",
    }
    assert re.fullmatch(r"[0-9a-f]{16}", known["report"])


def test_a_print_is_sha_256():
    assert (
        compiling.print_of(b"")
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
