"""Who may do what: one table of roles, to be read by whoever leads the programme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Permission(StrEnum):
    """A right, named in the language of the work."""

    SEE_MY_DAY = auto()
    SEE_VOLUNTEERS = auto()
    SCREEN_VOLUNTEERS = auto()
    SEE_CONCERNS = auto()
    SEE_PARTICIPANTS = auto()
    LEAD_PARTICIPANTS = auto()
    REFER_PARTICIPANTS = auto()
    SEE_PAIRS = auto()
    LEAD_PAIRS = auto()
    APPROVE_PAIRS = auto()  # the second yes
    NAME_KEEP_APART = auto()  # note whom somebody must never meet
    SEE_KEEP_APART = auto()  # read it; the vetting officer alone
    BRING_IN_WORKBOOK = auto()
    SEE_NEIGHBOURHOOD = auto()
    KEEP_NEIGHBOURHOOD = auto()
    OWN_PAIR = auto()  # a volunteer's own pair and nothing else
    OWN_ROAD = auto()  # her own course, agreement, guidance and presentation
    BREAK_GLASS = auto()  # ask for one participant she has no way to; another has to say yes
    SEE_AUDIT = auto()
    RUN_SYSTEM = auto()
    CONFIRM_ACCOUNTS = auto()  # the second yes to a role, or to a new way in
    EDIT_ALLIANCE = auto()
    READ_GRANTS = auto()
    KEEP_GRANTS = auto()  # applications, awards, expenses and the report to a funder
    RELEASE_FIGURES = auto()  # propose numbers about participants, or say the second yes to them


@dataclass(frozen=True, slots=True)
class Role:
    """`code` is stored; `local` roles belong to one association, the others to none."""

    code: str
    name: str
    description: str
    local: bool
    may: frozenset[Permission]


def _role(code: str, name: str, description: str, *may: Permission, local: bool = False) -> Role:
    return Role(code, name, description, local, frozenset(may))


P = Permission

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        _role(
            "coordinator", "koordinator", "Leder tilbudet i én lokalforening.",
            P.SEE_MY_DAY, P.SEE_VOLUNTEERS, P.SCREEN_VOLUNTEERS, P.SEE_CONCERNS, P.SEE_PARTICIPANTS,
            P.LEAD_PARTICIPANTS, P.SEE_PAIRS, P.LEAD_PAIRS, P.APPROVE_PAIRS, P.NAME_KEEP_APART,
            P.BRING_IN_WORKBOOK, P.SEE_NEIGHBOURHOOD, P.KEEP_NEIGHBOURHOOD, P.BREAK_GLASS,
            local=True,
        ),
        _role(
            "group_leader", "gruppeleder", "Følger opp de frivillige og gir det andre jaet til en kobling.",
            P.SEE_MY_DAY, P.SEE_VOLUNTEERS, P.SCREEN_VOLUNTEERS, P.APPROVE_PAIRS, P.SEE_NEIGHBOURHOOD,
            local=True,
        ),
        _role(
            "vetting_officer", "silingsansvarlig", "Ser alene hvem som aldri må møtes.",
            P.SEE_MY_DAY, P.SEE_KEEP_APART,
        ),
        _role(
            "centre_contact", "kontakt på krisesenter", "Henviser deltakere, og ser bare at det er mottatt.",
            P.SEE_MY_DAY, P.REFER_PARTICIPANTS,
        ),
        _role(
            "national_adviser", "nasjonal rådgiver", "Gir det andre jaet der foreningen ikke har noen annen.",
            P.SEE_MY_DAY, P.APPROVE_PAIRS, P.CONFIRM_ACCOUNTS, P.BREAK_GLASS, P.RELEASE_FIGURES,
        ),
        _role(
            "privacy_officer", "personvernansvarlig", "Ser loggen over hvem som har sett hva.",
            P.SEE_MY_DAY, P.SEE_AUDIT, P.CONFIRM_ACCOUNTS, P.RELEASE_FIGURES,
        ),
        _role(
            "alliance_editor", "redaktør for Rød Knapp", "Skriver alliansens sider.",
            P.SEE_MY_DAY, P.EDIT_ALLIANCE,
        ),
        _role(
            "grant_keeper", "tilskuddsansvarlig", "Søker om tilskudd og svarer for rapportene.",
            P.SEE_MY_DAY, P.KEEP_GRANTS, P.READ_GRANTS,
        ),
        _role(
            "funder", "tilskuddsgiver", "Leser rapporter som er gitt ut.",
            P.SEE_MY_DAY, P.READ_GRANTS,
        ),
        _role(
            "volunteer", "ressursvenn", "Ser sin egen kobling, så lenge den varer.",
            P.OWN_PAIR, P.OWN_ROAD,
            local=True,
        ),
        _role(
            "system_administrator", "systemansvarlig", "Drifter systemet og ser ingen i programmet.",
            P.SEE_MY_DAY, P.RUN_SYSTEM,
        ),
    )
}  # fmt: skip

ROLE_CHOICES = [(role.code, role.name) for role in ROLES.values()]
# Roles that one person may give alone. The others see people, or stand in for the second of two.
GIVEN_BY_ONE = frozenset({"volunteer", "alliance_editor", "funder"})
# Rights that may rest on a password and a code from an app. Every other right shows people in the programme
# or decides about them, and takes a passkey; so does a right that nobody has thought about yet.
A_CODE_WILL_DO = frozenset(
    {P.SEE_MY_DAY, P.OWN_PAIR, P.OWN_ROAD, P.EDIT_ALLIANCE, P.READ_GRANTS, P.KEEP_GRANTS}
)
NEEDS_PASSKEY = frozenset(role.code for role in ROLES.values() if role.may - A_CODE_WILL_DO)
LOCAL_ROLES = sorted(role.code for role in ROLES.values() if role.local)


def holders_of(permission: Permission) -> list[str]:
    """The codes of the roles that hold a right."""
    return [role.code for role in ROLES.values() if permission in role.may]
