"""The nine languages of the page for whoever lives with violence, each by the name it has for itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """`own` is its own name for itself, `word` the Norwegian one, `dir` the way it is written."""

    code: str
    own: str
    word: str
    dir: str = "ltr"


LANGUAGES = {
    language.code: language
    for language in (
        Language("nb", "Bokmål", "bokmål"),
        Language("nn", "Nynorsk", "nynorsk"),
        Language("en", "English", "engelsk"),
        Language("se", "Davvisámegiella", "nordsamisk"),
        Language("ar", "العربية", "arabisk", "rtl"),
        Language("uk", "Українська", "ukrainsk"),
        Language("so", "Soomaali", "somali"),
        Language("ti", "ትግርኛ", "tigrinja"),
        Language("pl", "Polski", "polsk"),
    )
}
BOKMAAL, ENGLISH = "nb", "en"
BESIDE = (BOKMAAL, ENGLISH)  # what stands there until a speaker has read a translation
