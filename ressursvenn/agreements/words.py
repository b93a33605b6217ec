"""The lists of this room: code → the word on the page."""

from __future__ import annotations

AGREEMENT, DECLARATION = "agreement", "declaration"

KINDS = {AGREEMENT: "avtalen", DECLARATION: "taushets- og etikkerklæringen"}
KIND_HEADS = {AGREEMENT: "Avtale", DECLARATION: "Taushets- og etikkerklæring"}
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}

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
