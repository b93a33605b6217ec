"""Who is a member on a day: known, perhaps, or not. Perhaps is where no list says either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from ressursvenn.neighbourhood.areas import norwegian

from .. import words
from ..models import ContactPerson, MemberList, Membership, Organisation

BEGAN = date(words.FOUNDED, 1, 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """The members of a day, each as its membership. `perhaps` are those nobody can tell of that day."""

    day: date
    members: tuple[Membership, ...]
    perhaps: tuple[Membership, ...]

    @property
    def names(self) -> list[str]:
        return [row.organisation.name for row in self.members]

    @property
    def unconfirmed(self) -> int:
        return sum(row.confirmed_on is None for row in self.members)

    @property
    def before_it_began(self) -> bool:
        return self.day < BEGAN


def lists() -> QuerySet[MemberList]:
    """Every list somebody has published, the oldest first."""
    return MemberList.objects.all()


def membership_history() -> list[Membership]:
    """Every membership that is known, by name and then by day."""
    rows = Membership.objects.select_related("organisation", "confirmed_by", "noted_by")
    return sorted(rows, key=lambda row: (norwegian(row.organisation.name), row.since))


def members_on(
    day: date,
    rows: Sequence[Membership] | None = None,
    read: Sequence[MemberList] | None = None,
) -> Standing:
    """In two questions, or none when the rows and the lists are at hand."""
    history = membership_history() if rows is None else rows
    days = [one.day for one in (lists() if read is None else read)]
    return Standing(
        day,
        tuple(row for row in history if _is_member(row, day)),
        tuple(row for row in history if _perhaps(row, day, days)),
    )


def _is_member(row: Membership, day: date) -> bool:
    """The last day is hers when she was seen on it; when she left on it, it is not."""
    if day < row.since:
        return False
    return row.until is None or day < row.until or (day == row.until and not row.until_exact)


def _perhaps(row: Membership, day: date, days: Sequence[date]) -> bool:
    """Before the first list she was seen on, and after the last, up to the list that says otherwise."""
    if day < row.since and not row.since_exact:
        return day >= BEGAN and not any(day <= read < row.since for read in days)
    if row.until and day > row.until and not row.until_exact:
        return not any(row.until < read <= day for read in days)
    return False


def organisations() -> list[Organisation]:
    """Every organisation that is or has been in it, with its days and whom we talk with."""
    talked_with = ContactPerson.objects.filter(ended_on=None).order_by("name")
    rows = Organisation.objects.prefetch_related(
        Prefetch("memberships", Membership.objects.order_by("since")),
        Prefetch("contacts", talked_with, to_attr="talked_with"),
    )
    return sorted(rows, key=lambda row: norwegian(row.name))


def organisation_called(reference: str) -> Organisation | None:
    """One of them, with the same."""
    return next((row for row in organisations() if row.reference == reference), None)


def open_membership(organisation: Organisation) -> Membership | None:
    return Membership.objects.filter(organisation=organisation, until=None).first()


def names_of_members(day: date) -> list[str]:
    """For choosing: those who are members that day."""
    return members_on(day).names
