"""What a table demands of a row is asked in one question, put together once for each table.

Django asks the database once for each demand, and puts each question together anew; a pair has twenty. Only
when one of them is not met do we let Django ask one by one, to hear which.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import DatabaseError, connections, router, transaction
from django.db.models import BooleanField, CheckConstraint, Expression, Field, Model, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.sql import Query

ALL = Model.get_constraints
NOT_ASKABLE = (DatabaseError, TypeError, ValueError)  # of what a row holds: Django asks one by one


class Held(Expression):
    """What the row holds in a field: left open in the question, and filled in for each row."""

    def __init__(self, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.of_field = field

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)

    def of(self, row: Model, connection: Any) -> Any:
        return self.of_field.get_db_prep_value(getattr(row, self.of_field.attname), connection)


def teach() -> None:
    """Let Django ask so. Once, before any row is kept."""
    Model.get_constraints = _still_to_ask  # type: ignore[method-assign, assignment]


def are_met(row: Model, using: str) -> bool:
    """Whether a row meets all its table demands, as the database itself understands them: unknown is met."""
    sql, open_in_it = _question(type(row), using)
    if not sql:
        return True
    connection = connections[using]
    filled = [one.of(row, connection) if isinstance(one, Held) else one for one in open_in_it]
    with transaction.atomic(using), connection.cursor() as cursor:
        cursor.execute(sql, filled)
        return cursor.fetchone() is not None


def _still_to_ask(row: Model) -> Any:
    """The constraints Django has to ask about one by one: without the demands, where all are met."""
    using = router.db_for_write(type(row), instance=row)
    try:
        met = are_met(row, using)
    except NOT_ASKABLE:
        met = False
    return [(model, _rest(own) if met and model is type(row) else own) for model, own in ALL(row)]


def _rest(constraints: Any) -> list[Any]:
    return [one for one in constraints if not isinstance(one, CheckConstraint)]


@cache
def _question(model: type[Model], using: str) -> tuple[str, tuple[Any, ...]]:
    """One question for all demands, with open places; empty when there are none."""
    demands = [one.condition for one in model._meta.constraints if isinstance(one, CheckConstraint)]
    if not demands:
        return "", ()
    query = Query(None)
    for field in model._meta.concrete_fields:
        query.add_annotation(Held(field), field.name, select=False)
    query.add_annotation(Value(1), "_met")
    all_of_them = Q(*(Q(demand) for demand in demands))
    query.add_q(Q(Coalesce(all_of_them, True, output_field=BooleanField())))
    sql, places = query.get_compiler(using).as_sql()
    return sql, tuple(places)
