"""The board: everybody on the road by the step that is missing, and whoever has waited too long."""

import pytest

from ressursvenn.volunteers import changes

from .conftest import applicant, days_ago, ready

BOARD = "/a/ressursvenner/tavle/"


def board(page) -> dict[str, list[str]]:
    return {
        column.word: [row.volunteer.first_name for row in column.rows]
        for column in page.context["columns"]
        if column.rows
    }


def test_each_stands_under_the_step_she_lacks_and_the_slowest_first(signed_in, kari, kaja):
    applicant(kari, first_name="Anne", applied_on=days_ago(3))
    applicant(kari, first_name="Berit", applied_on=days_ago(30))
    ready(kari, kaja, first_name="Cecilie")

    page = signed_in(kari).get(BOARD)

    assert board(page) == {"Skal intervjues": ["Berit", "Anne"], "Kan kobles": ["Cecilie"]}
    assert page.content.decode().count("tag--late") == 1
    assert "helst innen 7 dager, senest 14" in page.content.decode()


def test_whoever_was_found_not_suitable_is_in_a_column_of_her_own(signed_in, kari, kaja, gro):
    one = applicant(kari, first_name="Anne", applied_on=days_ago(100))
    changes.note_interview(
        volunteer=one, on=days_ago(90), first_interviewer=kaja, second_interviewer=gro,
        outcome="not_suitable", by=kari,
    )  # fmt: skip
    applicant(kari, first_name="Berit")

    page = signed_in(kari).get(BOARD)

    assert board(page) == {"Skal intervjues": ["Berit"], "Ikke funnet egnet": ["Anne"]}
    assert page.content.decode().count("tag--late") == 1


def test_whoever_has_left_is_not_on_the_road(signed_in, kari):
    gone = applicant(kari)
    changes.note_leaving(volunteer=gone, on=days_ago(1), by=kari)

    assert board(signed_in(kari).get(BOARD)) == {}


def test_one_may_choose_by_language_area_and_pace(signed_in, kari):
    applicant(kari, first_name="Anne", languages=["no"], areas=[], applied_on=days_ago(1))
    applicant(kari, first_name="Berit", languages=["so"], applied_on=days_ago(40))
    browser = signed_in(kari)

    def shown(**asked):
        return sorted(name for names in board(browser.get(BOARD, asked)).values() for name in names)

    assert shown() == shown(sprak="tøvete") == ["Anne", "Berit"]
    assert shown(sprak="so") == shown(omrade="no-oslo-oslo") == shown(vis="over-tiden") == ["Berit"]
    assert shown(sprak="no") == ["Anne"]
    assert shown(vis="pause") == []


def test_a_rest_is_shown_and_is_not_late(signed_in, kari):
    one = applicant(kari, applied_on=days_ago(90))
    changes.pause(volunteer=one, until=days_ago(-10), by=kari)

    page = signed_in(kari).get(BOARD, {"vis": "pause"})

    assert board(page) == {"Skal intervjues": ["Ingrid"]}
    assert "tag--late" not in page.content.decode()


def test_the_neighbours_are_never_on_it(signed_in, volunteer, neighbours_volunteer, nora):
    assert board(signed_in(nora).get(BOARD)) == {"Skal intervjues": ["Borghild"]}


def test_an_empty_board_tells_what_belongs_here(signed_in, kari):
    assert "Noter en søknad" in signed_in(kari).get(BOARD).content.decode()


@pytest.mark.parametrize(("who", "status"), [("gro", 200), ("solveig", 403), ("kirsti", 403)])
def test_who_gets_in(signed_in, people, who, status):
    assert signed_in(people[who]).get(BOARD).status_code == status
