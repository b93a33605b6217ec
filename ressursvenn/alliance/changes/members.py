"""Who is in the alliance: noted with a source, ended with a source, confirmed by another."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, rules
from ..models import ContactPerson, MemberList, Membership, Organisation
from ._noting import editor, happened, kept, locked, noted, refused, second_look

DATA = Path(__file__).parent.parent / "data"


@transaction.atomic
def lay_out_members(*, by: Person) -> int:
    """Lay out the lists others have published, and who stood on which. Doing it twice adds nothing.

    Nobody has confirmed any of it yet. Tells how many memberships were new.
    """
    editor(by)
    lists = {row["code"]: _list(row, by) for row in _rows("lists.csv")}
    new = sum(_laid_out(row, lists, by) for row in _rows("members.csv"))
    audit.record(by=by, did="alliance.members_laid_out")
    return new


@transaction.atomic
def note_membership(
    *,
    name: str,
    since: date,
    since_source: str,
    by: Person,
    since_exact: bool = True,
    website: str = "",
) -> Membership:
    """An organisation has joined, or is known to have been a member since then."""
    editor(by)
    organisation = _organisation(name, by, website)
    row = Membership(organisation=organisation, since=since, since_source=since_source)
    row.since_exact = since_exact
    _once_at_a_time(row)
    return noted(row, by=by, did="membership_noted")


@transaction.atomic
def note_membership_ended(
    *, membership: Membership, until: date, until_source: str, by: Person, until_exact: bool = True
) -> Membership:
    """It has left, or was last seen on a list that day. What two had confirmed is to be confirmed anew."""
    row = locked(membership, by=by)
    if row.until:
        raise ValidationError("Slutten er notert allerede.")
    row.until, row.until_exact, row.until_source = until, until_exact, until_source
    row.ended_on, row.ended_by = timezone.localdate(), by
    row.confirmed_on = row.confirmed_by = None
    row.noted_on, row.noted_by = row.ended_on, by  # whoever confirms it is another than she
    _once_at_a_time(row)
    return kept(row, by=by, did="membership_ended")


@transaction.atomic
def put_right_membership(*, membership: Membership, reason: str, by: Person) -> None:
    """It was never so. The row goes, and the log says why and who said it."""
    row = locked(membership, by=by)
    if row.confirmed_on:
        raise ValidationError(
            "To har bekreftet dette medlemskapet. Noter at det er slutt i stedet."
        )
    if not reason.strip():
        raise ValidationError({"reason": "Skriv kort hvorfor det var feil."})
    audit.record(by=by, did="alliance.membership_put_right", to=row, purpose=reason[:60])
    row.delete()


@transaction.atomic
def confirm_membership(*, membership: Membership, by: Person) -> Membership:
    """Another editor has held it against its source."""
    row = locked(membership, by=by)
    second_look(row.noted_by_id, by)
    return happened(row, "confirmed", by=by, did="membership_confirmed")


@transaction.atomic
def note_contact(
    *,
    organisation: Organisation,
    name: str,
    by: Person,
    role: str = "",
    email: str = "",
    phone: str = "",
) -> ContactPerson:
    """Whom we talk with there."""
    editor(by)
    row = ContactPerson(organisation=organisation, name=name, role=role, email=email, phone=phone)
    return noted(row, by=by, did="contact_noted")


@transaction.atomic
def end_contact(*, contact: ContactPerson, by: Person) -> ContactPerson:
    """It is somebody else now. Her name and how she is reached go at once."""
    row = locked(contact, by=by)
    if row.ended_on:
        raise ValidationError("Navnet er slettet allerede.")
    row.name = row.role = row.email = row.phone = ""
    row.ended_on, row.ended_by = timezone.localdate(), by
    return kept(row, by=by, did="contact_ended")


def _once_at_a_time(row: Membership) -> None:
    known = facts.of_membership(row.organisation, row.since, row.until, but=row if row.pk else None)
    refused([rules.once_at_a_time], known)


def _organisation(name: str, by: Person, website: str = "") -> Organisation:
    """The one that is called so, whatever its capitals; or a new one."""
    found = Organisation.objects.filter(name__iexact=name.strip()).first()
    if found:
        return found
    row = Organisation(
        name=name.strip(), website=website, noted_on=timezone.localdate(), noted_by=by
    )
    row.full_clean()
    row.save()
    return row


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _list(row: dict[str, str], by: Person) -> MemberList:
    given = {**row, "noted_on": timezone.localdate(), "noted_by": by}
    found, _ = MemberList.objects.get_or_create(code=row["code"], defaults=given)
    found.refresh_from_db()
    return found


def _laid_out(row: dict[str, str], lists: dict[str, MemberList], by: Person) -> bool:
    """From the first list it stands on to the last, neither day exact; open when it stands on the newest."""
    organisation, first = _organisation(row["name"], by), lists[row["first"]]
    if organisation.memberships.exists():
        return False
    new = Membership(
        organisation=organisation, since=first.day, since_exact=False, since_source=first.source,
        noted_on=timezone.localdate(), noted_by=by,
    )  # fmt: skip
    if row["last"]:
        last = lists[row["last"]]
        new.until, new.until_exact, new.until_source = last.day, False, last.source
        new.ended_on, new.ended_by = timezone.localdate(), by
    new.full_clean()
    new.save()
    return True
