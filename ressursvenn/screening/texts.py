"""Ready words for whoever is told no, or has taken it back, and for the paper: to be edited, kept nowhere.

Pure. A text never gives a reason that is not the one chosen, and never promises what we do not know.
"""

from __future__ import annotations

from ressursvenn.programme.limits import Limits

from . import words

OPENING = {
    words.REFUSED: {
        "nb": "Hei {name}!\n\nTakk for at du ville bli ressursvenn, og for tiden du har brukt på dette. Vi har "
        "bestemt oss for å si nei denne gangen.",
        "nn": "Hei {name}!\n\nTakk for at du ville bli ressursvenn, og for tida du har brukt på dette. Vi har "
        "bestemt oss for å seie nei denne gongen.",
    },
    words.WITHDRAWN: {
        "nb": "Hei {name}!\n\nTakk for at du sa fra, og for at du ville bli ressursvenn. Det er helt greit.",
        "nn": "Hei {name}!\n\nTakk for at du sa frå, og for at du ville bli ressursvenn. Det er heilt greitt.",
    },
}
WHY = {
    "age": {
        "nb": "Ressursvenner hos oss har en aldersgrense, og du er ikke der ennå. Søk gjerne igjen da.",
        "nn": "Ressursvenner hos oss har ei aldersgrense, og du er ikkje der enno. Søk gjerne igjen då.",
    },
    "time": {
        "nb": "Oppgaven varer i et år med møter flere ganger i måneden. Slik vi snakket om det, har du ikke "
        "rom til det nå. Endrer det seg, er du velkommen til å søke igjen.",
        "nn": "Oppgåva varer i eit år med møte fleire gonger i månaden. Slik vi snakka om det, har du ikkje "
        "rom til det no. Endrar det seg, er du velkomen til å søkje igjen.",
    },
    "too_close": {
        "nb": "Vi tror at dette ville blitt for tungt for deg nå, og det vil vi ikke utsette deg for. Det sier "
        "ingenting om hva du kan bety for andre senere.",
        "nn": "Vi trur at dette ville blitt for tungt for deg no, og det vil vi ikkje utsetje deg for. Det "
        "seier ingenting om kva du kan bety for andre seinare.",
    },
    "another_task": {
        "nb": "Vi tror at du passer bedre til en annen oppgave hos oss. Ring meg gjerne, så snakker vi om det.",
        "nn": "Vi trur at du passar betre til ei anna oppgåve hos oss. Ring meg gjerne, så snakkar vi om det.",
    },
    "not_suited": {
        "nb": "Etter samtalen mener vi at denne oppgaven ikke passer for deg. Ring meg gjerne hvis du vil "
        "snakke om det.",
        "nn": "Etter samtalen meiner vi at denne oppgåva ikkje passar for deg. Ring meg gjerne om du vil "
        "snakke om det.",
    },
    "no_room": {
        "nb": "Vi har ikke plass til flere akkurat nå. Det handler ikke om deg.",
        "nn": "Vi har ikkje plass til fleire akkurat no. Det handlar ikkje om deg.",
    },
    "no_answer": {
        "nb": "Vi har prøvd å få tak i deg uten å lykkes, og avslutter søknaden. Vil du fortsatt, er det bare "
        "å søke igjen.",
        "nn": "Vi har prøvd å få tak i deg utan å lykkast, og avsluttar søknaden. Vil du framleis, er det "
        "berre å søkje igjen.",
    },
}
LATER = {
    "nb": "Vil du prøve igjen senere, er du velkommen.",
    "nn": "Vil du prøve igjen seinare, er du velkomen.",
}
CLOSING = {
    "nb": "Det vi har skrevet om deg, slettes om kort tid.\n\nVennlig hilsen\n{by}\n{house}",
    "nn": "Det vi har skrive om deg, blir sletta om kort tid.\n\nVenleg helsing\n{by}\n{house}",
}


def letter(reason: str, language: str, *, name: str, by: str, house: str) -> str:
    """The whole text. What is told is set in as it stands."""
    parts = [
        OPENING[words.how_of(reason)][language],
        WHY.get(reason, LATER)[language],
        CLOSING[language],
    ]
    told = "\n\n".join(parts)
    for place, what in (("{name}", name), ("{by}", by), ("{house}", house)):
        told = told.replace(place, what)
    return told


TASKS = {
    "nb": "Å være sammen med en deltaker {times} ganger i måneden i {months} måneder: gå tur, ta en kaffe, "
    "bli kjent med nærmiljøet. Deltakeren har det vanskelig, og kan ha barn med seg.",
    "nn": "Å vere saman med ein deltakar {times} gonger i månaden i {months} månader: gå tur, ta ein kaffi, "
    "bli kjend med nærmiljøet. Deltakaren har det vanskeleg, og kan ha barn med seg.",
}


def tasks(language: str, limits: Limits) -> str:
    """What she will do, as the police may read it, with the numbers in force."""
    few, many = limits.meet_ups_a_month_from, limits.meet_ups_a_month_to
    times = f"{few} til {many}" if few != many else f"{few}"
    return TASKS[language].format(times=times, months=limits.commitment_months)


def in_language(text: str, language: str, limits: Limits) -> str:
    """Our text of tasks in the language that is chosen, whichever it is in; any other text as it stands."""
    ours = {tasks(one, limits) for one in TASKS}
    return tasks(language, limits) if " ".join(text.split()) in ours else text
