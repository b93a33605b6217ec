"""A mention in the press is noted by one editor, and struck when it was wrong."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.programme.rules import refusals

from .. import facts, rules, words
from ..models import CampaignAction, Mention
from ._noting import editor, kept, locked, noted, terms

STRUCK = "Den er strøket allerede."
BESIDE = {"ALL-09": "day", "ALL-10": "action"}  # the field that each rule is told beside
HOW = {
    "ALL-09": f"Skriv dagen den kom: senest i dag, og ikke før {words.FOUNDED}.",
    "ALL-10": "Aksjonen står ikke på de åpne sidene. Velg en annen, eller ingen.",
}


@transaction.atomic
def note_mention(
    *,
    medium: str,
    kind: str,
    headline: str,
    day: date,
    by: Person,
    link: str = "",
    action: CampaignAction | None = None,
) -> Mention:
    """A medium told of us that day; what it was about, in the editor's own words."""
    editor(by)
    _may_be_noted(facts.of_mention(day, action))
    row = Mention(medium=medium, kind=kind, headline=headline, day=day, link=link, action=action)
    return noted(row, by=by, did="mention_noted")


@transaction.atomic
def strike_mention(*, mention: Mention, why: str, by: Person) -> Mention:
    """It was wrong. It is no longer counted, and stays struck; one that names somebody loses its words.

    That it names somebody may be seen late: it is then struck once more, while it has words to lose.
    """
    row = locked(mention, by=by)
    if row.struck_on and not (why == words.NAMES_SOMEBODY and row.headline):
        raise ValidationError(STRUCK)
    if why not in words.WHY_STRUCK:
        raise ValidationError({"why": "Velg hvorfor den strykes."})
    row.struck_on, row.struck_by, row.why_struck = timezone.localdate(), by, why
    if why == words.NAMES_SOMEBODY:
        row.headline = row.link = ""
    return kept(row, by=by, did="mention_struck")


def _may_be_noted(known: rules.MentionFacts) -> None:
    """Raises ValidationError with each reason beside its own field."""
    noes = refusals(rules.MAY_BE_MENTIONED, known, terms())
    if told := {BESIDE[no.rule]: ValidationError(HOW[no.rule], code=no.rule) for no in noes}:
        raise ValidationError(told)
