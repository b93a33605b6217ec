"""Which volunteers, and what hangs on one of them, a person may see."""

from __future__ import annotations

from django.db.models import QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from ..models import Concern, CourseHours, Volunteer


def visible_to(person: Person) -> QuerySet[Volunteer]:
    """Those of the person's own association. Whoever has no right here sees nobody."""
    if person.may(Permission.SEE_VOLUNTEERS) and person.association_id:
        return Volunteer.objects.filter(association_id=person.association_id, held=False)
    return Volunteer.objects.none()


def held_for(person: Person) -> QuerySet[Volunteer]:
    """Applications that are held back until somebody of the association lets them in."""
    if person.may(Permission.SCREEN_VOLUNTEERS) and person.association_id:
        return Volunteer.objects.filter(association_id=person.association_id, held=True)
    return Volunteer.objects.none()


def for_vetting(person: Person) -> QuerySet[Volunteer]:
    """Every volunteer in the country, those who left too, for the vetting officer alone."""
    if person.may(Permission.SEE_KEEP_APART):
        return Volunteer.objects.all()
    return Volunteer.objects.none()


def of_person(person: Person) -> Volunteer | None:
    """The volunteer whose account this is."""
    return Volunteer.objects.filter(person=person, left_on=None).first()


def concerns_visible_to(person: Person, volunteer: Volunteer) -> QuerySet[Concern]:
    """Open concerns about one volunteer, for those who may know of them."""
    if not person.may(Permission.SEE_CONCERNS) or person.association_id != volunteer.association_id:
        return Concern.objects.none()
    open_ones = Concern.objects.filter(volunteer=volunteer, settled_on=None)
    return open_ones.select_related("volunteer", "raised_by").order_by("raised_on", "pk")


def hours_of(volunteer: Volunteer) -> QuerySet[CourseHours]:
    """The course days of one volunteer, struck ones too."""
    return CourseHours.objects.filter(volunteer=volunteer).select_related("volunteer")
