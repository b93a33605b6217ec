"""The lists of this room: code → the word on the page."""

from __future__ import annotations

CHOICES = {"yes": "ja", "unsure": "usikker", "no": "nei", "not_asked": "ikke spurt"}

# Why one of the two has not written, when the other has; and why neither had to.
WHY_ONE = {
    "left": "har sluttet",
    "away": "er lenge borte",
    "outside": "arbeider ikke i foreningen",
}
OLD, LIST = "old", "list"
WHY_NONE = WHY_ONE | {
    OLD: "intervjuet er for gammelt",
    LIST: "intervjuet er fra en gammel liste",
}

RELATIONS = {
    "leader": "leder eller arbeidsgiver",
    "colleague": "kollega",
    "voluntary": "fra frivillig arbeid",
    "teacher": "lærer eller veileder",
    "friend": "venn",
    "other": "noe annet, som tas muntlig",
}

# What a referee is asked. Nothing here tells what it is for, and the page names nobody.
QUESTIONS = {
    "known": "Hvor godt kjenner du den du er spurt om?",
    "keeps": "Holder hun eller han det som er avtalt?",
    "silent": "Kan du fortelle noe i fortrolighet og være trygg på at det blir der?",
    "kind": "Er hun eller han rolig og vennlig når noe er vanskelig for andre?",
    "alone": "Ville du latt den du er spurt om, følge opp noen du er glad i?",
}
ANSWERS = {
    "known": {"well": "godt", "some": "litt", "not": "nesten ikke"},
    "keeps": {"yes": "ja", "mostly": "som oftest", "no": "nei", "unknown": "vet ikke"},
    "silent": {"yes": "ja", "mostly": "som oftest", "no": "nei", "unknown": "vet ikke"},
    "kind": {"yes": "ja", "mostly": "som oftest", "no": "nei", "unknown": "vet ikke"},
    "alone": {"yes": "ja", "doubt": "jeg er i tvil", "no": "nei", "unknown": "vet ikke"},
}

REFUSED, WITHDRAWN = "refused", "withdrawn"
HOW = {REFUSED: "Vi sier nei", WITHDRAWN: "Hun trekker seg"}

# None of them speaks of the certificate, nor of whom somebody must never meet: no trace is kept of either.
REASONS = {
    REFUSED: {
        "age": "er for ung ennå",
        "time": "har ikke tid nok det neste året",
        "too_close": "er selv midt i noe",
        "another_task": "passer bedre til en annen oppgave",
        "not_suited": "samtalen viste at det ikke passer",
        "no_room": "vi har ikke plass til flere nå",
        "no_answer": "svarer ikke når vi tar kontakt",
    },
    WITHDRAWN: {
        "her_time": "fikk det for travelt",
        "moved": "flytter",
        "found_other": "vil gjøre noe annet",
        "too_heavy": "kjente at det ble for tungt",
        "unsaid": "ville ikke si hvorfor",
    },
}
ALL_REASONS = REASONS[REFUSED] | REASONS[WITHDRAWN]
REASONS_TOLD = [(HOW[how], list(reasons.items())) for how, reasons in REASONS.items()]

LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}


def how_of(reason: str) -> str:
    """Whether a reason is ours or hers."""
    return REFUSED if reason in REASONS[REFUSED] else WITHDRAWN
