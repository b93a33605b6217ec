"""The menu of the open pages: the same for everybody, in the order somebody is likely to look."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

MENU = (
    ("door_public:help", "Lever du med vold?"),
    ("door_public:near", "Venner og naboer"),
    ("door_public:ressursvenn", "Ressursvenn"),
    ("adverts_public:all", "Bli ressursvenn"),
    ("alliance_public:front", "Rød Knapp"),
    ("stands_public:take", "Ta standpunkt"),
    ("agenda_public:all", "Krav"),
    ("alliance_public:calendar", "Kalender"),
    ("status_public:all", "Rapporter"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A place to go. `here` is what aria-current says: "page", "true" (a page below), or ""."""

    path: str
    word: str
    here: str


def ways(path: str) -> list[Way]:
    """All there are, with the one that somebody stands in marked."""
    known = [(reverse(name), word) for name, word in MENU]
    nearest = max((way for way, _ in known if path.startswith(way)), key=len, default="")
    return [Way(way, word, _here(way, nearest, path)) for way, word in known]


def _here(way: str, nearest: str, path: str) -> str:
    if way != nearest:
        return ""
    return "page" if way == path else "true"
