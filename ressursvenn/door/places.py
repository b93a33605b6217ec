"""Every page that editors write: where it is, what it is called, and what belongs on it."""

from __future__ import annotations

from dataclasses import dataclass

from .languages import BOKMAAL, LANGUAGES


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """`code` is its name in addresses of the desk; the public address is named `door_public:<code>`."""

    code: str
    word: str
    belongs: str
    languages: tuple[str, ...] = (BOKMAAL,)

    @property
    def address(self) -> str:
        return f"door_public:{self.code}"


PLACES = {
    place.code: place
    for place in (
        Place(
            code="ressursvenn",
            word="Hva en ressursvenn er",
            belongs="Hva de to gjør sammen, hva en ressursvenn ikke er, og hvordan det begynner.",
        ),
        Place(
            code="help",
            word="For deg som lever med vold",
            belongs="Det første hun kan gjøre, og hvordan spor slettes. Ærlig om det ingen side kan love. "
            "Numrene står der alltid, fra den gjennomgåtte tabellen.",
            languages=tuple(LANGUAGES),
        ),
        Place(
            code="near",
            word="For venner og naboer",
            belongs="Hva den som er bekymret for noen, kan si og gjøre, og hva som kan gjøre det farligere.",
        ),
        Place(
            code="about",
            word="Om sidene",
            belongs="Hvem som står bak, hva som er kilden, og hvem som kan rette en feil.",
        ),
        Place(
            code="privacy",
            word="Personvern",
            belongs="Hva som lagres om hvem, hvor lenge, og hva ingen kan love.",
        ),
        Place(
            code="accessibility",
            word="Tilgjengelighet",
            belongs="Hvordan sidene er prøvd, hva som mangler, og hvor man sier fra.",
        ),
    )
}


def known(place: str, language: str) -> bool:
    """Whether there is such a page in that language."""
    return place in PLACES and language in PLACES[place].languages
