"""What every change stands on: the row is locked and read anew, and every rule is asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals
from ressursvenn.programme.states import PairState
from ressursvenn.protection import opening
from ressursvenn.shapes.refusing import or_why_not

from .. import facts, rules
from ..models import Pair

ERASED = "En av de to er slettet. Da kan koblingen bare avsluttes."


def must_hold(noes: Iterable[Refusal], by: Person) -> None:
    """Raise ValidationError with every reason, each as `by` may be told it."""
    or_why_not(no.as_told_to(by.may) for no in noes)


def locked(pair: Pair) -> Pair:
    """The row as it is now, and nobody else's until we are done."""
    rows = Pair.objects.select_for_update(of=("self",))
    return rows.select_related("participant", "volunteer", "association").get(pk=pair.pk)


def led(pair: Pair, by: Person) -> Pair:
    """The locked row, for whoever leads pairs in its association."""
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(by, pair)
    return locked(pair)


def own(pair: Pair, by: Person) -> Pair:
    """The locked row, for the volunteer whose pair it is: from when she is asked until it ends."""
    guard.check(by, Permission.OWN_PAIR)
    row = locked(pair)
    if row.volunteer.person_id != by.pk or row.volunteer.left_on is not None:
        raise PermissionDenied
    if row.is_closed or row.she_said_yes_on is None:
        raise PermissionDenied
    return row


def led_or_own(pair: Pair, by: Person) -> Pair:
    """The locked row, for the coordinator or for the volunteer herself."""
    return led(pair, by) if by.may(Permission.LEAD_PAIRS) else own(pair, by)


def led_or_walking(pair: Pair, by: Person) -> Pair:
    """The same, but for the volunteer only while nothing stands in the way of the two going on."""
    row = led_or_own(pair, by)
    known = facts.of_pairs([row])[row.reference]
    if not by.may(Permission.LEAD_PAIRS) and rules.may_go_on(known, terms_of(row)):
        raise PermissionDenied
    return row


def terms_of(pair: Pair) -> Terms:
    return accounts.terms(pair.association)


def must_step(pair: Pair, there: PairState, on: date | None) -> date:
    """No step is skipped or taken twice, and the days follow each other. Returns the day."""
    day = on or timezone.localdate()
    step = rules.StepFacts(here=pair.state, there=there, on=day, before_on=_last_step(pair))
    or_why_not(refusals(rules.MAY_STEP, step, terms_of(pair)))
    return day


def _last_step(pair: Pair) -> date:
    steps = (
        pair.introduced_on,
        pair.introduction_planned_on,
        pair.volunteer_said_yes_on,
        pair.she_said_yes_on,
        pair.approved_on,
        pair.decided_on,
    )
    return next(day for day in steps if day)


def must_still_hold(pair: Pair, by: Person) -> None:
    """Nothing that would have stopped the decision has come up since. Opens both cards."""
    both = opening.open_cards([pair.participant, pair.volunteer], by=by, purpose="pair_step")
    if len(both) < 2:
        raise ValidationError(ERASED, code="erased")
    terms = terms_of(pair)
    layers = facts.between(pair.participant, pair.volunteer, terms)
    must_hold(layers.but_for_room(), by)


def forget_days(pair: Pair) -> None:
    """A closed pair has no day ahead and no place."""
    pair.introduction_day = pair.introduction_place = pair.next_meet_up = None


def keep(pair: Pair) -> Pair:
    """Check every constraint, then save."""
    pair.full_clean()
    pair.save()
    return pair
