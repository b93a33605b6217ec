"""Campaign actions, their list, and how they went."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.neighbourhood.forms import AreaField
from ressursvenn.shapes.fields import Clock, Day, Several
from ressursvenn.shapes.told import Told

from .. import kinds, words
from ..models.buttons import MOST
from .shared import Link, Many, One, Words

NO_NAMES = "Organisasjoner, én på hver linje. Ikke navn på mennesker."
CONSENT_HELP = (
    "Barn som kan kjennes igjen, viser vi ikke. Ombestemmer noen seg, tas bildet bort samme dag."
)
MOST_WITH = 40


class KindForm(forms.Form):
    """Which kind somebody begins with."""

    slag = One("Slag", kinds.NAMES)


class ActionForm(Told):
    kind = One("Slag", kinds.NAMES, needed="Velg hva slags aksjon det er.")
    title = Words("Tittel", 100, needed="Gi aksjonen en tittel.")
    told = Words("Hva som skjer", 600, needed="Skriv med et par setninger hva som skjer.", rows=4)
    hole = One("Hull", words.HOLES, help_text="La stå tomt hvis den handler om hele knappen.")
    day = Day("Dag")
    last_day = Day("Siste dag", required=False, help_text="Bare hvis den varer mer enn én dag.")
    begins = Clock("Fra", required=False)
    ends = Clock("Til", required=False)
    area = AreaField()
    place = Words("Sted", 120, needed="Skriv hvor det er.", help_text="Et sted alle kan finne.")
    organiser = Words("Arrangør", 100, needed="Skriv hvilken organisasjon som står for den.")
    members = Several("Medlemmer som er med", {})
    others = Words("Andre som er med", 2000, rows=3, help_text=NO_NAMES)
    link = Link("Lenke til mer")

    def __init__(self, *args: Any, members: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = list(members)
        self.fields["members"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]
        if not names:
            del self.fields["members"]
        self.fields["area"].label = "Tettsted"
        self.fields["area"].error_messages["required"] = "Skriv nærmeste tettsted."

    def clean(self) -> dict[str, Any]:
        """Those who are with it come out as one list, each once."""
        cleaned = super().clean() or {}
        lines = (line.strip() for line in str(cleaned.pop("others", "")).splitlines())
        with_them = [*cleaned.pop("members", []), *filter(None, lines)]
        cleaned["with_them"] = list(dict.fromkeys(with_them))
        if len(cleaned["with_them"]) > MOST_WITH or any(
            len(one) > 100 for one in cleaned["with_them"]
        ):
            self.add_error("others", f"Skriv høyst {MOST_WITH} navn, hvert på høyst 100 tegn.")
        return cleaned


def as_typed(action: Any, members: Iterable[str]) -> dict[str, Any]:
    """What stands in the form when an action is rewritten."""
    known = set(members)
    fields = {name for name in ActionForm.base_fields if name not in ("members", "others")}
    return {
        **{name: getattr(action, name) for name in fields},
        "members": [name for name in action.with_them if name in known],
        "others": "\n".join(name for name in action.with_them if name not in known),
    }


class ItemForm(Told):
    sort = One("Slag", words.SORTS, needed="Velg om det er et gjøremål eller materiell.")
    text = Words("Hva", 200, needed="Skriv hva det er.")
    due = Day("Innen", required=False)


class ReportForm(Told):
    told = Words(
        "Hvordan gikk det?", 1200, needed="Skriv med et par setninger hvordan det gikk.", rows=5,
        help_text="Også det som ikke gikk. Ingen navn på folk som kom.",
    )  # fmt: skip
    came = Many("Hvor mange kom, omtrent?", 100_000, least=0, required=False)
    buttons = Many("Hvor mange knapper ble delt ut?", MOST, least=0, required=False)


class PhotoForm(Told):
    picture = forms.FileField(
        label="Bilde",
        help_text="JPEG, PNG eller WebP, høyst 5 MB. Hvor og når det er tatt, følger ikke med.",
        error_messages={
            "required": "Velg et bilde på høyst 5 MB.", "empty": "Filen er tom. Velg en annen.",
            "invalid": "Velg et bilde.", "missing": "Velg et bilde på høyst 5 MB.",
        },
    )  # fmt: skip
    described = Words(
        "Hva viser bildet?", 200, needed="Skriv hva bildet viser, for den som ikke ser det."
    )  # fmt: skip
    consent = forms.ChoiceField(
        label="Hvem er på bildet?",
        choices=list(words.CONSENTS.items()),
        widget=forms.RadioSelect,
        help_text=CONSENT_HELP,
        error_messages={"required": "Velg ett av de to. Ellers kan bildet ikke være med."},
    )

    def clean_picture(self) -> Any:
        """What is too large has not been kept in memory, and is not read."""
        came = self.cleaned_data["picture"]
        if came.size > 5 * 1024 * 1024:
            raise ValidationError("Bildet er over 5 MB. Velg et mindre.")
        return came
