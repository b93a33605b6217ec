"""May this volunteer be matched? Read MAY_BE_MATCHED: each line can say no, and why."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, Rule, refusals, rule
from ressursvenn.programme.states import Station


@dataclass(frozen=True, kw_only=True, slots=True)
class VolunteerFacts:
    """All that the rules may know about a volunteer. None means: not known."""

    applied_on: date | None
    interviewed_on: date | None
    interviewed_by_two: bool | None
    found_suitable: bool | None
    assessments: int | None  # of the two, how many have said what they found, or it is said why not
    course_hours: Decimal | None
    course_on: date | None
    confidentiality_signed_on: date | None
    certificate_issued_on: date | None
    certificate_shown_on: date | None
    certificate_seen_by_known: bool | None
    committed_months: int | None
    agreed_on: date | None
    approved_on: date | None
    approved_by_two: bool | None
    birth_year: int | None
    places: int | None
    open_pairs: int | None
    paused_until: date | None
    concern_open: bool | None
    has_left: bool | None


@rule(
    "VOL-01",
    "To personer har intervjuet ressursvennen, og vi vet hvem.",
    source="MENTOR EEPM 2",
    told_to="see_volunteers",
)
def interviewed_by_two(v: VolunteerFacts, terms: Terms) -> bool | None:
    """The latest interview counts. Two different people, both known."""
    return v.interviewed_by_two


@rule(
    "VOL-02",
    "Politiattesten er vist mens den var ny, og vi vet hvem som så den.",
    source="politiet.no: høyst tre måneder gammel når den vises",
    told_to="see_volunteers",
)
def certificate_shown(v: VolunteerFacts, terms: Terms) -> bool:
    """Its age counts on the day it was shown. It does not run out while the role lasts."""
    if not terms.limits.certificate_required:
        return True
    issued, shown = v.certificate_issued_on, v.certificate_shown_on
    if issued is None or shown is None or v.certificate_seen_by_known is not True:
        return False
    last_day = months_after(issued, terms.limits.certificate_months_when_shown)
    return issued <= shown <= min(terms.today, last_day)


@rule(
    "VOL-03",
    "Taushetserklæringen er underskrevet.",
    source="osf.no/100-koblinger-i-ressursvenn",
    told_to="see_volunteers",
)
def confidentiality_signed(v: VolunteerFacts, terms: Terms) -> bool:
    """A promise dated tomorrow has not been given yet."""
    return by_today(v.confidentiality_signed_on, terms)


@rule(
    "VOL-04",
    "Kurset er fullført, med så mange timer som kreves.",
    source="osf.no/100-koblinger-i-ressursvenn: 12 timer",
    told_to="see_volunteers",
)
def trained(v: VolunteerFacts, terms: Terms) -> bool:
    """Hours are added up over all course days."""
    return v.course_hours is not None and v.course_hours >= terms.limits.course_hours


@rule(
    "VOL-05",
    "Ressursvennen har plass til en kobling til.",
    source="programmet: én kobling om gangen",
    told_to="see_volunteers",
)
def has_room(v: VolunteerFacts, terms: Terms) -> bool:
    """What she says she has room for never raises the limit of the association."""
    if v.open_pairs is None or v.places is None:
        return False
    return v.open_pairs < min(v.places, terms.limits.pairs_at_once)


@rule(
    "VOL-06",
    "Ressursvennen har ikke pause.",
    source="programmet",
    told_to="see_volunteers",
)
def not_paused(v: VolunteerFacts, terms: Terms) -> date | bool:
    """A pause ends by itself on its day. No pause known is no pause asked for."""
    if v.paused_until and v.paused_until > terms.today:
        return v.paused_until
    return True


@rule("VOL-07", "Ingen bekymring er åpen.", source="programmet", told_to="see_concerns")
def no_open_concern(v: VolunteerFacts, terms: Terms) -> bool:
    """Only those who may see concerns are told that this was the reason."""
    return v.concern_open is False


@rule(
    "VOL-08",
    "Intervjuerne har funnet ressursvennen egnet.",
    source="sanitetskvinnene.no/bli-ressursvenn",
    told_to="see_volunteers",
)
def found_suitable(v: VolunteerFacts, terms: Terms) -> bool | None:
    """The answer of the latest interview. Not decided yet is not known."""
    return v.found_suitable


@rule(
    "VOL-09",
    "Ressursvennen har avtale for så mange måneder som kreves.",
    source="programmet: minst ett år",
    told_to="see_volunteers",
)
def committed(v: VolunteerFacts, terms: Terms) -> bool:
    """The latest agreement counts."""
    months = v.committed_months
    return months is not None and months >= terms.limits.commitment_months


@rule(
    "VOL-10",
    "Ressursvennen er gammel nok.",
    source="sanitetskvinnene.no/bli-ressursvenn: 25 år",
    told_to="see_volunteers",
)
def old_enough(v: VolunteerFacts, terms: Terms) -> date | bool:
    """We keep a year and no day of birth: she is surely old enough from the new year after."""
    if v.birth_year is None:
        return False
    surely_from = date(v.birth_year + terms.limits.age_at_least + 1, 1, 1)
    return surely_from <= terms.today or surely_from


@rule("VOL-11", "Ressursvennen har ikke sluttet.", source="programmet", told_to="see_volunteers")
def has_not_left(v: VolunteerFacts, terms: Terms) -> bool:
    """Whoever comes back applies anew: the road is walked again."""
    return v.has_left is False


@rule(
    "VOL-12",
    "To personer har godkjent ressursvennen.",
    source="safety T3, T11",
    told_to="see_volunteers",
)
def approved_by_two(v: VolunteerFacts, terms: Terms) -> bool | None:
    """One asked, another said yes, and both are known. It falls when she leaves."""
    return v.approved_by_two


@rule(
    "VOL-13",
    "Begge som intervjuet, har skrevet hva de fant, eller det er notert hvorfor en ikke har det.",
    source="MENTOR EEPM 2; to vurderinger, ikke én",
    told_to="see_volunteers",
)
def assessed_by_both(v: VolunteerFacts, terms: Terms) -> bool:
    """Asked once, before the second yes: whoever was approved before anybody wrote stays approved."""
    return v.assessments is not None and v.assessments >= 2


# What must hold before two are asked to approve her: the road is walked, and nothing is open.
MAY_BE_APPROVED = (
    interviewed_by_two,
    found_suitable,
    assessed_by_both,
    trained,
    confidentiality_signed,
    certificate_shown,
    committed,
    old_enough,
    no_open_concern,
    has_not_left,
)

MAY_BE_MATCHED = (
    interviewed_by_two,
    certificate_shown,
    confidentiality_signed,
    trained,
    has_room,
    not_paused,
    no_open_concern,
    found_suitable,
    committed,
    old_enough,
    has_not_left,
    approved_by_two,
)


def may_be_approved(v: VolunteerFacts, terms: Terms) -> tuple[Refusal, ...]:
    """What must be settled before two people are asked to approve her."""
    return refusals(MAY_BE_APPROVED, v, terms)


def waits_for_approval(v: VolunteerFacts, terms: Terms) -> bool:
    """Everything else is settled, and two people have not approved her."""
    return v.approved_by_two is not True and not may_be_approved(v, terms)


def may_be_matched(v: VolunteerFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way. It does not mean safe."""
    return refusals(MAY_BE_MATCHED, v, terms)


def half_known(v: VolunteerFacts) -> bool:
    """Something happened on the road, and not all that must be known about it is known."""
    interviewed = v.interviewed_on is not None
    about_interview = v.interviewed_by_two and v.found_suitable is not None and v.birth_year
    shown_to_whom = v.certificate_shown_on is None or v.certificate_seen_by_known
    return bool((interviewed and not about_interview) or not shown_to_whom)


def by_today(day: date | None, terms: Terms) -> bool:
    return day is not None and day <= terms.today


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Stop:
    """A station on a volunteer's road, when it was reached, and whether it is behind her."""

    station: Station
    on: date | None
    reached: bool


# What must hold for a station to be behind her. The last one asks every rule.
ROAD: tuple[tuple[Station, tuple[Rule[VolunteerFacts], ...]], ...] = (
    (Station.APPLIED, ()),
    (Station.INTERVIEWED, (interviewed_by_two, found_suitable)),
    (Station.TRAINED, (trained,)),
    (Station.SIGNED_CONFIDENTIALITY, (confidentiality_signed,)),
    (Station.CERTIFICATE_SHOWN, (certificate_shown,)),
    (Station.AGREED, (committed,)),
    (Station.APPROVED, (old_enough, approved_by_two)),
    (Station.AVAILABLE, MAY_BE_MATCHED),
)


def road(v: VolunteerFacts, terms: Terms) -> tuple[Stop, ...]:
    """Her road from application to available. Stations may be reached in any order."""
    days = {
        Station.APPLIED: v.applied_on,
        Station.INTERVIEWED: v.interviewed_on,
        Station.TRAINED: v.course_on,
        Station.SIGNED_CONFIDENTIALITY: v.confidentiality_signed_on,
        Station.CERTIFICATE_SHOWN: v.certificate_shown_on,
        Station.AGREED: v.agreed_on,
        Station.APPROVED: v.approved_on,
    }
    return tuple(
        Stop(station, days.get(station), not refusals(needed, v, terms)) for station, needed in ROAD
    )


def station_reached(stops: Iterable[Stop]) -> Station:
    """The last station before the first one missing."""
    here = Station.APPLIED
    for stop in stops:
        if not stop.reached:
            break
        here = stop.station
    return here


def first_missing(v: VolunteerFacts, terms: Terms) -> Refusal | None:
    """The first thing in the way, in the order of the road."""
    return next((no for _, needed in ROAD for no in refusals(needed, v, terms)), None)
