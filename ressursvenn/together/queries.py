"""What waits for whom, what somebody has asked for, and what two have agreed on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from . import acts, facts
from .models import OPEN, Asked

ADVISER_ASKED = "Foreningen har ingen andre. Nasjonal rådgiver er spurt."
ONE_BY_ONE = 3  # so many of an act are lines of their own in Min dag; more become one line
SHOWN_AFTERWARDS = timedelta(days=14)


def waiting_for(person: Person) -> list[Asked]:
    """What this person may answer now: others' questions, in her association or for her role."""
    return [row for row in concerning(person) if row.asked_by_id != person.pk]


def concerning(person: Person) -> list[Asked]:
    """What waits for her answer, and what of hers waits for another's. One query."""
    rows = _waiting().filter(_answerable(person) | Q(asked_by=person))
    return [row for row in rows if row.about != person.reference and _may_be_hers(row, person)]


def _may_be_hers(row: Asked, person: Person) -> bool:
    """She asked it; or she took no part in what it is about, and may answer."""
    return row.asked_by_id == person.pk or person.pk not in facts.part_takers(row)


def within_sight(person: Person) -> QuerySet[Asked]:
    """The same and her own, whatever has become of them: so that a late answer is told why not."""
    rows = Asked.objects.filter(_answerable(person) | Q(asked_by=person))
    return rows.select_related("asked_by", "association")


def _answerable(person: Person) -> Q:
    """The act and the place; `facts.may_answer`, asked of the table."""
    if person.crisis_centre_id is not None or not person.may(Permission.SEE_MY_DAY):
        return Q(pk=None)
    hers = [act.code for act in acts.known() if person.may(act.may_answer)]
    if person.association_id is not None:
        return Q(act__in=hers, association=person.association_id)
    national = Q(act__in=hers, association=None)
    return national | Q(association__isnull=False) if person.role == facts.ADVISER else national


def _waiting() -> QuerySet[Asked]:
    rows = Asked.objects.filter(OPEN, good_until__gt=timezone.now())
    return facts.with_part_takers(rows).select_related("asked_by", "association")


def asked_by(person: Person) -> QuerySet[Asked]:
    """What this person has asked for, and nobody has answered yet."""
    return _waiting().filter(asked_by=person)


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered on a day; the same on one day is told once."""

    on: date
    question: str
    by: str
    yes: bool
    times: int


def answered_lately(person: Person) -> list[Answered]:
    """What this person asked for and has got an answer to, the newest first."""
    since = timezone.now() - SHOWN_AFTERWARDS
    rows = Asked.objects.filter(asked_by=person, answered_at__gt=since).order_by("-answered_at")
    counted = Counter(
        (timezone.localdate(row.answered_at), row.question, row.answered_by.name, bool(row.yes))
        for row in rows.select_related("answered_by")
    )
    return [Answered(*told, times) for told, times in counted.items()]


def open_about(act: str, about: str) -> Asked | None:
    """The question about this that nobody has answered yet."""
    return _waiting().filter(act=act, about=about).first()


def is_waiting(act: str, about: Any) -> Exists:
    """For rooms above, of many rows at once: is there a question about this that waits for an answer?"""
    good = Q(good_until__gt=timezone.now())
    return Exists(Asked.objects.filter(OPEN, good, act=act, about=about).order_by())


def waiting_about(act: str, about: str, terms: Terms, staff: Iterable[Person]) -> Waiting | None:
    """The question about this with who of the staff may answer it, for the page of what it is about."""
    row = open_about(act, about)
    own = [one for one in staff if row and one.association_id == row.association_id]
    return waiting_read_off(row, own, terms) if row else None


def agreed(act: str, about: str) -> Asked | None:
    """What two have agreed on and nobody has used yet, while it still counts. The newest."""
    rows = Asked.objects.filter(act=act, about=about, yes=True, used_at=None)
    fresh = rows.filter(good_until__gt=timezone.now())
    return fresh.select_related("asked_by", "answered_by").order_by("-answered_at").first()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question with who may answer it, as its page shows it."""

    row: Asked
    act: acts.Act
    others: tuple[str, ...]  # names of those in the same association, or nationally, who may answer
    days: int
    late: bool
    summary: acts.Told = ()

    def may_be_answered_by(self, person: Person) -> bool:
        """Another than who asked, and none of those who took part in it; her right is asked for elsewhere."""
        return person.pk != self.row.asked_by_id and person.pk not in facts.part_takers(self.row)

    @property
    def read_at(self) -> str:
        """Where the whole of it is read, when that is another page."""
        return self.act.read_at(self.row.about)

    @property
    def adviser_is_asked(self) -> bool:
        """Nobody else in the association may answer: the national adviser is asked."""
        return self.row.association_id is not None and not self.others

    @property
    def others_told(self) -> str:
        """Who may answer, in a sentence."""
        if self.row.association_id is None and not self.others:
            return "Ingen andre kan svare på dette nå."
        return who_may_answer(self.others)


def who_may_answer(others: Sequence[str]) -> str:
    """In a sentence, for an association: those of its own by name, or else the national adviser."""
    if not others:
        return ADVISER_ASKED
    names = [", ".join(others[:-1]), others[-1]] if others[1:] else others
    return f"{' eller '.join(names)} kan svare."


Told = Callable[[list[Waiting], Waiting], tuple[str, str, str]]


def with_others(rows: Iterable[Asked], terms: Terms) -> list[Waiting]:
    """The rows, each with the names of those who may answer. One query for all of them, or none."""
    listed = list(rows)
    staff = _staff_of({row.association_id for row in listed})
    return [waiting_read_off(row, staff[row.association_id], terms) for row in listed]


def with_summaries(rows: Iterable[Asked], terms: Terms) -> list[Waiting]:
    """The same, with what each act tells of its questions: in as many queries as there are acts."""
    waits = with_others(rows, terms)
    known: dict[str, acts.Told] = {}
    for act in acts.known():
        rows_of_act = [one.row for one in waits if one.act == act]
        known |= act.summary(rows_of_act) if rows_of_act else {}
    return [replace(one, summary=known.get(one.row.reference, ())) for one in waits]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one act in one association, under one heading."""

    question: str
    rows: list[Waiting]


def groups(waits: Iterable[Waiting]) -> list[Group]:
    return [Group(question_of(group), group) for group in by_act(waits)]


def by_act(waits: Iterable[Waiting]) -> list[list[Waiting]]:
    """Those of the same act in the same association together, the oldest first in each."""

    def place(one: Waiting) -> tuple[str, int]:
        return one.act.code, one.row.association_id or 0

    in_order = sorted(waits, key=lambda one: (*place(one), one.row.asked_at, one.row.pk))
    return [list(group) for _, group in groupby(in_order, key=place)]


def _staff_of(houses: set[int | None]) -> dict[int | None, list[Person]]:
    found: dict[int | None, list[Person]] = defaultdict(list)
    if houses:
        local = Q(association__in=[house for house in houses if house is not None])
        people = Person.objects.filter(local | Q(association=None), left_on=None)
        for person in people.exclude(role="volunteer").order_by("id"):
            found[person.association_id].append(person)
    return found


def waiting_read_off(row: Asked, staff: Iterable[Person], terms: Terms) -> Waiting:
    act, took_part = acts.called(row.act), facts.part_takers(row)
    others = tuple(
        person.name
        for person in staff
        if person.pk != row.asked_by_id
        and person.reference != row.about
        and person.pk not in took_part
        and facts.may_answer(person, act, row.association_id)
    )
    days = (terms.today - row.asked_on).days
    return Waiting(row, act, others, days, days > terms.limits.second_yes_days)


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """What waits for her answer; and what she has asked for that has waited long."""
    if not person.may(Permission.SEE_MY_DAY):
        return []
    waits = [waiting_read_off(row, (), terms) for row in concerning(person)]
    late = [one for one in waits if one.row.asked_by_id == person.pk and one.late]
    others = [one for one in waits if one.row.asked_by_id != person.pk]
    if person.role == facts.ADVISER:
        known = with_others([one.row for one in others], terms)
        others = [one for one in known if _concerns_adviser(one)]
    return _lines(others, _to_answer) + _lines(late, _to_remind)


def _concerns_adviser(one: Waiting) -> bool:
    """She is asked where there is nobody else, and steps in where those who are there have not."""
    return one.adviser_is_asked or one.row.association_id is None or one.late


def _lines(waits: list[Waiting], told: Told) -> list[Line]:
    """A line each while they are few, one line when they are many of the same."""
    lines = []
    for group in by_act(waits):
        parts = [group] if len(group) > ONE_BY_ONE else [[one] for one in group]
        lines += [_line(part, told) for part in parts]
    return lines


def _line(waits: list[Waiting], told: Told) -> Line:
    first = waits[0]
    sentence, act, where = told(waits, first)
    if first.late:
        sentence += f" Har ventet i {first.days} dager."
    return Line(
        weight=Weight.WAITS_FOR_YOU,
        who="",
        sentence=sentence,
        act=act,
        url=where or reverse("together:all"),
        since=first.row.asked_on,
    )


def _to_answer(waits: list[Waiting], first: Waiting) -> tuple[str, str, str]:
    """Neutral: what is asked, and by whom. One alone is answered where it is read."""
    row = first.row
    where = f" ({row.association})" if row.association else ""
    read_at = first.read_at if len(waits) == 1 else ""
    return f"{question_of(waits)} {row.asked_by.name}{where} spør.", "Se og svar", read_at


def _to_remind(waits: list[Waiting], first: Waiting) -> tuple[str, str, str]:
    """For whoever asked: nobody has answered. The page says who may."""
    return f"Du har spurt: {question_of(waits)}", "Se hvem som kan svare", ""


def question_of(waits: list[Waiting]) -> str:
    """The question of one, or of several of the same act."""
    act = waits[0].act
    return act.many.format(len(waits)) if len(waits) > 1 and act.many else act.question
