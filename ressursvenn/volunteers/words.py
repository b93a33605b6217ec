"""The lists of this room: code → the word on the page."""

from __future__ import annotations

SUITABLE, NOT_SUITABLE, UNDECIDED = "suitable", "not_suitable", "undecided"

OUTCOMES = {
    SUITABLE: "egnet",
    NOT_SUITABLE: "ikke egnet",
    UNDECIDED: "ikke bestemt ennå",
}

CONCERN_KINDS = {
    "boundaries": "grenser mellom henne og deltakeren",
    "confidentiality": "taushetsplikten",
    "conduct": "noe hun har sagt eller gjort",
    "strain": "at hun har det tungt",
    "other": "noe annet, som tas muntlig",
}

# What the list shows: the code stands in the address, the word on the page.
CHOICES_OF_LIST = {
    "alle": "Alle",
    "underveis": "Underveis",
    "godkjennes": "Skal godkjennes",
    "kan": "Kan kobles",
    "avklares": "Må avklares",
    "sluttet": "Sluttet",
}
