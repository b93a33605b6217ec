"""The criteria are written, dated, and whole; all staff may print them; the guide is for those who screen."""

from datetime import date

import pytest

from ressursvenn.screening import criteria


def test_a_set_has_six_to_eight_each_whole():
    for _, known in criteria.SETS:
        assert 6 <= len(known) <= 8
        assert len({one.code for one in known}) == len(known)
        for one in known:
            assert one.sentence.endswith(".")
            assert "?" in one.ask
            assert all((one.good, one.worrying, one.source))


def test_the_set_of_a_day_is_the_last_that_began():
    assert criteria.in_force(date(2027, 3, 1)) == criteria.SETS[-1]
    assert criteria.in_force(date(2020, 1, 1)) == criteria.SETS[0]
    assert criteria.of_set(criteria.SETS[0][0]) is criteria.FROM_2026


def test_none_of_them_asks_about_the_certificate():
    assert not [one for one in criteria.FROM_2026 if "attest" in f"{one.ask}{one.good}".lower()]


@pytest.mark.parametrize("who", ["kari", "gro", "astrid", "bodil", "kirsti", "siri"])
def test_all_staff_may_print_the_criteria_and_meet_no_right_answers(signed_in, people, who):
    page = signed_in(people[who]).get("/a/opptak/kriterier/").content.decode()

    assert all(one.sentence in page for one in criteria.FROM_2026)
    assert not [one for one in criteria.FROM_2026 if one.good in page or one.worrying in page]


def test_the_guide_has_what_to_ask_and_what_answers_sound_like(signed_in, kari):
    page = signed_in(kari).get("/a/opptak/guide/").content.decode()

    assert all(one.ask in page and one.worrying in page for one in criteria.FROM_2026)


@pytest.mark.parametrize("who", ["astrid", "bodil", "kirsti", "siri", "solveig", "vigdis"])
def test_the_guide_is_for_those_who_screen(signed_in, people, who):
    assert signed_in(people[who]).get("/a/opptak/guide/").status_code == 403


def test_a_volunteer_reads_neither(signed_in, solveig):
    assert signed_in(solveig).get("/a/opptak/kriterier/").status_code == 403
