"""A log that is not witnessed is a line in Min dag for those who must see to it, and for nobody else."""

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection import checkpoints
from ressursvenn.web import witnessed


@pytest.fixture
def told(people):
    return lambda who: [
        (line.sentence, line.act)
        for line in witnessed.day_lines(people[who], accounts.terms(people[who].association))
    ]


def test_while_all_is_well_nobody_is_told_anything(told, witnesses):
    checkpoints.write()

    assert told("siri") == told("pernille") == []


def test_a_place_that_is_silent_is_told(told, witnesses):
    witnesses.places[1].write_text("a file where a folder should be")
    checkpoints.write()

    silent = "Sted 2 har ikke fått noe sjekkpunkt fra loggen på to timer."
    assert told("siri") == [(silent, "Se rundene")]
    assert told("pernille") == [(silent, "Se loggen")]
    assert told("kari") == told("gro") == told("nora") == []


def test_that_break_glass_and_export_are_closed_is_told(told, witnesses):
    assert "Nødåpning og uttrekk er stengt" in told("siri")[-1][0]


def test_it_stands_on_the_page(signed_in, siri, witnesses):
    page = signed_in(siri).get("/a/")

    assert "Loggen er ikke bevitnet." in page.content.decode()
