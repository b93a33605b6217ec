"""The words of a report, in bokmål and nynorsk. Nobody has confirmed them; a report says who wrote it."""

from __future__ import annotations

from collections.abc import Mapping

BOKMAAL, NYNORSK = "nb", "nn"
WRITTEN_IN = {BOKMAAL: "bokmål", NYNORSK: "nynorsk"}
DRAFT, ASKED, ISSUED = "draft", "asked", "issued"
STATES = {DRAFT: "utkast", ASKED: "venter på en annen redaktør", ISSUED: "gitt ut"}

Both = tuple[str, str]

SAID: Mapping[str, Both] = {
    "title": ("Statusrapport for Rød Knapp – Stopp vold mot kvinner",) * 2,
    "period": ("Fra {} til {}", "Frå {} til {}"),
    "authors": ("Skrevet av", "Skrive av"),
    "foreword": ("Forord", "Forord"),
    "how": ("Hvordan tallene er laget", "Korleis tala er laga"),
    "how_told": (
        "Tallene er satt sammen av det alliansen har notert. Det som ikke er notert, er ikke med. Et tall "
        "teller det som står ved siden av det, og sier ikke noe om virkning.",
        "Tala er sette saman av det alliansen har notert. Det som ikkje er notert, er ikkje med. Eit tal tel "
        "det som står ved sida av det, og seier ikkje noko om verknad.",
    ),
    "members": ("Medlemmer", "Medlemer"),
    "members_told": ("Medlemmer ved utgangen av perioden", "Medlemer ved utgangen av perioden"),
    "members_start": ("medlemmer da perioden begynte", "medlemer då perioden begynte"),
    "members_end": ("medlemmer da perioden var over", "medlemer då perioden var over"),
    "joined": ("Kom med", "Kom med"),
    "gone": ("Gikk ut", "Gjekk ut"),
    "unchanged": (
        "Ingen kom med eller gikk ut i perioden.", "Ingen kom med eller gjekk ut i perioden.",
    ),
    "perhaps": (
        "Av disse vet ingen sikkert om de var med den siste dagen",
        "Av desse veit ingen sikkert om dei var med den siste dagen",
    ),
    "meetings": ("Møter", "Møte"),
    "held": ("møter holdt", "møte haldne"),
    "decided": ("vedtak gjort", "vedtak gjorde"),
    "done": ("av vedtakene er gjennomført", "av vedtaka er gjennomførte"),
    "actions": ("Aksjoner", "Aksjonar"),
    "actions_held": ("aksjoner gjennomført", "aksjonar gjennomførte"),
    "called_off": ("avlyst", "avlyste"),
    "came": ("kom, etter det arrangørene har meldt", "kom, etter det arrangørane har meldt"),
    "by_hole": ("Aksjoner for hvert hull i knappen", "Aksjonar for kvart hol i knappen"),
    "by_county": ("Aksjoner i hvert fylke", "Aksjonar i kvart fylke"),
    "no_hole": ("uten noe bestemt hull", "utan noko bestemt hol"),
    "where": ("Hva som skjedde", "Kva som hende"),
    "day": ("Dag", "Dag"),
    "action": ("Aksjon", "Aksjon"),
    "county": ("Fylke", "Fylke"),
    "hole": ("Hull", "Hol"),
    "number": ("Antall", "Mengd"),
    "buttons": ("Knapper", "Knappar"),
    "sent": ("knapper sendt etter bestilling", "knappar sende etter bestilling"),
    "ordered": ("knapper bestilt", "knappar bestilte"),
    "handed_out": ("knapper meldt delt ut i perioden", "knappar melde delte ut i perioden"),
    "handed_by_county": ("Knapper delt ut i hvert fylke", "Knappar delte ut i kvart fylke"),
    "counter": ("delt ut i alt, ved utgangen av perioden", "delte ut i alt, ved utgangen av perioden"),
    "or_more": ("minst {}", "minst {}"),
    "source": ("Kilde: {}.", "Kjelde: {}."),
    "unconfirmed": ("Ingen i alliansen har bekreftet tallet.", "Ingen i alliansen har stadfesta talet."),
    "stands": ("Standpunkter", "Standpunkt"),
    "stands_people": ("personer tok standpunkt", "personar tok standpunkt"),
    "stands_organisations": ("organisasjoner tok standpunkt", "organisasjonar tok standpunkt"),
    "stands_by_county": ("Standpunkter i hvert fylke", "Standpunkt i kvart fylke"),
    "media": ("Medier", "Medium"),
    "media_hits": (
        "omtaler i mediene, notert med dag og medium", "omtalar i media, noterte med dag og medium",
    ),
    "media_by_kind": ("Omtaler i hvert slag medium", "Omtalar i kvart slag medium"),
    "mentions": ("Hvor det sto, og hva det handlet om", "Kvar det stod, og kva det handla om"),
    "medium": ("Medium", "Medium"),
    "kind_of_medium": ("Slag", "Slag"),
    "was_about": ("Hva det handlet om", "Kva det handla om"),
    "no_mentions": (
        "Ingen omtaler er notert i perioden. Det kan ha vært noen likevel.",
        "Ingen omtalar er noterte i perioden. Det kan ha vore nokre likevel.",
    ),
    "demands": ("Krav, og hva det ble av dem", "Krav, og kva det vart av dei"),
    "demands_open": ("krav reist ved utgangen av perioden", "krav reiste ved utgangen av perioden"),
    "demands_new": ("av dem er nye i perioden", "av dei er nye i perioden"),
    "promised": ("ganger ble noe lovet", "gonger vart noko lova"),
    "kept": ("løfter ble holdt", "lovnader vart haldne"),
    "broken": ("løfter ble brutt", "lovnader vart brotne"),
    "demands_by_hole": ("Krav for hvert hull i knappen", "Krav for kvart hol i knappen"),
    "demand": ("Krav", "Krav"),
    "stands_so": ("Slik sto det", "Slik stod det"),
    "happened": ("Hva som skjedde", "Kva som hende"),
    "no_demands": ("Ingen krav var reist i perioden.", "Ingen krav var reiste i perioden."),
    "nothing": ("Ingenting er notert i perioden.", "Ingenting er notert i perioden."),
    "deviations": ("Avvik: det som ikke ble som planlagt", "Avvik: det som ikkje vart som planlagt"),
    "plans": ("Planer videre", "Planar vidare"),
    "chart": ("Et søylediagram.", "Eit søylediagram."),
}  # fmt: skip

STATES_OF_DEMANDS: Mapping[str, Both] = {
    "raised": ("reist", "reist"),
    "taken_up": ("tatt opp, uten svar", "teke opp, utan svar"),
    "answered": ("besvart", "svara på"),
    "promised": ("lovet", "lova"),
    "kept": ("løfte holdt", "lovnad halden"),
    "broken": ("løfte brutt", "lovnad broten"),
    "refused": ("avvist", "avvist"),
    "met": ("innfridd", "innfridd"),
    "withdrawn": ("trukket", "trekt"),
}

KINDS_OF_MEDIA: Mapping[str, Both] = {
    "paper": ("avis", "avis"),
    "online": ("nettavis", "nettavis"),
    "radio": ("radio", "radio"),
    "tv": ("TV", "TV"),
    "trade": ("fagblad", "fagblad"),
    "other": ("annet", "anna"),
}

HOLES: Mapping[str, Both] = {
    "rights": ("rettigheter", "rettar"),
    "help": ("hjelpetilbud", "hjelpetilbod"),
    "prevention": ("forebygging", "førebygging"),
    "research": ("forskning", "forsking"),
    "": SAID["no_hole"],
}


# What our own rooms say beside a figure, as they say it, and the same in nynorsk.
RECORDED: Mapping[str, str] = {
    "Det siste tallet alliansen selv har oppgitt, og det organisasjoner har meldt at de har delt ut etter "
    "den dagen. Knapper som er sendt ut og ikke delt ut, er ikke med. Ingen teller hvem som bærer dem.":
    "Det siste talet alliansen sjølv har oppgitt, og det organisasjonar har meldt at dei har delt ut etter "
    "den dagen. Knappar som er sende ut og ikkje delte ut, er ikkje med. Ingen tel kven som ber dei.",
    "meldinger til alliansen": "meldingar til alliansen",
    "Et standpunkt telles når den som tok det, har bekreftet det fra sin egen e-post, og en redaktør har "
    "lest det. Det som er tatt bort igjen, telles ikke. Én person kan ha tatt mer enn ett.":
    "Eit standpunkt tel når den som tok det, har stadfesta det frå sin eigen e-post, og ein redaktør har "
    "lese det. Det som er teke bort att, tel ikkje. Éin person kan ha teke meir enn eitt.",
}  # fmt: skip
AND = "; "  # between two sources of one figure


def recorded(said: str, language: str) -> str:
    """What a room says beside its figure. What somebody else has said stands as it was said."""
    if language != NYNORSK:
        return said
    return AND.join(RECORDED.get(part, part) for part in said.split(AND))


def say(key: str, language: str) -> str:
    """`say("members", "nn")` → Medlemer."""
    return SAID[key][language == NYNORSK]


def state(code: str, language: str) -> str:
    return STATES_OF_DEMANDS[code][language == NYNORSK]


def hole(code: str, language: str) -> str:
    return HOLES[code][language == NYNORSK]


def medium(code: str, language: str) -> str:
    return KINDS_OF_MEDIA[code][language == NYNORSK]
