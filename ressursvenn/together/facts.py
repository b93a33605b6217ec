"""From tables to rules: what is known of a question, and of whoever is about to answer it."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from . import acts
from .acts import Act
from .models import Asked
from .rules import AnswerFacts

ADVISER = "national_adviser"


def may_ask(person: Person, act: Act, association: int | None) -> bool:
    """She holds the right, in this association; or nationally, when she belongs to none."""
    return person.may(act.may_ask) and person.association_id in (None, association)


def may_answer(person: Person, act: Act, association: int | None) -> bool:
    """A holder of the right where it was asked; the national adviser, for every association."""
    if person.crisis_centre_id is not None or not person.may(Permission.SEE_MY_DAY):
        return False
    if association is not None and person.role == ADVISER:
        return True
    return person.association_id == association and person.may(act.may_answer)


def with_part_takers(rows: QuerySet[Asked]) -> QuerySet[Any]:
    """The rows, each with those who took part in what it asks about, in the same query."""
    told = {act.code: act.not_by(OuterRef("about")) for act in acts.known()}
    by_act = [
        [When(act=code, then=_in_one(*rows_of)) for rows_of in several]
        for code, several in told.items()
    ]
    cases = ([when for when in whens if when] for whens in zip_longest(*by_act))
    named = {
        f"part_takers_{number}": Case(*whens, output_field=TextField(null=True))
        for number, whens in enumerate(cases)
    }
    return rows.annotate(**named)


def part_takers(row: Any) -> set[int]:
    """Read off a row that came `with_part_takers`."""
    found = (keys for name, keys in vars(row).items() if name.startswith("part_takers_"))
    return {int(key) for keys in found if keys for key in keys.split(",")}


class Keys(Aggregate):
    """The keys of several rows as one text, with commas; nothing when there are none."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "STRING_AGG(%(expressions)s::text, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


def _in_one(rows: QuerySet[Any], column: str) -> Subquery:
    """A column of several rows, as one value."""
    every = rows.order_by().annotate(one=Value(1)).values("one")
    return Subquery(every.annotate(keys=Keys(column)).values("keys"))


def of_answer(asked: Asked, act: Act, by: Person, stands: str | None) -> AnswerFacts:
    """`asked` is locked, and both people are as they are in the table now."""
    return AnswerFacts(
        asked_by=asked.asked_by_id,
        by=by.pk,
        about_herself=by.reference == asked.about,
        may_answer=may_answer(by, act, asked.association_id),
        crisis_centre=by.crisis_centre_id is not None,
        asker_may=may_ask(asked.asked_by, act, asked.association_id),
        answered=asked.answered_at is not None,
        taken_back=asked.taken_back_at is not None,
        too_old=asked.lapsed or asked.good_until <= timezone.now(),
        unchanged=stands is not None and stands == asked.stood,
        took_part=by.pk in part_takers(asked),
    )
