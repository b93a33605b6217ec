"""The shape of what is noted and decided about who must never meet."""

from __future__ import annotations

from django import forms

from ressursvenn.programme.words import KEEP_APART_KINDS

from .models import TEXT_LENGTH

HOW_TO_WRITE = (
    "Én oppføring om gangen. Fullt navn, nummer eller e-postadresse sammenlignes av seg selv, også "
    "med andre skrivemåter. Ikke skriv hvorfor, eller hvem det er for deltakeren."
)


class KeepApartForm(forms.Form):
    kind = forms.ChoiceField(
        label="Hva slags?", choices=list(KEEP_APART_KINDS.items()), widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Hvem, eller hva?",
        max_length=TEXT_LENGTH,
        help_text=HOW_TO_WRITE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class SettleForm(forms.Form):
    """Which volunteers, in the participant's own association, must never meet the participant."""

    keep_from = forms.MultipleChoiceField(
        label="Disse skal aldri møte deltakeren",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Velg ingen hvis oppføringen ikke gjelder noen her.",
    )
    has_looked = forms.BooleanField(
        label="Jeg har sett på oppføringen, og spurt koordinatoren der jeg var i tvil."
    )

    seen_up_to = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args, offered=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keep_from"].choices = list(offered)
        if not offered:
            del self.fields["keep_from"]
