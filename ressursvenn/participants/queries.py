"""Every read of participants that is more than one row by its key, and who may see whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme import words
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.programme.rules import Refusal
from ressursvenn.protection import audit, opening
from ressursvenn.protection.messages import queries as messages
from ressursvenn.protection.retention import line as soon_erased

from . import caseload, facts, reaching, retention, rules
from .caseload import purpose as purpose  # how a page of another room asks why first
from .models import Participant

LINES = 6  # of one weight in Min dag; the rest is a count with a link to the list


def visible_to(person: Person) -> QuerySet[Participant]:
    """Those of the person's own association, sealed. Whoever has no rule here sees nobody.

    A crisis centre's contact is not in this list on purpose: `receipts` is all a centre gets.
    """
    if person.may(Permission.SEE_PARTICIPANTS) and person.association_id:
        return Participant.objects.filter(association_id=person.association_id).order_by("pk")
    return Participant.objects.none()


def caseload_of(person: Person) -> QuerySet[Participant]:
    """Those she leads, and those whom nobody who still works there leads."""
    rows = visible_to(person)
    return rows.exclude(led_by__in=caseload.leaders(person.association_id).exclude(pk=person.pk))


def references() -> QuerySet[Participant, str]:
    """The references of all participants in the country, and nothing else about them."""
    return Participant.objects.order_by().values_list("reference", flat=True)


def anywhere(reference: str) -> Participant | None:
    """One participant of any association, sealed. For what two people have agreed on, and only that."""
    found = Participant.objects.select_related("association", "led_by")
    return found.filter(reference=reference).first()


NOTED = ("left_stated", "acute_over", "consented", "contact_settled", "withdrawn", "unknown_pair")


def with_names(person: Person) -> QuerySet[Participant]:
    """The same, with the centre, those who noted each fact, and facts to read off: one's own page."""
    noted_by = (f"{what}_by" for what in NOTED)
    joined = "association", "crisis_centre", "led_by", *noted_by
    named = visible_to(person).select_related(*joined)
    return facts.with_open_pairs(named)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a centre gets back: that it was sent, and received. Nothing about what followed."""

    reference: str
    referred_on: date
    received_on: date | None


def receipts(person: Person) -> list[Receipt]:
    """The person's own referrals, newest first."""
    if not person.may(Permission.REFER_PARTICIPANTS):
        return []
    own = Participant.objects.filter(referred_by=person).order_by("-referred_on", "-pk")
    return [Receipt(*row) for row in own.values_list("reference", "referred_on", "received_on")]


def waiting(association_id: int) -> QuerySet[Participant]:
    """Of one association, sealed: not withdrawn, and in no pair, known or unknown."""
    return (
        Participant.objects.filter(
            association_id=association_id, withdrawn_on__isnull=True, unknown_pair_on__isnull=True
        )
        .exclude(pk__in=Participant.objects.filter(facts.IN_PAIR).values("pk"))
        .order_by("pk")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """One opened card, what stands in the way, and how long the wait has been."""

    participant: Participant
    refusals: tuple[Refusal, ...]
    weeks: int
    group: str  # a key of GROUPS


GROUPS = {
    "klare": "Venter på forslag",
    "mangler": "Noe må avklares",
    "koblet": "I en kobling",
    "trukket": "Har trukket seg",
}


def standings(person: Person, terms: Terms, purpose: str = "list") -> list[Standing]:
    """All the person may see, opened as cards (one audit entry), the longest wait first."""
    sealed = facts.with_open_pairs(visible_to(person))
    if purpose == "my_day":  # where it is told who is soon erased, and what became of messages
        sealed = messages.with_tasks(retention.with_days(sealed))
    rows = opening.open_cards(sealed, by=person, purpose=purpose)
    told = [_standing(row, facts.read_off(row), terms) for row in rows]
    return sorted(told, key=lambda one: (list(GROUPS).index(one.group), -one.weeks))


def _standing(row: Participant, known: rules.ParticipantFacts, terms: Terms) -> Standing:
    refusals = rules.may_be_matched(known, terms)
    since = row.waiting_since or terms.today
    return Standing(row, refusals, max(0, (terms.today - since).days // 7), _group(known, refusals))


def _group(known: rules.ParticipantFacts, refusals: tuple[Refusal, ...]) -> str:
    if known.withdrawn:
        return "trukket"
    if known.open_pairs or known.in_unknown_pair:
        return "koblet"
    return "mangler" if refusals else "klare"


def aliases_in_use(person: Person) -> set[str]:
    """What the participants of the person's association are called, so that no two share it."""
    cards = opening.open_cards(visible_to(person), by=person, purpose="alias")
    return {card.called for card in cards}


@dataclass(frozen=True, slots=True)
class KeepApartCounts:
    """How many are to be kept apart from this participant, and how many entries wait. Never who."""

    named: int
    waiting: int


def keep_apart_counts(participant: Participant) -> KeepApartCounts:
    """The room `apart` lies above this one, so it is asked by the name of its relation alone."""
    counts = participant.keep_apart.aggregate(
        named=Count("pk"), waiting=Count("pk", filter=Q(sealed=True, looked_at_on__isnull=True))
    )
    return KeepApartCounts(**counts)


SEEN = {
    "participant_page": "åpnet siden",
    "pair_page": "åpnet koblingens side",
    "pair_list": "så listen over koblinger",
    "tell_her": "så på et forslag",
    "tell_volunteer": "så på et forslag",
    "introduction": "planla første møte",
    "second_yes": "ble spurt om det andre jaet",
    "decision": "bestemte en kobling",
    "pair_step": "førte noe i en kobling",
    "why": "spurte hvorfor noen ikke kan kobles",
    "volunteer_pair": "så sin egen kobling",
    "neutral_description": "så hva de to har felles",
    "disclosure": "skrev ut det som er lagret, med en annens ja",
    "list": "så listen",
    "erasing": "så på når dette slettes",
    "my_day": "så Min dag",
    "alias": "fikk forslag til kallenavn",
    "card_form": "rettet kortet",
    "contact_form": "så på trygg kontakt",
    "message_form": "så på en melding",
    "post": "åpnet for å sende en melding",
    "wishes_form": "så på ønskene",
    "suggestions": "så på forslag",
    "vetting": "så på hvem som aldri må møtes",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked, on a day, for a purpose. Ten looks the same day are one line."""

    day: date
    who: str
    purpose: str
    times: int

    @property
    def what(self) -> str:
        """In words, with the reason when somebody had to give one."""
        *how, page = self.purpose.split(":")
        told = SEEN.get(page, "åpnet")
        if caseload.UNSEALED in how:
            told += " da to hadde åpnet forseglingen"
        if caseload.OUTSIDE in how:
            told += f", som kollega: {words.OUTSIDE_REASONS[how[-1]]}"
        if caseload.BREAK_GLASS in how:
            told = f"nødåpning med en annens ja: {words.BREAK_GLASS_REASONS[how[-1]]}"
        return told


def looks(participant: Participant, last: int = 20) -> list[Look]:
    """Who has looked at this participant, newest first."""
    counted: dict[tuple[date, str, str], int] = {}
    for entry in audit.looks_at(participant.reference):
        who = entry.by.name if entry.by else "systemet"
        key = (timezone.localdate(entry.at), who, entry.purpose)
        counted[key] = counted.get(key, 0) + 1
    return [Look(*key, times) for key, times in counted.items()][:last]


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """What in Min dag concerns participants. Opens the cards of the person's own association."""
    if not person.may(Permission.LEAD_PARTICIPANTS):
        return []
    all_of_them = standings(person, terms, purpose="my_day")
    opened = [one.participant for one in all_of_them]
    return [
        *_limited([_to_receive(one) for one in all_of_them if not one.participant.received_on]),
        *_limited([_to_settle(one) for one in all_of_them if _lacks(one)]),
        *_limited([_waits(one) for one in all_of_them if one.group == "klare"]),
        *reaching.task_lines(opened),
        *_limited(reaching.asking_lines(opened, terms.today)),
        *_limited([line for one in all_of_them if (line := _soon_erased(one))]),
    ]


def _soon_erased(one: Standing) -> Line | None:
    row = one.participant
    return soon_erased(retention.standing(row), row.called)


def _lacks(one: Standing) -> bool:
    return one.group == "mangler" and one.participant.received_on is not None


def _to_receive(one: Standing) -> Line:
    return Line(
        weight=Weight.NEXT_STEP,
        who=one.participant.called,
        sentence="En henvisning er kommet, og krisesenteret venter på kvittering.",
        act="Ta imot",
        url=_url(one),
        since=one.participant.referred_on,
    )


def _to_settle(one: Standing) -> Line:
    first, *more = one.refusals
    rest = f" Og {len(more)} ting til." if more else ""
    return Line(
        weight=Weight.TO_SETTLE,
        who=one.participant.called,
        sentence=f"Ikke avklart: {first.sentence}{rest}",
        act="Avklar",
        url=_url(one),
        since=one.participant.waiting_since,
    )


def _waits(one: Standing) -> Line:
    return Line(
        weight=Weight.WAITING,
        who=one.participant.called,
        sentence=f"Har ventet i {one.weeks} {'uke' if one.weeks == 1 else 'uker'}.",
        act="Se hva som finnes",
        url=_url(one),
        since=one.participant.waiting_since,
    )


def _url(one: Standing) -> str:
    return reverse("participants:one", args=[one.participant.reference])


def _limited(lines: Iterable[Line]) -> list[Line]:
    """The first few, and one line that counts the rest."""
    ordered = sorted(lines, key=lambda line: line.rank)
    if len(ordered) <= LINES:
        return ordered
    left = len(ordered) - LINES
    rest = Line(
        weight=ordered[0].weight,
        who=f"{left} til",
        sentence="Det samme gjelder flere deltakere.",
        act="Se alle",
        url=reverse("participants:all"),
    )
    return [*ordered[:LINES], rest]
