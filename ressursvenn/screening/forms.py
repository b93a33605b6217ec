"""The shape of what is typed here. What may be is decided in changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.programme.limits import Terms
from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from . import words
from .criteria import Criterion
from .texts import in_language

CHOOSE = "Velg ett svar. Ble det ikke spurt om, så velg «ikke spurt»."


class NotesForm(Told):
    """By criterion a choice and a few words; nothing is required before she says that she is done."""

    def __init__(self, *args: Any, known: Iterable[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = tuple(known)
        finished = not self.is_bound or "done" in self.data  # so far, nothing has to be answered
        for one in self.known:
            self.fields[one.code] = forms.ChoiceField(
                label=one.sentence,
                choices=list(words.CHOICES.items()),
                widget=forms.RadioSelect,
                required=finished,
                error_messages={"required": CHOOSE},
                help_text=one.ask,
            )
            self.fields[f"{one.code}_words"] = forms.CharField(
                label="Kort, uten navn",
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=200,
                required=False,
                error_messages={"max_length": "Skriv høyst 200 tegn."},
            )

    def rows(self) -> list[tuple[Criterion, Any, Any]]:
        """Each criterion with its two fields, for the page."""
        return [(one, self[one.code], self[f"{one.code}_words"]) for one in self.known]

    def answers(self) -> dict[str, tuple[str, str]]:
        told = self.cleaned_data
        return {one.code: (told[one.code], told[f"{one.code}_words"]) for one in self.known}


class WhyNoneForm(Told):
    """That one of the two will not write, and why."""

    of = forms.ChoiceField(label="Hvem", error_messages={"required": "Velg hvem."})
    why = forms.ChoiceField(
        label="Hvorfor?",
        choices=[("", "Velg"), *words.WHY_ONE.items()],
        error_messages={"required": "Velg fra listen."},
    )

    def __init__(self, data: Any = None, *, of: Iterable[Any]) -> None:
        super().__init__(data, auto_id="none_%s")
        self.people = {person.reference: person for person in of}
        who: Any = self.fields["of"]
        who.choices = [("", "Velg"), *((key, one.name) for key, one in self.people.items())]

    def clean_of(self) -> Any:
        return self.people[self.cleaned_data["of"]]


class RefereeForm(Told):
    name = forms.CharField(
        label="Navnet til den dere kan spørre",
        max_length=80,
        error_messages={"required": "Skriv navnet."},
    )
    contact = forms.CharField(
        label="Telefon eller e-post",
        max_length=120,
        error_messages={"required": "Skriv et telefonnummer eller en e-postadresse."},
    )
    relation = forms.ChoiceField(
        label="Hvordan kjenner de hverandre?",
        choices=[("", "Velg"), *words.RELATIONS.items()],
        error_messages={"required": "Velg fra listen."},
    )


class StatementForm(Told):
    """Five questions with a choice each, and a few words if she wants."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, question in words.QUESTIONS.items():
            self.fields[code] = forms.ChoiceField(
                label=question,
                choices=list(words.ANSWERS[code].items()),
                widget=forms.RadioSelect,
                error_messages={"required": "Velg ett svar."},
            )
        self.fields["said"] = forms.CharField(
            label="Noe mer vi bør vite?",
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=300,
            required=False,
            help_text="Kort, og uten navn. Høyst 300 tegn.",
            error_messages={"max_length": "Skriv høyst 300 tegn."},
        )

    def answers(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in words.QUESTIONS}


class EndingForm(Told):
    reason = forms.ChoiceField(
        label="Hvorfor?",
        choices=[("", "Velg"), *words.REASONS_TOLD],
        help_text="Bare dette ordet tas vare på, kryptert. Politiattesten er aldri en grunn her.",
        error_messages={"required": "Velg fra listen."},
    )
    language = forms.ChoiceField(
        label="Teksten på", choices=list(words.LANGUAGES.items()), initial="nb"
    )
    on = Day("Dagen")
    sure = forms.BooleanField(label="Ja, veien hennes slutter her", required=False)


class RecipientForm(Told):
    office = forms.CharField(
        label="Adressen attesten vises på",
        max_length=160,
        help_text="Foreningens adresse, på én linje. Aldri noens hjem.",
        error_messages={"required": "Skriv adressen."},
    )
    place = forms.CharField(
        label="Sted",
        max_length=60,
        help_text="Der papiret skrives under, for eksempel Oslo.",
        error_messages={"required": "Skriv stedet."},
    )


class BasisForm(Told):
    text = forms.CharField(
        label="Hjemmelen, slik politiet skal lese den",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Lov eller forskrift, med paragraf, og hvorfor den gjelder denne rollen.",
        error_messages={"required": "Skriv hjemmelen."},
    )


class PaperForm(Told):
    """What the police ask for, typed for the paper. The day of birth goes on it, and nowhere else."""

    born = Day("Fødselsdatoen hennes", help_text="Til papiret. Vi tar ikke vare på den.")
    role = forms.CharField(
        label="Rolle",
        max_length=80,
        initial="ressursvenn (frivillig)",
        error_messages={"required": "Skriv rollen."},
    )
    tasks = forms.CharField(
        label="Oppgaver",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Skriv hva hun skal gjøre."},
    )
    where = forms.CharField(
        label="Hvor",
        max_length=80,
        help_text="En kommune eller et område, ikke en adresse.",
        error_messages={"required": "Skriv hvor, for eksempel kommunen."},
    )
    anew = forms.BooleanField(
        label="Hun har vært frivillig hos oss før, og får en ny rolle", required=False
    )
    asked = forms.BooleanField(label="Noter at hun er bedt om attesten i dag", required=False)
    language = forms.ChoiceField(label="Målform", choices=list(words.LANGUAGES.items()))

    def __init__(self, *args: Any, birth_year: int | None, terms: Terms, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.birth_year, self.today, self.limits = birth_year, terms.today, terms.limits

    def clean_born(self) -> date:
        born: date = self.cleaned_data["born"]
        if born >= self.today:
            raise ValidationError("Skriv dagen hun ble født.")
        if self.birth_year and born.year != self.birth_year:
            raise ValidationError("Året er et annet enn det som er notert om henne. Sjekk begge.")
        return born

    def clean(self) -> dict[str, Any]:
        """Our own text of tasks follows the language; what somebody has written herself stands."""
        typed = super().clean() or {}
        if "tasks" in typed and "language" in typed:
            typed["tasks"] = in_language(typed["tasks"], typed["language"], self.limits)
        return typed
