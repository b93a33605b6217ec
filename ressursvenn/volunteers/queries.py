"""Every read of volunteers that is more than one row by its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from django.db.models import Exists, F, Min, Model, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import opening

from . import facts, rules
from .models import (
    Agreement,
    CertificateAskedFor,
    CertificateSighting,
    Concern,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)

Row = TypeVar("Row", bound=Model)

ONE_BY_ONE = 5  # so many of a kind are lines of their own in Min dag; more become one line


def visible_to(person: Person) -> QuerySet[Volunteer]:
    """Those of the person's own association. Whoever has no right here sees nobody."""
    if person.may(Permission.SEE_VOLUNTEERS) and person.association_id:
        return Volunteer.objects.filter(association_id=person.association_id)
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


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is noted on one volunteer's road, the latest first."""

    interviews: list[Interview]
    course_days: list[CourseHours]
    declarations: list[Declaration]
    certificates_asked_for: list[CertificateAskedFor]
    sightings: list[CertificateSighting]
    agreements: list[Agreement]

    @property
    def interview(self) -> Interview | None:
        """The one that counts."""
        return self.interviews[0] if self.interviews else None

    @property
    def sighting(self) -> CertificateSighting | None:
        """The one that counts."""
        return self.sightings[0] if self.sightings else None


def notes_on(volunteer: Volunteer) -> Notes:
    """The road of one volunteer, with who did what. Six queries."""

    def noted(rows: QuerySet[Row], *people: str) -> list[Row]:
        """The latest first."""
        return list(rows.filter(volunteer=volunteer).select_related(*people).order_by("-pk"))

    return Notes(
        interviews=noted(Interview.objects.all(), "first_interviewer", "second_interviewer"),
        course_days=noted(CourseHours.objects.all()),
        declarations=noted(Declaration.objects.all()),
        certificates_asked_for=noted(CertificateAskedFor.objects.all(), "asked_by"),
        sightings=noted(CertificateSighting.objects.all(), "seen_by"),
        agreements=noted(Agreement.objects.all()),
    )


@dataclass(frozen=True, slots=True)
class Need:
    """Something that volunteers may need from a coordinator, in words for one and for many."""

    weight: Weight
    one: str
    many: str
    act: str


CONCERN = Need(
    Weight.CONCERN_OPEN,
    "Bekymring for {} er ikke avklart.",
    "{} bekymringer er ikke avklart.",
    "Se hva som gjelder",
)
ANSWER = Need(
    Weight.APPLICANT_UNANSWERED,
    "{} har søkt og ikke fått svar.",
    "{} søkere har ikke fått svar.",
    "Svar",
)
CERTIFICATE = Need(
    Weight.CERTIFICATE_TO_SEE,
    "{} er bedt om å vise politiattest.",
    "{} er bedt om å vise politiattest.",
    "Noter at den er vist",
)


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """What needs this person here: a fixed number of queries, one opening of names."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return []
    here = visible_to(person).filter(left_on=None)
    asked = [(ANSWER, _unanswered(here, terms)), (CERTIFICATE, _to_show(here))]
    if person.may(Permission.SEE_CONCERNS):
        asked.append((CONCERN, _of_concern(visible_to(person))))
    found = [(need, list(rows)) for need, rows in asked]
    one_by_one = [row for _, rows in found if len(rows) <= ONE_BY_ONE for row in rows]
    names = {
        row.pk: row.first_name
        for row in opening.open_cards(one_by_one, by=person, purpose="my_day")
    }
    lines = [line for need, rows in found for line in _lines(need, rows, names)]
    return lines + _to_settle_line(here)


def _lines(need: Need, rows: list[Volunteer], names: Mapping[int, str]) -> list[Line]:
    """A line each while they are few, one line when they are many."""
    if len(rows) > ONE_BY_ONE:
        return [
            Line(
                weight=need.weight,
                who="",
                sentence=need.many.format(len(rows)),
                act="Se hvem",
                url=reverse("volunteers:all"),
                since=min(row.since for row in rows),  # type: ignore[attr-defined]
            )
        ]
    return [
        Line(
            weight=need.weight,
            who=names[row.pk],
            sentence=need.one.format(names[row.pk]),
            act=need.act,
            url=reverse("volunteers:standing", args=[row.reference]),
            since=row.since,  # type: ignore[attr-defined]
        )
        for row in rows
        if row.pk in names
    ]


def _to_settle_line(here: QuerySet[Volunteer]) -> list[Line]:
    """Facts half known, as after a workbook was brought in: one line for all of them."""
    count = sum(rules.half_known(known) for known in facts.of_many(here).values())
    if not count:
        return []
    sentence = (
        f"{count} {'ressursvenn' if count == 1 else 'ressursvenner'} har noe som må avklares."
    )
    return [
        Line(
            weight=Weight.TO_SETTLE,
            who="",
            sentence=sentence,
            act="Se hvem",
            url=f"{reverse('volunteers:all')}?vis=avklares",
        )
    ]


def _unanswered(here: QuerySet[Volunteer], terms: Terms) -> QuerySet[Volunteer]:
    """Applied more than the limit of days ago; neither answered nor interviewed."""
    latest = terms.today - timedelta(days=terms.limits.answer_applicant_days)
    waiting = here.filter(applied_on__lt=latest, answered_on=None, interviews=None)
    return waiting.annotate(since=F("applied_on"))


def _to_show(here: QuerySet[Volunteer]) -> QuerySet[Volunteer]:
    """Asked to show a certificate, and has not shown one since."""
    asked = CertificateAskedFor.objects.filter(volunteer=OuterRef("pk")).order_by("-asked_on")
    shown = CertificateSighting.objects.filter(
        volunteer=OuterRef("pk"), shown_on__gte=OuterRef("since")
    )
    since = Subquery(asked.values("asked_on")[:1])
    return here.annotate(since=since).filter(~Exists(shown), since__isnull=False)


def _of_concern(here: QuerySet[Volunteer]) -> QuerySet[Volunteer]:
    """Somebody is concerned, and it is not settled. Having left settles nothing."""
    since = Min("concerns__raised_on", filter=Q(concerns__settled_on=None))
    return here.annotate(since=since).filter(since__isnull=False)
