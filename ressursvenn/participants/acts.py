"""What settles each rule: a form of its own, and the change it leads to. One page each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import changes, contact_form, forms


@dataclass(frozen=True)
class Act:
    """What settles a rule: a form of its own, posted to its own address."""

    name: str
    title: str
    button: str
    form: type[forms.forms.Form]
    change: Callable[..., object]
    done: str
    lead: str = ""


BY_RULE = {
    "PAR-01": Act(
        "left", "Har flyttet fra volden", "Noter at krisesenteret har sagt det",
        forms.StatementForm, changes.note_left_him, "Notert.",
        "Krisesenteret sier det, du noterer det. Det står at det var du som noterte.",
    ),
    "PAR-02": Act(
        "acute_over", "Den akutte fasen er over", "Noter at krisesenteret har sagt det",
        forms.StatementForm, changes.note_acute_phase_over, "Notert.",
        "Krisesenteret sier det, du noterer det. Det står at det var du som noterte.",
    ),
    "PAR-03": Act(
        "consent", "Deltakerens eget ja", "Noter at deltakeren har sagt ja",
        forms.ConsentForm, changes.note_consent, "Notert.",
        "Ingen kan si ja for en annen. Et ja kan tas tilbake når som helst.",
    ),
    "PAR-04": Act(
        "contact", "Trygg kontakt", "Lagre det dere ble enige om",
        contact_form.ContactForm, changes.settle_contact, "Trygg kontakt er avklart.",
        "Spør deltakeren: Hvem andre kan se telefonen? Når er det trygt? Hva skal vi aldri gjøre?",
    ),
    "PAR-06": Act(
        "unknown_pair_settled", "En kobling vi ikke kjenner", "Noter at det er avklart",
        forms.UnknownPairSettledForm, changes.settle_unknown_pair, "Avklart.",
        "Det gamle arket sa «koblet» uten å si med hvem. Finn ut hvem det er, før noen foreslås.",
    ),
}  # fmt: skip
BY_RULE["PAR-05"] = BY_RULE["PAR-03"]  # only a new yes undoes a no
WITHDRAW = Act(
    "withdraw", "Trekke seg", "Noter at deltakeren ikke vil mer",
    forms.WithdrawForm, changes.withdraw_consent, "Notert. Det kommer ingen flere forslag.",
    "Forslag stopper med en gang. Ingen grunn trengs."
    " Er deltakeren i en kobling, avslutter du den for seg.",
)  # fmt: skip
UNKNOWN_PAIR = Act(
    "unknown_pair", "I en kobling vi ikke kjenner", "Noter at deltakeren er i en kobling",
    forms.OnForm, changes.note_in_unknown_pair,
    "Notert. Det kommer ingen forslag før det er avklart.",
    "Bruk dette når deltakeren alt har en ressursvenn som ikke står i systemet.",
)  # fmt: skip
