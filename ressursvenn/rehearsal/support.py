"""Guidance in the made-up world: a group with evenings behind and ahead, a word that waits, and offers."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from ressursvenn.support import changes
from ressursvenn.volunteers import changes as volunteers

WORDS = (
    "Jeg liker å gå tur i all slags vær, og kan vise deg stiene rundt byen. Jeg snakker rolig.",
    "Jeg er glad i å lage mat, og synes det er hyggeligere å være to. Jeg har god tid på lørdager.",
    "Jeg kom hit for mange år siden og husker hvordan det var. Vi kan øve norsk over en kopp kaffe.",
)
LEVELS = ("well", "little", "mother")
TIMES: dict[str, Any] = {"begins": time(18), "ends": time(20)}
SHOWS = ["first_name", "age_band", "likes", "languages", "presentation"]


def lay_out(world: Any) -> None:
    """In Oslo, where there is a group leader: a group of six, one evening not noted, one to come."""
    here = [row for row in world.available["oslo"] if row.left_on is None]
    _offers(world, here)
    _evenings(world, _group(world, here[:6]), here[:6])
    _words(world, here)
    _gatherings(world)


def _group(world: Any, members: list[Any]) -> Any:
    by = world.leader("oslo")
    group = changes.lay_out_group(
        association=by.association, name="Tirsdagsgruppen", leader=world.people["gruppeleder"],
        places=8, by=by,
    )  # fmt: skip
    for volunteer in members:
        row = changes.take_in(group=group, volunteer=volunteer, by=by)
        row.joined_on = world.ago(120)
        row.save(update_fields=["joined_on"])
    group.led_since = world.ago(120)
    group.save(update_fields=["led_since"])
    return group


def _evenings(world: Any, group: Any, members: list[Any]) -> None:
    """Every five weeks; the last one has been, and nobody has noted who came."""
    by = world.people["gruppeleder"]
    for weeks in (13, 8, 3):
        evening = _evening(world, group, world.ago(7 * weeks), by)
        told = ("came", "came", "word", "came", "absent", "came")
        came = {row.reference: how for row, how in zip(members, told, strict=True)}
        changes.note_who_came(evening=evening, came=came, by=by)
    _evening(world, group, world.ago(2), by)
    ahead = _evening(world, group, world.today + timedelta(days=12), by)
    changes.say_whether_i_come(evening=ahead, comes=True, by=world.people["ressursvenn2"])


def _evening(world: Any, group: Any, on: date, by: Any) -> Any:
    return changes.set_evening(group=group, on=on, place="Nabolagshuset, rom 2", by=by, **TIMES)


def _words(world: Any, here: list[Any]) -> None:
    """Sunniva has said that it is heavy; with another two have talked."""
    by = world.leader("oslo")
    person = world.people["ressursvenn2"]
    sunniva = next(row for row in here if row.person_id == person.pk)
    changes.say_it_is_heavy(volunteer=sunniva, wish="ring", by=person)
    changes.note_talk(
        volunteer=here[3],
        on=world.ago(20),
        length="30_60",
        mood="so_so",
        next_step="guidance",
        by=by,
    )


def _gatherings(world: Any) -> None:
    by = world.leader("oslo")
    past = changes.set_gathering(
        association=by.association, on=world.ago(30), for_whom="volunteers",
        place="Grendehuset", by=by,
    )  # fmt: skip
    changes.note_how_many_came(gathering=past, came=14, by=by)
    soon = world.today + timedelta(days=20)
    changes.set_gathering(association=by.association, on=soon, for_whom="pairs", by=by)


def _offers(world: Any, here: list[Any]) -> None:
    """Most have said what may be told. Solveig has said it herself."""
    by, solveig = world.leader("oslo"), world.people["ressursvenn"]
    for number, row in enumerate(here[:10]):
        if number == 4:  # one whom somebody has to ask first
            continue
        herself = row.person_id == solveig.pk
        change = volunteers.say_what_i_offer if herself else volunteers.note_what_she_offers
        change(volunteer=row, by=solveig if herself else by, **_said(row, number))


def _said(row: Any, number: int) -> dict[str, Any]:
    return {
        "levels": {
            code: "mother" if code == "no" else LEVELS[number % 3] for code in row.languages
        },
        "areas": row.areas, "interests": row.interests, "times": row.times,
        "would_like": ["company_for_walks", "talk"] if number % 2 else ["cook_together"],
        "far": ("near", "town", "around")[number % 3],
        "shows": SHOWS if number % 3 else SHOWS[:4],
        "presentation": WORDS[number % 3],
    }  # fmt: skip
