"""Two acts of the tests' own, one of an association and one of the country, and what they did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.accounts.permissions import Permission
from ressursvenn.together import acts, changes
from ressursvenn.together.models import Asked

LOCAL, NATIONAL = "test.local", "test.national"
ABOUT = "abcd2345"


class Thing:
    """What the tests' acts are about: how it stands, and how often it was done."""

    def __init__(self):
        self.stands, self.done, self.fails = "as it was", [], False

    def how_it_stands(self, *, about, detail, association):
        if self.stands is None:
            raise ValidationError("Det finnes ikke lenger.")
        return self.stands

    def do(self, *, asked, by):
        if self.fails:
            raise ValidationError("Det gikk ikke.")
        self.done.append((asked.about, asked.asked_by.sign_name, by.sign_name))
        return "a word"


def neutral(rows):
    return {row.reference: (("Gjelder", "noe nøytralt"),) for row in rows}


@pytest.fixture
def thing(monkeypatch) -> Thing:
    one = Thing()
    monkeypatch.setattr(acts, "_registered", dict(acts._registered))
    common = {"done": one.do, "stands": one.how_it_stands, "summary": neutral, "fresh": False}
    of_association = {
        "may_ask": Permission.SCREEN_VOLUNTEERS,
        "may_answer": Permission.APPROVE_PAIRS,
        "question": "Skal dette gjøres?",
        "many": "Skal disse {} gjøres?",
    }
    of_country = {
        "may_ask": Permission.RUN_SYSTEM,
        "may_answer": Permission.CONFIRM_ACCOUNTS,
        "question": "Skal dette gjøres i landet?",
    }
    acts.register(acts.Act(code=LOCAL, **of_association, **common))
    acts.register(acts.Act(code=NATIONAL, **of_country, **common))
    return one


def ask(by, act=LOCAL, about=ABOUT, **more) -> Asked:
    return changes.ask(act=act, about=about, association=by.association, by=by, **more)


@pytest.fixture
def asked(thing, kari, people) -> Asked:
    """Kari has asked in her association."""
    return ask(kari)


def later(**time) -> object:
    """`time_machine.travel(later(days=3))`."""
    return timezone.now() + timedelta(**time)


def codes(refused) -> list[str]:
    return [one.code for one in refused.value.error_list]
