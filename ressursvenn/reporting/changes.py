"""What happens to numbers: answers noted, the limit raised, a year proposed, asked about, released."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not
from ressursvenn.together import changes as together

from . import again, building, compiling, composing, facts, making, protecting, queries, rules
from .models import STEPS, Answer, FirstCount, Proposal, Raised, Release

LARGEST = 2**31 - 1  # what an integer key holds in every database
RELEASED = "Tallene for dette året er gitt ut, og endres aldri."
COUNTED = (
    "Tallene for dette året er telt, og telles ikke igjen. Et svar til kan ikke komme med, så noter "
    "det ikke."
)
NOT_SAFE = (
    "Det ble ikke funnet noen måte å vise disse tallene på som ikke kan regnes ut. Hold tilbake en eller flere "
    "tabeller, og prøv igjen."
)
NOTHING_SAID = (
    "Skriv minst ett svar. Er deltakeren ikke spurt, eller ville ikke svare, noteres ingenting."
)


@transaction.atomic
def note_answers(*, year: int, by: Person, **steps: int | None) -> Answer:
    """What somebody answered when a pair ended. It is nobody's from now on."""
    guard.check(by, Permission.LEAD_PAIRS)
    today = timezone.localdate()
    if not today.year - 1 <= year <= today.year:
        raise ValidationError({"year": "Svar noteres for koblinger avsluttet i år eller i fjor."})
    if not any(steps.values()):
        raise ValidationError(NOTHING_SAID)
    if year in facts.counted():
        raise ValidationError({"year": COUNTED})
    row = Answer(
        key=secrets.randbelow(LARGEST) + 1, year=year, **{name: steps.get(name) for name in STEPS}
    )
    row.full_clean()
    row.save()
    audit.record(by=by, did="reporting.answers_noted")
    return row


@transaction.atomic
def raise_limit(*, limit: int, by: Person) -> Raised:
    """From now on no smaller number is printed. There is no way back."""
    guard.check(by, Permission.RELEASE_FIGURES)
    if limit <= facts.limit():
        raise ValidationError(
            {"limit": f"Grensen er {facts.limit()} og kan bare heves. Skriv et større tall."}
        )
    row = Raised(limit=limit, raised_on=timezone.localdate(), raised_by=by)
    row.full_clean()
    row.save()
    audit.record(by=by, did="reporting.limit_raised")
    return row


@transaction.atomic
def propose(
    *,
    year: int,
    by: Person,
    held_back: tuple[str, ...] = (),
    on: date | None = None,
    invented: compiling.Year | None = None,
) -> Proposal:
    """Count a year, the once, protect it, and keep what may be printed. `invented`: for a made-up world."""
    guard.check(by, Permission.RELEASE_FIGURES)
    if (invented or on) and not settings.REHEARSAL:
        raise PermissionDenied
    terms, day = accounts.terms(None), on or timezone.localdate()
    or_why_not(rules.may_be_proposed(facts.of(year), terms))
    if first := facts.first_count(year):
        told = _built(again.built, first, year, held_back)
    else:
        counted = invented or compiling.of_year(year, on=day, limits=terms.limits, by=by)
        told = _built(partial(building.built, on=day), counted, year, held_back)
    row = Proposal(year=year, told=told, proposed_on=day, proposed_by=by)
    row.full_clean()
    row.save()
    audit.record(by=by, did="reporting.proposed", to=row)
    return row


def _built(
    how: Callable[..., building.Data], of: Any, year: int, held_back: tuple[str, ...]
) -> Mapping[str, Any]:
    """From counts, or from what they were printed as; no later year is out."""
    earlier, seen = queries.told_by_releases(), queries.seen_before(year)
    try:
        return how(of, limit=facts.limit(), earlier=earlier, seen=seen, held_back=held_back)
    except protecting.NotSafe:
        raise ValidationError(NOT_SAFE) from None
    except composing.DoNotAddUp:
        raise ValidationError(
            "To tellinger av de samme stemmer ikke med hverandre. Det er en feil hos oss: meld fra, og vent."
        ) from None


@transaction.atomic
def throw_away_proposal(*, proposal: Proposal, by: Person) -> None:
    """It will not be released as it is. What it printed is kept, and what is proposed next follows from it."""
    row = _standing(proposal, by)
    first = {"told": row.told, "thrown_on": timezone.localdate(), "thrown_by": by}
    FirstCount.objects.get_or_create(year=row.year, defaults=first)
    audit.record(by=by, did="reporting.thrown_away", to=row)
    row.delete()


@transaction.atomic
def ask_to_release(*, proposal: Proposal, by: Person) -> Any:
    """One of two has said that it should be released as it stands. Raises ValidationError with why not."""
    row = _standing(proposal, by)
    _must_be_unbroken(row)
    return together.ask(act=queries.ISSUE, about=row.reference, association=None, by=by)


def _issued(*, asked: Any, by: Person) -> Release:
    """The second yes: attacked once more, and the files are kept as they are from now on."""
    proposal = Proposal.objects.get(reference=asked.about)
    _must_be_unbroken(proposal)
    number = Release.objects.count() + 1
    today = timezone.localdate()
    files = making.made(proposal.told, number, on=today, site=queries.site())
    row = Release(
        proposal=proposal,
        number=number,
        year=proposal.year,
        asked_by=asked.asked_by,
        issued_by=by,
        **files,
    )
    row.prints = {kind: making.print_of(content) for kind, content in files.items()}
    row.made_with, row.issued_on = making.versions(), today
    row.full_clean()
    row.save()
    audit.record(by=by, did="reporting.released", to=proposal)
    return row


def _must_be_unbroken(row: Proposal) -> None:
    """Attacked as whoever has seen most would have it, together with all earlier years. What is weak is named.

    What does not follow from the first count may contradict itself, and is not attacked at all.
    """
    first = facts.first_count(row.year)
    follows = first is None or again.follows(row.told, first)
    weak = _weak(row.told) if follows else []
    found = len(weak) if follows else None
    known = facts.of(row.year, weak=found, under=row.told["limit"], follows=follows)
    noes = [
        ValidationError(no.sentence, code=no.rule)
        for no in rules.may_be_released(known, accounts.terms(None))
    ]
    if noes:
        raise ValidationError([*noes, *(ValidationError(one.said, code="weak") for one in weak)])


def _weak(told: Mapping[str, Any]) -> list[protecting.Weak]:
    """What can be reckoned of it; what is proven of nothing is kept back too."""
    year, seen = told["year"], queries.seen_before(told["year"])
    try:
        weak = protecting.attack(told, seen)
    except protecting.NotSafe:
        raise ValidationError(NOT_SAFE) from None
    few = composing.few_are_new(again.counts_of(told), told["limit"], year, seen)
    return [*weak, protecting.few_new(year)] if few else weak


def _standing(proposal: Proposal, by: Person) -> Proposal:
    """As it is in the database now, and so until we are done."""
    guard.check(by, Permission.RELEASE_FIGURES)
    row = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk).first()
    if row is None:
        raise ValidationError("Forslaget er kastet.")
    if Release.objects.filter(proposal=row).exists():
        raise ValidationError(RELEASED)
    return row
