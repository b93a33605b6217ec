"""One asks, another answers. No step is skipped or taken twice, and every no has its sentence."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes, queries
from ressursvenn.together.models import Asked

from .conftest import ABOUT, LOCAL, NATIONAL, ask, codes, later


def left(person):
    today = timezone.localdate()
    Person.objects.filter(pk=person.pk).update(left_on=today, left_by=person)


def did():
    entries = AuditEntry.objects.filter(did__startswith="together.").order_by("pk")
    return [(entry.did, entry.purpose) for entry in entries]


def test_the_yes_of_another_does_it_once(asked, thing, kari, kaja):
    answered = changes.answer(asked=asked, yes=True, by=kaja)

    assert thing.done == [(ABOUT, "kari", "kaja")]
    assert (answered.yes, answered.answered_by, answered.outcome) == (True, kaja, "a word")
    assert did() == [("together.asked", LOCAL), ("together.agreed", LOCAL)]
    assert queries.agreed(LOCAL, ABOUT) == answered


def test_a_no_does_nothing(asked, thing, kaja):
    changes.answer(asked=asked, yes=False, by=kaja)

    assert thing.done == []
    assert queries.agreed(LOCAL, ABOUT) is None
    assert did()[-1] == ("together.declined", LOCAL)


def test_what_the_act_refuses_leaves_neither_answer_nor_entry(asked, thing, kaja):
    thing.fails = True

    with pytest.raises(ValidationError, match="Det gikk ikke"):
        changes.answer(asked=asked, yes=True, by=kaja)

    asked.refresh_from_db()
    assert (asked.answered_at, did()) == (None, [("together.asked", LOCAL)])


def test_nobody_answers_her_own(asked, thing, kari):
    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kari)

    assert codes(refused) == ["TOG-01"]
    assert thing.done == []


def test_approving_ones_own_is_impossible_in_the_table_too(asked, kari):
    own = {"answered_at": timezone.now(), "answered_by": kari, "yes": True}

    with pytest.raises(IntegrityError), transaction.atomic():
        Asked.objects.filter(pk=asked.pk).update(**own)


@pytest.mark.parametrize("who", ["gro", "astrid"])
def test_a_colleague_or_the_national_adviser_may(asked, thing, people, who):
    changes.answer(asked=asked, yes=True, by=people[who])

    assert thing.done == [(ABOUT, "kari", who)]


@pytest.mark.parametrize(
    "who", ["nora", "kirsti", "solveig", "siri", "pernille", "bodil", "vigdis"]
)
def test_nobody_else_may(asked, thing, people, who):
    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=people[who])

    assert "TOG-03" in codes(refused)
    assert thing.done == []


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("then", [True, False])
def test_it_is_answered_once(asked, thing, kaja, gro, first, then):
    changes.answer(asked=asked, yes=first, by=kaja)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=then, by=gro)

    assert codes(refused) == ["TOG-05"]
    assert len(thing.done) == first


def test_no_yes_after_it_was_taken_back(asked, thing, kari, kaja):
    changes.take_back(asked=asked, by=kari)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-06"]
    assert did()[-1] == ("together.taken_back", LOCAL)


def test_no_taking_back_after_the_answer(asked, kari, kaja):
    changes.answer(asked=asked, yes=True, by=kaja)

    with pytest.raises(ValidationError, match="venter ikke lenger"):
        changes.take_back(asked=asked, by=kari)


@pytest.mark.parametrize("who", ["nora", "solveig", "siri", "astrid"])
def test_somebody_else_does_not_take_it_back(asked, people, who):
    with pytest.raises(PermissionDenied):
        changes.take_back(asked=asked, by=people[who])


def test_no_yes_when_it_is_too_old(asked, thing, kaja):
    with time_machine.travel(later(days=15)), pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-07"]
    assert thing.done == []


def test_the_last_minute_counts_and_the_next_does_not(asked, kaja):
    with time_machine.travel(asked.good_until, tick=False):
        assert queries.waiting_for(kaja) == []
    with time_machine.travel(asked.good_until - timedelta(minutes=1), tick=False):
        assert len(queries.waiting_for(kaja)) == 1
        changes.answer(asked=asked, yes=True, by=kaja)


def test_what_is_too_old_makes_room_for_a_new_question(asked, kari, kaja, thing):
    with time_machine.travel(later(days=15)):
        again = ask(kari)
        changes.answer(asked=again, yes=True, by=kaja)

    asked.refresh_from_db()
    assert asked.lapsed
    assert len(thing.done) == 1


def test_no_yes_when_the_one_who_asked_has_left(asked, thing, kari, kaja):
    left(kari)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-04"]


def test_no_yes_when_the_one_who_asked_has_another_role(asked, thing, kari, kaja):
    Person.objects.filter(pk=kari.pk).update(role="funder", association=None)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-04"]


@pytest.mark.parametrize("now", [{"role": "volunteer"}, {"role": "funder", "association": None}])
def test_no_yes_from_one_who_had_the_right_when_she_signed_in(asked, thing, kaja, now):
    Person.objects.filter(pk=kaja.pk).update(**now)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-03"]
    assert thing.done == []


def test_no_yes_from_one_who_has_left(asked, thing, kaja):
    left(kaja)

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-03"]


@pytest.mark.parametrize("now", ["otherwise", None])
def test_no_yes_when_the_thing_is_otherwise_or_gone(asked, thing, kaja, now):
    thing.stands = now

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kaja)

    assert codes(refused) == ["TOG-08"]
    assert thing.done == []


def test_every_no_has_a_sentence(asked, thing, kari):
    thing.stands = None

    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=asked, yes=True, by=kari)

    assert len(refused.value.messages) == 2
    assert all(sentence.endswith(".") for sentence in refused.value.messages)


def test_one_question_at_a_time(asked, kaja):
    with pytest.raises(ValidationError, match="allerede spurt"):
        ask(kaja)


def test_another_detail_is_another_question(asked, kaja):
    assert ask(kaja, detail="other").pk != asked.pk


@pytest.mark.parametrize("text", ["Kari Moe", "Hun bor i Moss", "æ", "x" * 81])
def test_free_text_has_no_place(thing, kari, text):
    with pytest.raises(ValidationError):
        ask(kari, detail=text)


@pytest.mark.parametrize("who", ["solveig", "nora", "siri", "astrid", "kirsti"])
def test_only_whoever_may_asks(thing, people, oslo, who):
    with pytest.raises(PermissionDenied):
        changes.ask(act=LOCAL, about=ABOUT, association=oslo, by=people[who])


def test_a_coordinator_asks_nothing_on_behalf_of_the_country(thing, kari):
    with pytest.raises(PermissionDenied):
        changes.ask(act=LOCAL, about=ABOUT, association=None, by=kari)


def test_what_cannot_be_is_not_asked_about(thing, kari):
    thing.stands = None

    with pytest.raises(ValidationError, match="finnes ikke"):
        ask(kari)


def test_an_act_that_no_room_knows_is_not_asked(thing, kari):
    with pytest.raises(KeyError):
        ask(kari, act="test.unknown")


def test_nobody_asks_or_answers_about_herself(thing, siri, pernille, astrid):
    with pytest.raises(ValidationError) as refused:
        ask(siri, NATIONAL, siri.reference)
    assert codes(refused) == ["TOG-02"]

    about_her = ask(siri, NATIONAL, pernille.reference)
    with pytest.raises(ValidationError) as refused:
        changes.answer(asked=about_her, yes=True, by=pernille)
    assert codes(refused) == ["TOG-02"]
    assert changes.answer(asked=about_her, yes=True, by=astrid).yes


@pytest.mark.parametrize("who", ["kari", "kirsti", "vigdis", "siri"])
def test_what_concerns_the_country_is_answered_by_its_own(thing, people, siri, who):
    asked = ask(siri, NATIONAL)

    with pytest.raises(ValidationError):
        changes.answer(asked=asked, yes=True, by=people[who])

    assert thing.done == []


def test_a_yes_is_used_once(asked, kari, kaja):
    row = changes.answer(asked=asked, yes=True, by=kaja)

    changes.use_up(asked=row, by=kari)
    assert queries.agreed(LOCAL, ABOUT) is None
    with pytest.raises(ValidationError):
        changes.use_up(asked=row, by=kari)


def test_what_was_not_agreed_is_not_used(asked, kari):
    with pytest.raises(ValidationError):
        changes.use_up(asked=asked, by=kari)


def test_a_yes_is_used_by_one_of_the_two(asked, kaja, gro):
    row = changes.answer(asked=asked, yes=True, by=kaja)

    with pytest.raises(PermissionDenied):
        changes.use_up(asked=row, by=gro)


def test_a_yes_that_nobody_used_does_not_last(asked, kari, kaja):
    row = changes.answer(asked=asked, yes=True, by=kaja)

    with time_machine.travel(later(days=15)):
        assert queries.agreed(LOCAL, ABOUT) is None
        with pytest.raises(ValidationError):
            changes.use_up(asked=row, by=kari)
