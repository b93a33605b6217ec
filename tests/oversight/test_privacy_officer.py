"""What the privacy officer sees of the log, and what she says about it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.accounts.queries import terms
from ressursvenn.oversight import changes, queries
from ressursvenn.oversight.models import Verdict
from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry

from .conftest import CALLED, NUMBER, page, say_why

HERE = "/a/innsyn/"


@pytest.fixture
def snooped(signed_in, amina, kaja):
    """Kaja has looked at Kari's participant, and done nothing for her."""
    browser = signed_in(kaja)
    say_why(browser, amina, "asked")
    browser.get(page(amina))
    return amina


def shown(browser) -> str:
    return browser.get(HERE).content.decode()


def odd(pernille):
    (one,) = queries.odd_ones(pernille)
    return one


def posted(one, said):
    sign = one.sign
    return {
        "kind": sign.kind, "person": sign.by, "reference": sign.reference,
        "day": sign.day.isoformat() if sign.day else "", "newest": sign.newest, "said": said,
    }  # fmt: skip


def test_a_line_says_who_what_when_the_reference_and_how_many(signed_in, snooped, pernille):
    told = shown(signed_in(pernille))

    for word in ("Kaja Berg", "Oslo lokalforening", "deltaker hos en kollega", snooped.reference):
        assert word in told
    assert re.search(r"\d+\. \w+ \d\d:\d\d", told)


def test_never_what_was_seen_nor_whom_a_participant_is(signed_in, snooped, pernille):
    day = signed_in(pernille).get("/a/").content.decode()
    for told in (shown(signed_in(pernille)), day):
        assert not any(word in told for word in (CALLED, NUMBER, "Sandvika", "somali"))
    assert not AuditEntry.objects.filter(did="protection.opened", by=pernille).exists()


def test_an_ordinary_day_shows_nothing_and_says_what_would_come(signed_in, amina, kari, pernille):
    signed_in(kari).get(page(amina))

    assert "Ingenting skiller seg ut" in shown(signed_in(pernille))


def test_min_dag_has_a_line_until_somebody_has_said_something(snooped, pernille):
    (line,) = queries.day_lines(pernille, terms(None))
    assert (line.who, line.url) == (snooped.reference, HERE)
    assert "Kaja Berg, én gang" in line.sentence

    changes.judge(sign=odd(pernille).sign, said="in_order", by=pernille)

    assert queries.day_lines(pernille, terms(None)) == []


@pytest.mark.parametrize(
    ("said", "word"), [("in_order", "sett, i orden"), ("followed_up", "følges opp")]
)
def test_what_is_said_stands_there(signed_in, snooped, pernille, said, word):
    browser = signed_in(pernille)
    browser.post(f"{HERE}sagt/", posted(odd(pernille), said))

    assert (Verdict.objects.get().said, Verdict.objects.get().said_by) == (said, pernille)
    assert word in shown(browser)
    assert AuditEntry.objects.first().did == f"oversight.{said}"


def test_followed_up_can_be_put_in_order_later(signed_in, snooped, pernille):
    for said in ("followed_up", "in_order"):
        signed_in(pernille).post(f"{HERE}sagt/", posted(odd(pernille), said))

    assert odd(pernille).said == "sett, i orden"
    assert Verdict.objects.count() == 2


def test_more_of_it_makes_it_a_question_again(signed_in, snooped, kaja, pernille):
    before = odd(pernille)
    changes.judge(sign=before.sign, said="in_order", by=pernille)
    assert not odd(pernille).is_open

    signed_in(kaja).get(page(snooped))

    assert odd(pernille).is_open
    assert odd(pernille).sign.key == before.sign.key


def test_what_came_while_she_read_is_not_judged_unseen(signed_in, snooped, kaja, pernille):
    as_shown = posted(odd(pernille), "in_order")
    signed_in(kaja).get(page(snooped))

    signed_in(pernille).post(f"{HERE}sagt/", as_shown)

    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"kind": "x"}, {"person": "0"}, {"said": "guilty"}, {"newest": ""}]
)
def test_what_is_not_there_is_not_judged(signed_in, snooped, pernille, wrong):
    told = signed_in(pernille).post(f"{HERE}sagt/", {**posted(odd(pernille), "in_order"), **wrong})

    assert told.status_code == 302
    assert not Verdict.objects.exists()


def test_only_the_privacy_officer_judges(snooped, people):
    sign = odd(people["pernille"]).sign
    for name in ("kari", "kaja", "gro", "astrid", "vigdis", "siri", "kirsti"):
        assert queries.odd_ones(people[name]) == []
        with pytest.raises(PermissionDenied):
            changes.judge(sign=sign, said="in_order", by=people[name])
    with pytest.raises(ValidationError):
        changes.judge(sign=sign, said="", by=people["pernille"])


def test_after_a_month_it_is_no_longer_here(snooped, pernille):
    with time_machine.travel(AuditEntry.objects.first().at + queries.LOOKS_BACK * 1.1):
        assert queries.odd_ones(pernille) == []


def test_an_erased_participant_is_a_reference_as_before(signed_in, snooped, pernille):
    vault.destroy_keys(snooped.reference)

    assert snooped.reference in shown(signed_in(pernille))


def test_five_questions_however_much_there_is(
    signed_in, snooped, kaja, pernille, django_assert_max_num_queries
):
    for _ in range(9):
        signed_in(kaja).get(page(snooped))

    with django_assert_max_num_queries(5):
        queries.odd_ones(pernille)


def test_what_is_of_no_kind_is_not_judged(snooped, pernille):
    """Asked of the change itself: a page can only send back a kind that it was shown."""
    unheard_of = replace(odd(pernille).sign, kind="unheard_of")

    with pytest.raises(ValidationError, match="unheard_of"):
        changes.judge(sign=unheard_of, said="in_order", by=pernille)
