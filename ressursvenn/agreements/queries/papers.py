"""Who has signed what: the papers of one volunteer, and how everybody stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.protection import opening
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers.rules import months_after

from .. import rules, words
from ..models import ServicePaper, SignedPaper, Signing

ON_ITS_WAY = Q(issued_on=None, laid_aside_on=None, volunteer__left_on=None)
WAITS_FOR_US = ON_ITS_WAY & Q(she_signed_at__isnull=False, we_signed_at=None)
WAITS_FOR_HER = ON_ITS_WAY & Q(she_signed_at=None)
PEOPLE = ("volunteer", "gone_through_by", "she_signed_by", "we_signed_by", "paper")


def visible_to(person: Person) -> QuerySet[Signing]:
    """Those of the volunteers she screens, and of nobody else."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return Signing.objects.none()
    return Signing.objects.filter(volunteer__association_id=person.association_id)


def of_volunteer(person: Person, volunteer: Any) -> list[Signing]:
    """Every paper of hers, the latest first, with whoever did what."""
    rows = visible_to(person).filter(volunteer=volunteer).order_by("-pk")
    return list(rows.select_related(*PEOPLE))


def own(person: Person) -> QuerySet[Signing]:
    """A volunteer's own papers, the latest first; what was laid aside she never needs to see."""
    volunteer = volunteers.of_person(person) if person.may(Permission.OWN_ROAD) else None
    if volunteer is None:
        return Signing.objects.none()
    rows = Signing.objects.filter(volunteer=volunteer, laid_aside_on=None)
    return rows.select_related(*PEOPLE, "volunteer__association").order_by("-pk")


def opened_paper(signing: Signing, *, by: Person) -> SignedPaper | None:
    """The paper, opened for whoever holds one of the two copies; None when it is shredded."""
    paper = getattr(signing, "paper", None)
    if paper is None or signing.volunteer.left_on is not None:
        return None
    paper.signing = signing
    return opening.open_record(paper, by=by, purpose="signed_paper")


def issued_on(letters: str) -> date | None:
    """The day a paper with this fingerprint was issued; None when none that we remember was."""
    signed = Signing.objects.filter(print=letters).order_by().values_list("issued_on")
    served = ServicePaper.objects.filter(print=letters).order_by().values_list("issued_on")
    found = [day for (day,) in signed.union(served, all=True)]
    return found[0] if found else None


# --- everybody, for the overview ------------------------------------------------------------------


def standing_of_all(person: Person) -> QuerySet[Any]:
    """Who has signed what, and when, on screen or on paper; those who are with us."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return volunteers.visible_to(person).none()

    def version(kind: str) -> Subquery:
        signed = Signing.objects.filter(
            volunteer=OuterRef("pk"), kind=kind, issued_on__isnull=False
        )
        return Subquery(signed.order_by("-pk").values("version")[:1])

    def waiting(which: Q) -> Subquery:
        rows = Signing.objects.filter(which, volunteer=OuterRef("pk")).order_by("pk")
        return Subquery(rows.values("kind")[:1])

    return here(person).annotate(
        agreed_on=Max("agreements__signed_on"),
        declaration_version=version(words.DECLARATION),
        agreement_version=version(words.AGREEMENT),
        waits_for_us=waiting(WAITS_FOR_US),
        waits_for_her=waiting(WAITS_FOR_HER),
        **promise(person),
    )


def here(person: Person) -> QuerySet[Any]:
    """Those who are with us, each with the day of the latest note of a declaration."""
    latest = volunteers.visible_to(person).filter(pk=OuterRef("pk")).order_by("-declarations__pk")
    rows: Any = volunteers.visible_to(person).filter(left_on=None)
    return rows.annotate(declared_on=Subquery(latest.values("declarations__signed_on")[:1]))


def renewed_by(declared_on: date, terms: Terms) -> date:
    """The day before which the declaration is gone through anew. Nothing falls on that day."""
    return months_after(declared_on, terms.limits.declaration_renewal_months)


def promise(person: Person) -> dict[str, Subquery]:
    """What `rules.commitment_ends` asks of many: the latest agreement, and the day the two first met."""
    own: Any = volunteers.visible_to(person).filter(pk=OuterRef("pk"))
    latest = own.order_by("-agreements__pk")
    first = own.order_by().values("pk").annotate(first=Min("pairs__introduced_on"))
    return {
        "promised_on": Subquery(latest.values("agreements__signed_on")[:1]),
        "promised_months": Subquery(latest.values("agreements__months")[:1]),
        "met_on": Subquery(first.values("first")),
    }


def commitment_of(volunteer: Any) -> date | None:
    """The day her promise ends. The first day of a pair can be read off it: to her, and who may see pairs."""
    signed_on, months = volunteer.agreements.order_by("-pk").values_list(
        "signed_on", "months"
    ).first() or (None, None)
    met_on = volunteer.pairs.aggregate(first=Min("introduced_on"))["first"]
    return rules.commitment_ends(signed_on, months, met_on)


def own_commitment(person: Person) -> date | None:
    """Her own."""
    volunteer = volunteers.of_person(person) if person.may(Permission.OWN_ROAD) else None
    return commitment_of(volunteer) if volunteer is not None else None
