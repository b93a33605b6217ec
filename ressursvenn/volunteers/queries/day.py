"""What in Min dag concerns volunteers: computed from dated facts, in one query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import opening

from .. import facts, retention, rules
from ..models import CertificateAskedFor, CertificateSighting, Concern, Volunteer
from .rows import visible_to

ONE_BY_ONE = 5  # so many of a kind are lines of their own in Min dag; more become one line


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
APPLIED = Need(
    Weight.NEXT_STEP,
    "{} har søkt. Svar {left}.",
    "{} søkere venter på svar. Svar den første {left}.",
    "Svar",
)
CERTIFICATE = Need(
    Weight.CERTIFICATE_TO_SEE,
    "{} er bedt om å vise politiattest.",
    "{} er bedt om å vise politiattest.",
    "Noter at den er vist",
)


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """What needs this person here: one query, and one opening of names."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return []
    rows = list(facts.with_question(_with_what_waits(visible_to(person))))
    found = [(need, _waiting(rows, since)) for need, since in _needs(person, terms)]
    one_by_one = [row for _, waits in found if len(waits) <= ONE_BY_ONE for row, _ in waits]
    soon = retention.soon(rows) if person.may(Permission.LEAD_PARTICIPANTS) else []
    one_by_one += soon if len(soon) <= ONE_BY_ONE else []
    names = {
        row.pk: row.first_name
        for row in opening.open_cards(one_by_one, by=person, purpose="my_day")
    }
    lines = [line for need, waits in found for line in _lines(need, waits, names, terms)]
    lines += retention.lines(soon, names, at_most=ONE_BY_ONE)
    return lines + _to_settle_line(rows) + _to_approve_line(rows, terms)


Since = Callable[[Any], date | None]  # since when something is needed of a row; None when it is not
Wait = tuple[Any, date]


def _waiting(rows: Iterable[Any], since: Since) -> list[Wait]:
    return [(row, day) for row in rows if (day := since(row))]


def _needs(person: Person, terms: Terms) -> list[tuple[Need, Since]]:
    """What may be needed, and how it is seen."""
    needs: list[tuple[Need, Since]] = [
        (ANSWER, partial(_unanswered_since, terms=terms, too_long=True)),
        (APPLIED, partial(_unanswered_since, terms=terms, too_long=False)),
        (CERTIFICATE, _to_show_since),
    ]
    if person.may(Permission.SEE_CONCERNS):
        needs.append((CONCERN, attrgetter("concern_since")))
    return needs


def _lines(need: Need, waits: list[Wait], names: Mapping[int, str], terms: Terms) -> list[Line]:
    """A line each while they are few, one line when they are many."""
    if len(waits) > ONE_BY_ONE:
        first = min(since for _, since in waits)
        return [
            Line(
                weight=need.weight,
                who="",
                sentence=need.many.format(len(waits), left=_left(first, terms)),
                act="Se hvem",
                url=reverse("volunteers:all"),
                since=first,
            )
        ]
    return [
        Line(
            weight=need.weight,
            who=names[row.pk],
            sentence=need.one.format(names[row.pk], left=_left(since, terms)),
            act=need.act,
            url=reverse("volunteers:standing", args=[row.reference]),
            since=since,
        )
        for row, since in waits
        if row.pk in names
    ]


def _to_settle_line(rows: Iterable[Any]) -> list[Line]:
    """Facts half known, as after a workbook was brought in: one line for all of them."""
    here = (facts.read_off(row) for row in rows if not row.has_left)
    count = sum(map(rules.half_known, here))
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


def _to_approve_line(rows: Iterable[Any], terms: Terms) -> list[Line]:
    """Everything else is settled, and nobody has asked: one line for all of them."""
    here = (row for row in rows if not row.has_left and not row.question_open)
    count = sum(rules.waits_for_approval(facts.read_off(row), terms) for row in here)
    if not count:
        return []
    who = "ressursvenn" if count == 1 else "ressursvenner"
    return [
        Line(
            weight=Weight.NEXT_STEP,
            who="",
            sentence=f"{count} {who} har alt annet på plass, og skal godkjennes av to.",
            act="Spør en annen",
            url=f"{reverse('volunteers:all')}?vis=godkjennes",
        )
    ]


def _with_what_waits(rows: QuerySet[Volunteer]) -> QuerySet[Volunteer]:
    """The rows and their road, with what else tells whether somebody waits; who has left, too."""
    asked = CertificateAskedFor.objects.filter(volunteer=OuterRef("pk")).order_by("-asked_on")
    shown = CertificateSighting.objects.filter(volunteer=OuterRef("pk")).order_by("-shown_on")
    open_ones = Concern.objects.filter(volunteer=OuterRef("pk"), settled_on=None)
    return retention.with_days(facts.with_road(rows)).annotate(
        asked_on=Subquery(asked.values("asked_on")[:1]),
        last_shown_on=Subquery(shown.values("shown_on")[:1]),
        concern_since=Subquery(open_ones.order_by("raised_on").values("raised_on")[:1]),
    )


def _unanswered_since(row: Any, terms: Terms, *, too_long: bool) -> date | None:
    """Since she applied, and is neither answered nor interviewed: for longer than the limit, or not yet."""
    met = row.has_left or row.answered_on or row.interviewed_on
    applied: date | None = row.applied_on
    if applied is None or met:
        return None
    return applied if (_days_left(applied, terms) < 0) is too_long else None


def _days_left(applied: date, terms: Terms) -> int:
    """Until the last day on which an answer is in time."""
    return terms.limits.answer_applicant_days - (terms.today - applied).days


def _left(applied: date, terms: Terms) -> str:
    """The same in words."""
    days = _days_left(applied, terms)
    return {0: "i dag", 1: "innen i morgen"}.get(days, f"innen {days} dager")


def _to_show_since(row: Any) -> date | None:
    """Asked to show a certificate, and has not shown one since."""
    asked: date | None = row.asked_on
    if asked is None or row.has_left:
        return None
    shown = row.last_shown_on and row.last_shown_on >= asked
    return None if shown else asked
