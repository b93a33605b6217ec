"""The lists of this room: code → the word on the page."""

from __future__ import annotations

AGREEMENT, DECLARATION = "agreement", "declaration"

KINDS = {AGREEMENT: "avtalen", DECLARATION: "taushets- og etikkerklæringen"}
KIND_HEADS = {AGREEMENT: "Avtale", DECLARATION: "Taushets- og etikkerklæring"}
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}

TO_HER = {  # what a rule says no to, as she reads it herself
    "AGR-01": "Dere har ikke gått gjennom teksten sammen ennå, eller den er lagt bort. Spør koordinatoren.",
    "AGR-02": "Bare den teksten gjelder, kan skrive under her.",
    "AGR-04": "Teksten er endret siden dere gikk gjennom den. Dere går gjennom den nye sammen først.",
    "AGR-05": "Du har sluttet som ressursvenn, og skal ikke skrive under på noe mer.",
    "AGR-06": "Du har alt skrevet under. Du trenger ikke gjøre noe mer.",
    "AGR-07": (
        "Den som skrev under for foreningen, kan ikke gjøre det lenger. Du har ikke gjort noe galt:"
        " dere går gjennom teksten på nytt."
    ),
    "AGR-08": (
        "Du har fått en annen innlogging siden dere gikk gjennom teksten. Dere går gjennom den på nytt"
        " først."
    ),
}

WHY_SHE_LEAVES = {
    "time": "tiden strekker ikke til",
    "moved": "hun flytter",
    "finished": "året er omme, og hun vil stoppe der",
    "heavy": "det er blitt tungt",
    "other_work": "hun vil gjøre noe annet frivillig",
    "not_matched": "det ble ingen kobling",
    "with_us": "noe hos oss som ikke var bra",
    "ours": "foreningen har sagt at det er slutt",
    "not_told": "hun vil ikke si det",
}

COME_BACK = {"yes": "ja", "maybe": "kanskje", "no": "nei", "not_asked": "vi snakket ikke om det"}
MAY_BE_ASKED = ("yes", "maybe")
