"""Reports that others have issued: what we know of each, and whether anybody here has seen what is in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One report on the shelf. `seen` is whether anybody here has read it; without it we tell nothing of it."""

    title: str
    when: str
    authors: tuple[str, ...]
    house: str
    source: str
    seen: bool


SHELF = (
    Entry(
        title="Statusrapport om arbeidet til Rød Knapp-alliansen",
        when="høsten 2017",
        authors=("Thea Austgulen", "Anne-Marie Gulichsen"),
        house="JURK",
        source="Kompetansesenter for kriminalitetsforebygging, artikkel om de to tiltakene (omkring 2018)",
        seen=False,
    ),
)
