"""Reads of people, associations and the numbers in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from ressursvenn.programme.limits import Terms, in_force
from ressursvenn.protection import fingerprints

from . import sign_names
from .models import Association, CrisisCentre, Invitation, OpenSession, Person
from .permissions import Permission, holders_of

INVITATION_LASTS = timedelta(hours=24)


def terms(association: Association | None, today: date | None = None) -> Terms:
    """Today in Oslo and the numbers in force: the national set, and the association's own over it."""
    day = today or timezone.localdate()
    if association is None:
        return in_force(day)
    own = association.own_numbers.items()
    local = {date.fromisoformat(begins): numbers for begins, numbers in own}
    return in_force(day, local, association.slug)


def colleagues(association: Association) -> QuerySet[Person]:
    """Who may give a second yes: this association's own, and the national advisers."""
    own = Q(association=association, role__in=holders_of(Permission.APPROVE_PAIRS))
    return Person.objects.filter(own | Q(role="national_adviser"), left_on=None).order_by("id")


def interviewers(association: Association) -> QuerySet[Person]:
    """Who may interview here: those of its own who screen, since each writes notes afterwards."""
    here = Person.objects.filter(association=association, left_on=None)
    return here.filter(role__in=holders_of(Permission.SCREEN_VOLUNTEERS)).order_by("id")


def association_called(slug: str) -> Association | None:
    return Association.objects.filter(slug=slug).first()


def person_called(sign_name: str) -> Person | None:
    """Whoever signs in with this name, if she has not left."""
    named = Person.objects.select_related("association")
    return named.filter(sign_name=sign_names.written(sign_name), left_on=None).first()


def centres_of(association: Association) -> QuerySet[CrisisCentre]:
    """The crisis centres that may refer here."""
    return association.crisis_centres.all()


def associations_of(centre: CrisisCentre) -> QuerySet[Association]:
    """Where a crisis centre may refer to."""
    return centre.associations.all()


def invitation_with(word: str) -> Invitation | None:
    """The invitation that this word opens: not used, not a day old, and the person's newest."""
    invitation = (
        Invitation.objects.select_related("person")
        .filter(word_print=fingerprints.of_identity("invitation", word), used_at=None)
        .filter(made_at__gt=timezone.now() - INVITATION_LASTS, person__left_on=None)
        .first()
    )
    if invitation is None or invitation != invitation.person.invitations.first():
        return None
    return invitation


def sessions_of(person: Person) -> list[OpenSession]:
    """Where she is signed in, newest first."""
    return list(OpenSession.objects.filter(person=person))


def person_of(reference: str) -> Person | None:
    """Whose account this is, if she has not left."""
    return Person.objects.filter(reference=reference, left_on=None).first()


def people_of(references: Iterable[str]) -> QuerySet[Person]:
    """Those of these accounts that are open, with where they belong."""
    rows = Person.objects.filter(reference__in=list(references), left_on=None)
    return rows.select_related("association", "crisis_centre")


def staff() -> QuerySet[Person]:
    """Everybody who signs in and is no volunteer, with where she belongs."""
    rows = Person.objects.filter(left_on=None).exclude(role="volunteer")
    return rows.select_related("association", "crisis_centre").order_by("name", "id")


def centre_called(slug: str) -> CrisisCentre | None:
    return CrisisCentre.objects.filter(slug=slug).first()


def associations() -> QuerySet[Association]:
    """Every association, for whoever runs the system."""
    return Association.objects.all()


def centres() -> QuerySet[CrisisCentre]:
    """Every crisis centre."""
    return CrisisCentre.objects.all()
