"""Min dag: what waits for our signature, and what is to be gone through anew. Counts, and no name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.agreements import changes, queries, rules
from ressursvenn.agreements.models import Signing
from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.volunteers import changes as volunteers
from tests.access.test_query_counts import counted
from tests.pairs import conftest as pairs

from .conftest import applicant, days_ago, fresh, gone_through, signed


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


@pytest.mark.parametrize("by_which", ["the farewell", "the older button"])
def test_a_paper_of_whoever_has_left_waits_for_nobody(hers, solveig, kari, by_which):
    changes.sign_herself(signing=gone_through(hers, kari), by=solveig)
    leave = changes.say_farewell if by_which == "the farewell" else volunteers.note_leaving
    leave(volunteer=fresh(hers), on=days_ago(0), by=kari)

    assert rows(kari) == []
    assert not queries.standing_of_all(kari).exists()


def test_a_signed_text_that_has_a_newer_version_is_told_of(signed_in, hers, solveig, kari, nora):
    row = signed(hers, solveig, kari)
    desk = signed_in(kari)
    assert rows(kari) == []
    assert "endret siden" not in desk.get("/a/avtaler/").content.decode()
    Signing.objects.filter(pk=row.pk).update(version="2026-01")

    assert rows(kari) == [("agreements.changed", "1", days_ago(0))]
    assert rows(nora) == []
    for where in ("/a/avtaler/", f"/a/avtaler/{hers.reference}/"):
        assert "endret siden" in desk.get(where).content.decode()
    gone_through(hers, kari)  # somebody has begun on the new one
    assert rows(kari) == []


@pytest.fixture
def promised(kari, kaja):
    """They met first 32 days ago, and what she promised was a month."""
    volunteer, participant = pairs.a_volunteer(kari, kaja), pairs.a_participant(kari)
    pairs.walked(participant, volunteer, kari, kaja, days_ago(32))
    volunteers.note_agreement(volunteer=volunteer, on=days_ago(200), months=1, by=kari)
    return fresh(volunteer)


def test_a_promise_that_has_run_out_is_told_of_until_it_is_renewed(
    signed_in, promised, kari, gro, nora
):
    assert rows(kari) == [("agreements.over", "1", None)]
    assert rows(nora) == []
    assert rows(gro) == []  # the day of a pair can be read off it
    assert "omme" in signed_in(kari).get("/a/avtaler/").content.decode()
    page = signed_in(kari).get(f"/a/avtaler/{promised.reference}/").content.decode()
    assert "Hun lovet å være ressursvenn til" in page

    volunteers.note_agreement(volunteer=promised, on=days_ago(0), months=12, by=kari)

    assert rows(kari) == []
    page = signed_in(kari).get(f"/a/avtaler/{promised.reference}/").content.decode()
    assert "Hun har lovet å være ressursvenn til" in page


def test_she_sees_herself_how_long_she_has_promised(signed_in, promised, solveig, kari):
    type(promised).objects.filter(pk=promised.pk).update(person=solveig)
    phone = signed_in(solveig)
    assert "Du lovet å være ressursvenn til" in phone.get("/v/avtale/").content.decode()

    volunteers.note_agreement(volunteer=promised, on=days_ago(0), months=12, by=kari)

    assert "Du har lovet å være ressursvenn til" in phone.get("/v/avtale/").content.decode()


@pytest.mark.parametrize("met_on", ["2026-01-31", "2026-02-28", "2025-12-15", "2028-02-29"])
@pytest.mark.parametrize("months", [1, 12, 13])
def test_the_database_counts_months_as_the_rule_does(promised, kari, met_on, months):
    met = date.fromisoformat(met_on)
    promised.pairs.update(introduced_on=met)
    promised.agreements.update(signed_on=date(2020, 1, 1), months=months)
    ends = rules.commitment_ends(date(2020, 1, 1), months, met)

    for late in (-2, -1, 0, 1, 2, 29, 400):
        terms = Terms(ends + timedelta(late), Limits())
        asked = [about for each in queries.day_rows(kari, terms) for kind, about, _ in each
                 if kind == "agreements.over"]  # fmt: skip
        assert asked == (["1"] if late >= 0 else []), late


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
