"""Papers in the made-up world: signed by both, waiting for her, waiting for us, old; and one who has left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ressursvenn.agreements import changes
from ressursvenn.volunteers import changes as volunteers

NEW = ("declaration", "agreement")


def lay_out(world: Any) -> None:
    """In Oslo. Solveig has her papers; Sunniva has one to sign, and we have one of hers to sign."""
    by = world.leader("oslo")
    solveig, sunniva = (_own(world, name) for name in ("ressursvenn", "ressursvenn2"))
    for kind in NEW:
        row = changes.note_gone_through(volunteer=solveig, kind=kind, language="nb", by=by)
        changes.sign_herself(signing=row, by=world.people["ressursvenn"])
        changes.sign_for_us(signing=row, by=by)
    waits = changes.note_gone_through(volunteer=sunniva, kind="agreement", language="nn", by=by)
    changes.sign_herself(signing=waits, by=world.people["ressursvenn2"])
    changes.note_gone_through(volunteer=sunniva, kind="declaration", language="nn", by=by)
    free = [row for row in world.available["oslo"] if not row.pairs.exists() and not row.person_id]
    volunteers.note_confidentiality_signed(volunteer=free[0], on=world.ago(700), by=by)
    _left(world, free[-1], by)  # she has a pause, so nobody's suggestion is another without her


def _own(world: Any, sign_name: str) -> Any:
    person = world.people[sign_name]
    return next(row for row in world.available["oslo"] if row.person_id == person.pk)


def _left(world: Any, volunteer: Any, by: Any) -> None:
    """She has moved for a while, and would be glad to be asked again now."""
    changes.note_exit_talk(
        volunteer=volunteer, on=world.ago(40), why="moved", come_back="yes",
        ask_again_from=(world.today - timedelta(days=1)), to_change="Flere kvelder sammen", by=by,
    )  # fmt: skip
    changes.say_farewell(volunteer=volunteer, on=world.ago(38), by=by)
