"""What each figure for a funder means, in bokmål and nynorsk: what it is called, what is counted, whose it is,
what is not in it. Pure. When a meaning or the code that counts changes, `version` in `counting.py` goes up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import words

Both = tuple[str, str]  # bokmål, nynorsk


@dataclass(frozen=True, slots=True)
class Meaning:
    """Of one figure."""

    word: Both
    says: Both
    missing: Both


NOTHING = (
    "Det som ikke er notert, er ikke med.", "Det som ikkje er notert, er ikkje med.",
)  # fmt: skip
LEFT = (
    "De som er slettet før tellingen, er ikke med.", "Dei som er sletta før teljinga, er ikkje med.",
)  # fmt: skip
POPULATIONS: Mapping[str, Both] = {  # by the room it is read in
    "volunteers": (
        "Ressursvenner og søkere der tilskuddet gjelder.",
        "Ressursvenner og søkjarar der tilskotet gjeld.",
    ),
    "training": ("Kurs holdt der tilskuddet gjelder.", "Kurs haldne der tilskotet gjeld."),
    "hours": (
        "Ressursvenner der tilskuddet gjelder.", "Ressursvenner der tilskotet gjeld.",
    ),
    "support": (
        "Veiledning og samlinger der tilskuddet gjelder.",
        "Rettleiing og samlingar der tilskotet gjeld.",
    ),
    "alliance": ("Alliansen i hele landet.", "Alliansen i heile landet."),
    "buttons": (
        "Knapper delt ut i hele landet, eller under foreningens eget navn.",
        "Knappar delte ut i heile landet, eller under namnet til foreininga.",
    ),
    "stands": ("Alle i hele landet.", "Alle i heile landet."),
    "agenda": ("Alliansens krav i hele landet.", "Krava til alliansen i heile landet."),
}  # fmt: skip
MEANINGS: Mapping[str, Meaning] = {
    "volunteers": Meaning(
        ("ressursvenner ved utgangen av perioden", "ressursvenner ved utgangen av perioden"),
        ("Godkjent som ressursvenn senest den siste dagen, og ikke sluttet da.",
         "Godkjend som ressursvenn seinast den siste dagen, og ikkje slutta då."),
        LEFT,
    ),
    "approved": Meaning(
        ("nye ressursvenner", "nye ressursvenner"),
        ("Godkjent av to i perioden.", "Godkjende av to i perioden."),
        LEFT,
    ),
    "applied": Meaning(
        ("som søkte om å bli ressursvenn", "som søkte om å bli ressursvenn"),
        ("Søknader som kom i perioden.", "Søknader som kom i perioden."),
        ("Søkere som trakk seg eller fikk nei, slettes etter kort tid, og er da ikke med.",
         "Søkjarar som trekte seg eller fekk nei, blir sletta etter kort tid, og er då ikkje med."),
    ),
    "courses": Meaning(
        ("kurs holdt", "kurs haldne"),
        ("Kurs med minst én kveld i perioden som ikke ble avlyst.",
         "Kurs med minst éin kveld i perioden som ikkje vart avlyst."),
        NOTHING,
    ),
    "course_people": Meaning(
        ("ressursvenner på kurs", "ressursvenner på kurs"),
        ("Ulike ressursvenner som kom til minst én kurskveld i perioden.",
         "Ulike ressursvenner som kom til minst éin kurskveld i perioden."),
        LEFT,
    ),
    "course_hours": Meaning(
        ("timer ressursvenner har vært på kurs", "timar ressursvenner har vore på kurs"),
        ("Timer notert for hver av dem, lagt sammen.", "Timar noterte for kvar av dei, lagde saman."),
        LEFT,
    ),
    "hours_met": Meaning(
        ("timer ressursvenner har gitt i treff", "timar ressursvenner har gjeve i treff"),
        ("Midten av den lengden som er notert for hvert treff, lagt sammen til nærmeste femti. Bare for ett "
         "helt kalenderår som er over, og bare når tallet ikke kunne være noen få menneskers.",
         "Midten av den lengda som er notert for kvart treff, lagt saman til næraste femti. Berre for eitt "
         "heilt kalenderår som er over, og berre når talet ikkje kunne vere nokre få menneske sitt."),
        ("Et år telles én gang, for alle steder. Treff som var slettet da, eller er notert siden, er ikke med.",
         "Eit år blir talt éin gong, for alle stader. Treff som var sletta då, eller er noterte sidan, er "
         "ikkje med."),
    ),
    "guidance": Meaning(
        ("kvelder med veiledning", "kveldar med rettleiing"),
        ("Kvelder som ikke ble avlyst.", "Kveldar som ikkje vart avlyste."),
        NOTHING,
    ),
    "gatherings": Meaning(
        ("samlinger", "samlingar"),
        ("Samlinger som ikke ble avlyst.", "Samlingar som ikkje vart avlyste."),
        NOTHING,
    ),
    "gathering_people": Meaning(
        ("som kom til samlinger for ressursvenner", "som kom til samlingar for ressursvenner"),
        ("Slik det er talt etter hver samling for ressursvenner.",
         "Slik det er talt etter kvar samling for ressursvenner."),
        ("Samlinger der deltakere er med, telles ikke i mennesker.",
         "Samlingar der deltakarar er med, blir ikkje talde i menneske."),
    ),
    "actions": Meaning(
        ("aksjoner gjennomført", "aksjonar gjennomførte"),
        ("Aksjoner alle kunne lese om, som begynte i perioden og ikke ble avlyst.",
         "Aksjonar alle kunne lese om, som byrja i perioden og ikkje vart avlyste."),
        NOTHING,
    ),
    "action_people": Meaning(
        ("som kom til aksjonene", "som kom til aksjonane"),
        ("Summen av det arrangørene har meldt.", "Summen av det arrangørane har meldt."),
        ("Det som ikke er meldt, er ikke med.", "Det som ikkje er meldt, er ikkje med."),
    ),
    "media": Meaning(
        ("omtaler i mediene", "omtalar i media"),
        ("Omtaler som er notert med dag i perioden.", "Omtalar som er noterte med dag i perioden."),
        ("Omtaler ingen har notert, er ikke med.", "Omtalar ingen har notert, er ikkje med."),
    ),
    "buttons_sent": Meaning(
        ("knapper sendt ut", "knappar sende ut"),
        ("Sendt etter bestilling i perioden.", "Sende etter tinging i perioden."),
        NOTHING,
    ),
    "buttons": Meaning(
        ("knapper delt ut", "knappar delte ut"),
        ("Det som er meldt delt ut i perioden. Ingen teller hvem som bærer dem.",
         "Det som er meldt delt ut i perioden. Ingen tel kven som ber dei."),
        ("Det som ikke er meldt, er ikke med.", "Det som ikkje er meldt, er ikkje med."),
    ),
    "stands": Meaning(
        ("som tok standpunkt", "som tok standpunkt"),
        ("Et standpunkt telles når den som tok det, har bekreftet det fra sin egen e-post, og en redaktør har "
         "lest det. Én person kan ha tatt mer enn ett.",
         "Eit standpunkt blir talt når den som tok det, har stadfesta det frå sin eigen e-post, og ein "
         "redaktør har lese det. Éin person kan ha teke meir enn eitt."),
        ("Det som er tatt bort igjen, er ikke med.", "Det som er teke bort att, er ikkje med."),
    ),
    "demands": Meaning(
        ("nye krav reist", "nye krav reiste"),
        ("Krav reist i perioden.", "Krav reiste i perioden."),
        NOTHING,
    ),
    "promises": Meaning(
        ("løfter fra dem kravene gjelder", "lovnader frå dei krava gjeld"),
        ("Ganger noe ble lovet i perioden.", "Gonger noko vart lova i perioden."),
        ("Det ingen har bekreftet, er ikke med.", "Det ingen har stadfesta, er ikkje med."),
    ),
}  # fmt: skip


def in_language(both: Both, language: str) -> str:
    return both[language == words.NYNORSK]
