"""The words of a report, in bokmål and nynorsk. Nobody outside has confirmed them."""

from __future__ import annotations

from collections.abc import Mapping

from . import words

Both = tuple[str, str]

SAID: Mapping[str, Both] = {
    "title_status": ("Rapport for tilskudd", "Rapport for tilskot"),
    "title_final": ("Sluttrapport for tilskudd", "Sluttrapport for tilskot"),
    "period": ("Fra {} til {}", "Frå {} til {}"),
    "to": ("Til", "Til"),
    "scheme": ("Ordning", "Ordning"),
    "grant": ("Tilskudd", "Tilskot"),
    "letter": ("Tilsagnsbrev", "Tilsegnsbrev"),
    "letter_told": ("{} datert {}, {} kroner", "{} datert {}, {} kroner"),
    "whole": ("Tilskuddet gjelder", "Tilskotet gjeld"),
    "where": ("Hvor", "Kvar"),
    "country": ("Hele landet", "Heile landet"),
    "form": ("Rapporten følger", "Rapporten følgjer"),
    "form_unconfirmed": (
        "{}. Ingen har bekreftet at skjemaet er det som gjelder nå; tilsagnsbrevet går foran.",
        "{}. Ingen har stadfesta at skjemaet er det som gjeld no; tilsegnsbrevet går føre.",
    ),
    "summary": ("Om tilskuddet", "Om tilskotet"),
    "purpose": ("Formål og delmål", "Føremål og delmål"),
    "purpose_told": ("Formålet med ordningen: {}", "Føremålet med ordninga: {}"),
    "aims": ("Delmål i ordningen", "Delmål i ordninga"),
    "our_goals": ("Våre delmål", "Våre delmål"),
    "goals": ("Resultater mot søknaden", "Resultat mot søknaden"),
    "goal": ("Delmål", "Delmål"),
    "how": ("Hvordan det gikk", "Korleis det gjekk"),
    "why": ("Hvorfor", "Kvifor"),
    "indicator": ("Det som telles", "Det som blir talt"),
    "target": ("Mål i søknaden", "Mål i søknaden"),
    "value": ("Resultat", "Resultat"),
    "activities": ("Aktiviteter", "Aktivitetar"),
    "activity": ("Hva", "Kva"),
    "number": ("Antall", "Mengd"),
    "definition": ("Hva som telles", "Kva som blir talt"),
    "not_told": ("telles ikke her", "blir ikkje talt her"),
    "hours_not_told": (
        "Timer i treff gis bare for hele kalenderår som er over, og bare når de ikke kunne vært noen få "
        "menneskers.",
        "Timar i treff blir berre gjevne for heile kalenderår som er over, og berre når dei ikkje kunne vore "
        "nokre få menneske sine.",
    ),
    "nothing_counted": (
        "Ingen aktivitet er satt til å telle for dette tiltaket.",
        "Ingen aktivitet er sett til å telje for dette tiltaket.",
    ),
    "reach": ("Målgruppen", "Målgruppa"),
    "participants": (
        "Deltakere i hele landet, utgivelsen for {}", "Deltakarar i heile landet, utgjevinga for {}",
    ),
    "local": (
        "Deltakere telles bare nasjonalt, av hensyn til deres sikkerhet.",
        "Deltakarar blir berre talde nasjonalt, av omsyn til tryggleiken deira.",
    ),
    "local_why": (
        "Det er få deltakere på hvert sted. Et tall herfra kunne fortelle den hun forlot, at hun er her, og "
        "det kan koste liv. Derfor går ingen slike tall ut av lokalforeningen, heller ikke til giveren.",
        "Det er få deltakarar på kvar stad. Eit tal herifrå kunne fortelje den ho forlet, at ho er her, og "
        "det kan koste liv. Difor går ingen slike tal ut av lokalforeininga, heller ikkje til gjevaren.",
    ),
    "local_where": (
        "Tall for hele landet står i utgivelsen for {}.", "Tal for heile landet står i utgjevinga for {}.",
    ),
    "no_release": (
        "Det er ikke gitt ut tall om deltakere ennå. De gis ut samlet for hele landet, én gang i året.",
        "Det er ikkje gjeve ut tal om deltakarar enno. Dei blir gjevne ut samla for heile landet, éin gong i "
        "året.",
    ),
    "release_told": (
        "Tallene er hentet uendret fra utgivelsen for {}. Et kolon betyr at tallet finnes og ikke vises, fordi "
        "det er under {} eller kunne brukes til å regne ut et som er det.",
        "Tala er henta uendra frå utgjevinga for {}. Eit kolon tyder at talet finst og ikkje blir vist, fordi "
        "det er under {} eller kunne brukast til å rekne ut eit som er det.",
    ),
    "no_effect": (
        "Tallene forteller hva som er gjort. De sier ikke noe om hva som ville ha skjedd uten.",
        "Tala fortel kva som er gjort. Dei seier ikkje noko om kva som ville ha hendt utan.",
    ),
    "outcomes": ("Hvordan det har gått", "Korleis det har gått"),
    "outcome": (
        "{}: {} trinn i gjennomsnitt, 95 % intervall fra {} til {}, {} som svarte begge deler.",
        "{}: {} steg i gjennomsnitt, 95 % intervall frå {} til {}, {} som svara på begge delar.",
    ),
    "left_out": ("Tabeller som ikke er med, og hvorfor", "Tabellar som ikkje er med, og kvifor"),
    "meanings": ("Hva tallene betyr", "Kva tala tyder"),
    "named": ("Definisjon", "Definisjon"),
    "missing": ("Hva som ikke er med", "Kva som ikkje er med"),
    "meant": ("{} Gjelder: {} Mangler: {} ({}-{})", "{} Gjeld: {} Manglar: {} ({}-{})"),
    "drawn": ("Et søylediagram. {}.", "Eit søylediagram. {}."),
    "hidden": ("skjult", "skjult"),
    "class": ("Klasse", "Klasse"),
    "in_all": ("i alt", "i alt"),
    "partners": ("Samarbeidspartnere", "Samarbeidspartnarar"),
    "partner": ("Hvem", "Kven"),
    "does": ("Hva vi samarbeider om", "Kva vi samarbeider om"),
    "agreement": ("Avtale fra", "Avtale frå"),
    "none_written": ("ingen skriftlig", "ingen skriftleg"),
    "no_partners": ("Ingen er notert.", "Ingen er notert."),
    "deviations": ("Avvik", "Avvik"),
    "good": ("Gode erfaringer", "Gode erfaringar"),
    "bad": ("Dårlige erfaringer", "Dårlege erfaringar"),
    "plans": ("Planer videre", "Planar vidare"),
    "changes": ("Endringer vi har spurt om", "Endringar vi har spurt om"),
    "what": ("Hva", "Kva"),
    "asked": ("Spurt", "Spurt"),
    "answer": ("Svar", "Svar"),
    "agreed": ("godtatt {}", "godteke {}"),
    "refused": ("ikke godtatt {}", "ikkje godteke {}"),
    "no_answer": ("ikke besvart", "ikkje svara på"),
    "conditions": ("Vilkår i brevet", "Vilkår i brevet"),
    "condition": ("Vilkår", "Vilkår"),
    "met": ("Oppfylt", "Oppfylt"),
    "not_met": ("ikke ennå", "ikkje enno"),
    "meetings": ("Møter med giveren", "Møte med gjevaren"),
    "day": ("Dag", "Dag"),
    "place": ("Sted", "Stad"),
    "who": ("Hvem", "Kven"),
    "presented": ("Lagt fram", "Lagt fram"),
    "before": ("Endring siden forrige rapport", "Endring sidan førre rapport"),
    "before_told": (
        "Forrige rapport gjaldt «{}», fra {} til {}.", "Førre rapport gjaldt «{}», frå {} til {}.",
    ),
    "not_as_long": (
        "De to rapportene er ikke like lange: {} dager da, {} dager nå. Tallene er ikke regnet om, så en "
        "endring kan komme av det.",
        "Dei to rapportane er ikkje like lange: {} dagar då, {} dagar no. Tala er ikkje rekna om, så ei "
        "endring kan kome av det.",
    ),
    "no_before": (
        "Det finnes ingen rapport for samme sted i denne ordningen om en periode før denne, så det er ikke noe "
        "å sammenligne med.",
        "Det finst ingen rapport for same stad i denne ordninga om ein periode før denne, så det er ikkje noko "
        "å samanlikne med.",
    ),
    "was": ("Forrige", "Førre"),
    "now": ("Nå", "No"),
    "change": ("Endring", "Endring"),
    "other_definition": ("kan ikke sammenlignes", "kan ikkje samanliknast"),
    "spent_word": ("brukt, kroner", "brukt, kroner"),
    "accounts": ("Regnskap", "Rekneskap"),
    "line": ("Budsjettlinje", "Budsjettlinje"),
    "sought": ("Søkt", "Søkt"),
    "awarded": ("Bevilget", "Løyvd"),
    "moved": ("Flyttet", "Flytt"),
    "spent": ("Brukt", "Brukt"),
    "spent_before": ("Brukt før", "Brukt før"),
    "left": ("Igjen", "Att"),
    "sum_of": ("Sum {}", "Sum {}"),
    "sum": ("Sum", "Sum"),
    "kroner": ("Alle beløp er i kroner.", "Alle beløp er i kroner."),
    "unspent": (
        "{} av {} kroner er ikke brukt ved utgangen av perioden.",
        "{} av {} kroner er ikkje brukte ved utgangen av perioden.",
    ),
    "before_these_days": (
        "«Brukt før» er det som ble brukt før disse dagene. Det som er igjen, er igjen av hele tilskuddet.",
        "«Brukt før» er det som vart brukt før desse dagane. Det som er att, er att av heile tilskotet.",
    ),
    "all_spent": ("Hele tilskuddet er brukt.", "Heile tilskotet er brukt."),
    "give_back": (
        "Det som ikke er brukt når tilskuddet er over, betales tilbake om giveren ikke sier noe annet.",
        "Det som ikkje er brukt når tilskotet er over, blir betalt tilbake om gjevaren ikkje seier noko anna.",
    ),
    "audit": ("Kontroll av regnskapet", "Kontroll av rekneskapen"),
    "audit_none": (
        "Giveren krever ingen kontroll ut over underskriften for dette beløpet.",
        "Gjevaren krev ingen kontroll ut over underskrifta for dette beløpet.",
    ),
    "audit_independent": (
        "Regnskapet skal kontrolleres av en uavhengig person, som ikke har arbeidet i prosjektet, ikke har "
        "egen interesse i det, og ikke er i nær familie med noen som har det.",
        "Rekneskapen skal kontrollerast av ein uavhengig person, som ikkje har arbeidd i prosjektet, ikkje har "
        "eiga interesse i det, og ikkje er i nær familie med nokon som har det.",
    ),
    "audit_auditor": (
        "Regnskapet skal kontrolleres av en registrert eller statsautorisert revisor.",
        "Rekneskapen skal kontrollerast av ein registrert eller statsautorisert revisor.",
    ),
    "audit_unknown": (
        "Vi vet ikke hvilken kontroll giveren krever for dette beløpet. Følg tilsagnsbrevet.",
        "Vi veit ikkje kva kontroll gjevaren krev for dette beløpet. Følg tilsegnsbrevet.",
    ),
    "by_letter": ("Slik står det i tilsagnsbrevet.", "Slik står det i tilsegnsbrevet."),
    "by_form": ("Etter giverens regler: {}.", "Etter reglane til gjevaren: {}."),
    "audited_by": ("Kontrollert av (navn, dato)", "Kontrollert av (namn, dato)"),
    "signature": ("Underskrift", "Underskrift"),
    "sign_line": ("Sted, dato og underskrift", "Stad, dato og underskrift"),
    "not_written": ("Ikke skrevet.", "Ikkje skrive."),
    "data_print": ("Fingeravtrykk av dataene", "Fingeravtrykk av dataa"),
    "report": ("Rapport", "Rapport"),
    "money_sheet": ("Regnskap", "Rekneskap"),
    "figures_sheet": ("Tall", "Tal"),
    "goals_sheet": ("Mål", "Mål"),
    "measure": ("Tiltak", "Tiltak"),
    "both": ("Felles for tiltakene", "Felles for tiltaka"),
}  # fmt: skip

HOW: Mapping[str | None, Both] = {
    words.MET: ("Nådd", "Nådd"),
    words.PARTLY: ("Delvis nådd", "Delvis nådd"),
    words.NOT_MET: ("Ikke nådd", "Ikkje nådd"),
    None: ("Ikke vurdert", "Ikkje vurdert"),
}
PARTS: Mapping[str, Both] = {
    words.RESSURSVENN: ("Ressursvenn", "Ressursvenn"),
    words.ROD_KNAPP: ("Rød Knapp", "Rød Knapp"),
    words.SHARED: ("Felles", "Felles"),
}


def say(key: str, language: str) -> str:
    """`say("bad", "nn")` → Dårlege erfaringar."""
    return SAID[key][language == words.NYNORSK]
