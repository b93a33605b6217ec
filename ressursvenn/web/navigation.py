"""The main menu of those who sign in: one table, and what a person may see of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the menu. `here` is what aria-current says: "page", "true" (a page below), or ""."""

    url: str
    word: str
    icon: str
    here: str


MENU = (
    ("web:my_day", "Min dag", "day", (Permission.SEE_MY_DAY,)),
    (
        "participants:all",
        "Deltakere",
        "person",
        (Permission.SEE_PARTICIPANTS, Permission.REFER_PARTICIPANTS),
    ),
    ("volunteers:all", "Ressursvenner", "people", (Permission.SEE_VOLUNTEERS,)),
    ("training:all", "Kurs", "day", (Permission.SCREEN_VOLUNTEERS,)),
    ("support:all", "Veiledning", "person", (Permission.SCREEN_VOLUNTEERS,)),
    ("adverts:all", "Annonser", "sheet", (Permission.SCREEN_VOLUNTEERS,)),
    ("pairs:all", "Koblinger", "pairs", (Permission.SEE_PAIRS, Permission.APPROVE_PAIRS)),
    ("apart:queue", "Holdes fra hverandre", "apart", (Permission.SEE_KEEP_APART,)),
    ("oversight:all", "Innsyn", "search", (Permission.SEE_AUDIT,)),
    ("spreadsheets:bring_in", "Regneark", "sheet", (Permission.BRING_IN_WORKBOOK,)),
    (
        "together:all",
        "Det som tar to",
        "people",
        (Permission.RUN_SYSTEM, Permission.CONFIRM_ACCOUNTS),
    ),
    ("screening:basis", "Hjemmel", "sheet", (Permission.CONFIRM_ACCOUNTS,)),
    ("alliance:all", "Rød Knapp", "people", (Permission.EDIT_ALLIANCE,)),
    ("agenda:all", "Krav", "sheet", (Permission.EDIT_ALLIANCE,)),
    ("stands:all", "Standpunkter", "person", (Permission.EDIT_ALLIANCE,)),
    ("neighbourhood:all", "Områder", "areas", (Permission.SEE_NEIGHBOURHOOD,)),
    ("reporting:all", "Tall", "sheet", (Permission.RELEASE_FIGURES, Permission.LEAD_PAIRS)),
    ("oversight:break_glass", "Nødåpning", "lock", (Permission.BREAK_GLASS,)),
    ("status:all", "Rapporter", "sheet", (Permission.EDIT_ALLIANCE,)),
    ("door:all", "Sider", "sheet", (Permission.EDIT_ALLIANCE,)),
    ("grants:all", "Tilskudd", "sheet", (Permission.KEEP_GRANTS, Permission.READ_GRANTS)),
    ("pairs_volunteer:first", "Min kobling", "pairs", (Permission.OWN_PAIR,)),
    ("training_volunteer:all", "Kurs", "day", (Permission.OWN_ROAD,)),
    ("support_volunteer:all", "Veiledning", "people", (Permission.OWN_ROAD,)),
    ("agreements_volunteer:all", "Avtale", "sheet", (Permission.OWN_ROAD,)),
    ("volunteers_volunteer:all", "Om meg", "person", (Permission.OWN_ROAD,)),
)


def places(person: Person, path: str) -> list[Place]:
    """What this person may open, in the order of the menu; the one she stands in is marked."""
    open_to_her = [
        (reverse(name), word, icon)
        for name, word, icon, needs in MENU
        if any(person.may(permission) for permission in needs)
    ]
    nearest = max(
        (address for address, _, _ in open_to_her if path.startswith(address)), key=len, default=""
    )
    return [
        Place(address, word, icon, _here(address, nearest, path))
        for address, word, icon in open_to_her
    ]


def home(person: Person) -> str:
    """The page that a signed-in person comes to first."""
    wanted = "web:my_day" if person.may(Permission.SEE_MY_DAY) else "pairs_volunteer:first"
    return reverse(wanted)


def _here(address: str, nearest: str, path: str) -> str:
    if address != nearest or (address == reverse("web:my_day") and path != address):
        return ""
    return "page" if path == address else "true"
