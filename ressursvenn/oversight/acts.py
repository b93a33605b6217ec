"""Three acts that nobody does alone: break-glass, disclosure, and opening what was sealed.

None is asked for, or agreed to, while the log's hourly checkpoint is late: what cannot be witnessed waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import queries as participants
from ressursvenn.programme import words
from ressursvenn.protection import checkpoints
from ressursvenn.together.acts import Act, Told

BREAK_GLASS, EXPORT = "oversight.break_glass", "oversight.export"
UNSEAL = "oversight.unseal"
NOT_WITNESSED = (
    "Loggen er ikke bevitnet den siste timen. Til det er rettet, kan dette ikke gjøres."
    " Si fra til systemansvarlig."
)


def log_is_witnessed() -> bool:
    """Whether the newest checkpoint of the log is as new as it should be."""
    return checkpoints.is_current()


def may_go_on() -> None:
    """Raises ValidationError while the log is not witnessed."""
    if not log_is_witnessed():
        raise ValidationError(NOT_WITNESSED, code="not_witnessed")


def _witnessed(*, about: str, detail: str, association: Association | None) -> str:
    """Says nothing of the reference: whoever asks may not learn whether it is anybody's."""
    may_go_on()
    return ""


def _of_participant(*, about: str, detail: str, association: Association | None) -> str:
    may_go_on()
    row = participants.anywhere(about)
    if row is None or association is None or row.association_id != association.pk:
        raise ValidationError("Deltakeren finnes ikke her.")
    return str(row.withdrawn_on or "")


def _withdrawn(*, about: str, detail: str, association: Association | None) -> str:
    since = _of_participant(about=about, detail=detail, association=association)
    if not since:
        raise ValidationError("Deltakeren har ikke trukket seg. Da er ingenting forseglet.")
    return since


def _told(reasons: Mapping[str, str], what: str) -> Callable[[Sequence[Any]], Mapping[str, Told]]:
    """For the second person: a reference, a reason from a list, and what her yes leads to."""

    def summary(rows: Sequence[Any]) -> Mapping[str, Told]:
        return {
            row.reference: (
                ("Referanse", row.about),
                ("Grunn", reasons.get(row.detail, "ukjent")),
                ("Dette skjer", what),
            )
            for row in rows
        }

    return summary


def _nothing_yet(*, asked: object, by: object) -> None:
    """The yes opens nothing by itself: whoever asked opens it, while it counts."""


def _act(code: str, **how: Any) -> Act:
    return Act(code=code, may_answer=Permission.APPROVE_PAIRS, done=_nothing_yet, **how)


ACTS = (
    _act(
        BREAK_GLASS,
        question="Skal noen få nå én deltaker som de ellers ikke har tilgang til?",
        may_ask=Permission.BREAK_GLASS,
        stands=_witnessed,
        lasts=timedelta(days=1),
        summary=_told(
            words.BREAK_GLASS_REASONS,
            "Den som spør, ser kortet og trygg kontakt i én time."
            " Koordinatoren og den personvernansvarlige ser det samme dag.",
        ),
    ),
    _act(
        EXPORT,
        question="Skal det som er lagret om en deltaker, skrives ut?",
        may_ask=Permission.LEAD_PARTICIPANTS,
        stands=_of_participant,
        lasts=timedelta(days=7),
        summary=_told(
            words.EXPORT_GROUNDS,
            "En side vises én gang for utskrift. Den inneholder ingen steder og ingen andres navn.",
        ),
    ),
    _act(
        UNSEAL,
        question="Skal en deltaker som har trukket seg, kunne leses igjen?",
        may_ask=Permission.LEAD_PARTICIPANTS,
        stands=_withdrawn,
        lasts=timedelta(days=3),
        summary=_told(
            words.UNSEAL_REASONS,
            "Den som spør, kan lese hele siden til fristen på tre dager er ute.",
        ),
    ),
)
