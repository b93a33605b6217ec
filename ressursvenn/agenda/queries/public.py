"""What everybody reads: demands with their words, how they stand and why, and figures with their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

from .. import facts
from ..models import Addressee, Addressing, Demand, DemandText, Evidence, Happening, SourcedFigure
from ..states import Standing


@dataclass(frozen=True, slots=True)
class Told:
    """One demand as everybody reads it. What was struck or withdrawn is there as well, and says so."""

    demand: Demand
    versions: tuple[DemandText, ...]
    timeline: tuple[Happening, ...]
    evidence: tuple[Evidence, ...]
    addressees: tuple[Addressee, ...]
    once: tuple[Addressee, ...]  # it was addressed to them before
    standing: Standing

    @property
    def reference(self) -> str:
        return str(self.demand.reference)

    @property
    def text(self) -> DemandText:
        """The newest words."""
        return self.versions[-1]

    @property
    def promises(self) -> list[Happening]:
        """Those that are neither kept nor broken."""
        return [one for one in self.timeline if one.pk in self.standing.open_promises]


def all_told(*, hole: str = "", until: date | None = None) -> list[Told]:
    """Every demand that everybody may read, oldest first within its hole; as it was told by a day."""
    rows = Demand.objects.order_by("hole", "raised_day", "pk")
    rows = rows.filter(hole=hole) if hole else rows
    return _told(rows, until)


def told_to(addressee: Addressee) -> tuple[list[Told], list[Told]]:
    """Those that are addressed to a body, and those that were before."""
    confirmed = Addressing.objects.filter(confirmed_on__isnull=False, addressees=addressee)
    rows = Demand.objects.filter(pk__in=confirmed.values("demand")).order_by("raised_day", "pk")
    told = _told(rows, None)
    now = [one for one in told if addressee in one.addressees]
    return now, [one for one in told if one not in now]


def one_told(reference: str) -> Told | None:
    """One of them; a demand whose words nobody has confirmed is as nothing."""
    return next(iter(_told(Demand.objects.filter(reference=reference), None)), None)


def version_told(reference: str, number: int) -> DemandText | None:
    """The words as they were in one version, for ever at the same address."""
    texts = DemandText.objects.filter(confirmed_on__isnull=False, number=number)
    return texts.filter(demand__reference=reference).select_related("demand").first()


def addressee_called(reference: str) -> Addressee | None:
    """One that a demand of everybody's is addressed to, or once was: the page stays."""
    public = Addressee.objects.filter(
        addressings__confirmed_on__isnull=False,
        addressings__demand__texts__confirmed_on__isnull=False,
    )
    return public.filter(reference=reference).first()


def public_figures(*, until: date | None = None) -> QuerySet[SourcedFigure]:
    """The figures that are told, the stale ones too: each says that it is."""
    day = until or timezone.localdate()
    standing = Q(withdrawn_on=None) | Q(withdrawn_on__gt=day)
    told = SourcedFigure.objects.filter(standing, confirmed_on__lte=day)
    return told.select_related("owner").order_by("says", "pk")


def every_told_figure() -> QuerySet[SourcedFigure]:
    """The same, and after them those that have been withdrawn: what was told stays to be seen, struck."""
    told = SourcedFigure.objects.filter(confirmed_on__lte=timezone.localdate())
    return told.order_by(F("withdrawn_on").asc(nulls_first=True), "says", "pk")


def public_figure(reference: str) -> SourcedFigure | None:
    """One of them, for a page that wants to tell it."""
    return public_figures().filter(reference=reference).first()


def _told(rows: QuerySet[Demand], until: date | None) -> list[Told]:
    day = until or timezone.localdate()
    found = rows.prefetch_related(
        _confirmed("texts", DemandText.objects.order_by("number"), day),
        _confirmed(
            "happenings",
            Happening.objects.select_related("addressee", "promise").order_by("day", "pk"),
            day,
        ),
        _confirmed(
            "evidence", Evidence.objects.select_related("figure").order_by("-year", "pk"), day
        ),
        Prefetch(
            "addressees", Addressee.objects.order_by("kind", "name"), to_attr="public_addressees"
        ),
        _confirmed(
            "addressings", Addressing.objects.order_by("pk").prefetch_related("addressees"), day
        ),
    )
    return [_one(row, day) for row in found if row.public_texts]  # type: ignore[attr-defined]


def _confirmed(name: str, rows: QuerySet[Any], day: date) -> Prefetch[Any]:
    return Prefetch(name, rows.filter(confirmed_on__lte=day), to_attr=f"public_{name}")


def _one(row: Any, day: date) -> Told:
    standing = facts.standing_of(one for one in row.public_happenings if not _struck_by(one, day))
    facts.mark_overdue(row.public_happenings, standing, day)
    return Told(
        demand=row,
        versions=tuple(row.public_texts),
        timeline=tuple(row.public_happenings),
        evidence=tuple(row.public_evidence),
        addressees=tuple(row.public_addressees),
        once=tuple(_once(row)),
        standing=standing,
    )


def _struck_by(one: Happening, day: date) -> bool:
    return one.struck_on is not None and one.struck_on <= day


def _once(row: Any) -> list[Addressee]:
    """Each of them once, as they came."""
    before = [one for several in row.public_addressings for one in several.addressees.all()]
    return [one for one in dict.fromkeys(before) if one not in row.public_addressees]
