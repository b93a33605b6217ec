"""What somebody chooses for an advert. What may be said together is decided in changes; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from ressursvenn.neighbourhood.forms import Areas
from ressursvenn.programme.words import TIMES
from ressursvenn.shapes.fields import Several
from ressursvenn.shapes.told import Told

from . import words

ALL_OR_FIVE = (
    "Velg minst fem, gjerne hele listen, eller ingen. Bruk de samme neste gang. En annonse med språk sier "
    "verken hvor eller når, og den står i navnet til Norske Kvinners Sanitetsforening."
)


class _One(forms.ChoiceField):
    """One of a list, as round buttons. `needed` is what is said to whoever chooses none."""

    def __init__(self, label: str, choices: Mapping[str, str], *, needed: str) -> None:
        super().__init__(
            label=label,
            choices=list(choices.items()),
            widget=forms.RadioSelect,
            error_messages={"required": needed},
        )


class AdvertForm(Told):
    """The blocks. It begins the same for everybody, whoever waits."""

    language = _One("Skrives på", words.WRITTEN_IN, needed="Velg bokmål eller nynorsk.")
    heading = _One(
        "Overskrift", words.in_(words.BOKMAAL, words.HEADINGS), needed="Velg en overskrift."
    )
    doing = Several(
        "Dette kan de to gjøre sammen", words.in_(words.BOKMAAL, words.DOING),
        needed="Velg minst én ting.",
    )  # fmt: skip
    getting = Several(
        "Dette får den frivillige hos dere", words.in_(words.BOKMAAL, words.GETTING),
        help_text="Bare det dere holder. At en koordinator følger opp, står der alltid.",
    )  # fmt: skip
    towns = Areas(
        "Byer",
        rows=2,
        max_length=400,
        what="navnet på byen",
        help_text="Byen dere holder til i, én på hver linje. Aldri en bydel, og aldri stedet der noen venter.",
    )
    times = Several("Tider", TIMES)
    languages = Several("Språk", words.STANDING, help_text=ALL_OR_FIVE)


BEGINS = {
    "language": words.BOKMAAL,
    "doing": list(words.DOING),
    "getting": list(words.GETTING),
}


class PublishForm(forms.Form):
    """That somebody has read exactly this text."""

    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)
