"""What the volunteer notes on her phone: they met or did not. No place, no story, no money."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from ressursvenn.accounts.models import Person
from ressursvenn.programme.rules import Rule, refusals
from ressursvenn.programme.states import PairState
from ressursvenn.programme.words import MEET_UP_KINDS
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not

from .. import rules
from ..models import MeetUp, Pair
from . import _ground


@transaction.atomic
def log_meet_up(
    *,
    pair: Pair,
    day: date,
    happened: bool,
    by: Person,
    length: str = "",
    kinds: Iterable[str] = (),
    not_happened: str = "",
    wants_talk: bool = False,
    once: str = "",
) -> MeetUp:
    """Note a meet-up. The same form sent twice (`once`) is one meet-up and one entry."""
    row = _ground.led_or_walking(pair, by)
    if once and (noted := MeetUp.objects.filter(pair=row, once=once).first()):
        return noted
    meet_up = MeetUp(
        pair=row,
        day=day,
        happened=happened,
        length=length,
        kinds=_known(kinds),
        not_happened=not_happened,
        wants_talk=wants_talk,
        logged_by=by,
        once=once or get_random_string(32),
    )
    _must_hold(rules.MAY_LOG, meet_up, row, by)
    meet_up.full_clean()
    meet_up.save()
    audit.record(by=by, did="pairs.meet_up_logged", to=row)
    return meet_up


@transaction.atomic
def correct_meet_up(
    *,
    meet_up: MeetUp,
    day: date,
    happened: bool,
    by: Person,
    length: str = "",
    kinds: Iterable[str] = (),
    not_happened: str = "",
    wants_talk: bool = False,
) -> MeetUp:
    """Whoever noted it, notes it right. The log keeps that it was corrected, and when."""
    row = _ground.led_or_walking(meet_up.pair, by)
    noted = MeetUp.objects.get(pk=meet_up.pk, pair=row)
    noted.day, noted.happened, noted.length = day, happened, length
    noted.kinds, noted.not_happened, noted.wants_talk = _known(kinds), not_happened, wants_talk
    _must_hold(rules.MAY_CORRECT, noted, row, by)
    noted.full_clean()
    noted.save()
    audit.record(by=by, did="pairs.meet_up_corrected", to=row)
    return noted


@transaction.atomic
def take_back_meet_up(*, meet_up: MeetUp, by: Person) -> None:
    """Whoever noted it takes it back: the meet-up is gone, the log keeps that it was."""
    row = _ground.led_or_walking(meet_up.pair, by)
    noted = MeetUp.objects.filter(pk=meet_up.pk, pair=row).first()
    if noted is None:
        return
    _must_hold((rules.own_note,), noted, row, by)
    noted.delete()
    audit.record(by=by, did="pairs.meet_up_taken_back", to=row)


@transaction.atomic
def set_next_meet_up(*, pair: Pair, day: date | None, by: Person) -> Pair:
    """A day and nothing else; None takes it away. It is erased when it is past."""
    row = _ground.led_or_walking(pair, by)
    if row.state is not PairState.RUNNING:
        raise ValidationError("Neste treff settes mens koblingen er i gang.", code="PAI-15")
    if day is not None and day < timezone.localdate():
        raise ValidationError({"day": "Velg en dag som ikke er forbi."})
    row.next_meet_up = day
    row.save(update_fields=["next_meet_up"])
    audit.record(by=by, did="pairs.next_meet_up_set", to=row)
    return row


def _must_hold(
    asked: tuple[Rule[rules.MeetUpFacts], ...], meet_up: MeetUp, row: Pair, by: Person
) -> None:
    facts = rules.MeetUpFacts(
        state=row.state,
        day=meet_up.day,
        introduced_on=row.introduced_on,
        ended_on=row.ended_on,
        logged_by=meet_up.logged_by_id,
        by=by.pk,
    )
    or_why_not(refusals(asked, facts, _ground.terms_of(row)))


def _known(kinds: Iterable[str]) -> list[str]:
    """Codes from the list, each once, in its order."""
    chosen = set(kinds)
    if chosen - set(MEET_UP_KINDS):
        raise ValidationError("Velg fra lista.", code="kinds")
    return [kind for kind in MEET_UP_KINDS if kind in chosen]
