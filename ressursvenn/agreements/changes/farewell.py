"""She leaves: the talk, the certificate of service, the last day, and being asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper.setting import Unprintable
from ressursvenn.protection import audit, opening, vault
from ressursvenn.shapes.days import in_words
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts
from ressursvenn.volunteers import rules as road

from .. import queries, setting, words
from ..models import ExitTalk, ServicePaper, SignedPaper, Signing

STEPS = {
    "trained": road.trained,
    "certificate": road.certificate_shown,
    "confidentiality": road.confidentiality_signed,
}
NOT_YET = "Dagen har ikke vært ennå. Skriv dagen det skjedde."


def _may(by: Person, volunteer: Any) -> None:
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, volunteer)


@transaction.atomic
def note_exit_talk(
    *,
    volunteer: Any,
    on: date,
    why: str,
    come_back: str,
    by: Person,
    to_change: str = "",
    ask_again_from: date | None = None,
) -> ExitTalk:
    """What she said when she left: from lists, and at most one line of what we should change."""
    _may(by, volunteer)
    wrong = {
        "on": NOT_YET if on > timezone.localdate() else "",
        "why": "" if why in words.WHY_SHE_LEAVES else "Velg fra listen.",
        "come_back": "" if come_back in words.COME_BACK else "Velg fra listen.",
        "ask_again_from": _not_then(volunteer, come_back, ask_again_from, by),
    }
    if any(wrong.values()):
        raise ValidationError({name: told for name, told in wrong.items() if told})
    talk = ExitTalk(volunteer=volunteer, held_on=on, held_by=by, why=why, come_back=come_back)
    talk.to_change, talk.ask_again_from = to_change.strip(), ask_again_from
    talk.full_clean()
    ExitTalk.objects.filter(volunteer=volunteer).update(ask_again_from=None)  # the latest counts
    talk.save()
    audit.record(by=by, did="agreements.exit_talk_held", to=volunteer, about=[talk.reference])
    return talk


def _not_then(volunteer: Any, come_back: str, month: date | None, by: Person) -> str:
    """Nobody is asked again who does not want it, or after we have promised to have erased her."""
    if month is None:
        return ""
    if come_back not in words.MAY_BE_ASKED:
        return "Hun vil ikke spørres igjen. La måneden stå åpen."
    if month <= queries.afterwards(by, volunteer).asked_until:
        return ""
    return "Da er hun slettet. Velg en tidligere måned, eller ingen."


@transaction.atomic
def issue_service_paper(
    *,
    volunteer: Any,
    began: date,
    until: date,
    by: Person,
    hours: int | None = None,
    course_hours: int | None = None,
    language: str = "nb",
) -> bytes:
    """A certificate of service. The bytes go to whoever asked for it; the fingerprint stays."""
    _may(by, volunteer)
    if until > timezone.localdate():
        raise ValidationError({"until": NOT_YET})
    if began > until:
        raise ValidationError({"began": "Den første dagen kan ikke være etter den siste."})
    steps = _what_is_true(volunteer)
    if not opening.open_cards([volunteer], by=by, purpose="service_paper"):
        raise vault.Erased("the keys of this person are gone")
    told = {
        "name": f"{volunteer.first_name} {volunteer.last_name}".strip(),
        "association": str(volunteer.association.name),
        "began": in_words(began),
        "until": in_words(until),
        "hours": str(hours or ""),
        "course_hours": str(course_hours or ""),
        "by": str(by.name),
        "steps": steps,
    }
    on = timezone.localdate()
    try:
        issued = setting.service(told=told, on=on, language=language)
    except Unprintable:
        raise ValidationError("Navnet har en bokstav vi ikke kan trykke.") from None
    row = ServicePaper(volunteer=volunteer, issued_on=on, issued_by=by)
    row.print = setting.print_of(issued)
    row.full_clean()
    row.save()
    audit.record(by=by, did="agreements.service_paper_issued", to=volunteer)
    return issued


def _what_is_true(volunteer: Any) -> list[str]:
    """What may be said of her on a paper; raises ValidationError for somebody who never was a volunteer."""
    known, terms = facts.of(volunteer), accounts.terms(volunteer.association)
    paired = volunteer.paired_until is not None or volunteer.pairs.exists()
    if known.agreed_on is None and not paired:
        raise ValidationError("Attesten er for den som har hatt en avtale eller en kobling.")
    # Where no police certificate is asked for, the rule holds without one; the paper says only what was seen.
    seen = replace(terms, limits=replace(terms.limits, certificate_required=True))
    return [step for step, rule in STEPS.items() if rule.refusal(known, seen) is None]


@transaction.atomic
def say_farewell(*, volunteer: Any, on: date, by: Person) -> None:
    """Her last day: her access ends, the papers are shredded, and what was on its way is laid aside."""
    _may(by, volunteer)
    volunteers.note_leaving(volunteer=volunteer, on=on, by=by)
    SignedPaper.objects.filter(signing__volunteer=volunteer).delete()
    on_their_way = Signing.objects.filter(volunteer=volunteer, issued_on=None, laid_aside_on=None)
    on_their_way.update(laid_aside_on=timezone.localdate(), laid_aside_by=by)
    audit.record(by=by, did="agreements.farewell_said", to=volunteer)


@transaction.atomic
def note_asked_again(*, talk: ExitTalk, by: Person) -> ExitTalk:
    """Somebody has asked whether she would come back. If she would, she applies anew."""
    _may(by, talk.volunteer)
    if talk.asked_again_on:
        raise ValidationError("Det er alt notert at hun er spurt.")
    talk.asked_again_on, talk.asked_again_by = timezone.localdate(), by
    talk.save(update_fields=["asked_again_on", "asked_again_by"])
    audit.record(by=by, did="agreements.asked_again", to=talk.volunteer, about=[talk.reference])
    return talk
