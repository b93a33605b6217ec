"""Who interviewed and who saw the certificates, said once for all that an old list left open.

Nobody wrote notes for an old list: that too is said, so that the second yes can be asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.screening import changes as screening
from ressursvenn.volunteers import changes as volunteers_room

from .. import queries
from ..models import BringingIn


@transaction.atomic
def name_for_all(
    *,
    bringing: BringingIn,
    by: Person,
    first_interviewer: Person | None = None,
    second_interviewer: Person | None = None,
    seen_by: Person | None = None,
) -> tuple[int, int]:
    """How many interviews and certificates it was said of.

    What somebody has named already stands.
    """
    guard.check(by, Permission.BRING_IN_WORKBOOK)
    guard.same_house(by, bringing)
    here = queries.brought_volunteers(bringing, by).select_related("association")
    volunteers = list(here.prefetch_related("interviews", "sightings"))
    interviews = sightings = 0
    if first_interviewer and second_interviewer:
        interviews = _interviews(volunteers, first_interviewer, second_interviewer, by)
    if seen_by:
        sightings = _sightings(volunteers, seen_by, by)
    audit.record(by=by, did="spreadsheets.named_for_all", to=bringing)
    return interviews, sightings


def _interviews(volunteers: Iterable[Any], first: Person, second: Person, by: Person) -> int:
    unnamed = [
        interview
        for volunteer in volunteers
        for interview in volunteer.interviews.all()
        if not (interview.first_interviewer_id and interview.second_interviewer_id)
    ]
    for interview in unnamed:
        volunteers_room.name_interviewers(
            interview=interview, first_interviewer=first, second_interviewer=second, by=by
        )
        screening.say_too_old(interview=interview, by=by, on_a_list=True)
    return len(unnamed)


def _sightings(volunteers: Iterable[Any], seen_by: Person, by: Person) -> int:
    unnamed = [
        sighting
        for volunteer in volunteers
        for sighting in volunteer.sightings.all()
        if not sighting.seen_by_id
    ]
    for sighting in unnamed:
        volunteers_room.name_who_saw_certificate(sighting=sighting, seen_by=seen_by, by=by)
    return len(unnamed)
