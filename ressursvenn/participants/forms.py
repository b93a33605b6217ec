"""The shape of what is written about a participant. Choices wherever a choice will do."""

from __future__ import annotations

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.neighbourhood.areas import Area, Several, label, named
from ressursvenn.programme import words

from . import warnings
from .models import STRENGTHS_LENGTH
from .rules import NUMBER_NEEDED

DO_NOT_WRITE = (
    "Én eller to setninger, for eksempel «flink til å sy» eller «vil ta lappen». Skriv ikke navn, "
    "adresse, telefonnummer, datoer, barn, helse eller hva som har skjedd."
)


def today_or_before(day):
    if day > timezone.localdate():
        raise ValidationError("Dagen kan ikke være i framtiden.")


class DayField(forms.DateField):
    """A day that has been."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("validators", [today_or_before])
        kwargs.setdefault("initial", timezone.localdate)
        super().__init__(**kwargs)


class AreaField(forms.CharField):
    """The name of a town or district; its code comes out. One that fits several is a question."""

    def prepare_value(self, value):
        return label(value) if value and value.startswith("no-") else value

    def clean(self, value):
        text = super().clean(value)
        return code_of(text) if text else ""


class AreasField(forms.CharField):
    """One name on each line; a list of codes comes out."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value):
        return "\n".join(map(label, value)) if isinstance(value, (list, tuple)) else value

    def clean(self, value):
        lines = (super().clean(value) or "").splitlines()
        return list(dict.fromkeys(code_of(line) for line in lines if line.strip()))


def code_of(text: str) -> str:
    """The code of an area somebody wrote. The message never repeats what was written."""
    found = named(text)
    if isinstance(found, Area):
        return found.code
    if isinstance(found, Several):
        raise ValidationError(found.question)
    raise ValidationError("Vi kjenner ikke et sted med det navnet. Skriv nærmeste tettsted.")


def choices(label_text, those, *, required=False, help_text=""):
    return forms.MultipleChoiceField(
        label=label_text,
        choices=list(those.items()),
        required=required,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


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
    languages = choices("Språk", words.LANGUAGES)
    times = choices("Når passer det?", words.TIMES)
    interests = choices("Interesser", words.INTERESTS)
    avoided_areas = AreasField(
        label="Steder deltakeren vil holde seg unna",
        required=False,
        max_length=400,
        help_text="Bare det deltakeren selv sier. Ett sted på hver linje.",
    )


class WishesForm(forms.Form):
    """What would be good, and what the participant is good at: one short text, with a warning."""

    wishes = choices("Hva ønsker deltakeren seg?", words.WISHES)
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


class ContactForm(forms.Form):
    """How and when contact is safe. Asked of the participant, never guessed."""

    channel = forms.ChoiceField(
        label="Hvordan er det trygt å ta kontakt?",
        choices=list(words.CONTACT_CHANNELS.items()),
        widget=forms.RadioSelect,
    )
    hours = forms.ChoiceField(
        label="Når er det trygt?",
        choices=list(words.CONTACT_HOURS.items()),
        required=False,
        widget=forms.RadioSelect,
        help_text="Bare for telefon og SMS.",
    )
    number = forms.CharField(
        label="Telefonnummer",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        help_text="Bare for telefon og SMS. Ellers lagrer vi ikke noe nummer.",
    )
    on = DayField(label="Når ble dette avklart med deltakeren?")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("channel") in NUMBER_NEEDED:
            self._needs(cleaned)
        return cleaned

    def _needs(self, cleaned):
        if not cleaned.get("hours"):
            self.add_error("hours", "Velg når det er trygt.")
        number = _norwegian_number(cleaned.get("number", ""))
        if not number:
            self.add_error("number", "Skriv et telefonnummer vi kan bruke.")
        cleaned["number"] = number


def _norwegian_number(text):
    try:
        number = phonenumbers.parse(text, "NO")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class UnknownPairSettledForm(forms.Form):
    settled = forms.BooleanField(label="Koblingen er over, eller den står nå i systemet.")

    def clean(self):
        super().clean()
        return {}
