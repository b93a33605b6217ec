"""Whether the log is as it was written: rows and witnessed lines in, faults out. Pure, and no keeper needed.

The chain shows where something was changed. One who writes the whole chain anew is shown by a checkpoint:
its head was signed, and lies where the database does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain as one_after_another
from itertools import pairwise

from .links import FIRST, Entry, link_of
from .witnesses import Checkpoint, kept_since, read_all


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and at which number."""

    kind: str
    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the log begins, once what lay before has been forgotten."""

    number: int = 0
    head: str = FIRST


@dataclass(slots=True)
class Verdict:
    """How much was looked at, and every fault."""

    entries: int = 0
    checkpoints: int = 0
    after_the_last: int = 0  # entries that no checkpoint covers yet
    faults: list[Fault] = field(default_factory=list)


def verify(
    entries: Iterable[Entry],
    places: Sequence[Sequence[str]],
    *,
    key: str,
    now: datetime,
    beginning: Beginning | None = None,
) -> Verdict:
    """Walk the chain and hold it against what each place has witnessed, signed with the pinned key."""
    verdict = Verdict()
    begins = beginning or Beginning()
    witnessed = list(_genuine(places, key, verdict))
    genuine = [one for place in witnessed for one in place]
    verdict.checkpoints = len(set(genuine))
    verdict.faults += _between(witnessed)
    if beginning is not None:
        verdict.faults += _begun(beginning, genuine, now)
    wanted = {one.number for one in genuine if one.number > begins.number}
    links = _walk(entries, begins, wanted, verdict)
    verdict.faults += _against(links, genuine, begins, verdict)
    return verdict


def _genuine(
    places: Sequence[Sequence[str]], key: str, verdict: Verdict
) -> Iterator[list[Checkpoint]]:
    """The checkpoints of each place that are signed with the pinned key; the others are faults."""
    for place, lines in enumerate(places, 1):
        kept = []
        for line, one in enumerate(read_all(lines), 1):
            where = f"Sted {place}, linje {line}"
            if one is None:
                verdict.faults.append(Fault("unreadable", line, f"{where} kan ikke leses."))
            elif not one.signed_by(key):
                verdict.faults.append(
                    Fault("signature", one.number, f"{where}: falsk underskrift.")
                )
            else:
                kept.append(one)
        yield kept


def _between(places: Sequence[Sequence[Checkpoint]]) -> Iterator[Fault]:
    """Two heads for one number; and a place that ends before another."""
    heads: dict[int, set[str]] = {}
    for one in one_after_another.from_iterable(places):
        heads.setdefault(one.number, set()).add(one.head)
    for number, different in heads.items():
        if len(different) > 1:
            sentence = (
                f"Stedene er ikke enige om oppføring {number}: den har flere underskrevne hoder."
            )
            yield Fault("disagree", number, sentence)
    ends = [max((one.number for one in place), default=0) for place in places]
    for place, end in enumerate(ends, 1):
        if end < max(ends):
            sentence = (
                f"Stedene er ikke enige: sted {place} slutter ved {end}, et annet ved {max(ends)}."
            )
            yield Fault("disagree", end, sentence)


def _begun(beginning: Beginning, genuine: Sequence[Checkpoint], now: datetime) -> Iterator[Fault]:
    """A beginning is a checkpoint that was witnessed at least 24 months ago."""
    number = beginning.number
    its = [one for one in genuine if (one.number, one.head) == (number, beginning.head)]
    if not its:
        yield Fault(
            "beginning", number, f"Loggen begynner etter {number}, og ingen har bevitnet det."
        )
    elif min(one.when() for one in its) > kept_since(now):
        sentence = (
            f"Loggen begynner etter {number}, som ikke er 24 måneder gammel: for mye er glemt."
        )
        yield Fault("beginning", number, sentence)


def _walk(
    entries: Iterable[Entry], begins: Beginning, wanted: set[int], verdict: Verdict
) -> dict[int, str]:
    """Follow the chain. Gives back the links at the numbers that are wanted, and at the last number."""
    walk = _Walk(begins, verdict.faults)
    links = {begins.number: begins.head}
    for entry, after in pairwise(one_after_another(entries, [None])):
        verdict.entries += 1
        if entry is not None and walk.step(entry, after) and walk.number in wanted:
            links[walk.number] = walk.link
    links[walk.number] = walk.link
    return links


class _Walk:
    """The chain so far: the last number, its link, and by how much the numbers are shifted."""

    def __init__(self, begins: Beginning, faults: list[Fault]) -> None:
        self.number, self.link = begins.number, begins.head
        self.faults, self.shifted = faults, 0
        self.swapped: Entry | None = None

    def step(self, entry: Entry, after: Entry | None) -> bool:
        """One entry on. False when it does not belong, and the chain stays where it was."""
        number = _whole(entry.number) - self.shifted
        if self.swapped is not None:
            self.swapped = None  # the second of two, already told
        elif number > self.number + 1:
            self._missing(number)
        elif number <= self.number:
            self._tell("inserted", number, f"Oppføring {number} er satt inn i ettertid.")
            return False
        elif link_of(self.link, entry._replace(number=number)) != entry.link:
            return self._broken(entry, after, number)
        self.number, self.link = number, entry.link
        return True

    def _missing(self, number: int) -> None:
        first, last = self.number + 1, number - 1
        which = f"Oppføring {first}" if first == last else f"Oppføringene {first} til {last}"
        self._tell("dropped", first, f"{which} mangler.")

    def _broken(self, entry: Entry, after: Entry | None, number: int) -> bool:
        """The link does not hold: what was done here, as far as the next entry tells."""
        if after is not None and self._fits(self.link, after, number):
            if self._fits(after.link, entry, number + 1):
                self.swapped = entry
                self._tell(
                    "swapped", number, f"Oppføring {number} og {number + 1} har byttet plass."
                )
                self.number, self.link = number, after.link
                return True
            self._tell("inserted", number, f"Oppføring {number} er satt inn i ettertid.")
            self.shifted += 1
            return False
        if after is not None and self._fits(entry.link, after, number + 2):
            self._tell("dropped", number, f"Oppføring {number} mangler, og resten er nummerert om.")
            self.shifted -= 1
            self.number, self.link = number + 1, entry.link
            return True
        self._tell("changed", number, f"Oppføring {number} er endret etter at den ble skrevet.")
        self.number, self.link = number, entry.link
        return True

    def _fits(self, before: str, entry: Entry, number: int) -> bool:
        return link_of(before, entry._replace(number=number)) == entry.link

    def _tell(self, kind: str, number: int, sentence: str) -> None:
        self.faults.append(Fault(kind, number, sentence))


def _whole(number: object) -> int:
    """A number that is not one belongs nowhere."""
    return number if isinstance(number, int) else -1


def _against(
    links: dict[int, str], genuine: Sequence[Checkpoint], begins: Beginning, verdict: Verdict
) -> Iterator[Fault]:
    """Every head that was witnessed is in the chain; and the chain is at least as long as they say."""
    end = max(links)
    signed = {one.number: one for one in genuine if one.number >= begins.number}
    agreed = begins.number
    for number, one in sorted(signed.items()):
        if number > end:
            continue
        if links.get(number) == one.head:
            agreed = number
            continue
        sentence = (
            f"Loggen er skrevet om eller rullet tilbake: oppføring {number} er en annen enn den som ble "
            f"bevitnet {one.at}. Til og med {agreed} stemmer den."
        )
        yield Fault("rolled_back", number, sentence)
        break
    last = max(signed, default=begins.number)
    if last > end:
        sentence = (
            f"Loggen er kuttet: den slutter ved {end}, men {last} ble bevitnet {signed[last].at}."
        )
        yield Fault("cut", end + 1, sentence)
    if not signed:
        yield Fault(
            "unwitnessed", end, "Ingen har bevitnet loggen: det finnes ikke noe sjekkpunkt."
        )
    verdict.after_the_last = max(0, end - last)
