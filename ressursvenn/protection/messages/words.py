"""Words that never leave the house: any of them on a locked screen says too much.

Stems are looked for anywhere in a text, short words only as whole words. Accents, case, look-alike forms
and invisible characters do not hide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ressursvenn.protection.fingerprints import folded

STEMS = (
    # what it is about
    "vold", "mishandl", "overgrep", "trakasser", "trussel", "krise", "krenk", "kontroller", "tvang",
    "besøksforbud", "kode 6", "kode 7", "hemmelig", "anonym", "skjult", "flykt", "rømm",
    # who it is from
    "ressursvenn", "rød knapp", "rødknapp", "sanitet", "forening", "organisasjon", "frivillig",
    "deltaker", "koordinator", "program", "kobling", "henvis", "samtykke", "tilbud", "støtte",
    # who else helps
    "politi", "barnevern", "familievern", "sosial", "psykolog", "terapi", "advokat", "anmeld",
    "domstol", "rettssak", "skilsmiss", "separasjon", "samvær", "voldtekt", "incest",
    # where she is
    "adresse", "bolig", "botilbud", "leilighet", "barnehage", "skole", "møtested",
    # the same in other languages
    "violence", "abuse", "shelter", "victim", "survivor", "domestic", "refuge", "police", "volunteer",
    "przemoc", "policj", "насиль", "поліц", "عنف", "شرطة",
)  # fmt: skip
WHOLE = ("nav", "eks", "offer", "barn", "mann", "lege", "dps")

_stems = tuple(folded(stem) for stem in STEMS)
_whole = frozenset(map(folded, WHOLE))


def banned_in(text: str) -> list[str]:
    """Which of them a text holds."""
    plain = folded(text)
    words = set(re.findall(r"\w+", plain))
    return sorted({stem for stem in _stems if stem in plain} | (_whole & words))


def hers_in(never: Iterable[str], text: str) -> list[str]:
    """Which of the words that she never wants used stand anywhere in a text, as parts of words too."""
    plain = folded(text)
    return [word for word in never if (wanted := folded(word).strip()) and wanted in plain]
