"""Reports in the made-up world: one that two have issued, and one that is being written."""

from __future__ import annotations

from datetime import date
from typing import Any

from ressursvenn.status import changes
from ressursvenn.together import changes as together

WRITTEN = {
    "authors": "Ella Hauge og Eivor Sund, oppdiktede redaktører",
    "foreword": "Dette er en oppdiktet rapport fra en oppdiktet verden. Tallene er satt sammen av det verdenen "
    "har notert, på samme måte som i en ekte rapport.\n\nÅret begynte med planer og sluttet med seksten dager "
    "der knappen var å se mange steder.",
    "press": "Halvparten kom da de seksten dagene begynte. Lokalavisene skrev om stander og åpne møter.",
    "deviations": "To referater kom sent. Fire fylker der noe var planlagt, ble uten aksjon.",
    "plans": "Flere arrangører på mindre steder, og et møte om hvert hull i knappen.",
}


def lay_out(world: Any) -> None:
    """The twelve months up to yesterday are issued; this year is begun."""
    ella, eivor = world.people["alliansen"], world.people["alliansen2"]
    report = changes.begin_report(
        first_day=world.ago(365), last_day=world.ago(1), language="nb", by=ella
    )
    changes.write_in_report(report=report, by=ella, **WRITTEN)
    asked = changes.ask_to_issue(report=report, by=ella)
    together.answer(asked=asked, yes=True, by=eivor)
    changes.begin_report(
        first_day=date(world.today.year, 1, 1), last_day=date(world.today.year, 12, 31),
        language="nn", by=eivor,
    )  # fmt: skip
