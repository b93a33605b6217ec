"""The desk: a menu of what one may open, neutral titles, and Min dag with the worst first."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from ressursvenn.programme.lines import Line, Weight
from ressursvenn.web import day

pytestmark = pytest.mark.django_db

MENUS = {
    "kari": [
        "Min dag",
        "Deltakere",
        "Ressursvenner",
        "Kurs",
        "Veiledning",
        "Annonser",
        "Koblinger",
        "Regneark",
        "Områder",
        "Tall",
        "Nødåpning",
    ],
    "gro": ["Min dag", "Ressursvenner", "Kurs", "Veiledning", "Annonser", "Koblinger", "Områder"],
    "vigdis": ["Min dag", "Holdes fra hverandre"],
    "kirsti": ["Min dag", "Deltakere"],
    "astrid": ["Min dag", "Koblinger", "Det som tar to", "Hjemmel", "Tall", "Nødåpning"],
    "bodil": ["Min dag", "Tilskudd"],
    "toril": ["Min dag", "Tilskudd"],
    "pernille": ["Min dag", "Innsyn", "Det som tar to", "Hjemmel", "Tall"],
    "ella": ["Min dag", "Rød Knapp", "Krav", "Standpunkter", "Rapporter", "Sider"],
    "siri": ["Min dag", "Det som tar to"],
}


def menu(text):
    return re.findall(
        r'<a class="menu__link" href="(/a/(?!inn/|varsler/)[^"]*)"[^>]*>.*?<span>(.*?)</span>', text
    )


def line(weight, **more):
    told = {"who": "x", "sentence": f"{weight.name}.", "act": "Se", "url": "/a/"}
    return Line(weight=weight, **{**told, **more})


@pytest.mark.parametrize(("who", "words"), MENUS.items())
def test_everybody_sees_the_places_she_may_open_and_they_open(people, signed_in, who, words):
    client = signed_in(people[who])

    places = menu(client.get("/a/").content.decode())

    assert [word for _, word in places] == words
    assert [address for address, _ in places if client.get(address).status_code != 200] == []


def test_the_place_one_stands_in_is_marked(signed_in, kari):
    text = signed_in(kari).get("/a/ressursvenner/").content.decode()

    assert re.findall(r'href="([^"]+)" aria-current="page"', text) == ["/a/ressursvenner/"]


def test_a_page_below_a_place_marks_it_too(signed_in, kari):
    text = signed_in(kari).get("/a/deltakere/ny/").content.decode()

    assert re.findall(r'href="([^"]+)" aria-current="true"', text) == ["/a/deltakere/"]


def test_title_and_icon_are_neutral(signed_in, kari):
    text = signed_in(kari).get("/a/").content.decode()

    assert "<title>Min dag</title>" in text
    assert "web/page.svg" in text
    assert 'name="robots" content="noindex, noarchive"' in text


def test_an_empty_association_is_taught_to_bring_in_its_workbook(signed_in, kari):
    text = signed_in(kari).get("/a/").content.decode()

    assert "Ta inn regnearket ditt" in text
    assert 'href="/a/regneark/"' in text


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("bodil", "Du ser tall, aldri mennesker."),
        ("ella", "Du tar vare på alliansens sider."),
        ("vigdis", "avgjør det som venter"),
    ],
)
def test_a_quiet_day_says_what_the_role_can_do_here(people, signed_in, who, sentence):
    text = signed_in(people[who]).get("/a/").content.decode()

    assert "Ingenting venter på deg" in text
    assert sentence in text


def test_a_volunteer_has_no_desk(signed_in, solveig):
    assert signed_in(solveig).get("/a/").status_code == 403


def test_nobody_signed_in_is_sent_to_sign_in(client):
    assert client.get("/a/").url == "/a/inn/?next=/a/"


@pytest.fixture
def told(monkeypatch):
    """The rooms tell these lines, in this order, whatever they know."""

    def tell(*lines):
        monkeypatch.setattr(day, "ROOMS", [type("Room", (), {"day_lines": lambda *_: list(lines)})])

    return tell


def test_worst_first_and_oldest_first_among_equals(kari, told):
    old, new = date(2026, 1, 1), date(2026, 2, 1)
    told(
        line(Weight.WAITING),
        line(Weight.GONE_QUIET, since=new),
        line(Weight.GONE_QUIET, since=old),
        line(Weight.CONCERN_OPEN),
    )

    assert [(told.weight, told.since) for told in day.lines_of(kari)] == [
        (Weight.CONCERN_OPEN, None),
        (Weight.GONE_QUIET, old),
        (Weight.GONE_QUIET, new),
        (Weight.WAITING, None),
    ]


def test_every_weight_stands_under_a_heading_and_has_a_word(signed_in, kari, told):
    told(*[line(weight) for weight in Weight])

    text = signed_in(kari).get("/a/").content.decode()

    assert re.findall(r"day__head\">(.*?) <span", text) == ["Haster", "Venter på deg", "Videre"]
    assert [weight for weight in Weight if f"{weight.name}." not in text] == []
    assert text.count('class="tag tag--') == len(Weight)


def test_only_the_worst_line_has_the_red_button(signed_in, kari, told):
    told(line(Weight.CONCERN_OPEN), line(Weight.GONE_QUIET), line(Weight.WAITING))

    text = signed_in(kari).get("/a/").content.decode()

    assert text.count("button--primary") == 1


def test_a_line_says_since_when_and_a_day_ahead_is_just_the_day(signed_in, kari, told):
    today = timezone.localdate()
    told(
        line(Weight.INTRODUCTION_WITHOUT_PLACE, since=today + timedelta(days=1)),
        line(Weight.WAITING, since=date(2020, 3, 9)),
    )

    text = signed_in(kari).get("/a/").content.decode()
    told_days = re.findall(r"line__since\">(.*?)<", text)

    assert told_days[1] == "siden 9. mars 2020"
    assert not told_days[0].startswith("siden")


def test_messages_are_read_out_and_never_a_green_tick(signed_in, kari, rf):
    from django.contrib.messages import constants
    from django.template.loader import render_to_string

    note = type("Note", (), {"level_tag": "success", "__str__": lambda self: "Notert."})()
    text = render_to_string("web/_messages.html", {"messages": [note]})

    assert constants.DEFAULT_TAGS[constants.SUCCESS] == "success"
    assert 'role="status"' in text
    assert "icon--info" in text
