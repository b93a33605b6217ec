"""What an editor types for a page. What may be published is decided by the rules; nothing is written here."""

from __future__ import annotations

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Ticked, Told

from . import texts, words

MARKDOWN = (
    "En tom linje skiller avsnitt. ## foran en mellomtittel, - foran et punkt, **fet**, *kursiv*, "
    "[ord](/adresse/) for en lenke."
)


class TextForm(Told):
    """A new version: its title, its lead, and the rest in Markdown."""

    title = forms.CharField(
        label="Overskrift",
        max_length=words.TITLE_AT_MOST,
        error_messages={"required": "Skriv en overskrift."},
    )
    lead = forms.CharField(
        label="Innledning",
        max_length=words.LEAD_AT_MOST,
        help_text="Én eller to setninger. De står også der siden deles, og hos søkemotorer.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv en innledning på én eller to setninger."},
    )
    body = forms.CharField(
        label="Tekst",
        max_length=words.BODY_AT_MOST,
        help_text=MARKDOWN,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "true"}),
        error_messages={"required": "Skriv teksten."},
    )

    def clean_lead(self) -> str:
        """A lead is one paragraph, however it was typed."""
        return " ".join(str(self.cleaned_data["lead"]).split())

    @property
    def typed(self) -> texts.Text | None:
        """What would be saved, for a preview; None when something is missing."""
        return texts.Text(**self.cleaned_data) if self.is_valid() else None


class ReadForm(Ticked):
    """That somebody who speaks the language has read it."""

    on = Day(
        "Hvilken dag ble den lest?",
        help_text="Av en som har språket som sitt eget. Skriv ikke hvem; det lagres ikke.",
    )
    sure = forms.BooleanField(
        label="Den som leste, sa at alt er riktig, og at ingenting kan misforstås.",
        error_messages={"required": "Kryss av når den som leste, har sagt det."},
    )


class LookForm(Told):
    """Where an address leads today."""

    target = forms.URLField(
        label="Adressen du åpnet",
        max_length=300,
        assume_scheme="https",
        help_text="Åpne den først, og se at siden finnes og handler om det den skal.",
        error_messages={
            "required": "Skriv adressen.",
            "invalid": "Skriv hele adressen, for eksempel https://eksempel.no/side.",
        },
    )

    def clean_target(self) -> str:
        target = str(self.cleaned_data["target"])
        if not target.startswith("https://"):
            raise forms.ValidationError("Adressen må begynne med https://.")
        return target
