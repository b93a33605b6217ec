"""Kinds of campaign actions: what each is, what is to be done before it, and what is brought.

The words are ours. A campaign is a stretch of days; an action is of the campaign its day lies in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

STAND, OPEN_MEETING, CONFERENCE, TOWN_HALL, LETTER = (
    "stand", "open_meeting", "conference", "town_hall", "letter",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """`tasks` are (so many days before, what); a negative number is after."""

    code: str
    name: str
    about: str
    tasks: tuple[tuple[int, str], ...]
    materials: tuple[str, ...]
    ready_text: str = ""


THANKS = (-2, "Skriv hvordan det gikk, og hvor mange knapper som ble delt ut")
SAFETY = "kort med hjelpetelefonene: 116 006 og 112"

LETTER_TEXT = """Til kommunestyret

Den røde knappen har fire hull: rettigheter, hjelpetilbud, forebygging og forskning. Hvert av dem er noe som \
mangler. Vi ber kommunestyret svare på tre spørsmål:

1. Har kommunen en handlingsplan mot vold i nære relasjoner som gjelder i dag, og når ble den sist vedtatt?
2. Hvem i kommunen har ansvar for at den blir fulgt?
3. Hva finnes av hjelp her for den som lever med vold, og for den som vil slutte å bruke vold?

Vi ber om svar skriftlig, og kommer gjerne og forteller mer. Svaret vil vi vise fram.
"""

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            code=STAND, name="stand",
            about="Et bord der folk går forbi. Dere deler ut knapper og sier hva hullene betyr.",
            tasks=(
                (28, "Spør kommunen eller kjøpesenteret om plass"),
                (21, "Bestill knapper"),
                (7, "Avtal hvem som står når, minst to om gangen"),
                (3, "Avtal hva dere gjør hvis noen forteller om vold: lytt, og gi nummeret 116 006"),
                THANKS,
            ),
            materials=("bord og duk", "knapper", "plakat med de fire hullene", SAFETY),
        ),
        Kind(
            code=OPEN_MEETING, name="åpent møte",
            about="En kveld med innledning og samtale, åpen for alle.",
            tasks=(
                (42, "Bestill lokale som alle kommer inn i, også med rullestol"),
                (35, "Spør innledere"),
                (21, "Sett møtet i kalenderen og si fra til lokalavisen"),
                (3, "Avtal hvem som er vert og hvem som kan snakke med den som trenger det"),
                THANKS,
            ),
            materials=("lydanlegg", "teleslynge eller mikrofon", "kaffe", "knapper", SAFETY),
        ),
        Kind(
            code=CONFERENCE, name="konferanse",
            about="En dag med flere innledere, for fagfolk og politikere.",
            tasks=(
                (120, "Sett ned en komité og lag budsjett"),
                (90, "Bestill lokale og innledere"),
                (60, "Åpne påmeldingen"),
                (14, "Send program til pressen"),
                THANKS,
            ),
            materials=("program", "navneskilt", "tolk, hvis noen trenger det", "knapper", SAFETY),
        ),
        Kind(
            code=TOWN_HALL, name="knapp på rådhuset",
            about="En stor rød knapp henges på rådhuset, og ordføreren får den første lille.",
            tasks=(
                (42, "Spør ordføreren og den som har ansvar for bygget"),
                (28, "Bestill eller lån den store knappen"),
                (7, "Inviter lokalavisen og kommunestyret"),
                (0, "Heng opp, og si høyt hva hvert hull betyr"),
                (-16, "Ta den ned, og takk for lånet av veggen"),
                THANKS,
            ),
            materials=("stor knapp i duk eller plate", "feste som tåler vind", "knapper til kommunestyret"),
        ),
        Kind(
            code=LETTER, name="brev til kommunestyret",
            about="Et brev med spørsmål som kan besvares, og som må besvares.",
            tasks=(
                (21, "Finn ut når kommunestyret møtes, og fristen for saker"),
                (14, "Fyll ut brevet og få flere organisasjoner til å skrive under"),
                (0, "Lever det, og be om å få si noe"),
                (-30, "Skriv ned svaret, også når det ikke kom noe svar"),
            ),
            materials=("brevet", "knapper til representantene"),
            ready_text=LETTER_TEXT,
        ),
    )
}  # fmt: skip
NAMES = {code: kind.name for code, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Campaign:
    """A stretch of days of one year."""

    name: str
    first: date
    last: date
    source: str

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def campaigns(year: int) -> tuple[Campaign, Campaign]:
    """8 March, and the sixteen days from 25 November."""
    womens_day = date(year, 3, 8)
    return (
        Campaign("Kvinnedagen 8. mars", womens_day, womens_day, "FN-dagen 8. mars"),
        Campaign(
            "16 dager mot vold mot kvinner", date(year, 11, 25), date(year, 12, 10),
            "unwomen.org: fra FN-dagen mot vold mot kvinner til menneskerettighetsdagen",
        ),
    )  # fmt: skip
