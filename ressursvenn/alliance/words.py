"""What may be chosen in this room: code → the word on the page."""

from __future__ import annotations

from functools import lru_cache

from ressursvenn.neighbourhood.areas import AREAS, norwegian

FOUNDED = 2012
FOUNDED_SOURCE = (
    "Kompetansesenter for kriminalitetsforebygging, artikkel om de to tiltakene (omkring 2018)"
)

RIGHTS, HELP, PREVENTION, RESEARCH = "rights", "help", "prevention", "research"
HOLES = {
    RIGHTS: "rettigheter",
    HELP: "hjelpetilbud",
    PREVENTION: "forebygging",
    RESEARCH: "forskning",
}
MISSING = {
    RIGHTS: "at loven beskytter, også i praksis",
    HELP: "at den som trenger hjelp, finner den",
    PREVENTION: "at volden stopper før den begynner",
    RESEARCH: "at vi vet hva som virker",
}
HOLES_SOURCE = "rødknapp.no/om-rod-knapp"

ASSOCIATION, FIRM, SCHOOL, MUNICIPALITY, PARISH = (
    "association", "firm", "school", "municipality", "parish",
)  # fmt: skip
OTHER = "other"
KINDS = {  # who orders buttons, and hands them out
    ASSOCIATION: "lokalforening",
    FIRM: "bedrift",
    SCHOOL: "skole",
    MUNICIPALITY: "kommune",
    PARISH: "menighet",
    OTHER: "annen organisasjon",
}

CAME_IN, WENT_OUT = "in", "out"
MOVES = {CAME_IN: "kom inn på lageret", WENT_OUT: "gikk ut uten bestilling"}
NOT_SENT = {
    "empty": "Vi har ikke nok knapper akkurat nå.",
    "private": "Vi sender til organisasjoner, ikke til enkeltpersoner.",
    "unclear": "Vi fant ikke ut hvor de skulle sendes.",
    "withdrawn": "Den som bestilte, trenger dem ikke lenger.",
}

NOBODY_SEEN, ALL_AGREED = "nobody", "all"
CONSENTS = {
    NOBODY_SEEN: "ingen på bildet kan kjennes igjen",
    ALL_AGREED: "alle som kan kjennes igjen, er voksne og har sagt ja til at det vises her",
}

MEDIA = {  # where the press has told of us
    "paper": "avis",
    "online": "nettavis",
    "radio": "radio",
    "tv": "TV",
    "trade": "fagblad",
    "other": "annet",
}
NAMES_SOMEBODY = "names"
WHY_STRUCK = {  # why a mention does not stand
    "wrong": "Noe av det var feil.",
    "twice": "Den er notert to ganger.",
    "not_us": "Den handlet ikke om Rød Knapp.",
    NAMES_SOMEBODY: "Den nevner en som lever med vold. Da slettes ordene og lenken.",
}

TASK, MATERIAL = "task", "material"
SORTS = {TASK: "gjøremål", MATERIAL: "materiell"}


@lru_cache(maxsize=1)
def counties() -> dict[str, str]:
    """The counties of today, by name, in Norwegian order."""
    return {name: name for name in sorted({one.county for one in AREAS.values()}, key=norwegian)}
