"""What each value in a report's data means. A test holds it against the data itself."""

from __future__ import annotations

FIELDS = (
    ("format", "Navnet på dette oppsettet. Et nytt oppsett får et nytt navn."),
    ("period.first, period.last", "Første og siste dag som er med. Begge er regnet med."),
    ("members.start, members.end", "Medlemmer den første og den siste dagen, ved navn."),
    ("members.joined, members.gone", "Medlemmer den siste dagen som ikke var det den første, og omvendt."),
    ("members.perhaps_end", "Organisasjoner ingen liste sier sikkert om var med den siste dagen."),
    ("meetings.held", "Møter i alliansen, etter møtedagen."),
    (
        "meetings.decisions, meetings.decisions_done",
        "Vedtak gjort på de møtene, og hvor mange som var gjennomført den siste dagen.",
    ),
    (
        "actions.held, actions.called_off",
        "Aksjoner alle kunne lese om og som begynte i perioden, og de som ble avlyst.",
    ),
    (
        "actions.came",
        "Summen av hvor mange arrangørene har meldt at kom. Det som ikke er meldt, er ikke med.",
    ),
    (
        "actions.by_hole, actions.by_county, actions.by_kind",
        "De samme aksjonene for hvert hull i knappen, fylke og slag. Tomt hull: uten noe bestemt.",
    ),
    ("actions.list", "Hver aksjon: dag, tittel, fylke og hull."),
    (
        "buttons.into_store, buttons.ordered, buttons.sent",
        "Knapper inn på lageret, bestilt, og sendt etter bestilling.",
    ),
    (
        "buttons.handed_out, buttons.handed_out_by_county",
        "Knapper noen har meldt delt ut i perioden, og hvor.",
    ),
    (
        "buttons.counter",
        "Delt ut i alt ved utgangen av perioden: tall, om det er minst så mange, kilde, om noen har "
        "bekreftet det, og hva som telles.",
    ),
    (
        "stands.people, stands.organisations, stands.in_all",
        "Standpunkter som er bekreftet i perioden og som vises da rapporten ble laget.",
    ),
    ("stands.by_county", "De av dem som har oppgitt fylke."),
    ("stands.definition", "Hva som telles som et standpunkt."),
    (
        "media.hits, media.by_kind",
        "Omtaler i mediene som er notert med en dag i perioden, i alt og for hvert slag medium: paper er avis, "
        "online nettavis, trade fagblad og other annet. De som er strøket, er ikke med.",
    ),
    (
        "media.list",
        "Hver av dem, den første først: dag, medium, slag, hva den handlet om med redaktørens ord, og lenke. "
        "Tom lenke: saken ligger ikke åpent, eller ingen har notert hvor.",
    ),
    (
        "demands.list",
        "Hvert krav: navn i adressen, tittel, hull, dagen det ble reist, slik det sto den siste dagen, og "
        "det som skjedde i perioden med dag, slag, ord og kilde. Slik det kunne leses den siste dagen.",
    ),
    ("demands.by_hole, demands.by_state", "Krav for hvert hull i knappen, og etter hvordan de sto."),
    ("demands.new, demands.happened", "Krav reist i perioden, og hvor mange ganger hvert slag skjedde."),
    ("slots", "Det noen har skrevet: forfattere, forord, om mediene, avvik og planer."),
)  # fmt: skip
