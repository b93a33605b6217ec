"""The shape of what is noted about a pair. Choices and days; no field takes a story."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.crypto import get_random_string

from ressursvenn.programme.words import (
    ENDINGS,
    LATER_CONTACT,
    MEET_UP_KINDS,
    MEET_UP_LENGTHS,
    NOT_HAPPENED,
)
from ressursvenn.shapes.fields import Day, Several
from ressursvenn.shapes.told import Told

from . import words

LATER = [("", "Velg sted senere")]


class One(forms.ChoiceField):
    """One of a few, all in sight."""

    widget = forms.RadioSelect

    def __init__(self, choices, **kwargs):
        super().__init__(choices=list(choices.items()), **kwargs)


def _today():
    return timezone.localdate()


class DecisionForm(Told):
    """Why these two. "As suggested" is a choice only when they were."""

    reason = One(words.DECISION_REASONS, label="Hvorfor akkurat disse to?")

    def __init__(self, *args, was_suggested=False, **kwargs):
        super().__init__(*args, **kwargs)
        if was_suggested:
            self.initial.setdefault("reason", "as_suggested")
        else:
            others = [pair for pair in words.DECISION_REASONS.items() if pair[0] != "as_suggested"]
            self.fields["reason"].choices = others


class WhyNotForm(forms.Form):
    """Which two, or which one, to ask about. Named as in the address it leads to."""

    use_required_attribute = False  # one of the two is enough
    deltaker = forms.ChoiceField(label="Deltaker")
    ressursvenn = forms.ChoiceField(label="Ressursvenn")

    def __init__(self, participants, volunteers):
        super().__init__(auto_id="why_%s")
        hers = [(card.reference, card.called) for card in participants]
        theirs = [(card.reference, f"{card.first_name} {card.last_name}") for card in volunteers]
        self.fields["deltaker"].choices = [("", "Ingen valgt"), *hers]
        self.fields["ressursvenn"].choices = [("", "Ingen valgt"), *theirs]


class AnswerForm(Told):
    """A yes or a no, on a day. No reason is asked for."""

    answer = One({"yes": "Ja", "no": "Nei takk"}, label="Svaret")
    on = Day(label="Når", initial=_today)


class IntroductionForm(Told):
    """A day and one public place from the list."""

    day = Day(label="Dag")
    place = forms.ChoiceField(
        label="Sted",
        required=False,
        help_text="Et offentlig sted. Aldri hjemme hos noen. Stedet slettes dagen etter.",
    )

    def __init__(self, *args, places=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = LATER + [(one.reference, _told(one)) for one in places]


def _told(place):
    return f"{place.name}, {place.where_it_is}"


class IntroducedForm(Told):
    """They have met."""

    coordinator_present = forms.BooleanField(
        label="Jeg eller en annen koordinator var med", required=True
    )
    on = Day(label="Når", initial=_today)


class _MeetUpForm(Told):
    """What both kinds of note share: the day, how it is, and a mark so that two taps are one."""

    day = Day(label="Dag", initial=_today)
    how = One(words.HOW_IT_WENT, label="Hvordan går det?", initial="all_well")
    once = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("once", get_random_string(32))

    def for_change(self):
        """What `changes.log_meet_up` takes, but for `once`."""
        given = dict(self.cleaned_data)
        given.pop("once")
        return {"happened": self.happened, "wants_talk": given.pop("how") == "call_me", **given}


class HappenedForm(_MeetUpForm):
    """They met. Roughly how long, and what they did, by kind."""

    happened = True
    length = One(MEET_UP_LENGTHS, label="Omtrent hvor lenge?", initial="1_2h")
    kinds = Several("Hva gjorde dere?", MEET_UP_KINDS)
    field_order = ("length", "kinds", "how", "day", "once")


class NotHappenedForm(_MeetUpForm):
    """They did not meet. Why, as a choice."""

    happened = False
    not_happened = One(NOT_HAPPENED, label="Hvorfor ikke?")
    field_order = ("not_happened", "how", "day", "once")


def meet_up_form(happened):
    return HappenedForm if happened else NotHappenedForm


class NextMeetUpForm(Told):
    """A day and nothing else."""

    day = Day(
        label="Neste treff", required=False, help_text="Bare dagen. Den slettes når den er forbi."
    )


class FollowUpForm(Told):
    """A talk with one or both."""

    with_whom = One(words.WITH_WHOM, label="Hvem har du snakket med?", initial="volunteer")
    outcome = One(words.OUTCOMES, label="Hvordan går det?")
    on = Day(label="Når", initial=_today)


class EndingForm(Told):
    """How it ended."""

    ending = One(ENDINGS, label="Hvordan ble det slutt?")
    on = Day(label="Når", initial=_today)


class ClosingTalkForm(Told):
    """What both said about later."""

    later_contact = One(LATER_CONTACT, label="Ønsker de å holde kontakten?")
    on = Day(label="Når", initial=_today)
