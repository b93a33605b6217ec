"""What has changed since a day: what everybody could read then, and can read now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from ..models import Addressing, DemandText, Evidence, Happening, SourcedFigure

AT_MOST = 300


@dataclass(frozen=True, slots=True)
class Change:
    """One line. `on` is the day it could be read; `day` when it happened, if that is another thing.

    `about` is the title of a demand, with its reference; a figure has none.
    """

    on: date
    kind: str
    sentence: str
    about: str = ""
    reference: str = ""
    day: date | None = None
    part: str = ""


def changes_between(first: date, last: date) -> list[Change]:
    """Newest first; of each kind no more than can be read."""
    titles = _titles(last)
    told = [*_words(first, last), *_happened(first, last, titles), *_struck(first, last, titles)]
    told += [*_behind(first, last, titles), *_addressed(first, last, titles)]
    told += _figures(first, last)
    return sorted(told, key=lambda one: (one.on, one.kind, one.reference, one.part), reverse=True)


def _titles(last: date) -> dict[int, tuple[str, str]]:
    """Of each demand that can be read: what it is called, and its reference."""
    texts = DemandText.objects.filter(confirmed_on__lte=last).order_by("number")
    named = texts.values_list("demand_id", "title", "demand__reference")
    return {pk: (title, reference) for pk, title, reference in named}


def _words(first: date, last: date) -> Iterator[Change]:
    texts = DemandText.objects.filter(confirmed_on__range=(first, last)).select_related("demand")
    for text in texts.order_by("-confirmed_on", "-pk")[:AT_MOST]:
        kind = "Nytt krav" if text.number == 1 else "Nye ord"
        said = text.why or text.demand.hole_word
        yield Change(text.confirmed_on, kind, said, text.title, text.demand.reference)


def _happened(first: date, last: date, titles: dict[int, tuple[str, str]]) -> Iterator[Change]:
    rows = Happening.objects.filter(confirmed_on__range=(first, last), demand__in=titles)
    standing = Q(struck_on=None) | Q(struck_on__gt=last)
    for one in rows.filter(standing).order_by("-confirmed_on", "-pk")[:AT_MOST]:
        title, reference = titles[one.demand_id]
        yield Change(
            one.confirmed_on, one.kind_word, one.says, title, reference, one.day, one.reference
        )


def _struck(first: date, last: date, titles: dict[int, tuple[str, str]]) -> Iterator[Change]:
    """Only what could be read before it was struck."""
    rows = Happening.objects.filter(struck_on__range=(first, last), demand__in=titles)
    for one in rows.exclude(confirmed_on=None).order_by("-struck_on", "-pk")[:AT_MOST]:
        title, reference = titles[one.demand_id]
        said = f"{one.kind_word}: {one.says} ({one.why_words.lower()})"
        yield Change(one.struck_on, "Strøket", said, title, reference, one.day, one.reference)


def _behind(first: date, last: date, titles: dict[int, tuple[str, str]]) -> Iterator[Change]:
    """What stands behind a demand: put forward, and withdrawn."""
    within = Q(confirmed_on__range=(first, last)) | Q(taken_out_on__range=(first, last))
    rows = Evidence.objects.filter(within, confirmed_on__lte=last, demand__in=titles)
    for one in rows.order_by("-pk")[:AT_MOST]:
        title, reference = titles[one.demand_id]
        said = f"{one.says} ({one.source}, {one.year})"
        for on, kind in ((one.confirmed_on, "Nytt belegg"), (one.taken_out_on, "Belegg trukket")):
            if on and first <= on <= last:
                yield Change(on, kind, said, title, reference, part=one.reference)


def _addressed(first: date, last: date, titles: dict[int, tuple[str, str]]) -> Iterator[Change]:
    """To others than before; whom a new demand is to, is told with the demand."""
    confirmed = Addressing.objects.filter(confirmed_on__isnull=False)
    before = confirmed.filter(demand=OuterRef("demand"), pk__lt=OuterRef("pk"))
    rows = confirmed.filter(Exists(before), confirmed_on__range=(first, last), demand__in=titles)
    for one in rows.prefetch_related("addressees").order_by("-pk")[:AT_MOST]:
        title, reference = titles[one.demand_id]
        said = "Nå til " + ", ".join(sorted(row.name for row in one.addressees.all()))
        yield Change(one.confirmed_on, "Adressert på nytt", said, title, reference)


def _figures(first: date, last: date) -> Iterator[Change]:
    within = Q(confirmed_on__range=(first, last)) | Q(withdrawn_on__range=(first, last))
    for one in SourcedFigure.objects.filter(within).order_by("-pk")[:AT_MOST]:
        said = f"{one.value} {one.says}"
        if one.confirmed_on and first <= one.confirmed_on <= last:
            yield Change(one.confirmed_on, "Nytt tall", said, part=one.reference)
        if one.withdrawn_on and first <= one.withdrawn_on <= last:
            yield Change(one.withdrawn_on, "Tall trukket", said, part=one.reference)
