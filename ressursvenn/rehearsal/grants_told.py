"""What is said in the grants of the made-up world. The first funder is the seed's; the rest is invented."""

from __future__ import annotations

FUNDERS = (  # name, form, what it gives to, days until the deadline
    (
        "Kompetansesenter for kriminalitetsforebygging (Kfk)",
        "common",
        {
            "name": "Tilskudd til forebygging (oppdiktet navn)",
            "purpose": "Forebygge kriminalitet. Ordlyden er oppdiktet.",
            "aims": "Forebygge vold mot kvinner\nHjelpe dem som har vært utsatt for vold",
            "source": "Kfk, artikkel om de to tiltakene (omkring 2018); ordlyden er oppdiktet",
        },
        90,
    ),
    (
        "En oppdiktet stiftelse",
        "dam",
        {
            "name": "Helse, oppdiktet runde",
            "purpose": "Bedre hverdager for dem som har hatt det vanskelig.",
            "aims": "",
            "source": "oppdiktet",
        },
        120,
    ),
    (
        "Et oppdiktet direktorat",
        "bufdir",
        {
            "name": "Tiltak mot vold, oppdiktet runde",
            "purpose": "Færre skal utsettes for vold.",
            "aims": "Økt kunnskap\nBedre samarbeid",
            "source": "oppdiktet",
        },
        20,
    ),
)
MEETING = {
    "place": "Hovedkontoret til Norske Kvinners Sanitetsforening i Oslo",
    "who": "Kompetansesenter for kriminalitetsforebygging og Norske Kvinners Sanitetsforening",
    "presented": "Ressursvenn og Rød Knapp",
}
GOALS = (  # measure, goal, what is counted, the house's own figure, how many
    (
        "ressursvenn",
        "Flere steder kan tilby en ressursvenn",
        "Kurs for nye ressursvenner",
        "courses",
        3,
    ),
    ("rod_knapp", "Flere tar avstand fra vold", "Aksjoner", "actions", 10),
)
LINES = (
    ("ressursvenn", "Kurs og veiledning", 180_000),
    ("rod_knapp", "Knapper og materiell", 100_000),
    ("shared", "Regnskap og revisjon", 20_000),
)
PARTNERS = (
    ("ressursvenn", "Krisesentrene", "Viser vei til tilbudet og deltar på kurs."),
    ("rod_knapp", "Medlemmene i alliansen", "Holder aksjoner og deler ut knapper."),
)
EXPERIENCES = (
    ("ressursvenn", "good", "Kurs på kveldstid over to uker passet bedre enn en hel helg."),
    ("ressursvenn", "bad", "Det tok lang tid å få satt opp veiledning på de minste stedene."),
    ("rod_knapp", "good", "Åpne møter sammen med et bibliotek trakk flere enn stander ute."),
    ("rod_knapp", "bad", "Knappene kom sent fra trykkeriet."),
    ("rod_knapp", "plan", "Vi fortsetter med åpne møter i flere byer."),
    ("ressursvenn", "plan", "Vi setter opp veiledning på nett for de minste stedene."),
)
SAID = {
    "reach": "Tilbudet er gjort kjent gjennom krisesentrene og på foreningenes egne sider.",
    "deviations": "Ingen.",
}
