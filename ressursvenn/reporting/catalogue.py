"""The frozen catalogue: which tables a yearly release may hold, and how each may be made coarser. Pure.

There is no other way for a number about participants to leave. Each table is national, of one year, sorted in
one way; the only places are five parts of the country. What is added here is a new table with a new name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Counts = Mapping[str, Mapping[str, int]]  # table → category → how many
TOTAL = "*"


@dataclass(frozen=True, slots=True)
class Class:
    """One class as it is shown, and which of the counted categories are in it."""

    code: str
    word: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to class the same people, finest first in a table's list."""

    code: str
    classes: tuple[Class, ...]

    def counted(self, counts: Mapping[str, int]) -> dict[str, int]:
        """How many are in each class."""
        return {one.code: sum(counts.get(held, 0) for held in one.holds) for one in self.classes}

    def uncounted(self, printed: Mapping[str, int]) -> dict[str, int]:
        """Counts that come to what is printed, in this way and in every coarser one."""
        return {one.holds[0]: printed[one.code] for one in self.classes}

    def leaves_out(self, counts: Mapping[str, int]) -> bool:
        """Whether somebody is in none of the classes: then this is no way to class the same people."""
        held = {category for one in self.classes for category in one.holds}
        return any(counts[category] for category in counts if category not in held)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """One table. `whose` is the class of another table whose people these are: the totals are equal."""

    code: str
    title: str
    definition: str
    about: str
    ways: tuple[Way, ...]
    whose: tuple[str, str] | None = None


def _way(code: str, **classes: tuple[str, str]) -> Way:
    """Each class as its word and the categories in it, with a space between."""
    return Way(
        code,
        tuple(
            Class(name.strip("_"), word, tuple(held.split()))
            for name, (word, held) in classes.items()
        ),
    )


def _answers(code: str, title: str) -> Counted:
    """How it went with one of the three questions that are asked at the ending."""
    none = ("ikke svart eller ikke spurt", "no_answer")
    return Counted(
        code=code, title=title, definition="change", about="Koblinger avsluttet i året",
        whose=("closed", "ended"),
        ways=(
            _way("three", better=("bedre", "better"), same=("som før", "same"), worse=("verre", "worse"),
                 no_answer=none),
            _way("two", better=("bedre", "better"), not_better=("som før eller verre", "same worse"),
                 no_answer=none),
            _way("answered", answered=("har svart", "better same worse"), no_answer=none),
        ),
    )  # fmt: skip


CATALOGUE: tuple[Counted, ...] = (
    Counted(
        code="running", title="Aktive koblinger ved utgangen av året", definition="running",
        about="Koblinger i hele landet den 31. desember",
        ways=(_way("one", running=("aktive", "running")),),
    ),
    Counted(
        code="queue", title="Deltakere som venter ved utgangen av året", definition="queue",
        about="Deltakere som har sagt ja selv og ikke har møtt noen ennå, den 31. desember",
        ways=(_way("one", waiting=("venter", "waiting")),),
    ),
    Counted(
        code="closed", title="Koblinger som tok slutt i året", definition="closed",
        about="Koblinger som møttes, og som tok slutt i året",
        ways=(_way("one", ended=("avsluttet", "ended")),),
    ),
    Counted(  # a table of its own: as a class that is dropped when it is small, it would be known to be small
        code="called_off", title="Koblinger som ble avlyst i året", definition="closed",
        about="Koblinger som var bestemt, og som ikke ble noe av før de møttes",
        ways=(_way("one", called_off=("avlyst", "called_off")),),
    ),
    Counted(
        code="begun", title="Nye koblinger", definition="begun",
        about="Koblinger som møttes første gang i året", ways=(_way("one", begun=("nye", "begun")),),
    ),
    Counted(
        code="reached", title="Koblinger som var i gang i løpet av året", definition="reached",
        about="Koblinger som er aktive ved utgangen av året, eller ble avsluttet i det",
        ways=(_way("one", reached=("var i gang", "reached")),),
    ),
    Counted(
        code="waiting", title="Hvor lenge de som venter, har ventet", definition="waiting",
        about="Deltakere som venter ved utgangen av året", whose=("queue", "waiting"),
        ways=(
            _way("three", under_3=("under tre måneder", "under_3"), m3_6=("tre til seks måneder", "3_6"),
                 over_6=("over seks måneder", "over_6")),
            _way("two", under_3=("under tre måneder", "under_3"),
                 over_3=("tre måneder eller mer", "3_6 over_6")),
        ),
    ),
    Counted(
        code="hours", title="Timer sammen i året", definition="hours",
        about="Koblinger som er aktive ved utgangen av året", whose=("running", "running"),
        ways=(
            _way("three", under_10=("under 10 timer", "under_10"), h10_29=("10 til 29 timer", "10_29"),
                 h30_more=("30 timer eller mer", "30_more")),
            _way("two", under_10=("under 10 timer", "under_10"),
                 h10_more=("10 timer eller mer", "10_29 30_more")),
        ),
    ),
    Counted(
        code="again", title="Første kobling eller en ny", definition="again",
        about="Koblinger som er aktive ved utgangen av året", whose=("running", "running"),
        ways=(
            _way("two", first=("første kobling", "first"), again=("har hatt en kobling før", "again")),
        ),
    ),
    Counted(
        code="ending", title="Hvordan koblingene ble avsluttet", definition="ending",
        about="Koblinger avsluttet i året", whose=("closed", "ended"),
        ways=(
            _way("four", as_planned=("som planlagt", "as_planned"), early=("før tiden", "early"),
                 silent=("uten et ord", "silent"), unsafe=("det var ikke trygt", "unsafe")),
            _way("three", as_planned=("som planlagt", "as_planned"), early=("før tiden", "early"),
                 otherwise=("uten et ord, eller ikke trygt", "silent unsafe")),
            _way("two", as_planned=("som planlagt", "as_planned"),
                 otherwise=("på en annen måte", "early silent unsafe unknown")),
        ),
    ),
    Counted(
        code="months", title="Hvor lenge koblingene varte", definition="months",
        about="Koblinger avsluttet i året", whose=("closed", "ended"),
        ways=(
            _way("five", m1_3=("1 til 3 måneder", "0 1-3"), m4_6=("4 til 6", "4-6"), m7_9=("7 til 9", "7-9"),
                 m10_12=("10 til 12", "10-12"), m13=("over 12", "13-")),
            _way("three", m1_6=("1 til 6 måneder", "0 1-3 4-6"), m7_12=("7 til 12", "7-9 10-12"),
                 m13=("over 12", "13-")),
            _way("two", m1_6=("1 til 6 måneder", "0 1-3 4-6"), m7=("7 måneder eller mer", "7-9 10-12 13-")),
        ),
    ),
    Counted(
        code="met", title="Hvor ofte de møttes", definition="met",
        about="Koblinger avsluttet i året", whose=("closed", "ended"),
        ways=(
            _way("four", t0=("ingen treff notert", "0"), t1_9=("1 til 9 treff", "1-9"),
                 t10_24=("10 til 24", "10-24"), t25=("25 eller flere", "25-")),
            _way("three", t0_9=("under 10 treff", "0 1-9"), t10_24=("10 til 24", "10-24"),
                 t25=("25 eller flere", "25-")),
            _way("two", t0_9=("under 10 treff", "0 1-9"), t10=("10 treff eller flere", "10-24 25-")),
        ),
    ),
    Counted(
        code="region", title="Hvor i landet", definition="region",
        about="Koblinger avsluttet i året", whose=("closed", "ended"),
        ways=(
            _way("five", ost=("Østlandet", "ost"), sor=("Sørlandet", "sor"), vest=("Vestlandet", "vest"),
                 midt=("Midt-Norge", "midt"), nord=("Nord-Norge", "nord")),
            _way("two", ost=("Østlandet", "ost"),
                 rest=("resten av landet, og der det ikke er kjent", "sor vest midt nord unknown")),
        ),
    ),
    _answers("wellbeing", "Hvordan de har det"),
    _answers("support", "Om de har noen å støtte seg til"),
    _answers("loneliness", "Om de føler seg ensomme"),
)  # fmt: skip
QUESTIONS = ("wellbeing", "support", "loneliness")
BY_CODE = {one.code: one for one in CATALOGUE}
RECKONED = ("begun", "reached")  # from what is printed, and never counted


def way_called(table: str, code: str) -> Way:
    """One of the ways of a table."""
    return next(way for way in BY_CODE[table].ways if way.code == code)
