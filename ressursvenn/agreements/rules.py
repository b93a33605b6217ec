"""Who may sign now? Read MAY_SIGN_HERSELF and MAY_SIGN_FOR_US: each line can say no, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule
from ressursvenn.volunteers.rules import months_after


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningFacts:
    """All that the rules may know about a paper and whoever would sign it. None means: not known."""

    gone_through: bool | None  # read aloud, with time for questions, and not laid aside since
    in_force: bool | None  # the text is the version that counts today
    has_left: bool | None
    signed_already: bool | None  # this side of it
    is_herself: bool | None  # whoever signs is the volunteer whose paper it is
    other_still_here: bool | None  # whoever has signed the other side; True while nobody has
    same_account: bool | None  # hers is linked as it was when the text was gone through


@rule(
    "AGR-01",
    "Teksten er gått gjennom høyt, og hun har hatt tid til spørsmål.",
    source="sanitetskvinnene.no/foreningsnett/etikk-taushetserklaering-og-politiattest",
    told_to="screen_volunteers",
)
def gone_through(s: SigningFacts, terms: Terms) -> bool | None:
    """First the talk, then the pens."""
    return s.gone_through


@rule(
    "AGR-02",
    "Hun skriver under selv, på sin egen side.",
    source="programmet: ingen skriver under for en annen",
    told_to="screen_volunteers",
)
def signs_her_own(s: SigningFacts, terms: Terms) -> bool | None:
    """Her account is hers alone, and so is her signature."""
    return s.is_herself


@rule(
    "AGR-03",
    "Den som skriver under for foreningen, er en annen enn henne.",
    source="programmet: to parter",
    told_to="screen_volunteers",
)
def another_signs_for_us(s: SigningFacts, terms: Terms) -> bool:
    """One person is never both sides."""
    return s.is_herself is False


@rule(
    "AGR-04",
    "Teksten er den som gjelder i dag. Er den endret, går dere gjennom den nye.",
    source="programmet: det hun hørte, er det hun skriver under på",
    told_to="screen_volunteers",
)
def text_in_force(s: SigningFacts, terms: Terms) -> bool | None:
    """A text that changed between the talk and the signature is read anew."""
    return s.in_force


@rule("AGR-05", "Hun har ikke sluttet.", source="programmet", told_to="screen_volunteers")
def has_not_left(s: SigningFacts, terms: Terms) -> bool:
    """Whoever has left promises nothing new."""
    return s.has_left is False


@rule(
    "AGR-06",
    "Det er ikke skrevet under her fra før.",
    source="programmet: én underskrift fra hver",
    told_to="screen_volunteers",
)
def not_signed_already(s: SigningFacts, terms: Terms) -> bool:
    """Each side once: a second signature would move the day."""
    return s.signed_already is False


@rule(
    "AGR-07",
    "Den som skrev under på den andre siden, er fortsatt her, og kan fortsatt skrive under.",
    source="programmet: foreningen står bak underskriften",
    told_to="screen_volunteers",
)
def other_still_here(s: SigningFacts, terms: Terms) -> bool | None:
    """If not, it is gone through anew, with somebody who is."""
    return s.other_still_here


@rule(
    "AGR-08",
    "Innloggingen hennes er den samme som da teksten ble gått gjennom.",
    source="programmet: ingen kan gi seg selv hennes underskrift",
    told_to="screen_volunteers",
)
def same_account(s: SigningFacts, terms: Terms) -> bool | None:
    """Whoever links another account to her cannot sign what she heard. It is gone through anew."""
    return s.same_account


BOTH = (
    gone_through,
    text_in_force,
    has_not_left,
    not_signed_already,
    other_still_here,
    same_account,
)
MAY_SIGN_HERSELF = (signs_her_own, *BOTH)
MAY_SIGN_FOR_US = (another_signs_for_us, *BOTH)


def may_sign_herself(s: SigningFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty: she may sign."""
    return refusals(MAY_SIGN_HERSELF, s, terms)


def may_sign_for_us(s: SigningFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty: whoever asks may sign for the association."""
    return refusals(MAY_SIGN_FOR_US, s, terms)


def commitment_ends(signed_on: date | None, months: int | None, met_on: date | None) -> date | None:
    """So many months from the day the two first met; from the signing, when she has signed anew since.

    None while nobody has met, or when we no longer know the day.
    """
    if signed_on is None or months is None or met_on is None:
        return None
    return months_after(max(signed_on, met_on), months)
