"""What is said on the pages and how numbers are written: states, questions, and how these were protected."""

from __future__ import annotations

PROPOSED, ASKED, RELEASED = "proposed", "asked", "released"
STATES = {
    PROPOSED: "forslag",
    ASKED: "venter på den andre",
    RELEASED: "gitt ut",
}

QUESTIONS = {
    "wellbeing": ("Hvordan har du det?", "1 er svært dårlig, 5 er svært bra."),
    "support": (
        "Har du noen å støtte deg til?",
        "1 er ingen, 5 er flere du kan ringe når som helst.",
    ),
    "loneliness": ("Føler du deg ensom?", "1 er aldri, 5 er nesten alltid."),
}

STATIONS = {
    "applied": "søkte", "answered": "fikk svar", "interviewed": "intervjuet", "course": "på kurs",
    "signed": "taushetserklæring", "certificate": "politiattest vist", "agreed": "avtale",
    "approved": "godkjent",
}  # fmt: skip

HIDDEN = ":"  # as in official statistics: there is a number, and it is not shown
NONE = "–"  # there is no number
PROTECTION = (
    "Tallene er for hele landet eller fem deler av det, og for hele år. Hvert år gis ut én gang. Ingen klasse "
    "med færre enn {limit} vises, heller ikke null. Der en klasse er liten, gjøres klassene grovere, og blir "
    "det ikke nok, er tabellen ikke med. Så er det prøvd, med et regnestykke i hele tall, om noen kan regne ut "
    "et mindre tall av det som står her og av alle tidligere år, også en som vet at hun er alene i en rute. "
    "Kan noen det, skjules det minste antallet ruter som skal til."
)
NO_CAUSE = (
    "Tallene forteller hva som er notert. De forteller ikke hva som ville ha skjedd uten en ressursvenn, og "
    "det finnes ingen gruppe å sammenligne med."
)
PUBLISHER = "Ressursvenn, Norske Kvinners Sanitetsforening"
LICENCE = "CC BY 4.0: fritt til bruk når kilden nevnes (Ressursvenn, utgivelse og år)."


def number(count: int | None) -> str:
    """As it is written; a hidden one is a colon."""
    return HIDDEN if count is None else str(count)


def signed(steps: float) -> str:
    """A change with its sign and one decimal."""
    return f"{steps:+.1f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")
