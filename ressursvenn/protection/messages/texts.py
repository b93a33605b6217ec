"""All that the house can say, word for word, and in which languages. A kind is a code; it has no blanks.

A language that is missing here is not guessed: the message is not sent, and the coordinator is told. A
translation that nobody who speaks the language has read is used, and marked so where it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """`subject` is for e-mail alone. `confirmed`: somebody who speaks the language has read it."""

    subject: str
    body: str
    confirmed: bool = False


CALL_ME = "call_me"
SOMETHING_WAITS = "something_waits"
HERS, STAFF = "her", "staff"

LANGUAGES = {
    "nb": "bokmål",
    "nn": "nynorsk",
    "en": "engelsk",
    "ar": "arabisk",
    "pl": "polsk",
    "uk": "ukrainsk",
    "so": "somali",
    "ti": "tigrinja",
    "se": "nordsamisk",
}

TEXTS: dict[str, dict[str, Text]] = {
    CALL_ME: {
        "nb": Text("Hei", "Hei, ring meg når det passer.", confirmed=True),
        "nn": Text("Hei", "Hei, ring meg når det passar."),
        "en": Text("Hi", "Hi, call me when it suits you."),
        "ar": Text("مرحبا", "مرحبا، أرجو الاتصال بي عندما يناسبك."),
        "pl": Text("Cześć", "Cześć, proszę o telefon w dogodnej chwili."),
        "uk": Text("Привіт", "Привіт, зателефонуй мені, коли буде зручно."),
    },
    SOMETHING_WAITS: {"nb": Text("Noe venter på deg", "Noe venter på deg.", confirmed=True)},
}
AUDIENCES = {CALL_ME: HERS, SOMETHING_WAITS: STAFF}


def text_of(kind: str, language: str) -> Text | None:
    """None: there is no such text in this language."""
    return TEXTS[kind].get(language)


def offered() -> list[tuple[str, str]]:
    """The languages with what must be known about each before it is chosen."""
    return [(code, f"{word}{_remark(code)}") for code, word in LANGUAGES.items()]


def _remark(language: str) -> str:
    text = text_of(CALL_ME, language)
    if text is None:
        return " (ikke oversatt: du får en oppgave i stedet)"
    return "" if text.confirmed else " (oversettelsen er ikke lest av noen som snakker språket)"
