"""Rød Knapp, as the front page tells it, until the alliance has a room of its own.

Membership changes, so the list says whose list it is. Source: the article of Kompetansesenter for
kriminalitetsforebygging about the two measures it gave grants to (about 2018).
"""

SINCE = 2012

MEMBERS = (
    "Den norske kirke",
    "Islamsk råd Norge",
    "Reform – Ressurssenter for menn",
    "Norske Kvinners Sanitetsforening",
    "Krisesentersekretariatet",
    "Virke",
    "Digni",
    "Juridisk rådgivning for kvinner (JURK)",
)

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
