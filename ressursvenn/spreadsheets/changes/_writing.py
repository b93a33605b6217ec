"""From decided rows to people in the house, through the changes of the rooms they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.apart import changes as apart_room
from ressursvenn.participants import aliases
from ressursvenn.participants import changes as participants_room
from ressursvenn.participants import queries as participants
from ressursvenn.volunteers import changes as volunteers_room

from ..models import BringingIn, BroughtRow
from ..plan import Decision, Prints, SheetPlan
from ..prints import field_prints
from ..reading.carrying import row_as_text
from ..reading.cells import folded
from ..reading.rows import ParticipantRow, Row, VolunteerRow

Choice = BroughtRow.Choice


def write(sheets: Sequence[SheetPlan], bringing: BringingIn, by: Person) -> list[str]:
    """Take in what is accepted, lay up what is proposed. References of all it is about."""
    rows: list[BroughtRow] = []
    for number, plan in enumerate(sheets, 1):
        accepted = [decision for decision in plan.decisions if decision.fate == "accepted"]
        taken = people([decision.row for decision in accepted], bringing.association, by)
        became = {decision.row.row: who for decision, who in zip(accepted, taken, strict=True)}
        rows += [
            _brought(decision, became, bringing, number, plan.sheet.kind)
            for decision in plan.decisions
            if decision.fate in ("accepted", "merge_proposed")
        ]
    _seal(rows)
    BroughtRow.objects.bulk_create(rows, batch_size=200)
    return list(dict.fromkeys(row.about for row in rows))


def people(rows: Sequence[Any], association: Association, by: Person) -> list[str]:
    """References of the people these rows have become, in their order."""
    if rows and isinstance(rows[0], VolunteerRow):
        return _volunteers(rows, association, by)
    return _participants(rows, association, by)


def _volunteers(rows: Sequence[VolunteerRow], association: Association, by: Person) -> list[str]:
    months = accounts.terms(association).limits.commitment_months
    volunteers = volunteers_room.note_from_workbook(
        association=association, rows=[_told(row) for row in rows], agreed_months=months, by=by
    )
    for row, volunteer in zip(rows, volunteers, strict=True):
        if any(remark.code == "unsuitable_without_interview" for remark in row.remarks):
            today = timezone.localdate()
            volunteers_room.raise_concern(volunteer=volunteer, on=today, kind="other", by=by)
    return [volunteer.reference for volunteer in volunteers]


def _told(row: VolunteerRow) -> volunteers_room.InWorkbook:
    names = (field.name for field in fields(volunteers_room.InWorkbook))
    return volunteers_room.InWorkbook(**{name: getattr(row, name) for name in names})


def _participants(
    rows: Sequence[ParticipantRow], association: Association, by: Person
) -> list[str]:
    centres = centres_named(association, {row.crisis_centre for row in rows})
    taken = participants.aliases_in_use(by) if rows else set()
    told = [_referral(row, taken, centres.get(row.crisis_centre)) for row in rows]
    referred = participants_room.refer_from_workbook(association=association, rows=told, by=by)
    for row, participant in zip(rows, referred, strict=True):
        name_apart(participant, row, by)
    return [participant.reference for participant in referred]


def _referral(
    row: ParticipantRow, taken: set[str], centre: CrisisCentre | None
) -> participants_room.InWorkbook:
    """What the row tells, with something to be called that nobody else is called."""
    called = aliases.suggest(taken)
    taken.add(called)
    through_centre = row.contact_channel == "through_centre"
    return {
        "called": called,
        "crisis_centre": centre,
        "waiting_since": row.referred_on,
        "area": row.area,
        "languages": row.languages,
        "interests": row.interests,
        "times": row.times,
        "wishes": row.wishes,
        "contact_channel": row.contact_channel,
        "contact_hours": "" if through_centre else row.contact_hours,
        "contact_is_settled": through_centre,
        "workbook_code": row.code,
        "left_stated_on": row.left_on,
        "acute_over_on": row.acute_over_on,
        "consented_on": row.consented_on,
        "in_unknown_pair": row.paired,
    }


def name_apart(participant: Any, row: ParticipantRow, by: Person) -> None:
    """Whom the row says never to meet, each word for word."""
    for entry in row.keep_apart:
        apart_room.name_keep_apart(
            participant=participant, kind=entry.kind, text=entry.text, sealed=entry.sealed, by=by
        )


def centres_named(association: Association, names: Iterable[str]) -> dict[str, CrisisCentre]:
    """The association's own crisis centres, by the names a workbook gives them.

    Two that fit are none.
    """
    centres = list(accounts.centres_of(association))
    found = {
        name: [centre for centre in centres if _is_called(centre, name)] for name in names if name
    }
    return {name: fitting[0] for name, fitting in found.items() if len(fitting) == 1}


def _is_called(centre: CrisisCentre, name: str) -> bool:
    """ "Follo", "Follo krisesenter" and "Krisesenteret i Follo" are one."""
    return _bare(centre.name) == _bare(name) or centre.slug == folded(name)


def _bare(name: str) -> str:
    beside = {"krisesenter", "krisesenteret", "krisesentret", "i", "for"}
    return " ".join(word for word in folded(name).split() if word not in beside)


def _brought(
    decision: Decision, became: dict[int, str], bringing: BringingIn, sheet: int, kind: str
) -> BroughtRow:
    row: Row = decision.row  # type: ignore[assignment]
    prints = decision.prints or Prints("", "")
    about = became.get(row.row) or decision.about or became[decision.about_row or 0]
    brought = BroughtRow(
        bringing=bringing,
        sheet=sheet,
        row=row.row,
        kind=kind,
        fate=decision.fate,
        row_print=prints.row,
        content_print=prints.content,
        field_prints=field_prints(row, about),
        about=about,
        remarks=[[remark.code, remark.column] for remark in decision.remarks],
    )
    if decision.fate == "merge_proposed":
        brought.proposed = row_as_text(row)
    return brought


def _seal(rows: Sequence[BroughtRow]) -> None:
    """Say of each proposal which of its columns differ. Whom it is about is opened by nobody."""
    proposals = [row for row in rows if row.proposed]
    before = _last_prints([row.about for row in proposals], rows)
    for row in proposals:
        known = before.get(row.about)
        if known is not None:
            row.changed = sorted(
                name
                for name in {*known, *row.field_prints}
                if known.get(name) != row.field_prints.get(name)
            )


def _last_prints(abouts: Sequence[str], rows: Sequence[BroughtRow]) -> dict[str, dict[str, str]]:
    """What the workbook last said of each, as prints:

    in this bringing-in, else in an earlier one.
    """
    accepted = BroughtRow.Fate.ACCEPTED
    decided = Q(fate=accepted) | Q(settled_as__in=[Choice.WORKBOOK, Choice.HOUSE])
    earlier = BroughtRow.objects.filter(decided, about__in=set(abouts)).order_by("pk")
    found = dict(earlier.values_list("about", "field_prints"))
    found.update({row.about: row.field_prints for row in rows if row.fate == accepted})
    return found
