"""Adverts in the made-up world: one that is over, three that are open in two languages, and a draft."""

from __future__ import annotations

from typing import Any

from ressursvenn.adverts import blocks, changes, queries, words


def lay_out(world: Any) -> None:
    """Oslo has one of each; Drammen and Moss an open one each."""
    over = _open(world, "oslo", 140, heading="again")
    changes.close(advert=over, by=world.leader("oslo"))
    _dated(over, closed_on=world.ago(60))
    _open(
        world,
        "oslo",
        20,
        heading="walk",
        towns=["no-oslo-oslo"],
        times=["weekday_evening", "saturday"],
    )
    paused = _open(world, "oslo", 45, heading="languages", languages=list(words.STANDING))
    changes.pause(advert=paused, by=world.leader("oslo"))
    _dated(paused, paused_on=world.ago(5))
    _open(world, "drammen", 12, heading="time", towns=["no-buskerud-drammen"])
    _open(
        world,
        "moss",
        33,
        heading="languages",
        languages=["ar", "so", "ti", "tr", "uk"],
        language="nn",
    )
    _dated(_draft(world, "oslo", heading="time", language="nn"), written_on=world.ago(9))


def _draft(world: Any, house: str, **more: Any) -> Any:
    chosen = {
        "language": "nb", "heading": "walk", "doing": list(words.DOING), "getting": list(words.GETTING),
        "languages": [], "towns": [], "times": [], **more,
    }  # fmt: skip
    by = world.leader(house)
    return changes.write_draft(association=world.houses[house], by=by, **chosen)


def _open(world: Any, house: str, days: int, **more: Any) -> Any:
    """Published so many days ago."""
    draft = _draft(world, house, **more)
    shown = blocks.print_of(queries.text_of(draft))
    row = changes.publish(advert=draft, shown=shown, by=world.leader(house))
    return _dated(row, written_on=world.ago(days + 2), published_on=world.ago(days))


def _dated(row: Any, **days: Any) -> Any:
    """A made-up past. The changes note today."""
    for name, day in days.items():
        setattr(row, name, day)
    row.save(update_fields=list(days))
    return row
