"""The shape of what is sent in: a file, a choice, two interviewers."""

from __future__ import annotations

from django import forms

from ressursvenn.accounts.permissions import Permission

from .reading.refusing import SENTENCES


class WorkbookForm(forms.Form):
    """One workbook. What is wrong with it is said in one sentence."""

    file = forms.FileField(
        label="Regneark",
        help_text="En fil i formatet .xlsx, høyst 5 MB. Den lagres ikke hos oss.",
        widget=forms.FileInput(
            attrs={
                "accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        ),
        allow_empty_file=True,
        error_messages={"required": "Velg regnearket du vil ta inn."},
    )

    def too_large(self) -> None:
        """The file was so large that it was never taken into memory."""
        self.fields["file"].required = False
        self.add_error("file", SENTENCES["too_large"])


class ChoiceForm(forms.Form):
    """What a proposal is settled as."""

    choice = forms.ChoiceField(
        label="Hva gjelder?",
        widget=forms.RadioSelect,
        error_messages={"required": "Velg ett av svarene."},
    )

    def __init__(self, *args, choices=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = choices


class WhoForm(forms.Form):
    """Who interviewed and who saw the certificates, for all whom a workbook brought in."""

    first_interviewer = forms.ChoiceField(label="Første intervjuer", required=False)
    second_interviewer = forms.ChoiceField(label="Andre intervjuer", required=False)
    seen_by = forms.ChoiceField(label="Hvem så politiattestene", required=False)

    def __init__(self, *args, colleagues=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.reference: person for person in colleagues}
        screen = [one for one in self.people.values() if one.may(Permission.SCREEN_VOLUNTEERS)]
        for name, field in self.fields.items():
            offered = self.people.values() if name == "seen_by" else screen
            field.choices = [("", "Vet ikke"), *((one.reference, one.name) for one in offered)]

    def clean(self):
        said = super().clean()
        first, second = said.get("first_interviewer"), said.get("second_interviewer")
        if bool(first) != bool(second):
            self.add_error("second_interviewer", "Velg begge, eller ingen av dem.")
        elif first and first == second:
            self.add_error("second_interviewer", "Velg to forskjellige personer.")
        if not any(said.get(name) for name in self.fields):
            raise forms.ValidationError(
                "Velg hvem som intervjuet, hvem som så attestene, eller begge."
            )
        return {name: self.people.get(said.get(name)) for name in self.fields}
