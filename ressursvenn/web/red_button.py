"""Rød Knapp in the few words of the front page. Who is a member today is asked of the room `alliance`."""

from __future__ import annotations

SINCE = 2012

HOLES = (
    ("Rettigheter", "at loven beskytter, også i praksis"),
    ("Hjelpetilbud", "at den som trenger hjelp, finner den"),
    ("Forebygging", "at volden stopper før den begynner"),
    ("Forskning", "at vi vet hva som virker"),
)

TEXT = {  # what search engines show, and what is shown where the address is shared
    "title": "Ressursvenn og Rød Knapp",
    "lead": "En frivillig å gå tur med når det verste er over, og en allianse mot vold mot kvinner.",
}
