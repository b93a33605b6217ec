"""What is odd in the log. Pure: entries in, signs out; it knows references and codes, and nobody's name.

A sign is a question, not a verdict: somebody looks at it, and says whether it was in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ressursvenn.programme.limits import Limits

OPENED, SAID = "protection.opened", "participants.reason_given"
TAKEN, REFUSED = "participants.handed_over", "protection.too_many_opened"
GLASS = "oversight.break_glass_opened"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

KINDS = {
    "break_glass": "nødåpning",
    "refused": "stanset: for mange på en time",
    "many": "mange på en time",
    "again": "samme deltaker hos en kollega, igjen og igjen",
    "outside": "deltaker hos en kollega",
    "night": "om natten",
}
# Openings of many at once, or on the way through an act that stands in the log by itself.
IN_PASSING = frozenset({
    "list", "my_day", "suggestions", "alias", "pair_list", "second_yes", "why", "decision", "pair_step",
    "neutral_description", "volunteer_pair", "vetting", "workbook_proposal", "erase_past_days", "post",
    "tidy", "retention",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log. `at` is told in Oslo; `hers` are those of `about` that are participants."""

    number: int
    at: datetime
    by: int
    did: str
    purpose: str = ""
    about: frozenset[str] = frozenset()
    hers: frozenset[str] = frozenset()

    @property
    def when(self) -> tuple[datetime, int]:
        """In order, also when a clock was put right meanwhile."""
        return self.at, self.number

    @property
    def is_outside(self) -> bool:
        return "outside" in self.purpose.split(":")


@dataclass(frozen=True, slots=True)
class Sign:
    """Something odd: who, what kind, on which day, whose page when it is one alone, and how many."""

    kind: str
    by: int
    reference: str
    day: date | None  # None for what goes on over several days
    first: datetime
    last: datetime
    newest: int  # the number of its last entry
    times: int
    references: frozenset[str]

    @property
    def key(self) -> tuple[str, int, str, date | None]:
        """The same odd thing has the same key, also when there is more of it."""
        return self.kind, self.by, self.reference, self.day


def signs(entries: Iterable[Entry], limits: Limits) -> list[Sign]:
    """All that is odd, the newest first."""
    listed = sorted(entries, key=lambda entry: entry.when)
    looks = [one for one in listed if _is_a_look(one)]
    found = [
        *_outside(listed, looks),
        *_at_night(looks, limits),
        *_many(looks, limits),
        *_again(looks, limits),
        *_each(listed, REFUSED, "refused"),
        *_each(listed, GLASS, "break_glass"),
    ]
    return sorted(found, key=lambda sign: (-sign.newest, list(KINDS).index(sign.kind)))


def _is_a_look(entry: Entry) -> bool:
    """Somebody opened one participant's page. A break-glass is a sign of its own."""
    glass = entry.purpose.startswith("break_glass")
    alone = entry.purpose not in IN_PASSING and not glass
    return entry.did == OPENED and bool(entry.hers) and alone


def _outside(listed: Iterable[Entry], looks: Iterable[Entry]) -> Iterator[Sign]:
    """A colleague's participant was looked at, and nothing was done for her; or she was taken over."""
    acts = _acts(listed)
    taken = [one for one in listed if one.did == TAKEN and one.is_outside]
    met = sorted(_one_by_one([*looks, *taken]), key=lambda each: each[1].when)
    for (by, reference, day), group in _grouped(met).items():
        taken_over = any(one.did == TAKEN for one in group)
        if taken_over or not any(_led_to(act, group) for act in acts[by]):
            yield _sign("outside", by, reference, day, group)


def _one_by_one(looks: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    return ((reference, look) for look in looks if look.is_outside for reference in look.hers)


def _acts(listed: Iterable[Entry]) -> Mapping[int, list[Entry]]:
    acts = defaultdict(list)
    for entry in listed:
        if entry.did not in (OPENED, SAID, TAKEN):
            acts[entry.by].append(entry)
    return acts


def _led_to(act: Entry, looks: list[Entry]) -> bool:
    """Done by the same person after looking, on the same day or the next, to what she had opened."""
    seen = frozenset().union(*(look.about for look in looks))
    soon = act.at.date() - looks[0].at.date() <= DAY
    return act.when > looks[0].when and soon and bool(act.about & seen)


def _at_night(looks: Iterable[Entry], limits: Limits) -> Iterator[Sign]:
    """A night is one, on both sides of midnight."""
    night = (
        ("", look)
        for look in looks
        if look.at.hour >= limits.odd_night_from or look.at.hour < limits.odd_night_to
    )
    began = timedelta(hours=limits.odd_night_to)
    for (by, _, day), group in _grouped(night, lambda look: (look.at - began).date()).items():
        yield _sign("night", by, "", day, group)


def _many(looks: Iterable[Entry], limits: Limits) -> Iterator[Sign]:
    """So many different participants within any sixty minutes."""
    by_person: dict[int, list[Entry]] = defaultdict(list)
    for look in looks:
        by_person[look.by].append(look)
    over = (("", one) for group in by_person.values() for one in _over(group, limits))
    for (by, _, day), group in _grouped(over).items():
        yield _sign("many", by, "", day, list({one.number: one for one in group}.values()))


def _over(looks: list[Entry], limits: Limits) -> Iterator[Entry]:
    """The looks of every hour in which there were too many."""
    start = 0
    for end, look in enumerate(looks):
        while look.at - looks[start].at > HOUR:
            start += 1
        hour = looks[start : end + 1]
        if len(frozenset().union(*(one.hers for one in hour))) >= limits.odd_records_in_an_hour:
            yield from hour


def _again(looks: Iterable[Entry], limits: Limits) -> Iterator[Sign]:
    """The same colleague's participant on several days, whatever was done for her in between."""
    within = timedelta(days=limits.odd_again_within_days - 1)
    for (by, reference, _), group in _grouped(_one_by_one(looks), lambda _: None).items():
        last = max(
            (
                look.at.date()
                for look in group
                if _days(group, look, within) >= limits.odd_days_again
            ),
            default=None,
        )
        if last is not None:
            counted = [look for look in group if look.at.date() <= last]
            yield _sign("again", by, reference, None, counted)


def _days(group: list[Entry], look: Entry, within: timedelta) -> int:
    """On how many days in the fortnight that ended with this look."""
    days = {one.at.date() for one in group}
    return sum(timedelta() <= look.at.date() - day <= within for day in days)


def _each(listed: Iterable[Entry], did: str, kind: str) -> Iterator[Sign]:
    """An act that is odd by itself."""
    met = ((reference, one) for one in listed if one.did == did for reference in one.about or {""})
    for (by, reference, day), group in _grouped(met).items():
        yield _sign(kind, by, reference, day, group)


def _on_its_day(entry: Entry) -> date:
    return entry.at.date()


def _grouped(
    met: Iterable[tuple[str, Entry]], day_of: Callable[[Entry], date | None] = _on_its_day
) -> dict[tuple[int, str, date | None], list[Entry]]:
    """By person, reference and day."""
    groups: dict[tuple[int, str, date | None], list[Entry]] = defaultdict(list)
    for reference, entry in met:
        groups[entry.by, reference, day_of(entry)].append(entry)
    return groups


def _sign(kind: str, by: int, reference: str, day: date | None, group: list[Entry]) -> Sign:
    met = {reference} if reference else {one for entry in group for one in entry.hers}
    first, last = group[0], group[-1]
    newest = max(entry.number for entry in group)
    return Sign(kind, by, reference, day, first.at, last.at, newest, len(group), frozenset(met))
