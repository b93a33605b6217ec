"""A thank-you to begin from. It is edited and sent by a person; nothing of it is stored."""

from __future__ import annotations

NB = """\
Hei {name}!

{what}

[Skriv én ting du selv har satt pris på.{not_of_her}]

Taushetsplikten varer, og blir noe tungt etterpå, kan du ringe oss.

Varm hilsen
{association}"""
NB_MET = (
    "Nå er tiden din som ressursvenn over, og vi vil si takk. Du har gitt av tiden din og deg selv til en"
    " som trengte et medmenneske. Det du har gjort, kan ingen andre gjøre på samme måte."
)
NB_NOT_MET = (
    "Takk for at du ville bli ressursvenn, og for tiden du har gitt oss. Det ble ingen kobling denne gangen."
    " Det sier ingenting om deg: at noen står klar, er noe av det viktigste vi har."
)

NN = """\
Hei {name}!

{what}

[Skriv éin ting du sjølv har sett pris på.{not_of_her}]

Teieplikta varer, og blir noko tungt etterpå, kan du ringje oss.

Varm helsing
{association}"""
NN_MET = (
    "No er tida di som ressursvenn over, og vi vil seie takk. Du har gitt av tida di og deg sjølv til ei"
    " som trengde eit medmenneske. Det du har gjort, kan ingen andre gjere på same måten."
)
NN_NOT_MET = (
    "Takk for at du ville bli ressursvenn, og for tida du har gitt oss. Det blei inga kopling denne gongen."
    " Det seier ingenting om deg: at nokon står klar, er noko av det viktigaste vi har."
)


def for_her(name: str, association: str, *, met: bool) -> list[tuple[str, str, str]]:
    """In both languages, true whether she has met anybody or not: code, word, text."""
    told = {"name": name, "association": association}
    nb, nn = (NB_MET, NN_MET) if met else (NB_NOT_MET, NN_NOT_MET)
    not_of = (
        (" Ikke noe om henne hun møtte.", " Ikkje noko om henne ho møtte.") if met else ("", "")
    )
    return [
        ("nb", "bokmål", NB.format(what=nb, not_of_her=not_of[0], **told)),
        ("nn", "nynorsk", NN.format(what=nn, not_of_her=not_of[1], **told)),
    ]
