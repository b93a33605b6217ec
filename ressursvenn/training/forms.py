"""The shape of what is typed about courses. What may be is decided in changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Clock, Day, Several
from ressursvenn.shapes.told import Ticked, Told

from . import topics, words


class CallingOffForm(Ticked):
    """What cannot be undone is ticked before it is done."""

    sure = forms.BooleanField(
        label="Ja, det skal avlyses", error_messages={"required": "Kryss av hvis det skal avlyses."}
    )


class CourseForm(Told):
    title = forms.CharField(
        label="Navn på kurset", max_length=60, help_text="For eksempel «Kurs våren 2027».",
        error_messages={"required": "Gi kurset et navn."},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Slag", choices=list(words.KINDS.items()), initial=words.BASIC,
        help_text="Påfyll gir ingen timer mot kurset for nye.",
    )  # fmt: skip
    language = forms.ChoiceField(label="Språk", choices=list(words.LANGUAGES.items()))
    places = forms.IntegerField(
        label="Plasser", min_value=1, max_value=200, initial=12,
        error_messages={
            "required": "Skriv hvor mange plasser.", "invalid": "Skriv et helt tall.",
            "min_value": "Skriv et tall fra 1 til 200.", "max_value": "Skriv et tall fra 1 til 200.",
        },
    )  # fmt: skip
    open_from = Day("Påmeldingen åpner", required=False)
    open_until = Day(
        "Siste dag for påmelding", required=False,
        help_text="Står den åpen, kan noen melde seg på til og med den første kvelden.",
    )  # fmt: skip
    bring = forms.CharField(
        label="Ta med", max_length=120, required=False, help_text="For eksempel «matpakke»."
    )


class EveningForm(Told):
    day = Day("Dag")
    begins = Clock("Fra", initial="17:30")
    ends = Clock("Til", initial="20:30")
    hours = forms.DecimalField(
        label="Timer som teller", max_digits=3, decimal_places=1, localize=True, initial=3,
        error_messages={"required": "Skriv hvor mange timer.", "invalid": "Skriv timene som 3 eller 2,5."},
    )  # fmt: skip
    place = forms.CharField(
        label="Sted", max_length=120, help_text="Hvor kurset holdes. Et sted alle kan finne.",
        error_messages={"required": "Skriv hvor det er."},
    )  # fmt: skip
    topics = Several(
        "Temaer",
        {topic.code: topic.nb for topic in topics.TOPICS.values()},
        help_text="I kurs for nye må minst ett være krysset av: da vet den som er borte, hva som er igjen.",
    )


class MaterialForm(Told):
    title = forms.CharField(
        label="Hva det er", max_length=80, error_messages={"required": "Skriv hva det er."}
    )
    link = forms.URLField(
        label="Adresse", max_length=300, assume_scheme="https",
        error_messages={
            "required": "Lim inn adressen.", "invalid": "Skriv en adresse som begynner med https://",
        },
    )  # fmt: skip


class Chosen(Told):
    """Some of those listed, by reference. A reference that is not listed is refused."""

    who = forms.MultipleChoiceField(required=True, error_messages={"required": "Velg minst én."})

    def __init__(self, data: Any = None, *, among: Iterable[str] = ()) -> None:
        super().__init__(data)
        self.fields["who"].choices = [(one, one) for one in among]  # type: ignore[attr-defined]


class AttendanceForm(Told):
    """One choice for each who was expected; left open where nobody knows."""

    def __init__(self, data: Any = None, *, expected: Iterable[Any], noted: dict[int, str]) -> None:
        super().__init__(data)
        self.by_name = {f"kom-{one.reference}": one for one in expected}
        for name, one in self.by_name.items():
            self.fields[name] = forms.ChoiceField(
                choices=list(words.ATTENDED.items()), required=False, initial=noted.get(one.pk, ""),
                widget=forms.RadioSelect,
            )  # fmt: skip

    @property
    def came(self) -> dict[Any, str]:
        """What was said, of those it was said of."""
        said = self.cleaned_data
        return {one: said[name] for name, one in self.by_name.items() if said.get(name)}
