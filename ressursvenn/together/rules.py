"""May this person answer, and with what? Read each list from the top: any rule can say no."""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import rule

TOLD_TO = "see_my_day"
SOURCE = "safety T11; ASVS 2.3.5"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerFacts:
    """All that the rules may know of a question and of whoever is about to answer. None: not known."""

    asked_by: int | None
    by: int | None
    about_herself: bool | None  # is the thing asked about she who answers?
    may_answer: bool | None
    crisis_centre: bool | None
    asker_may: bool | None  # has the one who asked still the right, and her account?
    answered: bool | None
    taken_back: bool | None
    too_old: bool | None
    unchanged: bool | None  # does the thing stand as it did when it was asked about?
    took_part: bool | None  # was the one who answers in it herself, as an interviewer is?


@rule("TOG-01", "Den som svarer, er en annen enn den som spurte.", source=SOURCE, told_to=TOLD_TO)
def another_person(a: AnswerFacts, terms: Terms) -> bool:
    """Approving one's own is impossible here, and in the table too."""
    return None not in (a.asked_by, a.by) and a.asked_by != a.by


@rule("TOG-02", "Den som svarer, er en annen enn den det gjelder.", source=SOURCE, told_to=TOLD_TO)
def not_about_herself(a: AnswerFacts, terms: Terms) -> bool:
    return a.about_herself is False


@rule(
    "TOG-03",
    "Den som svarer, har rett til det her, og er aldri kontakt på et krisesenter.",
    source="house.md 12.5",
    told_to=TOLD_TO,
)
def may_answer(a: AnswerFacts, terms: Terms) -> bool:
    """Another holder of the right in the same association, or the national adviser."""
    return a.may_answer is True and a.crisis_centre is False


@rule(
    "TOG-04",
    "Den som spurte, arbeider fortsatt her og har rett til å spørre.",
    source=SOURCE,
    told_to=TOLD_TO,
)
def asker_still_may(a: AnswerFacts, terms: Terms) -> bool:
    """The first of the two yeses falls with the right that it was given by."""
    return a.asker_may is True


@rule("TOG-05", "Spørsmålet er ikke besvart fra før.", source="ASVS 2.3.1", told_to=TOLD_TO)
def not_answered(a: AnswerFacts, terms: Terms) -> bool:
    """Answered once. Neither a second yes nor a change of mind."""
    return a.answered is False


@rule("TOG-06", "Spørsmålet er ikke tatt tilbake.", source="ASVS 2.3.1", told_to=TOLD_TO)
def not_taken_back(a: AnswerFacts, terms: Terms) -> bool:
    return a.taken_back is False


@rule(
    "TOG-07",
    "Spørsmålet er ikke blitt for gammelt. Da spørres det på nytt.",
    source="programmet",
    told_to=TOLD_TO,
)
def in_time(a: AnswerFacts, terms: Terms) -> bool:
    return a.too_old is False


@rule(
    "TOG-08",
    "Ingenting er endret siden det ble spurt. Ellers tas det tilbake, og det spørres på nytt.",
    source="ASVS 2.3.4",
    told_to=TOLD_TO,
)
def unchanged(a: AnswerFacts, terms: Terms) -> bool:
    """Two people agree about the same thing, or they do not agree."""
    return a.unchanged is True


@rule(
    "TOG-09",
    "Den som svarer, var ikke selv med på det som vurderes, som den som intervjuet.",
    source="issue 4.3; MENTOR EEPM 2",
    told_to=TOLD_TO,
)
def took_no_part(a: AnswerFacts, terms: Terms) -> bool:
    """Whoever talked with her has said what she found. The second yes is another's."""
    return a.took_part is False


MAY_SAY_NO = (
    another_person,
    not_about_herself,
    may_answer,
    took_no_part,
    not_answered,
    not_taken_back,
    in_time,
)
MAY_SAY_YES = (*MAY_SAY_NO, asker_still_may, unchanged)
