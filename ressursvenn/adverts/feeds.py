"""Open adverts for machines: JSON Feed 1.1 (jsonfeed.org) and what Atom needs (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from . import blocks

VERSION = "https://jsonfeed.org/version/1.1"
TITLE = "Bli ressursvenn"
NEVER = date(
    2026, 1, 1
)  # when there is no advert at all: a feed has a day, and it is not the day it is read


@dataclass(frozen=True, slots=True)
class Entry:
    """One advert, with its full addresses."""

    told: blocks.Told
    on: date
    address: str
    image: str

    @property
    def at(self) -> str:
        """Noon of the day: nobody needs to know the hour."""
        return _noon(self.on)

    @property
    def text(self) -> str:
        return blocks.as_text(self.told)


def updated(entries: Sequence[Entry]) -> str:
    """The newest day."""
    return _noon(max((entry.on for entry in entries), default=NEVER))


def as_json_feed(entries: Sequence[Entry], *, here: str, feed: str) -> dict[str, Any]:
    """The whole feed."""
    return {
        "version": VERSION,
        "title": TITLE,
        "home_page_url": here,
        "feed_url": feed,
        "language": "no",
        "items": [_item(entry) for entry in entries],
    }


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.address,
        "url": entry.address,
        "title": entry.told["title"],
        "summary": entry.told["summary"],
        "content_text": entry.text,
        "image": entry.image,
        "date_published": entry.at,
        "authors": [{"name": entry.told["who"]}],
        "language": entry.told["language"],
    }


def _noon(day: date) -> str:
    return datetime.combine(day, time(12), UTC).isoformat().replace("+00:00", "Z")
