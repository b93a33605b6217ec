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


SAME, NOT_THE_SAME, NOT_KNOWN = "same", "not_the_same", "not_known"
DECISIONS = (
    (SAME, "Samme person: holdes unna"),
    (NOT_THE_SAME, "Ikke samme person: kan foreslås"),
)
UNDECIDED = (NOT_KNOWN, "Vet ikke ennå: foreslås ikke")


class SettleForm(forms.Form):
    """Which volunteers must never meet the participant: of those pointed at, and of her own house.

    `pointed` is (reference, label, how it resembles, what is decided or follows by itself). Of whom
    nothing was said, because she came while the page was read, that last counts.
    """

    keep_from = forms.MultipleChoiceField(
        label="Andre som aldri skal møte deltakeren",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Velg ingen hvis oppføringen ikke gjelder noen her.",
    )
    has_looked = forms.BooleanField(
        label="Jeg har sett på oppføringen, og spurt koordinatoren der jeg var i tvil."
    )

    seen_up_to = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, offered=(), pointed=(), **kwargs):
        if data is not None:
            data = data.copy()
            for reference, *_, now in pointed:
                data.setdefault(f"about_{reference}", now)
        super().__init__(data, **kwargs)
        self.fields["keep_from"].choices = list(offered)
        if not offered:
            del self.fields["keep_from"]
        self.pointed = {reference: f"about_{reference}" for reference, *_ in pointed}
        for reference, label, resembles, now in pointed:
            self.fields[self.pointed[reference]] = forms.ChoiceField(
                label=label,
                help_text=resembles,
                error_messages={"required": "Velg hva som gjelder."},
                choices=[*DECISIONS, UNDECIDED] if now == NOT_KNOWN else DECISIONS,
                initial=now,
                widget=forms.RadioSelect,
            )
        self.order_fields([*self.pointed.values(), "keep_from", "has_looked"])

    def newly_released(self):
        """References of those of whom "not the same" was said now, and did not stand already."""
        names = self.pointed
        stood = {one for one, name in names.items() if self.fields[name].initial == NOT_THE_SAME}
        return self.said(NOT_THE_SAME) - stood

    def said(self, decision):
        """References of those pointed at of whom this was decided."""
        return {one for one, name in self.pointed.items() if self.cleaned_data[name] == decision}
