"""A proposal, what two have released of it, the limit that was raised, and answers that are nobody's.

A year is counted once: a proposal that is thrown away leaves its printed form, and the next follows from it.

No count of participants is kept but as it was printed: what is hidden in a release is not in the house either.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q

from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

LEAST = 5  # no count of people between nought and this is ever printed; it can be raised


class Proposal(models.Model):
    """What would be released of a year: the data just as they would be printed, nothing behind them."""

    reference = columns.reference()
    year = models.PositiveSmallIntegerField("år", unique=True, error_messages={
        "unique": "Det finnes alt et forslag for dette året. Kast det først, hvis det skal lages på nytt."
    })  # fmt: skip
    told = models.JSONField("det som står i den", editable=False)
    proposed_on = models.DateField("foreslått", editable=False)
    proposed_by = columns.by_person("foreslått av", editable=False)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(year__range=(2016, 2100)),
                name="proposal_of_a_year_there_has_been",
                violation_error_message="Skriv et år fra 2016, da Ressursvenn begynte.",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "reference", "year", "told", "proposed_on", "proposed_by"}

    def __str__(self) -> str:
        return self.reference


class FirstCount(models.Model):
    """What a year was printed as when it was counted, kept when the proposal is thrown away. The only one."""

    year = models.PositiveSmallIntegerField("år", unique=True, editable=False)
    told = models.JSONField("det som sto i forslaget", editable=False)
    thrown_on = models.DateField("kastet", editable=False)
    thrown_by = columns.by_person("kastet av", editable=False)

    class Handling(Nobodys):
        plain = {"id", "year", "told", "thrown_on", "thrown_by"}

    def __str__(self) -> str:
        return str(self.year)


class Release(models.Model):
    """What two have released: three files as they were that day, each with its fingerprint. Never another."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="release")
    number = models.PositiveSmallIntegerField("nummer", unique=True, editable=False)
    year = models.PositiveSmallIntegerField("år", unique=True, editable=False)
    json = models.BinaryField(editable=False)
    csv = models.BinaryField(editable=False)
    metadata = models.BinaryField(editable=False)
    prints = models.JSONField("fingeravtrykk", editable=False)
    made_with = models.JSONField("laget med", editable=False)
    asked_by = columns.by_person("spurt av", editable=False)
    issued_on = models.DateField("gitt ut", editable=False)
    issued_by = columns.by_person("gitt ut av", editable=False)

    class Meta:
        ordering = ("-year",)
        constraints = (
            CheckConstraint(
                condition=~Q(issued_by=F("asked_by")),
                name="release_issued_by_another_than_asked",
                violation_error_message="Den som gir ut, er en annen enn den som spurte.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "proposal", "number", "year", "json", "csv", "metadata", "prints", "made_with"),
            *("asked_by", "issued_on", "issued_by"),
        }

    def __str__(self) -> str:
        return str(self.number)


class Raised(models.Model):
    """The limit was raised. The highest there has been is in force, so that it can never be lowered."""

    limit = models.PositiveSmallIntegerField("grense", unique=True)
    raised_on = models.DateField("hevet", editable=False)
    raised_by = columns.by_person("hevet av", editable=False)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(limit__gt=LEAST, limit__lte=100),
                name="limit_is_raised_above_five",
                violation_error_message=f"Skriv et tall over {LEAST} og ikke over 100.",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "limit", "raised_on", "raised_by"}

    def __str__(self) -> str:
        return str(self.limit)


def _step(label: str) -> models.PositiveSmallIntegerField[Any, Any]:
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


def _one_to_five(field: str) -> Any:
    return CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (1, 5)}),
        name=f"answer_{field}_from_one_to_five",
        violation_error_message="Et svar er fra 1 til 5.",
    )


STEPS = tuple(
    f"{of}_{when}" for of in ("wellbeing", "support", "loneliness") for when in ("then", "now")
)


class Answer(models.Model):
    """How somebody said she was when a pair ended, and when it began. Nobody's: a year and six numbers.

    The key is random, as in the tally of pairs: it does not tell which came first.
    """

    key = models.IntegerField(primary_key=True)
    year = models.PositiveSmallIntegerField("året koblingen ble avsluttet")
    wellbeing_then, wellbeing_now = _step("hadde det da"), _step("har det nå")
    support_then, support_now = _step("støtte da"), _step("støtte nå")
    loneliness_then, loneliness_now = _step("ensom da"), _step("ensom nå")

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(year__range=(2016, 2100)), name="answer_of_a_year"),
            *map(_one_to_five, STEPS),
        )

    class Handling(Plain):
        plain = {"key", "year", *STEPS}
        keep = "tally"

    def __str__(self) -> str:
        return str(self.year)
