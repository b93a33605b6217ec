"""Two spellings of one person meet; two people do not; and no step of the chain is idle."""

import random
import re
import unicodedata

import pytest
from rapidfuzz.distance import OSA, Levenshtein

from ressursvenn.protection.likeness import BY, alike, forms, is_full_name, known, letters, names
from ressursvenn.protection.likeness import sounds as heard
from ressursvenn.protection.likeness.contact import email_forms, phone_forms


def by(a, b):
    return alike({"name": a}, {"name": b})


SAID = [
    ("Kari Hansen", "Kari Hansen", "name_same"),
    ("Kari Hansen", "  kari   HANSEN ", "name_same"),
    ("Kari Hansen", "Hansen, Kari", "name_spelled"),
    ("Kari Hansen", "Kari-Hansen", "name_spelled"),
    ("Kari Hansen", "Kari Ann Hansen", "name_spelled"),
    ("Kari Hansen Berg", "Kari Berg", "name_spelled"),
    ("Per Olav Moe", "Olav Moe", "name_spelled"),
    ("Åse Bjørnstad", "aase bjoernstad", "name_spelled"),
    ("Łucja Đurić", "Lucja Djuric", "name_spelled"),
    ("Marit Holm", "\u043c\u0430rit hol\u043c", "name_spelled"),  # small Cyrillic м, seen as M
    ("Olof Bull", "Ol\u03ccf Bull", "name_spelled"),  # a Greek o with an accent
    ("Kari Hansen", "K a r i H a n s e n", "name_spelled"),
    ("Kristoffer Holt", "Christopher Holt", "name_heard"),
    ("Mohamed Ali", "Muhammad Aly", "name_heard"),
    ("Jon Vik", "John Wik", "name_heard"),
    ("Ivan Petrov", "Ivan Petroff", "name_heard"),
    ("Marit Solheim", "Marit Solbheim", "name_near"),
    ("Kari Hansen", "K. Hansen", "initials"),
    ("Kari Hansen", "Hansen K", "initials"),
    ("Jens Christian Ruud", "J C Ruud", "initials"),
    ("Carl Moe", "K Moe", "initials"),
]
TWO_PEOPLE = [
    ("Ole Lund", "Ole Lunde"),
    ("Kari Moe", "Kari Vik"),
    ("Anne Berg", "Anna Borg"),
    ("Kari Hansen", "Karl Hansen"),  # l and i look alike, but both are names
    ("Kari Hansen", "Kåre Hansen"),
    ("Kari Hansen", "Knut Hansen"),  # not by their initial
    ("Anne Marie Lie", "Anne Marie Vik"),  # both middle names are left out, or neither
    ("Nguyen Thi Mai", "Nguyen Thi Hoa"),
    ("Omar Abdi", "Amir Abdi"),
    ("Kari", "Kari"),
    ("", ""),
    ("K. H.", "K. H."),
    ("123 456", "123 456"),
]


@pytest.mark.parametrize(("a", "b", "code"), SAID)
def test_one_person_and_by_what(a, b, code):
    assert by(a, b) == by(b, a) == code


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_two_people_are_two(a, b):
    assert by(a, b) is None
    assert by(b, a) is None


def test_a_number_says_more_than_a_name_and_a_name_more_than_its_sound():
    known = {"name": "Kari Hansen", "phone": "912 34 567", "email": "kari@example.org"}

    assert alike(known, known) == "phone"
    assert alike(known, {**known, "phone": "912 34 568"}) == "email"
    assert alike(known, {**known, "phone": "", "email": ""}) == "name_same"
    assert alike(known, {}) is None


def test_an_initial_meets_a_full_name_whichever_of_them_is_the_entry():
    for a, b in (("K. Hansen", "Kari Hansen"), ("Kari Hansen", "K. Hansen")):
        assert forms("entry", name=a) & forms("applicant", name=b)
    assert not forms("entry", name="Kari Hansen") & forms("applicant", name="Knut Hansen")


@pytest.mark.parametrize("name", ["Kari Hansen", "Åse-Marie Bjørnø", "Nguyễn Văn Hùng", "K. Vik"])
def test_every_form_tells_its_code_and_two_sides_of_one_name_meet(name):
    both = forms("entry", name=name) & forms("applicant", name=name)

    assert both
    assert {form.partition(":")[0] for form in both} <= set(BY)


@pytest.mark.parametrize(
    "name",
    ["\ud800 x", "ﷺ ﷽", "\u202e", "a" * 80 + " " + "b" * 80, "1 2 3", " ".join("abcdefgh" * 3)],
)
def test_nothing_that_can_be_typed_makes_it_stop_or_swell(name):
    assert len(forms("entry", name=name)) < 8000


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Kari Hansen", True),
        ("Kari", False),
        ("K. Hansen", False),
        ("", False),
        ("K. Ann Moe", True),
    ],
)
def test_what_a_full_name_is(name, full):
    assert is_full_name(name) is full


# Edit distance, held against another's


def _words(number):
    draw = random.Random(2026)
    listed = " ".join([known.GIVEN, known.FAMILY]).replace("=", " ").split()
    plain = sorted({min(word) for each in listed for word in letters.words_of(each)[0]})
    for _ in range(number):
        word = draw.choice(plain)
        yield word, _slipped(word, draw)
        yield word, draw.choice(plain)


def _slipped(word, draw):
    place, letter = draw.randrange(len(word)), draw.choice("abcdefghijklmnopqrstuvwxyz")
    way = draw.randrange(4)
    if way == 0:
        return word[:place] + word[place + 1 :]
    if way == 1:
        return word[:place] + letter + word[place:]
    if way == 2:
        return word[:place] + letter + word[place + 1 :]
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def test_words_within_one_letter_share_a_form_and_words_beyond_two_do_not():
    """Letters left out are the distance: the oracle is rapidfuzz."""
    met = 0
    for one, other in _words(4000):
        if min(len(one), len(other)) < heard.SHORTEST_NEAR:
            continue
        share = bool(heard.around(one) & heard.around(other))
        met += share
        if OSA.distance(one, other) <= 1:  # a change of places counts as one
            assert share, (one, other)
        if share and max(len(one), len(other)) < heard.LONG:
            assert Levenshtein.distance(one, other) <= 2, (one, other)
    assert met > 3000


def test_long_words_may_differ_by_two_letters():
    draw = random.Random(7)
    tried = 0
    for one, _ in _words(2000):
        other = _slipped(_slipped(one, draw), draw)
        if min(len(one), len(other)) >= heard.LONG and Levenshtein.distance(one, other) <= 2:
            tried += 1
            assert heard.around(one) & heard.around(other), (one, other)
    assert tried > 100


def test_short_words_are_near_to_nobody():
    assert not heard.around("per") & heard.around("pes")


# Each step is needed


def _visible_but(*, normal=True, invisible=True):
    def visible(text):
        shown = unicodedata.normalize("NFKC", text) if normal else text
        return "".join(
            ch for ch in shown if not invisible or unicodedata.category(ch) != "Cf"
        )  # fmt: skip

    return visible


STEPS = {
    "one form of composed letters": (
        letters, "_visible", _visible_but(normal=False),
        unicodedata.normalize("NFD", "Ünal Güç"), "Uenal Guech",
    ),
    "what cannot be seen": (
        letters, "_visible", _visible_but(invisible=False),
        "Sergej Petrov", "Сер\u2060гей Пет\u2060ров",
    ),
    "direction of reading": (letters, "_OVERRIDES", "", "Sigurd Haugen", "\u202eneguaH drugiS"),
    "Unicode's look-alikes": (letters, "_table", dict, "Kari Hansen", "\u041a\u0430ri H\u0430ns\u0435n"),
    "letters known by their name": (letters, "_by_name", lambda ch: "", "Nguyễn Văn Hùng", "Hung Nguyen"),
    "letters written in several ways": (
        letters, "_SPECIAL", {ch: ways[:1] for ch, ways in letters._SPECIAL.items()},
        "Jovana Đorđević", "Jovana Djordjevic",
    ),
    "two letters for one": (letters, "_DIGRAPHS", (), "Jæger Sæle", "Jaeger Saele"),
    "digits for letters": (
        letters, "_with_letters_for_digits", lambda part: part, "Sigurd Haugen", "5igurd H4ugen",
    ),
    "Cyrillic read as such": (
        letters, "_as_cyrillic", lambda part: set(),
        "Sergej Petrov", "Сергей Петров",
    ),
    "what looks alike at a glance": (names, "as_seen", lambda word: word, "Kari Nordmann", "Kari Nordrnann"),
    "all in one piece": (names, "_wholes", lambda words, side: (), "Ingrid Solbakken", "IngridSolbakken"),
    "small words before a name": (
        names, "PARTICLES", frozenset(), "Al-Rashid Mohammed Ahmad", "El Rashid Mohammed",
    ),
    "spellings of common names": (
        names, "heads_of", lambda word: frozenset(), "Mehmet Öztürk", "Muhammed Öztürk",
    ),
    "what is heard": (heard, "_COMPILED", [], "Kristoffer Quist", "Christopher Kvist"),
    "heard in two ways": (heard, "_AMBIGUOUS", (), "Khalida Chamoun", "Halida Shamoun"),
    "double letters": (heard, "_DOUBLED", re.compile("(?!)()"), "Halldis Egge", "Haldis Ege"),
    "consonants without vowels": (heard, "bones_of", lambda key: "", "Mukhtar Dahlberg", "Moktir Dahlborg"),
    "a letter left out": (heard, "around", lambda key: frozenset(), "Kari Nordmann", "Kari Normann"),
    "two letters in long names": (heard, "LONG", 99, "Gunnar Fjeldstad", "Gunnar Fjledstad"),
    "initials": (
        names._Unit, "letters", property(lambda unit: set()), "Kari Hansen", "K. Hansen",
    ),
    "order, and middle names left out": (
        names, "_twos", lambda units: [(units[0], units[-1], True)], "Ole Martin Sæther", "Martin Sæther",
    ),
}  # fmt: skip


@pytest.fixture
def afresh():
    """What is remembered of letters and names is forgotten, before and after."""
    for remembered in (letters._latin, known._names):
        remembered.cache_clear()
    yield
    for remembered in (letters._latin, known._names):
        remembered.cache_clear()


@pytest.mark.parametrize("step", STEPS)
def test_without_this_step_somebody_gets_past(step, monkeypatch, afresh):
    where, what, without, a, b = STEPS[step]
    assert by(a, b)

    for remembered in (letters._latin, known._names):
        remembered.cache_clear()
    monkeypatch.setattr(where, what, without)

    assert by(a, b) is None


def test_no_name_stands_for_two_others_by_mistake():
    """A spelling on several lines makes its names one; only these few are meant so."""
    several = {plain for plain, heads in known._names().items() if len(heads) > 1}

    assert len(several) <= 20, sorted(several)


# Numbers and addresses


@pytest.mark.parametrize(
    "written",
    [
        "91234567", "912 34 567", "+47 91 23 45 67", "004791234567", "00 47 912 34 567", "(+47) 912-34-567",
        "4791234567", "912.34.567", "tlf. 912 34 567", "９１２３４５６７", "٩١٢٣٤٥٦٧", "9l2 34 567",
        "912\u200b34567", "91234567 (mamma)", "22 33 44 55 / 912 34 567",
    ],
)  # fmt: skip
def test_a_number_is_one_however_it_is_written(written):
    assert "+4791234567" in phone_forms(written)


@pytest.mark.parametrize("written", ["", "ukjent", "0", "00000000", "1234", "-"])
def test_what_is_no_number(written):
    assert phone_forms(written) == set()


@pytest.mark.parametrize(
    "written",
    [
        "kari.hansen@gmail.com", "KariHansen@Gmail.com", "karihansen+x@googlemail.com",
        "Kari <kari.hansen@gmail.com>", "mailto:karihansen@gmail.com", "k\u0430rihansen@gmail.com",
        "kari\u200bhansen@gmail.com", "ｋａｒｉhansen@gmail.com", " karihansen@gmail.com. ",
    ],
)  # fmt: skip
def test_an_address_is_one_however_it_is_written(written):
    assert email_forms(written) == {"karihansen@gmail.com"}


def test_digits_in_an_address_are_digits():
    assert email_forms("kari1@example.org") != email_forms("karil@example.org")


@pytest.mark.parametrize("written", ["", "ingen", "kari (at) example.org", "@example.org"])
def test_what_is_no_address(written):
    assert email_forms(written) == set()
