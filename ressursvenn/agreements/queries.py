"""Every read of what is signed, and of how somebody left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    CharField,
    Count,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import opening
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers.rules import months_after

from . import words
from .models import ExitTalk, ServicePaper, SignedPaper, Signing

ON_ITS_WAY = Q(issued_on=None, laid_aside_on=None)
WAITS_FOR_US = ON_ITS_WAY & Q(she_signed_at__isnull=False, we_signed_at=None)
WAITS_FOR_HER = ON_ITS_WAY & Q(she_signed_at=None)
# Rooms above, asked by name alone: meet-ups by roughly how long, and the first day of a pair.
AT_LEAST_HOURS = {"under_1h": 0.5, "1_2h": 1.0, "2_4h": 2.0, "over_4h": 4.0}


def visible_to(person: Person) -> QuerySet[Signing]:
    """Those of the volunteers she screens, and of nobody else."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return Signing.objects.none()
    return Signing.objects.filter(volunteer__association_id=person.association_id)


def of_volunteer(person: Person, volunteer: Any) -> list[Signing]:
    """Every paper of hers, the latest first, with whoever did what."""
    rows = visible_to(person).filter(volunteer=volunteer).order_by("-pk")
    return list(rows.select_related(*PEOPLE))


PEOPLE = ("volunteer", "gone_through_by", "she_signed_by", "we_signed_by", "paper")


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

    return _here(person).annotate(
        agreed_on=Max("agreements__signed_on"),
        declaration_version=version(words.DECLARATION),
        agreement_version=version(words.AGREEMENT),
        waits_for_us=waiting(WAITS_FOR_US),
        waits_for_her=waiting(WAITS_FOR_HER),
    )


def _here(person: Person) -> QuerySet[Any]:
    """Those who are with us, each with the day of the latest note of a declaration."""
    latest = volunteers.visible_to(person).filter(pk=OuterRef("pk")).order_by("-declarations__pk")
    rows: Any = volunteers.visible_to(person).filter(left_on=None)
    return rows.annotate(declared_on=Subquery(latest.values("declarations__signed_on")[:1]))


def renewed_by(declared_on: date, terms: Terms) -> date:
    """The day before which the declaration is gone through anew. Nothing falls on that day."""
    return months_after(declared_on, terms.limits.declaration_renewal_months)


def _in_window(terms: Terms) -> date:
    """Declarations of this day or older are within the window."""
    soon = terms.today + timedelta(days=terms.limits.declaration_window_days)
    return months_after(soon, -terms.limits.declaration_renewal_months)


# --- leaving --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Service:
    """What a certificate of service may say, for a person to put right."""

    began: date | None
    meet_ups: int
    hours: int
    course_hours: int


def service_of(person: Person, volunteer: Any) -> Service:
    """Two questions: the course and the first day, and the meet-ups by roughly how long."""
    own_row: Any = volunteers.visible_to(person).filter(pk=volunteer.pk)
    pairs = own_row.order_by().values("pk").annotate(first=Min("pairs__introduced_on"))
    days = own_row.order_by().values("pk").annotate(agreed=Min("agreements__signed_on"))
    course = (
        own_row.order_by()
        .values("pk")
        .annotate(hours=Sum("course_days__hours", filter=Q(course_days__struck_on=None)))
    )
    (first, agreed, hours), *_ = own_row.values_list(
        Subquery(pairs.values("first")),
        Subquery(days.values("agreed")),
        Subquery(course.values("hours")),
    ) or [(None, None, None)]
    met = (
        own_row.order_by().filter(pairs__meet_ups__happened=True).values("pairs__meet_ups__length")
    )
    counts = dict(
        met.annotate(times=Count("pairs__meet_ups")).values_list("pairs__meet_ups__length", "times")
    )
    at_least = sum(AT_LEAST_HOURS.get(length, 0) * times for length, times in counts.items())
    return Service(first or agreed, sum(counts.values()), int(at_least), int(hours or 0))


def talks_with(person: Person, volunteer: Any) -> list[ExitTalk]:
    """Her exit talks, sealed, the latest first."""
    rows = ExitTalk.objects.filter(volunteer__in=_screened(person), volunteer=volunteer)
    return list(rows.select_related("volunteer", "held_by", "asked_again_by").order_by("-pk"))


def service_papers_of(person: Person, volunteer: Any) -> QuerySet[ServicePaper]:
    """Certificates that were issued, the latest first."""
    rows = ServicePaper.objects.filter(volunteer__in=_screened(person), volunteer=volunteer)
    return rows.order_by("-pk")


def _screened(person: Person) -> QuerySet[Any]:
    """Those she screens; those who have left, too."""
    rows: Any = volunteers.visible_to(person)
    return rows if person.may(Permission.SCREEN_VOLUNTEERS) else rows.none()


# --- Min dag --------------------------------------------------------------------------------------

OURS, RENEW, AGAIN = "agreements.ours", "agreements.renew", "agreements.again"


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """What waits for our signature, what is to be gone through anew, who may be asked again."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return []
    ours = _counted(
        OURS, visible_to(person).filter(WAITS_FOR_US), "volunteer__association_id",
        Min(TruncDate("she_signed_at")),
    )  # fmt: skip
    again = ExitTalk.objects.filter(
        volunteer__association_id=person.association_id,
        volunteer__left_on__isnull=False,
        asked_again_on=None,
        ask_again_from__lte=terms.today,
    ).order_by()
    old = _here(person).filter(declared_on__lte=_in_window(terms))
    return [
        ours,
        _counted(RENEW, old, "association_id", Min("declared_on")),
        again.values_list(
            Value(AGAIN, CharField()), F("volunteer__reference"), F("ask_again_from")
        ),
    ]


def _counted(kind: str, rows: QuerySet[Any], house: str, since: Any) -> QuerySet[Any]:
    """One row for the association, or none: how many, and since when."""
    told: Any = (
        rows.order_by()
        .values(house)
        .annotate(kind=Value(kind, CharField()), about=Cast(Count("pk"), CharField()), since=since)
    )
    counted: QuerySet[Any] = told.values_list("kind", "about", "since")
    return counted


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One line: a count, or one who may be asked again."""
    weight, one, many, act = LINES[kind]
    if kind == AGAIN:
        url = reverse("agreements:leaving", args=[about])
        return Line(weight=weight, who="", sentence=one, act=act, url=url, since=since)
    sentence = one if about == "1" else many.format(about)
    url = reverse("agreements:all")
    return Line(weight=weight, who="", sentence=sentence, act=act, url=url, since=since)


LINES = {
    OURS: (
        Weight.WAITS_FOR_YOU,
        "1 papir er underskrevet av ressursvennen og venter på dere.",
        "{} papirer er underskrevet av ressursvennene og venter på dere.",
        "Skriv under",
    ),
    RENEW: (
        Weight.TO_SETTLE,
        "1 taushetserklæring bør snart gås gjennom på nytt.",
        "{} taushetserklæringer bør snart gås gjennom på nytt.",
        "Se hvem",
    ),
    AGAIN: (
        Weight.NEXT_STEP,
        "En som har sluttet, ville gjerne spørres igjen nå.",
        "",
        "Se hva dere ble enige om",
    ),
}
