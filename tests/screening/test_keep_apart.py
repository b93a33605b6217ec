"""Whom somebody must never meet is the vetting officer's alone: no page here tells of it, nor asks it."""

import pytest

from ressursvenn.apart import changes as apart
from ressursvenn.participants import changes as participants
from ressursvenn.screening import changes
from tests.access.walking import headers_of, text_of
from tests.volunteers.conftest import days_ago

from .conftest import at, interview_of, referee_of

PAGES = ("", "notater/", "nei/", "papir/")


@pytest.fixture
def named(volunteer, kari, oslo):
    """A participant who can name her by her number, so that she is surely met by it."""
    amina = participants.refer(
        association=oslo, crisis_centre=None, called="Svale", waiting_since=days_ago(20), by=kari
    )
    return lambda: apart.name_keep_apart(
        participant=amina, kind="phone", text="400 00 001", by=kari
    )


def shown(browser, volunteer):
    paths = ["/a/opptak/", *(at(volunteer, page) for page in PAGES)]
    answers = [browser.get(path) for path in paths]
    told = [(answer.status_code, text_of(answer), headers_of(answer)) for answer in answers]
    posts = [
        browser.post(
            at(volunteer, "nei/"),
            {"reason": "time", "language": "nb", "on": "2026-01-01", "see": "1"},
        )
    ]
    return told + [(answer.status_code, text_of(answer)) for answer in posts]


@pytest.mark.parametrize("who", ["kari", "gro"])
def test_not_a_byte_differs_whoever_is_named(signed_in, volunteer, named, people, kari, gro, who):
    from ressursvenn.apart.models import KeepApart

    interview_of(volunteer, kari, gro)
    referee_of(volunteer, kari)
    changes.say_where_shown(office="Gata 1, 0155 Oslo", place="Oslo", by=kari)
    browser = signed_in(people[who])
    before = shown(browser, volunteer)

    named()

    assert KeepApart.objects.exists()
    assert shown(browser, volunteer) == before


def test_the_neutral_page_neither(signed_in, volunteer, named, kari):
    word = changes.give_link(referee=referee_of(volunteer, kari), by=kari)
    browser = signed_in(None)
    before = text_of(browser.get(f"/m/uttalelse/{word}/"))

    named()

    assert text_of(browser.get(f"/m/uttalelse/{word}/")) == before


def test_the_room_does_not_import_it():
    from pathlib import Path

    room = Path(__file__).parents[2] / "ressursvenn/screening"
    assert not [path for path in room.rglob("*.py") if "ressursvenn.apart" in path.read_text()]


def test_the_vetting_officer_meets_no_page_here(signed_in, volunteer, vigdis):
    browser = signed_in(vigdis)
    assert [browser.get(at(volunteer, page)).status_code for page in PAGES] == [403] * len(PAGES)
