"""How an action went: told, pictured, counted, and shown when another editor has seen it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, photos, rules, words
from ..models import CampaignAction, HandOut, Photo, Report
from ._noting import GONE, happened, kept, locked, noted, refused, second_look

MOST_PHOTOS = 8


@transaction.atomic
def tell(
    *,
    action: CampaignAction,
    told: str,
    by: Person,
    came: int | None = None,
    buttons: int | None = None,
) -> Report:
    """How it went. Told anew, it is hidden until another has read it, and its buttons are not counted."""
    row = locked(action, by=by)
    refused([rules.has_been], facts.of_afterwards(row))
    report = Report.objects.filter(action=row).first() or Report(action=row, version=0)
    report.told, report.came = told, came
    report.version += 1
    report.written_on, report.written_by = timezone.localdate(), by
    report.shown_on = report.shown_by = None
    _count_buttons(row, buttons, by)
    return kept(report, by=by, did="action_told", to=row)


@transaction.atomic
def show_report(*, action: CampaignAction, read: int, by: Person) -> Report:
    """Another editor has read it, and everybody may; its buttons count. `read` is the version she read."""
    row = locked(action, by=by)
    report = Report.objects.select_for_update(of=("self",)).filter(action=row).first()
    if report is None:
        raise ValidationError(GONE)
    second_look(report.written_by_id, by, version=report.version, read=read)
    report.shown_on, report.shown_by = timezone.localdate(), by
    counted = row.hand_outs.filter(struck_on=None, confirmed_on=None)
    counted.update(confirmed_on=report.shown_on, confirmed_by=by)
    return kept(report, by=by, did="report_shown", to=row)


@transaction.atomic
def add_photo(
    *, action: CampaignAction, came: bytes, described: str, consent: str, by: Person
) -> Photo:
    """A picture, made anew from its dots, with what those in it have said. The file that came is not kept."""
    row = locked(action, by=by)
    photo = Photo(action=row, described=described, consent=consent)
    refused(rules.MAY_BE_PICTURED, facts.of_photo(photo))
    if row.photos.count() >= MOST_PHOTOS:
        raise ValidationError(f"En aksjon har høyst {MOST_PHOTOS} bilder. Ta bort ett først.")
    try:
        picture = photos.made_anew(came)
    except photos.NotAPicture as no:
        raise ValidationError({"picture": str(no)}) from None
    photo.picture, photo.small = picture.jpeg, picture.small
    photo.width, photo.height = picture.width, picture.height
    return noted(photo, by=by, did="photo_added")


@transaction.atomic
def show_photo(*, photo: Photo, by: Person) -> Photo:
    """Another editor has seen it and what was noted of consent."""
    row = locked(photo, by=by)
    second_look(row.noted_by_id, by)
    return happened(row, "shown", by=by, did="photo_shown")


@transaction.atomic
def take_down_photo(*, photo: Photo, by: Person) -> None:
    """Somebody in it no longer wants it shown, or it was a slip. It is gone at once, for good."""
    row = locked(photo, by=by)
    audit.record(by=by, did="alliance.photo_taken_down", to=row)
    row.delete()


def _count_buttons(row: CampaignAction, buttons: int | None, by: Person) -> None:
    """What was counted before is struck; none is no row. The entry in the log is that of the telling."""
    today = timezone.localdate()
    row.hand_outs.filter(struck_on=None).update(struck_on=today, struck_by=by)
    if not buttons:
        return
    given = HandOut(
        action=row, kind=words.OTHER, who=row.organiser, county=row.county, number=buttons, day=row.day,
        source="fortalt etter aksjonen", noted_on=today, noted_by=by,
    )  # fmt: skip
    given.full_clean()
    given.save()
