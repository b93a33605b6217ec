"""Something new waits for somebody: whoever wants a notice gets one, and it does not say what."""

from __future__ import annotations

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.protection.messages import post
from ressursvenn.protection.messages.texts import SOMETHING_WAITS

from ..models import Pair


def second(pair: Pair, by: Person) -> None:
    """Those who may give the second yes: colleagues, or the national advisers where there are none."""
    others = list(accounts.colleagues(pair.association).exclude(pk=by.pk))
    here = [person for person in others if person.association_id == pair.association_id]
    for person in here or others:
        post.to_staff(person=person, kind=SOMETHING_WAITS, by=by)


def volunteer(pair: Pair, by: Person) -> None:
    """She is to answer, if she has an account to answer from."""
    if pair.volunteer.person is not None:
        post.to_staff(person=pair.volunteer.person, kind=SOMETHING_WAITS, by=by)
