"""What the house counts for a funder: each figure with its words, its definition, and where it is read.

Of participants there is no figure here. What is counted is what volunteers, associations and the alliance do,
in the grant's own place and days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ressursvenn.accounts.models import Association
from ressursvenn.agenda import figures as agenda
from ressursvenn.alliance import figures as alliance
from ressursvenn.pairs import figures as pairs
from ressursvenn.stands import figures as stands
from ressursvenn.support import figures as support
from ressursvenn.training import figures as training
from ressursvenn.volunteers import figures as volunteers

from . import words

FEW = (
    5  # in a place with fewer volunteers than this, their hours would be those of one or two pairs
)
Value = float | int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One thing that is counted. `read` is the room it is read in; `local` says whether a place has its own."""

    code: str
    part: str
    read: str
    nb: str
    nn: str
    definition: str
    version: int = 1
    local: bool = True

    def word(self, language: str) -> str:
        return self.nn if language == words.NYNORSK else self.nb


def _of(part: str, read: str, local: bool, *told: tuple[str, str, str, str]) -> dict[str, Figure]:
    return {
        code: Figure(
            code=code, part=part, read=read, nb=nb, nn=nn, definition=definition, local=local
        )
        for code, nb, nn, definition in told
    }


R, K = words.RESSURSVENN, words.ROD_KNAPP
FIGURES: dict[str, Figure] = {
    **_of(R, "volunteers", True,
        ("volunteers", "ressursvenner ved utgangen av perioden", "ressursvenner ved utgangen av perioden",
         "Godkjent som ressursvenn senest den siste dagen, og ikke sluttet da."),
        ("approved", "nye ressursvenner", "nye ressursvenner", "Godkjent av to i perioden."),
        ("applied", "som søkte om å bli ressursvenn", "som søkte om å bli ressursvenn",
         "Søknader som kom i perioden."),
    ),
    **_of(R, "training", True,
        ("courses", "kurs holdt", "kurs haldne", "Kurs med minst én kveld i perioden som ikke ble avlyst."),
        ("course_people", "ressursvenner på kurs", "ressursvenner på kurs",
         "Ulike ressursvenner som kom til minst én kurskveld i perioden."),
    ),
    **_of(R, "hours", True,
        ("course_hours", "timer ressursvenner har vært på kurs", "timar ressursvenner har vore på kurs",
         "Timer notert for hver av dem, lagt sammen."),
        ("hours_met", "timer ressursvenner har gitt i treff", "timar ressursvenner har gitt i treff",
         "Midten av den lengden som er notert for hvert treff, lagt sammen til nærmeste ti. Bare for hele "
         "kalenderår, og ikke der det er færre enn fem ressursvenner."),
    ),
    **_of(R, "support", True,
        ("guidance", "kvelder med veiledning", "kveldar med rettleiing", "Kvelder som ikke ble avlyst."),
        ("gatherings", "samlinger", "samlingar", "Samlinger som ikke ble avlyst."),
        ("gathering_people", "som kom til samlinger for ressursvenner",
         "som kom til samlingar for ressursvenner",
         "Slik det er talt etter hver samling for ressursvenner. Samlinger der deltakere er med, telles ikke i "
         "mennesker."),
    ),
    **_of(K, "alliance", False,
        ("actions", "aksjoner gjennomført", "aksjonar gjennomførte",
         "Aksjoner alle kunne lese om, som begynte i perioden og ikke ble avlyst."),
        ("action_people", "som kom til aksjonene", "som kom til aksjonane",
         "Summen av det arrangørene har meldt. Det som ikke er meldt, er ikke med."),
        ("media", "omtaler i mediene", "omtalar i media", "Etter det arrangørene av aksjoner har meldt."),
        ("buttons_sent", "knapper sendt ut", "knappar sende ut", "Sendt etter bestilling i perioden."),
    ),
    **_of(K, "buttons", True,
        ("buttons", "knapper delt ut", "knappar delte ut",
         "Det som er meldt delt ut i perioden. Ingen teller hvem som bærer dem."),
    ),
    **_of(K, "stands", False,
        ("stands", "som tok standpunkt", "som tok standpunkt", stands.DEFINITION),
    ),
    **_of(K, "agenda", False,
        ("demands", "nye krav reist", "nye krav reiste", "Krav reist i perioden."),
        ("promises", "løfter fra dem kravene gjelder", "lovnader frå dei krava gjeld",
         "Ganger noe ble lovet i perioden."),
    ),
}  # fmt: skip


def may_be_counted(association: Association | None) -> dict[str, Figure]:
    """Those that this place has a figure of its own for."""
    return {code: one for code, one in FIGURES.items() if association is None or one.local}


def counted(
    codes: Iterable[str], first: date, last: date, association: Association | None
) -> dict[str, Value]:
    """By code, in the order of the table; None where it may not be told."""
    wanted = [one for one in FIGURES.values() if one.code in set(codes)]
    read = {room: READERS[room](first, last, association) for room in {one.read for one in wanted}}
    return {one.code: read[one.read][one.code] for one in wanted}


def _volunteers(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = volunteers.between(first, last, association)
    return {
        "volunteers": found["at_end"],
        "approved": found["approved"],
        "applied": found["applied"],
    }


def _training(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = training.between(first, last, association)
    return {"courses": found["courses"], "course_people": found["people"]}


def _hours(first: date, last: date, association: Association | None) -> dict[str, Value]:
    return {
        "course_hours": volunteers.course_hours(first, last, association),
        "hours_met": _hours_met(first, last, association),
    }


def _hours_met(first: date, last: date, association: Association | None) -> Value:
    """Stretches of days that differ by a week would tell who met that week: whole years alone are told."""
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    if volunteers.between(first, last, association)["at_end"] < FEW:
        return None
    return pairs.volunteer_hours(first, last, association)


def _support(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = support.between(first, last, association)
    return {
        "guidance": found["evenings"],
        "gatherings": found["gatherings"],
        "gathering_people": found["came_to_gatherings"],
    }


def _alliance(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found = alliance.of_period(first, last)
    return {
        "actions": found.actions,
        "action_people": found.came,
        "media": found.media,
        "buttons_sent": found.buttons_sent,
    }


def _buttons(first: date, last: date, association: Association | None) -> dict[str, Value]:
    """What was handed out; of a place, what is noted under the association's own name."""
    return {
        "buttons": alliance.handed_out(first, last, who=association.name if association else "")
    }


def _stands(first: date, last: date, association: Association | None) -> dict[str, Value]:
    return {"stands": stands.between(first, last)["in_all"]}


def _agenda(first: date, last: date, association: Association | None) -> dict[str, Value]:
    found: dict[str, Any] = agenda.between(first, last)
    return {"demands": found["new_demands"], "promises": found["happened"]["promise"]}


READERS: dict[str, Callable[[date, date, Association | None], dict[str, Value]]] = {
    "volunteers": _volunteers,
    "training": _training,
    "hours": _hours,
    "support": _support,
    "alliance": _alliance,
    "buttons": _buttons,
    "stands": _stands,
    "agenda": _agenda,
}
