"""Who is who in the made-up world. Sign-in names are stable: tests, guides and habits rely on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the cast. `house` and `centre` are slugs; `shown` on the sign-in page."""

    sign_name: str
    name: str
    role: str
    house: str = ""
    centre: str = ""
    known_for: str = ""


HOUSES = {
    "oslo": "Oslo lokalforening",
    "drammen": "Drammen lokalforening",
    "moss": "Moss lokalforening",
    "tom": "En helt ny lokalforening",
}

CENTRES = {
    "oslo": "Oslo",
    "drammen": "Drammen",
    "asker-og-baerum": "Asker og Bærum",
    "follo": "Follo",
    "romerike": "Romerike",
}

CAST = (
    Part("koordinator", "Kari Lunde", "coordinator", "oslo", known_for="leder tilbudet i Oslo"),
    Part("koordinator2", "Kaja Bergum", "coordinator", "oslo", known_for="hennes kollega"),
    Part("tom", "Tomine Eide", "coordinator", "tom", known_for="en forening uten noen i ennå"),
    Part("tom2", "Tuva Holmen", "group_leader", "tom", known_for="intervjuer med henne"),
    Part("gruppeleder", "Gro Vikane", "group_leader", "oslo", known_for="følger opp de frivillige"),
    Part("ressursvenn", "Solveig Moane", "volunteer", "oslo", known_for="har en kobling"),
    Part("ressursvenn2", "Sunniva Roald", "volunteer", "oslo", known_for="er spurt om en kobling"),
    Part(
        "radgiver",
        "Astrid Lieng",
        "national_adviser",
        known_for="gir det andre jaet i små foreninger",
    ),
    Part(
        "siling", "Vigdis Moane", "vetting_officer", known_for="ser alene hvem som aldri må møtes"
    ),
    Part(
        "krisesenter",
        "Kirsti Aase",
        "centre_contact",
        centre="oslo",
        known_for="henviser deltakere",
    ),
    Part(
        "personvern",
        "Pernille Sande",
        "privacy_officer",
        known_for="ser loggen, og ingen mennesker",
    ),
    Part("system", "Siri Fossum", "system_administrator", known_for="drifter, og ser ingen"),
    Part("alliansen", "Ella Hauge", "alliance_editor", known_for="skriver for Rød Knapp"),
    Part("alliansen2", "Eivor Sund", "alliance_editor", known_for="leser før noe settes ut"),
    Part("tilskudd", "Torunn Solvang", "grant_keeper", known_for="søker, og svarer for pengene"),
    Part("giver", "Bodil Strand", "funder", known_for="leser rapporter som er gitt ut"),
    Part("drammen", "Dagny Ås", "coordinator", "drammen", known_for="leder tilbudet i Drammen"),
    Part("drammen2", "Dina Krogh", "coordinator", "drammen", known_for="hennes kollega"),
    Part("moss", "Mona Bakke", "coordinator", "moss", known_for="leder tilbudet i Moss"),
    Part("moss2", "Målfrid Tveit", "group_leader", "moss", known_for="intervjuer med henne i Moss"),
)
