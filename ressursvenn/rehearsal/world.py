"""Make the made-up world: associations, cast, volunteers at every station, participants, a year of pairs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.apart import changes as apart
from ressursvenn.neighbourhood import changes as neighbourhood
from ressursvenn.participants import aliases
from ressursvenn.participants import changes as participants
from ressursvenn.participants import queries as reading
from ressursvenn.protection import opening
from ressursvenn.together import changes as together
from ressursvenn.volunteers import changes as volunteers

from . import (
    adverts,
    agenda,
    agreements,
    alliance,
    arrivals,
    door,
    grants,
    reporting,
    screening,
    stands,
    status,
    support,
    training,
    year,
)
from .cast import CAST, CENTRES, HOUSES
from .names import Inventor

SEED = 2012
VOLUNTEERS = {"oslo": 28, "drammen": 18, "moss": 14}  # sixty
PARTICIPANTS = {"oslo": 12, "drammen": 7, "moss": 6}  # twenty-five
STATIONS = 7  # how many steps the road has; every other volunteer has come all the way


class World:
    """What has been made so far, by sign-in name and slug."""

    def __init__(self, size: int, seed: int) -> None:
        self.size, self.draw, self.today = size, Inventor(seed), timezone.localdate()
        self.houses: dict[str, Association] = {}
        self.people: dict[str, Person] = {}
        self.available: dict[str, list[Any]] = {house: [] for house in VOLUNTEERS}
        self.waiting: dict[str, list[Any]] = {house: [] for house in VOLUNTEERS}
        self.applicant = ""  # one of Oslo's whom a participant has named, nearly

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def leader(self, house: str) -> Person:
        return self.people["koordinator" if house == "oslo" else house]

    def second(self, house: str) -> Person:
        """Who gives the second yes; where an association has nobody, the national adviser."""
        return self.people[{"oslo": "koordinator2", "drammen": "drammen2"}.get(house, "radgiver")]

    def with_her(self, house: str) -> Person:
        """Who interviews beside the leader, and so does not give the second yes."""
        return self.people[{"oslo": "gruppeleder", "drammen": "drammen2"}.get(house, "moss2")]

    def approver(self, house: str) -> Person:
        """Who gives the second yes to a volunteer: none of the two who interviewed."""
        return self.people[{"oslo": "koordinator2"}.get(house, "radgiver")]


@transaction.atomic
def make(size: int = 1, seed: int = SEED) -> World:
    """The whole world, `size` times as many people. Raises ValueError when there is one already."""
    world = stage(size, seed)
    for house in VOLUNTEERS:
        for number in range(VOLUNTEERS[house] * size):
            _volunteer(world, house, number)
        for number in range(PARTICIPANTS[house] * size):
            _participant(world, house, number)
    year.pair_up(world)
    _soon_erased(world)
    _odd_look(world)
    _resembles(world)
    _messages(world)
    agreements.lay_out(world)
    training.lay_out(world)
    adverts.lay_out(world)
    arrivals.lay_out(world)
    screening.lay_out(world)
    support.lay_out(world)
    alliance.lay_out(world)
    door.lay_out(world)
    stands.lay_out(world)
    agenda.lay_out(world)
    reporting.lay_out(world)
    status.lay_out(world)  # last: it tells of what the others have recorded
    grants.lay_out(world)  # and this of what is left to tell
    return world


@transaction.atomic
def stage(size: int = 1, seed: int = SEED) -> World:
    """Associations, centres, the cast and public places to meet; nobody in the programme yet."""
    if Association.objects.exists():
        raise ValueError("there is a world here already")
    world = World(size, seed)
    _houses(world)
    _cast(world)
    neighbourhood.lay_out_places(by=world.people["koordinator"])
    return world


def _houses(world: World) -> None:
    centres = {
        slug: accounts.name_centre(slug=slug, name=name, by=None) for slug, name in CENTRES.items()
    }
    for slug, name in HOUSES.items():
        world.houses[slug] = accounts.open_association(slug=slug, name=name, by=None)
        for centre in centres.values():
            accounts.agree_to_cooperate(association=world.houses[slug], centre=centre, by=None)
    world.centres = centres  # type: ignore[attr-defined]


def _cast(world: World) -> None:
    for part in CAST:
        world.people[part.sign_name] = accounts.take_in(
            sign_name=part.sign_name,
            name=part.name,
            role=part.role,
            association=world.houses.get(part.house),
            centre=world.centres.get(part.centre),  # type: ignore[attr-defined]
            email=f"{part.sign_name}@example.org",
            by=None,
        )


def _volunteer(world: World, house: str, number: int) -> None:
    """The first of Oslo are those of the cast who volunteer; every other one has come all the way."""
    draw, by = world.draw, world.leader(house)
    account = (
        world.people.get({0: "ressursvenn", 2: "ressursvenn2"}.get(number, ""))
        if house == "oslo"
        else None
    )
    first, last = account.name.split() if account else draw.name()
    steps = STATIONS if number % 2 == 0 else number // 2 % STATIONS
    began = 490 - number % 40 if steps == STATIONS else 40 + steps * 20 - (number % 4) * 10
    volunteer = volunteers.note_application(
        association=world.houses[house],
        first_name=first,
        last_name=last,
        applied_on=world.ago(began if steps else number % 6),
        areas=[draw.area(house)],
        languages=draw.languages(norwegian=1),
        interests=draw.interests(),
        times=draw.times(),
        email=f"{house}{number}@example.org",
        birth_year=world.today.year - draw.random.randint(26, 68),
        by=by,
    )
    for step, days in zip(_road(world, house, volunteer), range(began - 2, 0, -5), strict=False):
        if steps == 0:
            break
        step(world.ago(max(days, 0)))
        steps -= 1
    screening.assess(volunteer)
    if (house, number) == ("oslo", 3):
        world.applicant = f"{first} {last}"
    if account:
        volunteers.link_account(volunteer=volunteer, person=account, by=by)
    if number % 2 == 0:
        _approve(world, house, volunteer, number, world.ago(began - 40))
        world.available[house].append(volunteer)
        if number % 14 == 12:
            volunteers.pause(volunteer=volunteer, until=world.today + timedelta(days=40), by=by)


# Asked about and not answered yet: by number, how many days ago.
STILL_ASKED = {("oslo", 24): 3, ("moss", 10): 1}


def _approve(world: World, house: str, volunteer: Any, number: int, on: date) -> None:
    """One asks and another says yes, then as now. One in Oslo and one in Moss still wait for it."""
    question = volunteers.ask_for_approval(volunteer=volunteer, by=world.leader(house))
    if (house, number) in STILL_ASKED:
        question.asked_at -= timedelta(days=STILL_ASKED[house, number])
        question.save(update_fields=["asked_at"])
        return
    approval = together.answer(asked=question, yes=True, by=world.approver(house)).outcome
    approval.approved_on = on
    approval.save(update_fields=["approved_on"])


def _road(world: World, house: str, volunteer: Any) -> Iterator[Any]:
    """The steps in their order, each taking its day."""
    by = world.leader(house)
    who = {"volunteer": volunteer, "by": by}
    yield lambda on: volunteers.note_answer(on=on, **who)
    yield lambda on: volunteers.note_interview(
        on=on,
        first_interviewer=by,
        second_interviewer=world.with_her(house),
        outcome="suitable",
        **who,
    )
    yield lambda on: volunteers.note_course_hours(on=on, hours=12, **who)
    yield lambda on: volunteers.note_confidentiality_signed(on=on, **who)
    yield lambda on: volunteers.ask_for_certificate(on=on, **who)
    yield lambda on: volunteers.note_certificate_seen(
        issued_on=on - timedelta(days=20), on=on, seen_by=by, **who
    )
    yield lambda on: volunteers.note_agreement(on=on, months=12, **who)


def _participant(world: World, house: str, number: int) -> None:
    """Most are ready; every fifth lacks something, so that the page has something to ask."""
    draw, by = world.draw, world.leader(house)
    referred = 470 - number * 9 % 50 if number % 2 == 0 else 20 + number * 13 % 150
    ready = number % 5 != 4
    participant = participants.refer(
        association=world.houses[house],
        crisis_centre=world.centres["oslo" if house == "oslo" else "drammen"],  # type: ignore[attr-defined]
        called=_alias(world, house),
        waiting_since=world.ago(referred),
        area=draw.area(house),
        languages=draw.languages(norwegian=0.7),
        interests=draw.interests(),
        times=draw.some(["weekday_day", "weekday_evening", "saturday"], 2, 3),
        wishes=draw.wishes(),
        left_stated_on=world.ago(referred),
        acute_over_on=world.ago(referred - 1) if ready else None,
        consented_on=world.ago(referred - 2),
        by=by,
    )
    if ready:
        participants.settle_contact(
            participant=participant, channel="through_centre", on=world.ago(referred - 3), by=by
        )
        world.waiting[house].append(participant)
    if number % 6 == 3:
        apart.name_keep_apart(
            participant=participant, kind="person", text=" ".join(draw.name()), by=by
        )


def _soon_erased(world: World) -> None:
    """One in Oslo withdrew some weeks ago, so that Min dag tells when what is left of her goes."""
    row = next(row for row in reversed(world.waiting["oslo"]) if not row.pairs.exists())
    participants.withdraw_consent(participant=row, on=world.ago(25), by=world.leader("oslo"))


def _odd_look(world: World) -> None:
    """A colleague looks at one who is not hers, and does nothing: the privacy officer sees it."""
    participant, colleague = world.waiting["oslo"][0], world.people["koordinator2"]
    participants.give_reason(participant=participant, reason="asked", by=colleague)
    purpose = reading.purpose(participant, colleague, "participant_page")
    opening.open_record(participant, by=colleague, purpose=purpose)


def _resembles(world: World) -> None:
    """Somebody has named one who is nearly called as an applicant: the vetting officer is asked."""
    row = next(row for row in world.waiting["oslo"] if not row.pairs.exists())
    first, last = world.applicant.split(" ", 1)
    apart.name_keep_apart(
        participant=row, kind="person", text=f"{first[0]}. {last}", by=world.leader("oslo")
    )


def _messages(world: World) -> None:
    """Two in Oslo have chosen how they may be reached: one may be written to, and one is to be rung."""
    by = world.leader("oslo")
    free = [row for row in world.waiting["oslo"] if not row.pairs.exists() and not row.withdrawn_on]
    until = world.today + timedelta(days=80)
    participants.settle_contact(
        participant=free[0], channel="sms_without_name", number="900 00 017", hours="any",
        sender="Mona", language="nb", never_say=["jobb", "møte"], until=until, by=by,
    )  # fmt: skip
    participants.settle_contact(
        participant=free[-1], channel="phone", number="900 00 018", hours="any", voicemail="no",
        until=until, by=by,
    )  # fmt: skip
    participants.write_to_her(participant=free[-1], by=by)


def _alias(world: World, house: str) -> str:
    taken = {one.called for one in world.waiting[house]}
    return aliases.suggest(taken, world.draw.random)
