"""The cast, the same in every test. All invented.

Kari coordinates here and Kaja with her; Nora coordinates in the next town; Bodil sits on a funder's
board; Gro leads the group; Astrid advises nationally; Vigdis alone sees who must never meet; Kirsti
works at the crisis centre; Siri runs the machines; Pernille guards privacy; Ella edits the alliance;
Solveig volunteers. Amina takes part, and has no account. Ingen is nobody.
"""

from __future__ import annotations

from ressursvenn.accounts import changes, queries
from ressursvenn.accounts.models import Association, CrisisCentre, Person

CAST = (
    # sign name, name, role, association, centre
    ("kari", "Kari Lund", "coordinator", "oslo", ""),
    ("kaja", "Kaja Berg", "coordinator", "oslo", ""),
    ("gro", "Gro Vik", "group_leader", "oslo", ""),
    ("solveig", "Solveig Moen", "volunteer", "oslo", ""),
    ("nora", "Nora Dahl", "coordinator", "nabo", ""),
    ("nils", "Nils Hagen", "volunteer", "nabo", ""),
    ("bodil", "Bodil Strand", "funder", "", ""),
    ("astrid", "Astrid Lie", "national_adviser", "", ""),
    ("vigdis", "Vigdis Moe", "vetting_officer", "", ""),
    ("kirsti", "Kirsti Aas", "centre_contact", "", "sentrum"),
    ("siri", "Siri Foss", "system_administrator", "", ""),
    ("pernille", "Pernille Sand", "privacy_officer", "", ""),
    ("ella", "Ella Hauge", "alliance_editor", "", ""),
)


def third(by: Person, other: Person) -> Person:
    """Somebody else who may interview here, so that `other` is free to give the second yes."""
    here = queries.colleagues(by.association).exclude(pk__in=[by.pk, other.pk])
    return here.first()


def associations() -> dict[str, Association]:
    """Ours and the neighbour's; one crisis centre refers to ours."""
    ours = changes.open_association(slug="oslo", name="Oslo lokalforening", by=None)
    nabo = changes.open_association(slug="nabo", name="Nabobyen lokalforening", by=None)
    centre = changes.name_centre(slug="sentrum", name="Krisesenteret i sentrum", by=None)
    changes.agree_to_cooperate(association=ours, centre=centre, by=None)
    return {"oslo": ours, "nabo": nabo}


def cast(houses: dict[str, Association]) -> dict[str, Person]:
    """Everybody, by sign-in name."""
    return {
        sign_name: changes.take_in(
            sign_name=sign_name,
            name=name,
            role=role,
            association=houses.get(house),
            centre=CrisisCentre.objects.filter(slug=centre).first(),
            email=f"{sign_name}@example.org",
            by=None,
        )
        for sign_name, name, role, house, centre in CAST
    }
