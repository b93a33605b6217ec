"""What somebody chooses for an advert. What may be said together is decided in changes; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.neighbourhood import areas
from ressursvenn.programme.words import TIMES

from . import words

ALL_OR_FIVE = (
    "Velg minst fem, gjerne hele listen, eller ingen. Bruk de samme neste gang. En annonse med språk sier "
    "verken hvor eller når, og den står i navnet til Norske Kvinners Sanitetsforening."
)


class _Several(forms.MultipleChoiceField):
    """Some of a list, to be ticked."""

    def __init__(
        self, label: str, choices: Mapping[str, str], *, needed: str = "", **more: Any
    ) -> None:
        super().__init__(
            label=label,
            choices=list(choices.items()),
            widget=forms.CheckboxSelectMultiple,
            required=bool(needed),
            error_messages={"required": needed},
            **more,
        )


class _One(forms.ChoiceField):
    """One of a list, as round buttons."""

    def __init__(
        self, label: str, choices: Mapping[str, str], *, needed: str = "", **more: Any
    ) -> None:
        super().__init__(
            label=label,
            choices=list(choices.items()),
            widget=forms.RadioSelect,
            required=bool(needed),
            error_messages={"required": needed},
            **more,
        )


class _Towns(forms.CharField):
    """Names of towns, one on each line; codes come out. A name that fits several is asked about."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(areas.label(code) for code in value if code in areas.AREAS)
        return value

    def clean(self, value: Any) -> list[str]:
        codes: list[str] = []
        asked: list[ValidationError] = []
        for number, line in enumerate((super().clean(value) or "").splitlines(), start=1):
            found = areas.named(line) if line.strip() else None
            if isinstance(found, areas.Area):
                codes.append(found.code)
            elif line.strip():
                asked.append(ValidationError(f"Linje {number}: {_asked_about(found)}"))
        if asked:
            raise ValidationError(asked)
        return list(dict.fromkeys(codes))


def _asked_about(found: areas.Several | None) -> str:
    if found is None:
        return "vi kjenner ikke stedet. Skriv navnet på byen, og gjerne fylket etter et komma."
    return found.question


class AdvertForm(forms.Form):
    """The blocks. It begins the same for everybody, whoever waits."""

    language = _One("Skrives på", words.WRITTEN_IN, needed="Velg bokmål eller nynorsk.")
    heading = _One(
        "Overskrift", words.in_(words.BOKMAAL, words.HEADINGS), needed="Velg en overskrift."
    )
    doing = _Several(
        "Dette kan de to gjøre sammen", words.in_(words.BOKMAAL, words.DOING),
        needed="Velg minst én ting.",
    )  # fmt: skip
    getting = _Several(
        "Dette får den frivillige hos dere", words.in_(words.BOKMAAL, words.GETTING),
        help_text="Bare det dere holder. At en koordinator følger opp, står der alltid.",
    )  # fmt: skip
    towns = _Towns(
        label="Byer",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Byen dere holder til i, én på hver linje. Aldri en bydel, og aldri stedet der noen venter.",
    )
    times = _Several("Tider", TIMES)
    languages = _Several("Språk", words.STANDING, help_text=ALL_OR_FIVE)
    part = _One(
        "Landsdel, når annonsen nevner språk",
        {"": "ikke nevnt", **words.in_(words.BOKMAAL, words.PARTS)},
    )

    def tell(self, error: ValidationError) -> None:
        """Say beside the fields what a change would not accept."""
        by_field = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))


BEGINS = {
    "language": words.BOKMAAL,
    "doing": list(words.DOING),
    "getting": list(words.GETTING),
    "part": "",
}


class PublishForm(forms.Form):
    """That somebody has read exactly this text."""

    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)
