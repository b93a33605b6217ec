"""A year of pairs in every state, ending around today. Each step is taken by the room's own changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ressursvenn.accounts import queries as accounts
from ressursvenn.neighbourhood import queries as neighbourhood
from ressursvenn.pairs import changes as pairs
from ressursvenn.pairs import facts

if TYPE_CHECKING:
    from .world import World

# How far each pair has come, and how many days ago it was decided: fourteen in all.
STEPS = ("decide", "approve", "her_yes", "volunteer_yes", "plan", "introduce", "meet", "end")
OSLO = (
    ("meet", 200), ("her_yes", 9), ("meet", 355), ("meet", 90), ("end", 400), ("decide", 4), ("plan", 20),
)  # fmt: skip
DRAMMEN = (("meet", 150), ("approve", 6), ("end", 380), ("volunteer_yes", 12))
MOSS = (("meet", 60), ("decide", 1), ("not_to_be", 30))
PLANS = {"oslo": OSLO, "drammen": DRAMMEN, "moss": MOSS}


def pair_up(world: World) -> None:
    """Take for each pair the first two that may meet, and walk them to where they are today."""
    for house, plan in PLANS.items():
        free = list(world.waiting[house])
        taken: set[int] = set()
        for far, days in plan * world.size:
            couple = _couple(world, house, free, taken, days)
            if couple:
                _walk(world, house, couple, far, days)


def _couple(
    world: World, house: str, free: list[Any], taken: set[int], days: int
) -> tuple[Any, Any] | None:
    """The first participant and volunteer whom no rule keeps apart on that day."""
    terms = accounts.terms(world.houses[house], world.ago(days))
    for participant in free:
        for volunteer in world.available[house]:
            if volunteer.pk not in taken and not facts.between(participant, volunteer, terms).all:
                free.remove(participant)
                taken.add(volunteer.pk)
                return participant, volunteer
    return None


def _walk(world: World, house: str, couple: tuple[Any, Any], far: str, days: int) -> None:
    by, second = world.leader(house), world.second(house)
    pair = pairs.decide(
        participant=couple[0], volunteer=couple[1], reason="as_suggested", was_suggested=True,
        on=world.ago(days), by=by,
    )  # fmt: skip
    if far == "not_to_be":
        pairs.approve(pair=pair, on=world.ago(days - 1), by=second)
        pairs.note_her_no(pair=pair, on=world.ago(days - 4), by=by)
        return
    reached = STEPS.index(far)
    steps = (
        lambda: pairs.approve(pair=pair, on=world.ago(days - 1), by=second),
        lambda: pairs.note_her_yes(pair=pair, on=world.ago(days - 4), by=by),
        lambda: pairs.note_volunteer_yes(pair=pair, on=world.ago(days - 6), by=by),
        lambda: _plan(world, pair, far, days, by),
        lambda: pairs.note_introduced(
            pair=pair, coordinator_present=True, on=world.ago(days - 14), by=by
        ),
        lambda: _meet(world, pair, far, days, by),
        lambda: _end(world, pair, days, by),
    )
    for step in steps[:reached]:
        step()


def _plan(world: World, pair: Any, far: str, days: int, by: Any) -> None:
    """Somebody to be introduced tomorrow still lacks a place, so that Min dag says so."""
    day = world.today + timedelta(days=1) if far == "plan" else world.ago(days - 14)
    near = neighbourhood.places_near(
        pair.participant.area, but_not_in=pair.participant.avoided_areas
    )
    place = near[0].reference if far != "plan" else ""
    pairs.plan_introduction(pair=pair, day=day, place=place, on=world.ago(days - 8), by=by)


def _meet(world: World, pair: Any, far: str, days: int, by: Any) -> None:
    """About every ten days; one pair has gone quiet. Follow-ups mostly in time."""
    quiet = 45 if days == 150 else 3
    for number, ago in enumerate(range(days - 22, quiet if far == "meet" else days - 365, -10)):
        happened = number % 7 != 5
        pairs.log_meet_up(
            pair=pair, day=world.ago(max(ago, 0)), happened=happened, by=by,
            length=world.draw.random.choice(("1_2h", "2_4h", "under_1h")) if happened else "",
            kinds=world.draw.some(["walk", "food", "talk", "errand", "social"], 1, 2) if happened else (),
            not_happened="" if happened else "she_could_not",
        )  # fmt: skip
    for ago in range(days - 24, 20 if far == "meet" else days - 365, -30):
        pairs.note_follow_up(
            pair=pair, with_whom="both", outcome="all_well", on=world.ago(ago), by=by
        )


def _end(world: World, pair: Any, days: int, by: Any) -> None:
    planned = days == 400
    on = world.ago(days - 380)
    pairs.end(pair=pair, ending="as_planned" if planned else "silent", on=on, by=by)
    if planned:
        pairs.note_closing_talk(pair=pair, later_contact="both_wish", on=on, by=by)
