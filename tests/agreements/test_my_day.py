"""Min dag: what waits for our signature, and what is to be gone through anew. Counts, and no name."""

from __future__ import annotations

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.agreements import changes, queries
from ressursvenn.volunteers import changes as volunteers
from tests.access.test_query_counts import counted

from .conftest import applicant, days_ago, fresh, gone_through


def rows(person):
    terms = accounts.terms(person.association)
    asked = queries.day_rows(person, terms)
    if not asked:
        return []
    first, *rest = asked
    return sorted(first.union(*rest, all=True))


def lines(person):
    terms = accounts.terms(person.association)
    return [queries.day_line(*row, terms).sentence for row in rows(person)]


def test_her_signature_waits_for_ours(hers, solveig, kari, kaja, nora):
    one, two = gone_through(hers, kari), gone_through(hers, kari, "agreement")
    assert lines(kari) == []
    changes.sign_herself(signing=one, by=solveig)
    assert rows(kaja) == [("agreements.ours", "1", days_ago(0))]
    changes.sign_herself(signing=two, by=solveig)

    assert lines(kaja) == ["2 papirer er underskrevet av ressursvennene og venter på dere."]
    assert lines(nora) == []
    changes.sign_for_us(signing=one, by=kari)
    changes.sign_for_us(signing=two, by=kari)
    assert lines(kaja) == []


@pytest.mark.parametrize(("days", "told"), [(400, False), (660, False), (680, True), (900, True)])
def test_a_declaration_is_told_of_in_its_window_and_after(kari, days, told):
    volunteer = fresh(applicant(kari, applied_on=days_ago(950)))
    volunteers.note_confidentiality_signed(volunteer=volunteer, on=days_ago(days), by=kari)

    expected = [("agreements.renew", "1", days_ago(days))] if told else []
    assert rows(kari) == expected


def test_it_is_never_a_cliff(kari, kaja):
    """She who is past her day may be matched as before; the line stands until it is gone through."""
    from ressursvenn.volunteers import facts, rules
    from tests.volunteers.conftest import ready

    volunteer = fresh(ready(kari, kaja))
    volunteers.note_confidentiality_signed(volunteer=volunteer, on=days_ago(900), by=kari)

    terms = accounts.terms(kari.association)
    assert rules.may_be_matched(facts.of(volunteer), terms) == ()
    assert len(rows(kari)) == 1
    volunteers.note_confidentiality_signed(volunteer=volunteer, on=days_ago(0), by=kari)
    assert rows(kari) == []


def test_whoever_has_left_or_is_the_neighbours_is_not_counted(kari, nora):
    gone, theirs = fresh(applicant(kari)), fresh(applicant(nora))
    volunteers.note_confidentiality_signed(volunteer=gone, on=days_ago(900), by=kari)
    volunteers.note_confidentiality_signed(volunteer=theirs, on=days_ago(900), by=nora)
    volunteers.note_leaving(volunteer=gone, on=days_ago(0), by=kari)

    assert rows(kari) == []
    assert len(rows(nora)) == 1


@pytest.mark.parametrize("who", ["bodil", "astrid", "vigdis", "siri", "solveig", "kirsti"])
def test_who_has_no_right_here_is_asked_nothing(people, who):
    person = people[who]

    assert queries.day_rows(person, accounts.terms(person.association)) == []


def test_one_question_however_many(hers, solveig, kari):
    def questions() -> int:
        with counted() as asked:
            rows(kari)
        return len(asked)

    changes.sign_herself(signing=gone_through(hers, kari), by=solveig)
    once = questions()
    for _ in range(3):
        volunteer = fresh(applicant(kari))
        volunteers.note_confidentiality_signed(volunteer=volunteer, on=days_ago(900), by=kari)

    assert questions() == once == 1
