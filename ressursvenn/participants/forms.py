"""The shape of what is written about a participant. Choices wherever a choice will do."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from ressursvenn.neighbourhood import areas
from ressursvenn.programme import words
from ressursvenn.protection.messages.texts import CALL_ME
from ressursvenn.shapes.fields import Day, Several

from . import warnings
from .models import STRENGTHS_LENGTH

DO_NOT_WRITE = (
    "Én eller to setninger, for eksempel «flink til å sy» eller «vil ta lappen». Skriv ikke navn, "
    "adresse, telefonnummer, datoer, barn, helse eller hva som har skjedd."
)


def today_or_before(day):
    if day > timezone.localdate():
        raise ValidationError("Dagen kan ikke være i framtiden.")


class DayField(Day):
    """A day that has been."""

    def __init__(self, **kwargs):
        kwargs.setdefault("validators", [today_or_before])
        kwargs.setdefault("initial", timezone.localdate)
        super().__init__(**kwargs)


class AreaField(forms.CharField):
    """The name of a town or district; its code comes out. One that fits several is a question."""

    def prepare_value(self, value):
        return areas.label(value) if value and value.startswith("no-") else value

    def clean(self, value):
        text = super().clean(value)
        return code_of(text) if text else ""


class AreasField(forms.CharField):
    """One name on each line; a list of codes comes out."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value):
        return "\n".join(map(areas.label, value)) if isinstance(value, (list, tuple)) else value

    def clean(self, value):
        lines = (super().clean(value) or "").splitlines()
        return list(dict.fromkeys(code_of(line) for line in lines if line.strip()))


def code_of(text: str) -> str:
    """The code of an area somebody wrote. The message never repeats what was written."""
    found = areas.named(text)
    if isinstance(found, areas.Area):
        return found.code
    if isinstance(found, areas.Several):
        raise ValidationError(found.question)
    raise ValidationError("Vi kjenner ikke et sted med det navnet. Skriv nærmeste tettsted.")


class CardForm(forms.Form):
    """What lists may show."""

    called = forms.CharField(
        label="Hva vil deltakeren kalles?",
        max_length=40,
        help_text="Et kallenavn deltakeren selv velger. Aldri etternavn.",
    )
    area = AreaField(
        label="Hvor vil deltakeren møtes?",
        required=False,
        max_length=60,
        help_text="Et tettsted eller en bydel der det er greit å møtes, ikke der deltakeren bor.",
    )
    languages = Several("Språk", words.LANGUAGES)
    times = Several("Når passer det?", words.TIMES)
    interests = Several("Interesser", words.INTERESTS)
    avoided_areas = AreasField(
        label="Steder deltakeren vil holde seg unna",
        required=False,
        max_length=400,
        help_text="Bare det deltakeren selv sier. Ett sted på hver linje.",
    )


class WishesForm(forms.Form):
    """What would be good, and what the participant is good at: one short text, with a warning."""

    wishes = Several("Hva ønsker deltakeren seg?", words.WISHES)
    strengths = forms.CharField(
        label="Styrker",
        required=False,
        max_length=STRENGTHS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=DO_NOT_WRITE,
    )
    keep_as_written = forms.BooleanField(
        label="Jeg har lest teksten om igjen, og den skal stå som den er.",
        required=False,
        widget=forms.HiddenInput,
    )

    def clean(self):
        cleaned = super().clean()
        seen = warnings.what_it_looks_like(cleaned.get("strengths", ""))
        if seen and not cleaned.get("keep_as_written"):
            self.fields["keep_as_written"].widget = forms.CheckboxInput()
            told = " og ".join(seen)
            self.add_error(
                "strengths", f"Dette ser ut som {told}. Ta det bort, eller bekreft under."
            )
        cleaned.pop("keep_as_written", None)
        return cleaned


class ReferralForm(CardForm, WishesForm):
    """A referral: the card, the wishes, and what the centre can state."""

    association = forms.ChoiceField(label="Til hvilken forening?")
    crisis_centre = forms.ChoiceField(label="Fra hvilket krisesenter?", required=False)
    waiting_since = DayField(label="Henvist dato")
    left_stated = forms.BooleanField(
        label="Krisesenteret sier at deltakeren har flyttet fra volden.", required=False
    )
    acute_over = forms.BooleanField(
        label="Krisesenteret sier at den akutte fasen er over.", required=False
    )
    consented = forms.BooleanField(label="Deltakeren har selv sagt ja til å bli henvist.")

    field_order = (
        "association", "crisis_centre", "waiting_since", "consented", "left_stated", "acute_over",
        "called", "area", "languages", "times", "interests", "wishes", "strengths",
        "keep_as_written", "avoided_areas",
    )  # fmt: skip

    def __init__(self, *args, associations=(), centres=(), own_centre=False, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer("association", associations)
        self._offer("crisis_centre", centres if own_centre else [("", "Ikke kjent"), *centres])

    def _offer(self, field, offered):
        """A question with one possible answer is not asked."""
        self.fields[field].choices = list(offered)
        if len(offered) == 1:
            self.fields[field].initial = offered[0][0]
            self.fields[field].widget = forms.HiddenInput()

    def stated(self):
        """The statements as days: the day of the referral."""
        day = self.cleaned_data["waiting_since"]
        return {
            f"{what}_on": day if self.cleaned_data[what] else None
            for what in ("left_stated", "acute_over", "consented")
        }


class OnForm(forms.Form):
    """Something happened on a day."""

    on = DayField(label="Hvilken dag?")


class StatementForm(OnForm):
    """Somebody at the centre has said it, on a day."""

    on = DayField(label="Når sa krisesenteret det?")


class ConsentForm(OnForm):
    on = DayField(label="Når sa deltakeren ja?")
    said_by_self = forms.BooleanField(
        label="Deltakeren har selv sagt ja, til meg eller krisesenteret."
    )

    def clean(self):
        cleaned = super().clean()
        cleaned.pop("said_by_self", None)
        return cleaned


class WithdrawForm(OnForm):
    on = DayField(label="Når sa deltakeren nei?")


class UnknownPairSettledForm(forms.Form):
    settled = forms.BooleanField(label="Koblingen er over, eller den står nå i systemet.")

    def clean(self):
        super().clean()
        return {}


class MessageForm(forms.Form):
    """What is to be said. There is one thing to say so far, and a tap without it says nothing."""

    kind = forms.ChoiceField(
        choices=[(CALL_ME, "Hei, ring meg når det passer.")], widget=forms.HiddenInput
    )


class ReasonForm(forms.Form):
    """Why somebody looks outside her own caseload, and the page she was on her way to."""

    reason = forms.ChoiceField(
        label="Velg grunnen",
        choices=list(words.OUTSIDE_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en grunn. Uten en grunn åpnes ikke siden."},
    )
    back = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def clean_back(self):
        """A page of the desk in this house, or none."""
        back = self.cleaned_data.get("back", "")
        return back if url_has_allowed_host_and_scheme(back, None) and back[:3] == "/a/" else ""


class HandOverForm(forms.Form):
    """Who leads from now on: one of the association's coordinators."""

    to = forms.ChoiceField(label="Hvem skal ha ansvaret?", widget=forms.RadioSelect)

    def __init__(self, *args, leaders, **kwargs):
        super().__init__(*args, **kwargs)
        self.leaders = {one.reference: one for one in leaders}
        self.fields["to"].choices = [(key, one.name) for key, one in self.leaders.items()]
        if not self.leaders:
            self.fields["to"].help_text = "Foreningen har ingen annen koordinator ennå."

    def clean_to(self):
        return self.leaders[self.cleaned_data["to"]]
