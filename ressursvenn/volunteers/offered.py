"""What a volunteer offers, in words from lists, and what her own words should not hold. No tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ressursvenn.programme.words import LANGUAGES

LEVELS = {"little": "litt", "well": "godt", "mother": "morsmål"}

WOULD_LIKE = {  # the codes of programme.words.WISHES, said from her side
    "company_for_walks": "gå tur sammen",
    "practise_norwegian": "øve norsk",
    "know_the_neighbourhood": "vise nabolaget",
    "learn_the_buses": "lære bort bussen og banen",
    "get_out": "finne på noe ute",
    "cook_together": "lage mat sammen",
    "talk": "ta en prat",
    "company_to_offices": "følge til kontorer og visninger",
}

DISTANCES = {
    "near": "inntil 5 km",
    "town": "inntil 15 km",
    "around": "inntil 30 km",
    "far": "lenger enn 30 km",
}

SHOWN = {
    "first_name": "Fornavnet",
    "age_band": "Omtrent hvor gammel",
    "likes": "Hva hun liker og gjerne vil gjøre",
    "languages": "Språkene, og hvor godt",
    "presentation": "Noen ord fra henne selv",
}
AT_MOST = 600  # characters of her own words: about a minute read aloud

BANDS = ((25, 34), (35, 44), (45, 54), (55, 64), (65, 74))


def age_band(birth_year: int | None, this_year: int) -> str:
    """Roughly how old: nobody is found by it. Nothing when the year is not known."""
    if birth_year is None:
        return ""
    age = this_year - birth_year
    band = next((f"{low}–{high} år" for low, high in BANDS if low <= age <= high), "")
    return band or ("75 år eller mer" if age > 74 else "under 25 år")


def joined(levels: Mapping[str, str]) -> list[str]:
    """Languages with their levels, as they are kept: `so:mother`. A level nobody has said is not kept."""
    return [f"{code}:{level}" for code, level in levels.items() if level]


def parted(kept: Iterable[str]) -> dict[str, str]:
    """The levels by language, in the order of the list; what is on no list is left out."""
    said = dict(one.split(":", 1) for one in kept if ":" in one)
    return {code: said[code] for code in LANGUAGES if said.get(code) in LEVELS}


def spoken(languages: Iterable[str], levels: Mapping[str, str]) -> str:
    """«norsk (morsmål), somali (litt)»; a language whose level nobody has asked stands alone."""
    known = [code for code in LANGUAGES if code in set(languages)]
    told = [
        LANGUAGES[code] + (f" ({LEVELS[levels[code]]})" if code in levels else "") for code in known
    ]
    return ", ".join(told)


# --- her own words --------------------------------------------------------------------------------

# «1998-2004» and «10 000 skritt» are no way to reach anybody.
PLAIN = re.compile(
    r"(?<!\d)(?<!\d[ .\-])(?:(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|\d{1,3}(?:[ .]000)+)(?![ .\-]?\d)"
)
PHONE = re.compile(r"\+\d(?:[ .\-]?\d){6,}|\b\d(?:[ .\-]?\d){7,}")
EMAIL = re.compile(r"\S@\S|\(at\)|krøllalfa", re.IGNORECASE)
LINK = re.compile(r"https?:|www\.|\b[\w-]+\.(?:no|com|org|net|se|dk)\b", re.IGNORECASE)
REFUSED = (
    (PHONE, "Ta bort telefonnummeret. Dere bytter nummer når dere har møttes, hvis begge vil."),
    (EMAIL, "Ta bort e-postadressen. Dere avtaler selv hvordan dere når hverandre."),
    (LINK, "Ta bort nettadressen. Her skal det bare stå dine egne ord."),
)

NUMBER = re.compile(r"\b\d(?:[ .\-]?\d){6,}")
STREET = re.compile(
    r"\b[A-ZÆØÅ]\w*(?:veien|vegen|gata|gaten|gate|vei|veg|plass|allé|alleen|bakken)\b"
    r"|\b(?:gate|gata|vei|veien)\s+\d|\b\d{4}\s+[A-ZÆØÅ]"
)
WORKPLACE = re.compile(
    r"\b(?:jobber|jobbar|arbeider|arbeidar|ansatt|tilsett|sjef|leder|underviser)\s+"
    r"(?:på|i|hos|ved|for)\s+[A-ZÆØÅ]|\b\w{2,} (?:AS|ASA)\b"
)
ACCOUNT = re.compile(
    r"(?<!\S)@\w|\b(?:facebook|instagram|snap(?:chat)?|tiktok|linkedin)\b", re.IGNORECASE
)
WARNED = (
    (
        NUMBER,
        "Det ligner et telefonnummer. Dere bytter nummer når dere har møttes, hvis begge vil.",
    ),
    (STREET, "Det ligner en adresse. Skriv heller ikke hvor du bor."),
    (WORKPLACE, "Det ligner navnet på et arbeidssted. Det kan si hvem du er."),
    (ACCOUNT, "Det ligner en konto på nettet. Der kan hele navnet ditt stå."),
)


def refused_in(text: str) -> list[str]:
    """What must go, each with what to do."""
    return _found(REFUSED, text)


def _found(patterns: Iterable[tuple[re.Pattern[str], str]], text: str) -> list[str]:
    return [sentence for pattern, sentence in patterns if pattern.search(PLAIN.sub("–", text))]


def warned_of(text: str, last_name: str = "") -> list[str]:
    """What looks like something that tells who or where she is, each with why it matters."""
    told = _found(WARNED, text)
    parts = [part for part in re.split(r"[\s\-]+", last_name) if len(part) > 2]
    if any(re.search(rf"\b{re.escape(part)}\b", text, re.IGNORECASE) for part in parts):
        told.append("Etternavnet står her. Til vanlig holder det med fornavnet.")
    return told
