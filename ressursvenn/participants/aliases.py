"""What to call somebody who would rather not give a name: birds and plants that say nothing.

Left out on purpose: everything that is also a common first name (Rose, Iris, Bjørk, Falk …) and
everything that could be read as a judgement (gjøk, skjære, ugle).
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random, SystemRandom

NAMES = (
    "Blåklokke", "Blåmeis", "Blåveis", "Bokfink", "Bringebær", "Einer", "Engsmelle", "Fiskemåke",
    "Fjellfiol", "Fjellrype", "Fjæreplytt", "Gjerdesmett", "Gran", "Grankorsnebb", "Grønnfink",
    "Gullris", "Gåsemure", "Hassel", "Havelle", "Heilo", "Hestehov", "Hvitveis", "Jernspurv",
    "Kattefot", "Kjøttmeis", "Kløver", "Konvall", "Krykkje", "Linerle",
    "Lyng", "Løvetann", "Løvsanger", "Marihand", "Multe", "Munk", "Nattergal", "Nøtteskrike",
    "Prestekrage", "Rabarbra", "Rogn", "Rødstrupe", "Selje", "Sidensvans", "Sisik", "Skogstjerne",
    "Smørblomst", "Snøspurv", "Solsikke", "Spettmeis", "Steinskvett", "Stjernemeis",
    "Stær", "Svale", "Teist", "Tiriltunge", "Toppmeis", "Trane", "Tyttebær", "Vier",
    "Vipe", "Ærfugl",
)  # fmt: skip


def suggest(taken: Iterable[str] = (), chance: Random | None = None) -> str:
    """A name nobody in `taken` has. The same `chance` gives the same name."""
    chance = chance or SystemRandom()
    in_use = {name.casefold() for name in taken}
    free = [name for name in NAMES if name.casefold() not in in_use]
    if free:
        return chance.choice(free)
    number = 2
    while f"{NAMES[0]} {number}".casefold() in in_use:
        number += 1
    return f"{NAMES[0]} {number}"
