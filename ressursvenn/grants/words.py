"""The words of the room: choices on its pages, and what a report is written with (`sentences.py`)."""

from __future__ import annotations

BOKMAAL, NYNORSK = "nb", "nn"
WRITTEN_IN = {BOKMAAL: "bokmål", NYNORSK: "nynorsk"}

RESSURSVENN, ROD_KNAPP, SHARED = "ressursvenn", "rod_knapp", "shared"
MEASURES = {RESSURSVENN: "Ressursvenn", ROD_KNAPP: "Rød Knapp"}
PARTS = {**MEASURES, SHARED: "Felles"}

DRAFT, SENT, REFUSED, RUNNING = "draft", "sent", "refused", "running"
OVER, TOLD = "over", "told"
STATES = {
    DRAFT: "søknad under arbeid",
    SENT: "venter på svar",
    REFUSED: "avslått",
    RUNNING: "tildelt",
    OVER: "tildelt, perioden er over",
    TOLD: "rapportert",
}

BY_FORM, NO_AUDIT, INDEPENDENT, AUDITOR = "", "none", "independent", "auditor"
AUDITS = {
    BY_FORM: "Brevet sier ikke noe, så giverens egne regler gjelder",
    NO_AUDIT: "Ingen kontroll ut over underskriften",
    INDEPENDENT: "En uavhengig person",
    AUDITOR: "Registrert eller statsautorisert revisor",
}

TIME, MONEY, CONTENT = "time", "money", "content"
CHANGES = {TIME: "Lengre tid", MONEY: "Penger flyttet mellom linjer", CONTENT: "Annet innhold"}

GOOD, BAD, DEVIATION, PLAN = "good", "bad", "deviation", "plan"
EXPERIENCES = {
    GOOD: "God erfaring",
    BAD: "Dårlig erfaring",
    DEVIATION: "Avvik fra søknaden",
    PLAN: "Plan videre",
}

MET, PARTLY, NOT_MET = "met", "partly", "not"
HOW_IT_WENT = {MET: "Nådd", PARTLY: "Delvis nådd", NOT_MET: "Ikke nådd"}

STATUS, FINAL = "status", "final"
REPORTS = {STATUS: "Rapport for ett år", FINAL: "Sluttrapport for hele perioden"}
