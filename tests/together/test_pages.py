"""The one page: what waits with a yes and a no on it, what one has asked for, and what came of it."""

from dataclasses import replace

import pytest
import time_machine

from ressursvenn.accounts.models import Person
from ressursvenn.together import acts, changes
from ressursvenn.together.models import Asked

from .conftest import LOCAL, ask, later

ALL = "/a/to/"
NOBODY_ELSE = "Foreningen har ingen andre. Nasjonal rådgiver er spurt."


def at(asked, what="svar"):
    return f"{ALL}{asked.reference}/{what}/"


def said(answer):
    return answer.content.decode()


def state(asked):
    asked.refresh_from_db()
    return asked.yes


def test_she_sees_a_neutral_summary_and_who_asked(signed_in, asked, kaja):
    page = said(signed_in(kaja).get(ALL))

    assert "Skal dette gjøres?" in page
    assert "noe nøytralt" in page
    assert "Kari Lund, Oslo lokalforening" in page
    assert at(asked) in page


@pytest.mark.parametrize("many", [1, 12])
def test_whatever_a_summary_says_is_text(signed_in, asked, kari, kaja, monkeypatch, many):
    marked = replace(
        acts.called(LOCAL),
        summary=lambda rows: {row.reference: (("<i>", "<b>noe</b>"),) * 2 for row in rows},
    )
    monkeypatch.setitem(acts._registered, LOCAL, marked)
    for number in range(1, many):
        ask(kari, about=f"abcd{number:04}")

    page = said(signed_in(kaja).get(ALL))

    assert page.count("&lt;b&gt;noe&lt;/b&gt;") == 2 * many
    assert "<b>" not in page
    assert "<i>" not in page


@pytest.mark.parametrize(("answer", "yes"), [("yes", True), ("no", False)])
def test_one_tap_answers(signed_in, asked, thing, kaja, answer, yes):
    met = signed_in(kaja).post(at(asked), {"answer": answer}, follow=True)

    assert state(asked) is yes
    assert len(thing.done) == yes
    assert "Skal dette gjøres?" not in said(met)


def test_whoever_asked_sees_who_may_answer_and_may_take_it_back(signed_in, asked, kari):
    browser = signed_in(kari)
    page = said(browser.get(ALL))
    assert "Kaja Berg eller Gro Vik kan svare." in page
    assert at(asked) not in page

    browser.post(at(asked, "ta-tilbake"))

    asked.refresh_from_db()
    assert asked.taken_back_by == kari


def test_whoever_asked_sees_what_came_of_it(signed_in, asked, kari, kaja):
    changes.answer(asked=asked, yes=True, by=kaja)

    assert "Kaja Berg svarte ja." in said(signed_in(kari).get(ALL))


@pytest.mark.parametrize("who", ["nora", "kirsti", "bodil", "vigdis", "pernille", "siri", "ella"])
def test_to_nobody_else_is_there_such_a_question(signed_in, asked, thing, people, who):
    browser = signed_in(people[who])

    assert "Skal dette gjøres?" not in said(browser.get(ALL))
    assert browser.post(at(asked), {"answer": "yes"}).status_code == 404
    assert browser.post(at(asked, "ta-tilbake")).status_code == 404
    assert (state(asked), thing.done) == (None, [])


def test_a_volunteer_has_no_such_page(signed_in, asked, solveig):
    assert signed_in(solveig).get(ALL).status_code == 403
    assert signed_in(solveig).post(at(asked), {"answer": "yes"}).status_code == 403


def test_her_own_is_refused_with_its_sentence(signed_in, asked, thing, kari):
    met = signed_in(kari).post(at(asked), {"answer": "yes"}, follow=True)

    assert "Den som svarer, er en annen enn den som spurte." in said(met)
    assert thing.done == []


def test_a_late_answer_is_told_why_not(signed_in, asked, thing, kaja, gro):
    changes.answer(asked=asked, yes=False, by=gro)

    met = signed_in(kaja).post(at(asked), {"answer": "yes"}, follow=True)

    assert "Spørsmålet er ikke besvart fra før." in said(met)
    assert thing.done == []


@pytest.mark.parametrize("answer", ["", "kanskje", "YES"])
def test_what_is_neither_yes_nor_no_answers_nothing(signed_in, asked, kaja, answer):
    signed_in(kaja).post(at(asked), {"answer": answer})

    assert state(asked) is None


def test_to_look_an_answer_up_answers_nothing(signed_in, asked, kaja):
    assert signed_in(kaja).get(at(asked), {"answer": "yes"}).status_code == 302
    assert state(asked) is None


@pytest.fixture
def many(thing, kari):
    return [ask(kari, about=f"abcd234{number}") for number in range(2, 7)]


def test_many_of_a_kind_are_one_list_to_tick(signed_in, many, thing, kaja):
    browser = signed_in(kaja)
    page = said(browser.get(ALL))
    assert page.count('name="asked"') == 5
    assert "Skal disse 5 gjøres?" in page
    ticked = [row.reference for row in many[:2]]

    met = browser.post(f"{ALL}flere/", {"asked": ticked, "answer": "yes"}, follow=True)

    assert [state(row) for row in many] == [True, True, None, None, None]
    assert "Ja er notert for 2." in said(met)


def test_all_that_are_listed_are_answered_in_one_tap(signed_in, many, thing, kaja):
    listed = {"listed": [row.reference for row in many], "all": "1", "answer": "yes"}

    signed_in(kaja).post(f"{ALL}flere/", listed)

    assert all(state(row) for row in many)
    assert len(thing.done) == 5


def test_the_adviser_has_a_list_for_each_association(signed_in, many, kaja, gro, nora, astrid):
    leaves(kaja, gro)
    for number in range(2, 6):
        ask(nora, about=f"bbbb234{number}")

    page = said(signed_in(astrid).get(ALL))

    assert "Skal disse 5 gjøres?" in page
    assert "Skal disse 4 gjøres?" in page
    assert page.count('name="all"') == 2


def test_of_many_her_own_and_strangers_are_left_and_the_rest_is_done(
    signed_in, many, thing, kaja, nora
):
    hers, theirs = ask(kaja, about="aaaa2222"), ask(nora, about="bbbb2222")
    listed = [row.reference for row in (many[0], hers, theirs)]

    met = signed_in(kaja).post(f"{ALL}flere/", {"asked": listed, "answer": "yes"}, follow=True)

    assert (state(many[0]), state(hers), state(theirs)) == (True, None, None)
    assert f"Ikke notert for {hers.reference}." in said(met)
    assert theirs.reference not in said(met)


def test_nothing_ticked_says_so(signed_in, many, kaja):
    met = signed_in(kaja).post(f"{ALL}flere/", {"answer": "yes"}, follow=True)

    assert "Kryss av for dem du vil svare på" in said(met)


def leaves(*people):
    for person in people:
        Person.objects.filter(pk=person.pk).update(left_on="2026-01-01", left_by=person)


def test_where_there_is_nobody_else_the_page_says_who_is_asked(
    signed_in, asked, kari, kaja, gro, astrid
):
    leaves(kaja, gro)

    assert NOBODY_ELSE in said(signed_in(kari).get(ALL))
    assert NOBODY_ELSE in said(signed_in(astrid).get(ALL))


def test_after_two_days_the_page_says_how_long(signed_in, asked, kari, kaja):
    with time_machine.travel(later(days=3)):
        assert "Har ventet i 3 dager" in said(signed_in(kaja).get(ALL))
        assert "Har ventet i 3 dager" in said(signed_in(kari).get(ALL))


def test_what_is_too_old_is_on_nobodys_page(signed_in, asked, kari, kaja):
    with time_machine.travel(later(days=15)):
        for person in (kari, kaja):
            assert "Skal dette gjøres?" not in said(signed_in(person).get(ALL))


def test_a_yes_takes_a_proof_that_it_is_she(asked, thing, kaja, monkeypatch, signed_in):
    """Where the act is of that kind: she shows it first, and what she sent is kept meanwhile."""
    from dataclasses import replace

    from ressursvenn.accounts import proofs
    from ressursvenn.together import acts

    acts._registered[LOCAL] = replace(acts.called(LOCAL), fresh=True)
    monkeypatch.setattr(proofs, "is_fresh", lambda *_, **__: False)

    met = signed_in(kaja).post(at(asked), {"answer": "yes"})

    assert met.url.startswith("/a/inn/igjen/")
    assert state(asked) is None


def test_a_no_takes_none(asked, kaja, monkeypatch, signed_in):
    from ressursvenn.accounts import proofs

    monkeypatch.setattr(proofs, "is_fresh", lambda *_, **__: False)

    signed_in(kaja).post(at(asked), {"answer": "no"})

    assert state(asked) is False


def test_an_empty_page_teaches(signed_in, kari):
    assert "Ingen har spurt deg om noe akkurat nå." in said(signed_in(kari).get(ALL))


def test_few_queries_and_as_few_for_many(
    signed_in, thing, kari, kaja, django_assert_max_num_queries
):
    browser = signed_in(kaja)
    ask(kari, about="aaaa2222")
    with django_assert_max_num_queries(8):
        browser.get(ALL)
    for number in range(2, 9):
        ask(kari, about=f"abcd234{number}")
    with django_assert_max_num_queries(8):
        browser.get(ALL)
    assert Asked.objects.count() == 8
