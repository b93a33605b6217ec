"""What a table demands, asked in one question, is answered as Django answers one by one."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from ressursvenn.shapes import demands
from ressursvenn.volunteers.models import Interview

pytestmark = pytest.mark.django_db
DEMANDING = [
    model
    for model in apps.get_models()
    if any(isinstance(one, models.CheckConstraint) for one in model._meta.constraints)
]
DAYS = (dt.date(2026, 1, 5), dt.date(2026, 3, 1), dt.date(2026, 9, 30))

NOON = dt.time(12)
NUMBERS = (-1, 0, 1, 2, 3)
HELD = {
    models.BooleanField: (True, False),
    models.DateTimeField: tuple(dt.datetime.combine(day, NOON, dt.UTC) for day in DAYS),
    models.DateField: DAYS,
    models.TimeField: (dt.time(0), NOON, dt.time(23)),
    models.IntegerField: NUMBERS,
    models.ForeignKey: NUMBERS,
    models.BinaryField: (b"", b"something"),
    models.JSONField: ([], ["x"]),
    models.CharField: ("", "a", "2026", "abcdefgh"),
    models.TextField: ("", "a"),
}


def one_of(draw: random.Random, field: models.Field) -> object:
    """Something a row could hold in a field, not always what it should."""
    if field.null and draw.random() < 0.3:
        return None
    if field.choices and draw.random() < 0.7:
        return draw.choice([value for value, _ in field.flatchoices])
    for kind, held in HELD.items():
        if isinstance(field, kind):
            return draw.choice(held)
    return field.get_default()


def rows(model: type[models.Model], many: int) -> list[models.Model]:
    draw = random.Random(model._meta.label)
    fields = model._meta.concrete_fields
    return [model(**{field.attname: one_of(draw, field) for field in fields}) for _ in range(many)]


def one_by_one(row: models.Model) -> bool:
    known = row._get_field_expression_map(row._meta)
    checks = [one for one in row._meta.constraints if isinstance(one, models.CheckConstraint)]
    return all(one.condition.check(known) for one in checks)


@pytest.mark.parametrize("model", DEMANDING, ids=lambda model: model._meta.label)
def test_one_question_is_answered_as_one_by_one(model):
    for row in rows(model, 12):
        assert demands.are_met(row, "default") == one_by_one(row)


def test_both_answers_are_met_among_those_rows():
    met = {model: {one_by_one(row) for row in rows(model, 12)} for model in DEMANDING}

    assert sum(answers == {True, False} for answers in met.values()) > len(DEMANDING) / 3


def test_what_is_not_met_is_said_as_before_and_what_is_met_takes_one_question(
    django_assert_num_queries,
):
    some = rows(Interview, 200)
    not_met = next(row for row in some if not one_by_one(row))
    with pytest.raises(ValidationError) as told:
        not_met.validate_constraints()
    assert told.value.messages

    met = next(row for row in some if one_by_one(row))
    with django_assert_num_queries(3):  # the question, between the marks of its own savepoint
        met.validate_constraints()
