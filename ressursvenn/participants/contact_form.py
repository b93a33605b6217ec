"""The form about safe contact: all that somebody may choose about being reached. A question each."""

from __future__ import annotations

from datetime import timedelta

import phonenumbers
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone

from ressursvenn.programme import words
from ressursvenn.protection.messages.letters import one_way
from ressursvenn.protection.messages.texts import offered

from .forms import DayField
from .rules import NUMBER_NEEDED, REACHES

ASKED_AGAIN_AFTER = timedelta(days=90)
ASKED_AGAIN_AT_MOST = timedelta(days=366)
WORD_AT_LEAST, WORDS_AT_MOST = 2, 30
CLOCK = RegexValidator(r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "Skriv klokkeslettet som 17:30.")


def in_a_while():
    return timezone.localdate() + ASKED_AGAIN_AFTER


def senders():
    return [("", "ikke valgt"), *((name, name) for name in settings.MESSAGE_SENDERS)]


def clock(label):
    return forms.CharField(
        label=label,
        required=False,
        max_length=5,
        validators=[CLOCK],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class ContactForm(forms.Form):
    """How, when and in which words contact is safe. Asked of the participant, never guessed.

    What is left empty stays as it was; `initial` tells what that is.
    """

    channel = forms.ChoiceField(
        label="Hvordan er det trygt å ta kontakt?",
        choices=list(words.CONTACT_CHANNELS.items()),
        widget=forms.RadioSelect,
    )
    number = forms.CharField(
        label="Telefonnummer",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        help_text="Bare for telefon og SMS. Ellers lagrer vi ikke noe nummer.",
    )
    email = forms.CharField(
        label="E-postadresse",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
        help_text="Bare for e-post. Spør hvem andre som kan lese den.",
    )
    hours = forms.ChoiceField(
        label="Når er det trygt?",
        choices=list(words.CONTACT_HOURS.items()),
        required=False,
        widget=forms.RadioSelect,
        help_text="Det som sendes herfra, går aldri mellom 21 og 8. Dag er hverdager 9–15, kveld er"
        " hverdager 17–21, og helligdager er ikke hverdager.",
    )
    begins = clock("Ikke før klokka")
    ends = clock("Ikke etter klokka")
    sender = forms.ChoiceField(
        label="Hvem skal meldingen se ut til å komme fra?",
        required=False,
        help_text="Velg sammen et navn som ingen stusser over.",
    )
    language = forms.ChoiceField(label="Språk i meldinger", required=False, choices=offered)
    voicemail = forms.ChoiceField(
        label="Kan du legge igjen beskjed på svareren?",
        required=False,
        choices=[("yes", "ja"), ("no", "nei")],
        widget=forms.RadioSelect,
    )
    never_say = forms.CharField(
        label="Ord som aldri skal brukes",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ett på hver linje. En melding med et av dem blir ikke sendt.",
    )
    until = forms.DateField(
        label="Når skal dere snakke om dette igjen?",
        required=False,
        initial=in_a_while,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Etter denne dagen sendes ingenting før du har spurt på nytt.",
    )
    on = DayField(label="Når ble dette avklart med deltakeren?")
    forget = forms.BooleanField(
        label="Slett det som sto her fra før, der jeg har latt det stå tomt.",
        required=False,
        help_text="Ellers blir det stående.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sender"].choices = senders()

    def clean_never_say(self):
        lines = [line.strip() for line in self.cleaned_data["never_say"].splitlines()]
        told = list(dict.fromkeys(line for line in lines if line))
        if len(told) > WORDS_AT_MOST or any(len(word) < WORD_AT_LEAST for word in told):
            raise ValidationError(f"Skriv høyst {WORDS_AT_MOST} ord, hvert med minst to tegn.")
        return told

    def clean_number(self):
        written = self.cleaned_data["number"]
        number = _international(written)
        if written and not number and self._channel in NUMBER_NEEDED:
            raise ValidationError("Skriv et telefonnummer vi kan bruke.")
        return number

    def clean_email(self):
        written = self.cleaned_data["email"].strip()
        if written and not one_way("email", written) and self._channel == "email":
            raise ValidationError("Skriv én e-postadresse, som navn@eksempel.no.")
        return written

    def clean_until(self):
        day, today = self.cleaned_data["until"], timezone.localdate()
        if day and not today <= day <= today + ASKED_AGAIN_AT_MOST:
            raise ValidationError("Velg en dag fram i tid, og ikke mer enn et år.")
        return day

    def clean(self):
        cleaned = super().clean()
        if self._channel in REACHES:
            self._needs("hours", "Velg når det er trygt.")
            if self._channel == "email":
                self._needs("email", "Skriv e-postadressen vi kan bruke.")
            else:
                self._needs("number", "Skriv et telefonnummer vi kan bruke.")
            cleaned["until"] = cleaned.get("until") or self.initial.get("until") or in_a_while()
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["begins"] >= cleaned["ends"]:
            self.add_error("ends", "Skriv et klokkeslett etter det første.")
        return cleaned

    @property
    def _channel(self):
        return self.cleaned_data.get("channel", "")

    def _needs(self, name, told):
        """Written now, or there from before and not to be forgotten."""
        kept = self.initial.get(name) and not self.cleaned_data.get("forget")
        if name not in self.errors and not self.cleaned_data.get(name) and not kept:
            self.add_error(name, told)


def _international(text):
    try:
        number = phonenumbers.parse(text, "NO")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
