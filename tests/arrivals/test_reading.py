"""A notification from frivillig.no, in the shapes we know of; an unknown one leaves the fields to a person."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.arrivals.reading import Read, _lines, read

ON_ONE_LINE = """Hei!

Du har fått en ny søker på frivillig.no.

Oppdrag: Bli ressursvenn i Oslo
Navn: Ingrid Solbakken
E-post: ingrid.solbakken@example.org
Telefon: 400 00 001
Melding: Jeg har god tid på lørdager.
Og kan kjøre bil.

Med vennlig hilsen frivillig.no
Frivillighet Norge, Øvre Slottsgate 2B, tlf 21 56 76 50
"""
OVER = """Navn
Ingrid Solbakken

E-postadresse
ingrid.solbakken@example.org

Mobilnummer
+47 400 00 001

Gjelder oppdraget
"""
SENTENCE = """> Fra: frivillig.no <no-reply@frivillig.no>
> Til: kari@example.org
> Emne: Ny interessent
>
> Ingrid Marie Solbakken har meldt interesse for oppdraget «Bli ressursvenn».
> Du når henne på ingrid.solbakken@example.org eller 400 00 001.
"""
MARKED_UP = """<p><b>Navn:</b> Ingrid Solbakken</p><p><b>E-post:</b>
<a href="mailto:ingrid.solbakken@example.org">ingrid.solbakken@example.org</a></p>
<p>Mobil:&nbsp;400&nbsp;00&nbsp;001</p>"""
TABLE = (
    "Fornavn\tIngrid\nEtternavn\tSolbakken\nTlf.\t40000001\nE-post\tingrid.solbakken@example.org"
)
STARS = "*Navn:* Ingrid Solbakken\n*Telefon:* 400 00 001\n*E-post:* ingrid.solbakken@example.org"
SHAPES = {
    "on one line": ON_ONE_LINE, "label over value": OVER, "a sentence, quoted": SENTENCE,
    "marked up": MARKED_UP, "a table": TABLE, "stars": STARS,
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_who_she_is_and_how_she_is_reached_is_read_from_every_shape(shape):
    told = read(SHAPES[shape])

    assert told.first_name.split()[0] == "Ingrid"
    assert told.last_name == "Solbakken"
    assert told.email == "ingrid.solbakken@example.org"
    assert "".join(told.phone.split()).endswith("40000001")


def test_the_advert_and_what_she_wrote_and_nothing_of_the_foot():
    told = read(ON_ONE_LINE)

    assert told.title == "Bli ressursvenn i Oslo"
    assert told.told == "Jeg har god tid på lørdager.\nOg kan kjøre bil."
    assert read(SENTENCE).title == "Bli ressursvenn"


def test_nynorsk_labels_and_a_single_name():
    told = read("Namn: Ingrid\nFrå: noko\nKvifor: Eg har tid.")

    assert (told.first_name, told.last_name, told.told) == ("Ingrid", "", "Eg har tid.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hei, vi har ferie til mandag.",
        "Noen har meldt interesse for oppdraget «Bli ressursvenn».",
        "En frivillig har meldt interesse for oppdraget «Bli ressursvenn».",
        "Kontakt oss på post@frivillig.no eller 21 56 76 50 og 22 00 00 00",
        "Ring 400 00 001 eller 400 00 002. Skriv til a@example.org eller b@example.org.",
        "Faktura 2026-11-30, KID 12345678901234567890",
    ],
)
def test_what_is_not_said_plainly_is_left_to_a_person(text):
    assert not read(text).anything


def test_a_label_counts_before_other_numbers_in_the_mail():
    told = read(
        "Sentralbord 22 00 00 00\nTelefon: 400 00 001\nE-post: i@example.org\nkopi b@example.org"
    )

    assert (told.phone, told.email) == ("400 00 001", "i@example.org")


def test_what_it_says_of_somebody_is_not_in_its_own_words_for_a_log():
    assert "Ingrid" not in repr(read(ON_ONE_LINE))


words = st.sampled_from(
    [
        "Navn:",
        "E-post:",
        "Telefon",
        "\n",
        "\t",
        "<br>",
        "> ",
        "«",
        "»",
        "400 00 001",
        "@",
        "a@b.no",
        ":",
        "*",
    ]
)


@given(st.one_of(st.text(max_size=500), st.lists(words, max_size=60).map("".join)))
def test_it_never_raises_and_invents_nothing(text):
    told = read(text)

    assert isinstance(told, Read)
    for part in (told.email, told.phone, *told.first_name.split(), *told.last_name.split()):
        plain = "".join(text.casefold().split())
        assert (
            "".join(part.casefold().split()) in plain
            or "&" in text
            or "<" in text
            or "\u00a0" in text
        )


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "a@" * 25_000, "1 " * 25_000, "<" * 50_000, "Navn:\n" * 9_000,
             "<a " * 17_000, "Hei " * 12_000, "A b" * 17_000 + " har meldt", "&amp;" * 10_000, "-.+" * 17_000],
)  # fmt: skip
def test_a_long_one_is_read_in_no_time(text):
    began = time.process_time()
    read(text)

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000"])
def test_what_stands_between_two_signs_is_looked_through_once(blank):
    """Looked at anew from every place in it, two million would never be done."""
    between = blank * 2_000_000

    assert _lines(f"{blank}> *x{between}x*| ") == [f"x{between}x"]
