"""A workbook comes in, all of it or nothing. Looking first (`dry_run`) leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit

from .. import facts, report
from ..models import BringingIn
from ..plan import SheetPlan, plan
from ..prints import prints_of
from ..reading.remarks import Remark
from ..reading.rows import ParticipantRow, Reading, SheetRead, VolunteerRow
from ..understanding import understood
from . import _writing


def bring_in(
    *, workbook_bytes: bytes, association: Association, by: Person, dry_run: bool = False
) -> report.Report:
    """From the bytes of a workbook. Raises WorkbookRefused when the file is turned away whole."""
    _may(by, association)
    reading = understood(workbook_bytes)
    return bring_in_reading(reading=reading, association=association, by=by, dry_run=dry_run)


def bring_in_reading(
    *, reading: Reading, association: Association, by: Person, dry_run: bool = False
) -> report.Report:
    """From rows that are understood already, as the preview shows them."""
    _may(by, association)
    if dry_run:
        return report.Report(_planned(reading, association, by))
    return _kept(reading, association, by)


@transaction.atomic
def _kept(reading: Reading, association: Association, by: Person) -> report.Report:
    """One workbook at a time: the second of two at once sees what the first brought."""
    Association.objects.select_for_update().get(pk=association.pk)
    sheets = _planned(reading, association, by)
    if not any(sheet.count("accepted") + sheet.count("merge_proposed") for sheet in sheets):
        return report.Report(sheets)  # nothing is new, so nothing has happened
    bringing = BringingIn(association=association, brought_at=timezone.now(), brought_by=by)
    bringing.report = report.stored(sheets)
    bringing.full_clean()
    bringing.save()
    references = _writing.write(sheets, bringing, by)
    entry = audit.record(by=by, did="spreadsheets.brought_in", to=bringing, about=references)
    bringing.log_entry = entry.pk
    bringing.save(update_fields=["log_entry"])
    return report.Report(sheets, bringing)


def _planned(reading: Reading, association: Association, by: Person) -> tuple[SheetPlan, ...]:
    told = Reading(tuple(_with_house_remarks(sheet, association) for sheet in reading.sheets))
    return plan(told, facts.known(association, by), prints_of(association.reference))


def _with_house_remarks(sheet: SheetRead, association: Association) -> SheetRead:
    """What only the association's own numbers and centres can tell."""
    limit = accounts.terms(association).limits.pairs_at_once
    above = (Remark("places_above_limit"),)
    rows = tuple(
        replace(row, remarks=row.remarks + above)
        if isinstance(row, VolunteerRow) and row.places > limit
        else row
        for row in sheet.rows
    )
    named = {
        row.crisis_centre for row in rows if isinstance(row, ParticipantRow) and row.crisis_centre
    }
    unknown = named - set(_writing.centres_named(association, named))
    remarks = (*sheet.remarks, Remark("centres_unknown")) if unknown else sheet.remarks
    return replace(sheet, rows=rows, remarks=remarks)


def _may(by: Person, association: Association) -> None:
    guard.check(by, Permission.BRING_IN_WORKBOOK)
    guard.same_house(by, BringingIn(association=association))
