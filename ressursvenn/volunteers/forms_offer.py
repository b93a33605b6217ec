"""The form of what a volunteer offers: the same for her on her phone and for a colleague at the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.neighbourhood.forms import Areas
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES
from ressursvenn.shapes.fields import Day, Several

from . import offered
from .forms import ActForm

LEVEL = "level_"
NOT_SAID, NOT_SPOKEN = "unknown", "not"


class OfferForm(ActForm):
    """A level for each language she has, and one more; the rest from lists; and her own words."""

    another = forms.ChoiceField(
        label="Et språk til", required=False, choices=[("", "Ikke flere"), *LANGUAGES.items()]
    )
    another_level = forms.ChoiceField(
        label="Hvor godt?", required=False, choices=[("", "Velg"), *offered.LEVELS.items()]
    )
    interests = Several("Liker", INTERESTS)
    would_like = Several("Vil gjerne", offered.WOULD_LIKE)
    times = Several("Når", TIMES)
    areas = Areas("Områder")
    far = forms.ChoiceField(
        label="Hvor langt unna kan dere møtes?",
        required=False,
        choices=[("", "Ikke sagt"), *offered.DISTANCES.items()],
        help_text="Dette bare fortelles. Forslagene følger områdene, og en grense som er lik for alle.",
    )
    presentation = forms.CharField(
        label="Med egne ord",
        required=False,
        max_length=offered.AT_MOST,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": offered.AT_MOST}),
        help_text=(
            f"Dette leses høyt for en deltaker. Høyst {offered.AT_MOST} tegn. Ikke skriv telefon, "
            "adresse, etternavn eller arbeidssted, og ingenting om vold."
        ),
        error_messages={"max_length": f"Skriv høyst {offered.AT_MOST} tegn."},
    )
    shows = Several(
        "Hva kan fortelles?",
        offered.SHOWN,
        help_text="Bare det som er krysset av, fortelles. Ingenting ellers.",
    )
    anyway = forms.BooleanField(label="Teksten er grei å lese høyt slik den er", required=False)

    def __init__(
        self, data: Any = None, *, languages: Iterable[str], last_name: str, **more: Any
    ) -> None:
        super().__init__(data, name="tilbud", **more)
        self.last_name = last_name
        self.known = [code for code in LANGUAGES if code in set(languages)]
        for code in self.known:
            self.fields[f"{LEVEL}{code}"] = forms.ChoiceField(
                label=LANGUAGES[code].capitalize(),
                initial=NOT_SAID,
                choices=[
                    (NOT_SAID, "Ikke sagt hvor godt"),
                    *offered.LEVELS.items(),
                    (NOT_SPOKEN, "Snakkes ikke"),
                ],
                error_messages={"required": HOW_WELL, "invalid_choice": HOW_WELL},
            )
        self.order_fields([f"{LEVEL}{code}" for code in self.known])
        self.warned = False

    def clean_presentation(self) -> str:
        """What must go is refused; what looks like too much is asked about once."""
        text = str(self.cleaned_data["presentation"])
        if refused := offered.refused_in(text):
            raise ValidationError(refused)
        if offered.warned_of(text, self.last_name) and "anyway" not in self.data:
            self.warned = True
            told = [*offered.warned_of(text, self.last_name), SURE]
            raise ValidationError(" ".join(told))
        self.warned = bool(offered.warned_of(text, self.last_name))
        return text

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        levels = {code: told.pop(f"{LEVEL}{code}", "") for code in self.known}
        another, level = told.pop("another", ""), told.pop("another_level", "")
        if bool(another) != bool(level) and not {"another", "another_level"} & set(self.errors):
            self.add_error("another", "Velg både språket og hvor godt, eller la begge stå.")
        levels |= {another: level} if another and level else {}
        told.pop("anyway", None)
        spoken = {code: how for code, how in levels.items() if how != NOT_SPOKEN}
        told["levels"] = {code: "" if how == NOT_SAID else how for code, how in spoken.items()}
        return told

    def tell(self, error: ValidationError) -> None:
        """What is said of the levels stands at the first of them."""
        told = getattr(error, "error_dict", {})
        if "levels" in told:
            told[f"{LEVEL}{self.known[0]}" if self.known else "another"] = told.pop("levels")
        super().tell(error)

    @property
    def languages(self) -> list[Any]:
        """The fields of her languages, for the page."""
        return [self[f"{LEVEL}{code}"] for code in self.known]


HOW_WELL = "Velg hvor godt, eller at det ikke er sagt."
SURE = "Skriv det om, eller kryss av nederst for at teksten er grei å lese høyt."


def initial_of(volunteer: Any, offer: Any) -> Mapping[str, Any]:
    """What stands in the form: her card, and the offer that counts. Both are open."""
    told = {name: getattr(volunteer, name) for name in ("interests", "times", "areas")}
    if offer is None:
        return told
    levels = offered.parted(offer.levels)
    told |= {f"{LEVEL}{code}": levels.get(code, NOT_SAID) for code in volunteer.languages}
    names = ("would_like", "far", "shows", "presentation")
    return told | {name: getattr(offer, name) for name in names}


class OwnPauseForm(ActForm):
    until = Day("Jeg trenger en pause til")
