"""A mention in the press, and why one is struck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.validators import URLValidator

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import words
from ..models.mentions import HTTPS
from .shared import Link, One, Words

ABOUT_HELP = (
    "Kort, med dine egne ord. Aldri navn på eller noe om en som lever med vold, "
    "selv om det sto i mediet."
)


class MentionForm(Told):
    """`actions` are those it may be about: a row comes out."""

    medium = Words(
        "Medium", 80, needed="Skriv navnet på avisen eller programmet.",
        help_text="Navnet på avisen, kanalen eller programmet.",
    )  # fmt: skip
    kind = One("Slag", words.MEDIA, needed="Velg hva slags medium det er.")
    headline = Words(
        "Hva handlet den om?", 140, needed="Skriv kort hva den handlet om.", help_text=ABOUT_HELP
    )
    day = Day("Dag", help_text="Dagen den sto på trykk eller ble sendt.")
    link = Link(
        "Lenke",
        validators=[URLValidator(schemes=["https"], message=HTTPS)],
        help_text="La den stå tom hvis saken ikke ligger åpent, eller nevner en som lever med vold.",
    )
    action = One("Gjelder den en aksjon?", {})

    def __init__(self, data: Any = None, *, actions: Iterable[Any], **more: Any) -> None:
        super().__init__(data, **more)
        self.rows: Mapping[str, Any] = {row.reference: row for row in actions}
        field: Any = self.fields["action"]
        named = [(code, f"{row.title} ({row.day:%d.%m.%Y})") for code, row in self.rows.items()]
        field.choices = [("", "Ingen bestemt"), *named]

    def clean_action(self) -> Any:
        return self.rows.get(self.cleaned_data["action"])


class StrikeMentionForm(Told):
    why = One("Hvorfor?", words.WHY_STRUCK, needed="Velg hvorfor den strykes.")
