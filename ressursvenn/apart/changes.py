"""Every change to who must never meet. Keyword-only, audited; the log repeats no word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.protection.likeness import prints
from ressursvenn.volunteers import queries as volunteers_room

from . import queries
from .holding import Held
from .models import Decision, KeepApart
from .reading import read


@transaction.atomic
def name_keep_apart(
    *, participant: Any, kind: str, text: str, by: Person, sealed: bool = False
) -> KeepApart:
    """The participant has said whom never to meet. Sealed to everyone but vetting.

    What cannot be compared for certain is sealed whatever was asked, and stops suggestions until
    the vetting officer has looked at it.
    """
    guard.check(by, Permission.NAME_KEEP_APART)
    guard.same_house(by, participant)
    reading = read(kind, text)
    entry = KeepApart(
        participant=participant,
        kind=kind,
        original=text.strip(),
        prints=reading.prints,
        sealed=sealed or reading.doubt,
        noted_on=timezone.localdate(),
        noted_by=by,
    )
    entry.full_clean()
    entry.save()
    audit.record(by=by, did="apart.keep_apart_named", to=participant)
    return entry


@transaction.atomic
def settle(
    *,
    entry: KeepApart,
    by: Person,
    keep_from: Iterable[Any] = (),
    not_the_same: Iterable[Any] = (),
    seen_up_to: int | None = None,
) -> KeepApart:
    """The vetting officer has looked. Those chosen, and all the entry points at for certain, never meet.

    Of whoever only resembles the entry nothing is decided unless it is said. May be done again when more
    is known. Whoever applied after the page was shown (`seen_up_to`, a primary key) has not been looked at.
    """
    guard.check(by, Permission.SEE_KEEP_APART)
    chosen = {volunteer.pk for volunteer in keep_from}
    if released := [each for each in not_the_same if each.pk not in chosen]:
        release(entry=entry, volunteers=released, by=by)
    held = queries.held_of(by, [entry])[entry.pk]
    own = volunteers_room.for_vetting(by).filter(association_id=entry.participant.association_id)
    if own.filter(pk__in=chosen - held.met.keys()).count() < len(chosen - held.met.keys()):
        raise ValidationError("Velg blant ressursvennene i deltakerens egen forening.")
    certain = {pk for pk in held.undecided() if held.answer(pk) is True}
    _decide(entry, held, {pk for pk in chosen | certain if not held.is_kept(pk)}, kept=True, by=by)
    entry.looked_at_on, entry.looked_at_by = timezone.localdate(), by
    newest = queries.newest_volunteer(by)
    entry.newest_seen = newest if seen_up_to is None else min(seen_up_to, newest)
    entry.save(update_fields=["looked_at_on", "looked_at_by", "newest_seen"])
    audit.record(by=by, did="apart.entry_settled", to=entry)
    return entry


@transaction.atomic
def release(*, entry: KeepApart, volunteers: Iterable[Any], by: Person) -> KeepApart:
    """These are not whom the entry means: a namesake, an old number. It holds for what has met so far."""
    guard.check(by, Permission.SEE_KEEP_APART)
    held = queries.held_of(by, [entry])[entry.pk]
    meant = {volunteer.pk for volunteer in volunteers}
    if not meant <= held.met.keys():
        raise ValidationError("Bare den oppføringen peker på, kan slippes fri.")
    _decide(entry, held, meant, kept=False, by=by)
    audit.record(by=by, did="apart.namesake_released", to=entry)
    return entry


def _decide(entry: KeepApart, held: Held, about: Iterable[int], *, kept: bool, by: Person) -> None:
    Decision.objects.bulk_create(
        Decision(
            entry=entry,
            volunteer_id=pk,
            kept=kept,
            met=prints.packed(held.met.get(pk, ())),
            decided_on=timezone.localdate(),
            decided_by=by,
        )
        for pk in sorted(about)
    )
