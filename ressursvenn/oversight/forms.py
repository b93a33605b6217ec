"""The shape of what is asked for, and of what the privacy officer says. Codes, never free text."""

from __future__ import annotations

from django import forms

from ressursvenn.programme import words

from .models import VERDICTS
from .signs import KINDS


def _reasons(label, those):
    return forms.ChoiceField(
        label=label,
        choices=list(those.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en grunn. Uten en grunn blir ingen spurt."},
    )


class SaidForm(forms.Form):
    """About which odd thing, as it was shown, and what is said about it."""

    kind = forms.ChoiceField(choices=list(KINDS.items()))
    person = forms.IntegerField()
    reference = forms.SlugField(required=False, max_length=8)
    day = forms.DateField(required=False)
    newest = forms.IntegerField()
    said = forms.ChoiceField(choices=list(VERDICTS.items()))

    def key(self):
        told = self.cleaned_data
        return told["kind"], told["person"], told["reference"], told["day"]


class BreakGlassForm(forms.Form):
    """One reference, and why. Somebody who belongs to no association says where to ask."""

    reference = forms.RegexField(
        r"^[a-z0-9]{8}$",
        label="Referansen til deltakeren",
        help_text="Åtte tegn. Du har den fra ressursvennen, krisesenteret eller koordinatoren.",
        error_messages={"invalid": "En referanse er åtte små bokstaver og tall."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": 8}),
    )
    association = forms.ChoiceField(label="Hvilken forening skal svare?")
    reason = _reasons("Hvorfor?", words.BREAK_GLASS_REASONS)

    def __init__(self, *args, associations, **kwargs):
        super().__init__(*args, **kwargs)
        self.associations = {row.reference: row for row in associations}
        self.fields["association"].choices = [
            (key, row.name) for key, row in self.associations.items()
        ]
        if len(self.associations) == 1:
            del self.fields["association"]

    @property
    def house(self):
        """The association whose people are asked."""
        only = next(iter(self.associations.values()))
        return self.associations.get(self.cleaned_data.get("association", ""), only)


class ExportForm(forms.Form):
    """What has been seen to before anything is given out."""

    reason = _reasons("Hva er sjekket?", words.EXPORT_GROUNDS)


class UnsealForm(forms.Form):
    """Why it must be read again."""

    reason = _reasons("Hvorfor må det leses igjen?", words.UNSEAL_REASONS)
