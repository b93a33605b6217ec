"""The cast, the same in every test. All invented.

Kari coordinates here and Kaja with her; Nora coordinates in the next town; Bodil sits on a funder's
board, and Toril answers to it for the money; Gro leads the group; Astrid advises nationally; Vigdis
alone sees who must never meet; Kirsti works at the crisis centre; Siri runs the machines; Pernille
guards privacy; Ella edits the alliance; Solveig volunteers. Amina takes part, and has no account.
Ingen is nobody.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from ressursvenn.accounts import changes, queries
from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.screening.models import Assessment

CAST = (
    # sign name, name, role, association, centre
    ("kari", "Kari Lund", "coordinator", "oslo", ""),
    ("kaja", "Kaja Berg", "coordinator", "oslo", ""),
    ("gro", "Gro Vik", "group_leader", "oslo", ""),
    ("solveig", "Solveig Moen", "volunteer", "oslo", ""),
    ("nora", "Nora Dahl", "coordinator", "nabo", ""),
    ("nils", "Nils Hagen", "volunteer", "nabo", ""),
    ("bodil", "Bodil Strand", "funder", "", ""),
    ("toril", "Toril Sandvik", "grant_keeper", "", ""),
    ("astrid", "Astrid Lie", "national_adviser", "", ""),
    ("vigdis", "Vigdis Moe", "vetting_officer", "", ""),
    ("kirsti", "Kirsti Aas", "centre_contact", "", "sentrum"),
    ("siri", "Siri Foss", "system_administrator", "", ""),
    ("pernille", "Pernille Sand", "privacy_officer", "", ""),
    ("ella", "Ella Hauge", "alliance_editor", "", ""),
)


def third(by: Person, other: Person) -> Person | None:
    """Somebody else who may interview here, so that `other` is free to give the second yes."""
    here = queries.interviewers(by.association).exclude(pk__in=[by.pk, other.pk])
    return here.first()


def both_wrote(volunteer: Any) -> None:
    """The two who interviewed her last have each said what she found, as the second yes takes."""
    interview = volunteer.interviews.order_by("-pk")[0]
    hers = {"volunteer": volunteer, "interview": interview, "said_on": timezone.localdate()}
    for who in (interview.first_interviewer, interview.second_interviewer):
        Assessment.objects.create(of=who, said_by=who, **hers)


def associations() -> dict[str, Association]:
    """Ours and the neighbour's; one crisis centre refers to ours. By slug."""
    ours = changes.open_association(slug="oslo", name="Oslo lokalforening", by=None)
    changes.open_association(slug="nabo", name="Nabobyen lokalforening", by=None)
    centre = changes.name_centre(slug="sentrum", name="Krisesenteret i sentrum", by=None)
    changes.agree_to_cooperate(association=ours, centre=centre, by=None)
    return by_slug()


def by_slug() -> dict[str, Association]:
    return {house.slug: house for house in Association.objects.all()}


def cast(houses: dict[str, Association]) -> dict[str, Person]:
    """Everybody, by sign-in name."""
    for sign_name, name, role, house, centre in CAST:
        changes.take_in(
            sign_name=sign_name,
            name=name,
            role=role,
            association=houses.get(house),
            centre=CrisisCentre.objects.filter(slug=centre).first(),
            email=f"{sign_name}@example.org",
            by=None,
        )
    return by_sign_name()


def by_sign_name() -> dict[str, Person]:
    return {person.sign_name: person for person in Person.objects.all()}
