"""The shape of what somebody sends, and of what an editor writes. No tables."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.shapes.told import Told

from . import words


def _text(label: str, length: int, *, missing: str = "", **more: Any) -> forms.CharField:
    errors = {"max_length": f"Skriv høyst {length} tegn."}
    errors |= {"required": missing} if missing else {}
    return forms.CharField(
        label=label, max_length=length, required=bool(missing), error_messages=errors, **more
    )


def _hidden(length: int) -> forms.CharField:
    return forms.CharField(required=False, max_length=length, widget=forms.HiddenInput)


class StandForm(Told):
    """Who stands, perhaps where and with which words; the address is for one letter."""

    kind = forms.ChoiceField(
        label="Hvem tar standpunkt?",
        choices=list(words.KINDS.items()),
        initial=words.PERSON,
        widget=forms.RadioSelect,
        error_messages={"required": "Velg om det er deg selv eller en organisasjon."},
    )
    name = _text(
        "Fornavnet ditt, eller navnet på organisasjonen", words.NAME_LENGTH,
        missing="Skriv fornavnet ditt, eller navnet på organisasjonen.",
        help_text="Bare fornavn. Det er det alle får se.",
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )  # fmt: skip
    county = forms.ChoiceField(
        label="Fylke",
        required=False,
        choices=[("", "Vil ikke si"), *((name, name) for name in words.COUNTIES)],
        error_messages={"invalid_choice": "Velg et fylke fra listen, eller la det stå."},
    )
    sentence = _text(
        "Med dine egne ord", words.SENTENCE_LENGTH,
        help_text=(
            f"Høyst {words.SENTENCE_LENGTH} tegn. Skriv hvorfor du tar standpunkt, ikke om noen du kjenner. "
            "Uten egne ord står det: «Jeg tar avstand fra vold mot kvinner.»"
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    email = _text(
        "E-post", 254, missing="Skriv e-posten din, så du kan bekrefte.",
        help_text="For ett brev med en lenke. Når brevet er sendt, er adressen glemt.",
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )  # fmt: skip
    wants_news = forms.BooleanField(
        label="Ja, jeg vil ha nyheter fra Rød Knapp",
        required=False,
        help_text="Da spør vi deg én gang til i brevet. Ett trykk, så får du ikke flere.",
    )
    word = _hidden(80)
    answer = _hidden(12)


class ConfirmForm(Told):
    """That it is hers; and, if she asked for it, that she wants news."""

    news = forms.BooleanField(
        label="Ja, send meg nyheter fra Rød Knapp", required=False, initial=True
    )


class AsideForm(Told):
    """Why it is not shown."""

    why = forms.ChoiceField(
        label="Hvorfor legges det bort?",
        choices=list(words.REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Velg hvorfor."},
    )


class NewsForm(Told):
    """A letter to the readers of news."""

    title = _text("Emne", 80, missing="Skriv hva brevet handler om.")
    body = _text(
        "Brevet", 4000, missing="Skriv brevet.",
        help_text="Ren tekst. Under den setter huset lenken til å melde seg av.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )  # fmt: skip
