"""From what was chosen, and what was published before, to what the rules ask. One query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ressursvenn.neighbourhood import areas

from .models import Advert
from .rules import AdvertFacts


def of(chosen: Mapping[str, Any], *, association_id: int) -> AdvertFacts:
    """Of an advert that is not published yet. A place we do not know is no whole town."""
    towns = frozenset(chosen["towns"])
    return AdvertFacts(
        heading=chosen["heading"],
        languages=frozenset(chosen["languages"]),
        towns=towns,
        districts=frozenset(code for code in towns if not _whole(code)),
        times=frozenset(chosen["times"]),
        named_before=named_before(association_id),
    )


def named_before(association_id: int) -> tuple[frozenset[str], ...]:
    """The languages of all that the association has published, closed ones too: what is read is read."""
    published = Advert.objects.filter(association_id=association_id, published_on__isnull=False)
    named = published.order_by("pk").values_list("languages", flat=True)
    return tuple(frozenset(codes) for codes in named if codes)


def _whole(code: str) -> bool:
    return code in areas.AREAS and not areas.AREAS[code].part_of
