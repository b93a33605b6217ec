"""The shape of what is typed and chosen. What may be is decided in changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from . import words

WRITE_A_DAY = {
    "required": "Skriv dagen.",
    "invalid": "Skriv dagen som dag.måned.år, for eksempel 3.11.2026.",
}
WRITE_A_TIME = {
    "required": "Skriv klokkeslettet.",
    "invalid": "Skriv klokkeslettet som timer og minutter, for eksempel 18:00.",
}
CHOOSE = {"required": "Velg det som ligger nærmest."}


class Day(forms.DateField):
    """A day, by the browser's calendar or typed the Norwegian way."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        ways = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"]
        super().__init__(
            label=label, widget=widget, input_formats=ways, error_messages=WRITE_A_DAY, **kwargs
        )


class Hour(forms.TimeField):
    """A time of day, with a point or a colon."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        ways = ["%H:%M", "%H.%M", "%H:%M:%S"]
        super().__init__(
            label=label, widget=widget, input_formats=ways, error_messages=WRITE_A_TIME, **kwargs
        )


class _Form(forms.Form):
    """What every form here can do: say beside the fields what a change would not accept."""

    def tell(self, error: ValidationError) -> None:
        by_field = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))


class _OneOf(forms.TypedChoiceField):
    """Somebody who is offered by the view. Whoever is chosen comes out, and not her reference."""

    def offer(self, known: dict[str, tuple[Any, str]]) -> None:
        self.coerce = lambda reference: known[reference][0]
        self.empty_value = None
        self.choices = [("", "Velg"), *((ref, word) for ref, (_, word) in known.items())]


class GroupForm(_Form):
    name = forms.CharField(
        label="Navn på gruppen",
        max_length=60,
        help_text="For eksempel «Tirsdagsgruppen». Skriv ikke navn på noen.",
        error_messages={"required": "Skriv et navn, for eksempel «Tirsdagsgruppen»."},
    )
    leader = _OneOf(label="Hvem leder den?", error_messages={"required": "Velg hvem."})
    places = forms.IntegerField(
        label="Plasser",
        initial=8,
        error_messages={"required": "Skriv hvor mange plasser.", "invalid": "Skriv et helt tall."},
    )

    def __init__(self, data: Any = None, *, colleagues: Iterable[Any], **more: Any) -> None:
        super().__init__(data, auto_id="gruppe_%s", **more)
        known = {one.reference: (one, f"{one.name}, {one.role_name()}") for one in colleagues}
        self.fields["leader"].offer(known)  # type: ignore[attr-defined]


class EveningForm(_Form):
    on = Day("Dag")
    begins = Hour("Fra")
    ends = Hour("Til")
    on_line = forms.BooleanField(label="På nett", required=False)
    place = forms.CharField(
        label="Sted",
        max_length=120,
        required=False,
        help_text="Et sted som ikke er hjemme hos noen. La feltet stå tomt når dere møtes på nett.",
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="kveld_%s", **more)


class MemberForm(_Form):
    volunteer = _OneOf(label="Ressursvenn", error_messages={"required": "Velg hvem."})

    def __init__(self, data: Any = None, *, volunteers: Iterable[Any]) -> None:
        super().__init__(data, auto_id="med_%s")
        known = {
            one.reference: (one, f"{one.first_name} {one.last_name}".strip()) for one in volunteers
        }
        self.fields["volunteer"].offer(known)  # type: ignore[attr-defined]


class PresenceForm(_Form):
    """One choice for each who is asked about; what is left open is not known."""

    def __init__(self, data: Any = None, *, asked: Iterable[Any]) -> None:
        super().__init__(data, auto_id="kom_%s")
        for one in asked:
            row = one.volunteer
            self.fields[row.reference] = forms.ChoiceField(
                label=f"{row.first_name} {row.last_name}".strip(),
                choices=list(words.ATTENDED.items()),
                widget=forms.RadioSelect,
                required=False,
                initial=one.presence.how if one.presence else "",
                help_text=_said(one.presence),
                error_messages={"invalid_choice": "Velg fra listen."},
            )

    def clean(self) -> dict[str, Any]:
        return {"came": super().clean() or {}}


def _said(presence: Any) -> str:
    if presence is None or presence.comes is None:
        return ""
    return "Sa at hun kommer." if presence.comes else "Sa at hun ikke kommer."


class TalkForm(_Form):
    on = Day("Dagen dere snakket sammen")
    length = forms.ChoiceField(
        label="Omtrent hvor lenge?", choices=list(words.LENGTHS.items()),
        widget=forms.RadioSelect, error_messages=CHOOSE,
    )  # fmt: skip
    mood = forms.ChoiceField(
        label="Hvordan har hun det?", choices=list(words.MOODS.items()),
        widget=forms.RadioSelect, error_messages=CHOOSE,
    )  # fmt: skip
    next_step = forms.ChoiceField(
        label="Hva ble dere enige om?",
        choices=[("", "Velg"), *words.NEXT_STEPS.items()],
        error_messages=CHOOSE,
    )

    def __init__(self, data: Any = None, *, today: date | None = None) -> None:
        super().__init__(data, auto_id="samtale_%s", initial={"on": today})


class GatheringForm(_Form):
    on = Day("Dag")
    for_whom = forms.ChoiceField(
        label="For hvem?", choices=list(words.FOR_WHOM.items()),
        widget=forms.RadioSelect, error_messages=CHOOSE,
    )  # fmt: skip
    place = forms.CharField(
        label="Sted",
        max_length=120,
        required=False,
        help_text="Bare når det er for ressursvenner alene. Hvor deltakere er, skrives ikke noe sted.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="samling_%s", initial={"for_whom": words.VOLUNTEERS})


class CountForm(_Form):
    came = forms.IntegerField(
        label="Så mange kom",
        min_value=0,
        max_value=500,
        error_messages={
            "required": "Skriv hvor mange som kom.",
            "invalid": "Skriv et helt tall.",
            "min_value": "Skriv hvor mange som kom: 0 til 500.",
            "max_value": "Skriv hvor mange som kom: 0 til 500.",
        },
    )

    def __init__(self, data: Any = None, *, name: str, **more: Any) -> None:
        super().__init__(data, auto_id=f"{name}_%s", **more)


class Nothing(_Form):
    """An act that needs no more than the button."""
