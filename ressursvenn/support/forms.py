"""The shape of what is typed and chosen. What may be is decided in changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Clock, Day
from ressursvenn.shapes.told import Told

from . import words

CHOOSE = {"required": "Velg det som ligger nærmest."}


class _OneOf(forms.TypedChoiceField):
    """Somebody who is offered by the view. Whoever is chosen comes out, and not her reference."""

    def offer(self, known: dict[str, tuple[Any, str]]) -> None:
        self.coerce = lambda reference: known[reference][0]
        self.empty_value = None
        self.choices = [("", "Velg"), *((ref, word) for ref, (_, word) in known.items())]


class GroupForm(Told):
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


class EveningForm(Told):
    on = Day("Dag")
    begins = Clock("Fra")
    ends = Clock("Til")
    on_line = forms.BooleanField(label="På nett", required=False)
    place = forms.CharField(
        label="Sted",
        max_length=120,
        required=False,
        help_text="Et sted som ikke er hjemme hos noen. La feltet stå tomt når dere møtes på nett.",
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="kveld_%s", **more)


class MemberForm(Told):
    volunteer = _OneOf(label="Ressursvenn", error_messages={"required": "Velg hvem."})

    def __init__(self, data: Any = None, *, volunteers: Iterable[Any]) -> None:
        super().__init__(data, auto_id="med_%s")
        known = {
            one.reference: (one, f"{one.first_name} {one.last_name}".strip()) for one in volunteers
        }
        self.fields["volunteer"].offer(known)  # type: ignore[attr-defined]


class PresenceForm(Told):
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


class TalkForm(Told):
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

    answers = forms.BooleanField(
        label="Dette svarer på beskjeden hennes",
        required=False,
        help_text="Kryss av når dere har snakket om det hun sa fra om. Ellers står beskjeden åpen.",
    )

    def __init__(self, data: Any = None, *, heard: bool, today: date | None = None) -> None:
        """`heard`: she has said something that whoever notes this may hear."""
        super().__init__(data, auto_id="samtale_%s", initial={"on": today})
        if not heard:
            del self.fields["answers"]


class GatheringForm(Told):
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

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        first = initial or {"for_whom": words.VOLUNTEERS}
        super().__init__(data, auto_id="samling_%s", initial=first)


class _Count(forms.IntegerField):
    def __init__(self, **more: Any) -> None:
        at_most = "Skriv hvor mange som kom: 0 til 500."
        said = {"required": "Skriv hvor mange som kom.", "invalid": "Skriv et helt tall."}
        said |= {"min_value": at_most, "max_value": at_most}
        super().__init__(
            label="Så mange kom", min_value=0, max_value=500, error_messages=said, **more
        )


class CorrectedGatheringForm(GatheringForm):
    came = _Count(required=False, help_text="La feltet stå tomt når det ikke er talt.")


class CountForm(Told):
    came = _Count()

    def __init__(self, data: Any = None, *, name: str, **more: Any) -> None:
        super().__init__(data, auto_id=f"{name}_%s", **more)
