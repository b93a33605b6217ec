"""The words of the agenda: the four holes, whom a demand is for, what can happen, and how it stands."""

from __future__ import annotations

RIGHTS, HELP, PREVENTION, RESEARCH = "rights", "help", "prevention", "research"
HOLES = {
    RIGHTS: "Rettigheter",
    HELP: "Hjelpetilbud",
    PREVENTION: "Forebygging",
    RESEARCH: "Forskning",
}
IN_ADDRESSES = {
    RIGHTS: "rettigheter",
    HELP: "hjelpetilbud",
    PREVENTION: "forebygging",
    RESEARCH: "forskning",
}

STORTING, MINISTRY, MUNICIPALITY, PARTY = "storting", "ministry", "municipality", "party"
ADDRESSEES = {
    STORTING: "Stortinget, eller en komité der",
    MINISTRY: "Departement",
    MUNICIPALITY: "Kommune",
    PARTY: "Parti",
}

CONTACT, ANSWER, PROMISE = "contact", "answer", "promise"
KEPT, BROKEN, REFUSED = "kept", "broken", "refused"
MET, WITHDRAWN = "met", "withdrawn"
HAPPENINGS = {
    CONTACT: "Vi tok det opp",
    ANSWER: "Vi fikk svar",
    PROMISE: "Det ble lovet",
    KEPT: "Løftet ble holdt",
    BROKEN: "Løftet ble brutt",
    REFUSED: "Kravet ble avvist",
    MET: "Kravet ble innfridd",
    WITHDRAWN: "Vi trakk kravet",
}
THEIRS = (ANSWER, PROMISE, KEPT, BROKEN, REFUSED, MET)  # what somebody else did: it takes a source
OF_A_PROMISE = (KEPT, BROKEN)
LAST = (MET, WITHDRAWN)

RAISED, TAKEN_UP, ANSWERED, PROMISED = "raised", "taken_up", "answered", "promised"
STATES = {
    RAISED: "reist",
    TAKEN_UP: "tatt opp, uten svar",
    ANSWERED: "besvart",
    PROMISED: "lovet",
    KEPT: "løfte holdt",
    BROKEN: "løfte brutt",
    REFUSED: "avvist",
    MET: "innfridd",
    WITHDRAWN: "trukket",
}
TONES = {
    PROMISED: "teal",
    KEPT: "teal",
    MET: "teal",
    BROKEN: "late",
    REFUSED: "late",
    TAKEN_UP: "soon",
}

WHY_STRUCK = {
    "wrong_day": "Dagen var feil",
    "wrong_source": "Kilden sa noe annet",
    "wrong_demand": "Det gjaldt et annet krav",
    "noted_twice": "Det var notert to ganger",
    "said_too_much": "Det sa for mye",
}
