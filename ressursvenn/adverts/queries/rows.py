"""Which adverts somebody may see, what the whole world may, and what one says."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood import areas
from ressursvenn.volunteers import queries as volunteers

from .. import blocks, words
from ..models import Advert

OPEN = Q(published_on__isnull=False, closed_on__isnull=True) & (
    Q(paused_on__isnull=True) | Q(opened_on__isnull=False)
)


def open_to_all() -> QuerySet[Advert]:
    """Those that anybody may answer now, newest first. Nothing here depends on any person."""
    rows = Advert.objects.filter(OPEN).select_related("association")
    return rows.defer("picture").order_by("-published_on", "reference")


def read_by_all(reference: str) -> Advert | None:
    """One that has been published, whatever became of it; a draft is as nothing."""
    rows = Advert.objects.filter(published_on__isnull=False).select_related("association")
    return rows.filter(reference=reference).first()


def published(reference: str) -> Advert | None:
    """One that may be answered now, with its association: for whoever applies through it."""
    return open_to_all().filter(reference=reference).first()


def visible_to(person: Person) -> QuerySet[Any]:
    """Those of her own association, drafts too, each with how many came through it (`came`), and how."""
    named = own(person).select_related("association", "written_by", "published_by", "closed_by")
    by_way = {f"came_by_{way}": _came(way) for way in words.WAYS}
    counted = named.defer("picture").annotate(**by_way).annotate(came=sum(map(F, by_way)))
    return counted.order_by("-written_on", "-pk")


def own(person: Person) -> QuerySet[Advert]:
    """The same, and nothing beside."""
    if person.may(Permission.SCREEN_VOLUNTEERS) and person.association_id:
        return Advert.objects.filter(association_id=person.association_id)
    return Advert.objects.none()


def without_advert(person: Person) -> dict[str, int]:
    """How many came to her association and answered no advert: by each way, and in `other` ways."""
    by_way = {
        way: Count("pk", filter=Q(arrival__way=way, arrival__advert=None)) for way in words.WAYS
    }
    other = Count("pk", filter=Q(arrival=None))
    return volunteers.visible_to(person).aggregate(**by_way, other=other)


def _came(way: str) -> Any:
    """Applications that came through it this way and are kept still. The room of arrivals lies above this
    one: it is asked by the name of its relation alone. Who is held back is nobody yet."""
    hers = Q(arrivals__way=way, arrivals__volunteer__held=False)
    counted = Count("arrivals", filter=hers)
    same = Advert.objects.filter(pk=OuterRef("pk")).order_by().annotate(answer=counted)
    return Subquery(same.values("answer"))


def text_of(advert: Advert) -> blocks.Told:
    """What it says: as it was published, or as it would be today.

    One with languages is the national organisation's, and so are its numbers: an association's own
    numbers would say which it is.
    """
    if advert.told:
        return dict(advert.told)
    terms = accounts.terms(advert.association if advert.is_placed else None)
    return blocks.compose(choice_of(advert), terms.limits)


def choice_of(advert: Advert) -> blocks.Choice:
    """What was chosen, with the names of its towns and of its association."""
    return blocks.Choice(
        language=advert.language,
        heading=advert.heading,
        who=advert.association.name,
        doing=advert.doing,
        getting=advert.getting,
        languages=advert.languages,
        towns=[areas.area(code).name for code in advert.towns],
        times=advert.times,
    )
