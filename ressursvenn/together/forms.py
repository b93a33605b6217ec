"""The shape of what a system administrator asks for: who, and which role where."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.accounts.permissions import ROLES

NOT_GIVEN = "volunteer"  # a volunteer's account follows from her place in the programme


class WhoForm(forms.Form):
    """One colleague with an account."""

    person = forms.ChoiceField(label="Hvem", error_messages={"required": "Velg hvem."})

    def __init__(self, *args: Any, people: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", "Velg"),
            *((one.reference, _told(one)) for one in people),
        ]


def _told(person: Any) -> str:
    where = person.association or person.crisis_centre
    told = f"{person.name} ({person.sign_name}), {person.role_name()}"
    return f"{told}, {where}" if where else told


class RoleForm(WhoForm):
    """A new role for her. What it may do is told beside the list."""

    role = forms.ChoiceField(
        label="Ny rolle",
        choices=[
            ("", "Velg"),
            *((one.code, one.name) for one in ROLES.values() if one.code != NOT_GIVEN),
        ],
        error_messages={"required": "Velg en rolle."},
    )
    association = forms.ChoiceField(
        label="Lokalforening", required=False, help_text="For koordinator og gruppeleder."
    )
    centre = forms.ChoiceField(
        label="Krisesenter", required=False, help_text="For kontakt på krisesenter."
    )

    def __init__(self, *args: Any, associations: Any = (), centres: Any = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, rows in (("association", associations), ("centre", centres)):
            listed = [("", "Velg"), *((row.slug, row.name) for row in rows)]
            self.fields[name].choices = listed  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        role = ROLES.get(told.get("role", ""))
        if role and role.local and not told.get("association"):
            self.add_error("association", "Velg lokalforeningen rollen er i.")
        if role and role.code == "centre_contact" and not told.get("centre"):
            self.add_error("centre", "Velg krisesenteret hun arbeider på.")
        return told

    @property
    def house(self) -> str:
        """Where the role is: a short name, or nothing."""
        told = self.cleaned_data
        role = ROLES[told["role"]]
        named: str = told["association"] if role.local else ""
        return told["centre"] if role.code == "centre_contact" else named
