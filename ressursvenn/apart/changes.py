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
from ressursvenn.volunteers import queries as volunteers_room

from . import queries
from .models import KeepApart, KeptFrom
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
        fingerprints=list(reading.fingerprints),
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
    seen_up_to: int | None = None,
) -> KeepApart:
    """The vetting officer has looked. Those chosen, and all the fingerprints point at, never meet.

    May be done again when more is known; a decision to keep apart is only ever added to. Whoever
    applied after the page was shown (`seen_up_to`, a primary key) has not been looked at.
    """
    guard.check(by, Permission.SEE_KEEP_APART)
    hits = queries.hits_of(by, [entry])[entry.pk]
    chosen = {volunteer.pk for volunteer in keep_from}
    known = volunteers_room.for_vetting(by).filter(
        pk__in=chosen, association_id=entry.participant.association_id
    )
    if known.count() < len(chosen):
        raise ValidationError("Velg blant ressursvennene i deltakerens egen forening.")
    today = timezone.localdate()
    KeptFrom.objects.bulk_create(
        (
            KeptFrom(entry=entry, volunteer_id=pk, decided_on=today, decided_by=by)
            for pk in sorted((chosen | hits.by_print) - hits.decided)
        ),
        ignore_conflicts=True,  # two officers may decide the same at once
    )
    entry.looked_at_on, entry.looked_at_by = today, by
    newest = queries.newest_volunteer(by)
    entry.newest_seen = newest if seen_up_to is None else min(seen_up_to, newest)
    entry.save(update_fields=["looked_at_on", "looked_at_by", "newest_seen"])
    audit.record(by=by, did="apart.entry_settled", to=entry)
    return entry
