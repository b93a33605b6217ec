"""What everybody reads on a page, what editors have written for it, and when an address was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.together import queries as together

from . import languages, links, places, texts, words
from .models import Look, Publication, Version

PUBLISH = "door.publish"  # the act that takes two
UNREAD = "door.unread"  # the line in Min dag


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says now. `since` is None for the house's own words, which nobody has published."""

    text: texts.Text
    language: languages.Language
    since: date | None = None

    @property
    def unread(self) -> str:
        """That nobody in the organisation has read it, when nobody has; in its own language if we can."""
        return "" if self.since else words.OURS_IN.get(self.language.code, words.OURS)


def current(place: str, language: str) -> Publication | None:
    """The newest time that a version of it was published."""
    rows = Publication.objects.filter(version__place=place, version__language=language)
    return rows.select_related("version", "published_by").order_by("-published_at", "-pk").first()


def shown(place: str, language: str = languages.BOKMAAL) -> Shown | None:
    """None for a language that nobody has written in, or that no speaker has read."""
    tongue = languages.LANGUAGES[language]
    if now := current(place, language):
        return Shown(now.version.text, tongue, timezone.localdate(now.published_at))
    ours = texts.of_the_house(place, language)
    return Shown(ours, tongue) if ours else None


def version(reference: str) -> Version | None:
    """One version, with who wrote it and who noted that it was read."""
    rows = Version.objects.select_related("written_by", "read_by")
    return rows.filter(reference=reference).first()


def versions_of(place: str, language: str) -> list[Any]:
    """All of them, newest first, each with its `state`."""
    now = current(place, language)
    rows = _marked(Version.objects.filter(place=place, language=language))
    return [_with_state(row, now) for row in rows.select_related("written_by").order_by("-number")]


def state_of(row: Version) -> str:
    """The code of how one version stands."""
    marked = _marked(Version.objects.filter(pk=row.pk)).get()
    return str(_with_state(marked, current(row.place, row.language)).state)


def newest(place: str, language: str) -> Version | None:
    """What whoever writes begins with."""
    rows = Version.objects.filter(place=place, language=language)
    return rows.order_by("-number").first()


def _marked(rows: QuerySet[Version]) -> QuerySet[Any]:
    """Each with whether it waits for a second yes, and whether it has ever been published."""
    published = Exists(Publication.objects.filter(version=OuterRef("pk")))
    waits = together.is_waiting(PUBLISH, OuterRef("reference"))
    return rows.annotate(waits=waits, was_published=published)


def _with_state(row: Any, now: Publication | None) -> Any:
    if now and now.version_id == row.pk:
        row.state = words.SHOWN
    elif row.waits:
        row.state = words.ASKED
    else:
        row.state = words.EARLIER if row.was_published else words.WRITTEN
    row.state_word = words.STATES[row.state]
    return row


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A page in a language, as the first page of the desk tells of it."""

    place: places.Place
    language: languages.Language
    since: date | None
    newer: Version | None  # the newest version, when it is not the one that everybody reads
    ours: bool  # the house has words for it

    @property
    def told(self) -> str:
        if self.since:
            return "publisert"
        return "husets egne ord" if self.ours else "uten oversettelse"


def desk() -> list[DeskRow]:
    """Every page in every language, in two queries."""
    published: dict[tuple[str, str], Publication] = {}
    for row in (
        Publication.objects.select_related("version")
        .defer("version__body")
        .order_by("published_at", "pk")
    ):
        published[row.version.place, row.version.language] = row
    written = {
        (row.place, row.language): row for row in Version.objects.defer("body").order_by("number")
    }
    return [
        _desk_row(place, language, published, written)
        for place in places.PLACES.values()
        for language in place.languages
    ]


def _desk_row(place: places.Place, language: str, published: Any, written: Any) -> DeskRow:
    now, last = published.get((place.code, language)), written.get((place.code, language))
    return DeskRow(
        place=place,
        language=languages.LANGUAGES[language],
        since=timezone.localdate(now.published_at) if now else None,
        newer=last if last and (now is None or now.version_id != last.pk) else None,
        ours=texts.of_the_house(place.code, language) is not None,
    )


@dataclass(frozen=True, slots=True)
class ReadMore:
    """A link of the seed, where it leads, and the day somebody last opened it."""

    link: links.Link
    target: str
    seen_on: date | None
    waits: Look | None = None  # one editor has noted another address, and no other has seen it

    @property
    def due(self) -> bool:
        """It is time that somebody opens it."""
        return self.seen_on is None or self.seen_on + words.LOOK_AGAIN <= timezone.localdate()


def read_more(codes: Iterable[str] = tuple(links.LINKS)) -> list[ReadMore]:
    """Those links, each with where it leads and the newest look at it. One query; a look is half a year."""
    looks = list(Look.objects.select_related("seen_by").order_by("seen_on", "pk"))
    return [
        _read_more(links.LINKS[code], [look for look in looks if look.link == code])
        for code in codes
    ]


def _read_more(link: links.Link, looks: Iterable[Look]) -> ReadMore:
    """Look after look: another address stands when a second editor has seen the same one."""
    now = ReadMore(link, link.target, None)
    for look in looks:
        first = now.waits
        if look.target == now.target:
            now = ReadMore(link, now.target, look.seen_on)
        elif first and first.target == look.target and first.seen_by_id != look.seen_by_id:
            now = ReadMore(link, look.target, look.seen_on)
        elif not first or first.target != look.target:
            now = replace(now, waits=look)
    return now


def open_addresses() -> list[tuple[str, date | None]]:
    """Every open page with the day it last changed, for whoever tells search engines."""
    return [
        (_address(row), row.since)
        for row in desk()
        if row.since or row.ours or row.place.code == "help"
    ]


def _address(row: DeskRow) -> str:
    if row.language.code == languages.BOKMAAL:
        return reverse(row.place.address)
    return reverse(f"{row.place.address}_in", args=[row.language.code])


def news() -> list[tuple[str, str, str, date]]:
    """Pages that have been published, newest first: title, what is new, path, day."""
    return [
        (row.place.word, "Teksten er ny. Den er lest av to.", _address(row), row.since)
        for row in desk()
        if row.since
    ]


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """Translations that another has written, newest of their page, and that no speaker has read yet.

    What somebody asks to publish is told by the room of what takes two.
    """
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    newer = Version.objects.filter(
        place=OuterRef("place"), language=OuterRef("language"), number__gt=OuterRef("number")
    )
    rows = Version.objects.filter(~Exists(newer), read_on=None).exclude(written_by=person)
    named = (
        rows.exclude(language__in=languages.BESIDE)
        .order_by()
        .annotate(
            what=Value(UNREAD, CharField()), about=F("reference"), since=TruncDate("written_at")
        )
    )
    return [named.values_list("what", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One of them."""
    return Line(
        weight=Weight.TO_SETTLE,
        who="",
        sentence="En oversettelse venter på å bli lest av en som kan språket.",
        act="Se teksten",
        url=reverse("door:version", args=[about]),
        since=since,
    )
