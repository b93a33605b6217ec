"""A report: which days, what is written, how the goals went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import funder_forms, sentences
from .. import words as listed
from .shared import one_of_words, words

Where = tuple[str, str]


class PeriodForm(Told):
    kind = one_of_words("Slag", listed.REPORTS)
    first_day = Day("Første dag")
    last_day = Day("Siste dag")
    language = one_of_words("Skrives på", listed.WRITTEN_IN)


class WordsForm(Told):
    """One field for each text that the funder's form asks for. It is kept as far as it has come."""

    def __init__(
        self,
        *args: Any,
        asked: Iterable[Where],
        texts: Mapping[Where, str],
        form: funder_forms.Form,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.asked = {f"{part}-{code}": (part, code) for part, code in asked}
        for name, (part, code) in self.asked.items():
            self.fields[name] = words(
                _label(form, part, code), 6_000, rows=5, initial=texts.get((part, code), ""),
                help_text=form.help_of(code),
            )  # fmt: skip
        self.fields["signer"] = words(
            "Underskrives av", 120, help_text="Daglig leder eller styreleder."
        )
        self.fields["signer_role"] = words("Rolle", 80)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sent = {name: where for name, where in self.asked.items() if name in self.data}
        texts = {where: cleaned.get(name, "") for name, where in sent.items()}
        return {
            "texts": texts,
            **{name: cleaned.get(name, "") for name in ("signer", "signer_role")},
        }


def _label(form: funder_forms.Form, part: str, code: str) -> str:
    own = {one.code: one.nb for one in form.slots} | {
        name: nb for name, (nb, _) in form.headings.items()
    }
    heading = own.get(code) or sentences.say(code, listed.BOKMAAL)
    return heading if part == listed.SHARED else f"{heading} – {listed.PARTS[part]}"


class GoalsForm(Told):
    """A verdict on each goal, and a number for what nobody but people can count."""

    def __init__(
        self,
        *args: Any,
        goals: Iterable[Any],
        verdicts: Mapping[int, Any],
        results: Mapping[int, int],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.goals: dict[str, int] = {}
        self.by_hand: dict[str, int] = {}
        for goal in goals:
            self._one(goal, verdicts.get(goal.pk))
            for one in goal.indicators.all():
                if not one.figure:
                    self._counted(one, results.get(one.pk))

    def _one(self, goal: Any, known: Any) -> None:
        self.goals[goal.reference] = goal.pk
        self.fields[f"how-{goal.reference}"] = one_of_words(
            f"{goal.get_part_display()}: {goal.says}", listed.HOW_IT_WENT, required=False,
            initial=known.how if known else None,
        )  # fmt: skip
        self.fields[f"why-{goal.reference}"] = words(
            "Hvorfor", 600, rows=2, initial=known.why if known else "",
            help_text="Må stå når målet ikke er helt nådd.",
        )  # fmt: skip

    def _counted(self, one: Any, known: int | None) -> None:
        self.by_hand[one.reference] = one.pk
        self.fields[f"value-{one.reference}"] = forms.IntegerField(
            label=f"{one.says} (mål: {one.target})", required=False, min_value=0, max_value=9_999_999,
            initial=known,
            error_messages={"min_value": "Skriv et tall fra null og opp.", "max_value": "Tallet er for stort."},
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for reference in self.goals:
            if cleaned.get(f"why-{reference}") and not cleaned.get(f"how-{reference}"):
                self.add_error(f"how-{reference}", "Velg hvordan det gikk, så lagres teksten.")
        verdicts = {
            pk: (cleaned[f"how-{reference}"], cleaned.get(f"why-{reference}", ""))
            for reference, pk in self.goals.items()
            if cleaned.get(f"how-{reference}")
        }
        results = {
            pk: cleaned.get(f"value-{reference}")
            for reference, pk in self.by_hand.items()
            if f"value-{reference}" in self.data
        }
        return {"verdicts": verdicts, "results": results}
