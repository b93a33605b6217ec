"""The alliance in the made-up world: members as published, a year of meetings, buttons and campaign actions."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from ressursvenn.alliance import changes, queries

# kind, title, town, days ago (negative: to come), hour, hole, who came
ACTIONS = (
    ("stand", "Stand på Youngstorget", "no-oslo-oslo", 6, 12, "", 240),
    ("open_meeting", "Hva gjør du når du er bekymret?", "no-buskerud-drammen", 5, 18, "prevention", 85),
    ("town_hall", "Rød knapp på rådhuset", "no-ostfold-moss", 4, 0, "", 60),
    ("stand", "Knapper på Torgallmenningen", "no-vestland-bergen", 3, 13, "", 310),
    ("letter", "Tre spørsmål til kommunestyret", "no-troms-tromso", 2, 0, "help", 0),
    ("conference", "Forskning som når fram", "no-trondelag-trondheim", -4, 9, "research", 0),
    ("stand", "Stand på Domkirkeplassen", "no-rogaland-stavanger", -6, 12, "rights", 0),
    ("open_meeting", "Retten til å være trygg", "no-nordland-bodo", -9, 18, "rights", 0),
)  # fmt: skip
ORDERS = (
    ("school", "Solbakken ungdomsskole", "Oslo", 300, 2),
    ("municipality", "Fjordvik kommune", "Vestland", 150, 4),
    ("parish", "Åsheim menighet", "Innlandet", 80, 20),
    ("association", "Moss lokalforening", "Østfold", 500, 30),
    ("firm", "Bakketun Bakeri AS", "Akershus", 20, 41),
)
# medium, kind, what it was about, days ago, address, the action (its number above)
MENTIONS = (
    ("Lysfjordposten", "online", "Stand med knapper på Youngstorget", 6, "stand", 0),
    ("Radio Solvik", "radio", "Samtale om å være bekymret for en nabo", 5, "", 1),
    ("Mossedalens Blad", "paper", "Knappen på rådhuset", 4, "", 2),
    ("Fagbladet Omtanke", "trade", "Hva de fire hullene betyr", 63, "", None),
    ("Kanal Nordavind", "tv", "Innslag fra konferansen om forskning", 119, "", None),
    (
        "Lysfjordposten",
        "online",
        "Alliansen ber om en handlingsplan i hver kommune",
        214,
        "plan",
        None,
    ),
)
SEEN_TOO = (
    "fra siden", "fra oven", "i snøvær", "i kveldslys", "med plakater bak", "på nært hold", "langt borte",
)  # fmt: skip
GRAIN = 2012
DECIDED = (
    ("Alle medlemmer holder minst én stand i løpet av de 16 dagene.", "Norske Kvinners Sanitetsforening"),
    ("Det sendes brev til kommunestyrene om handlingsplanene.", "Krisesentersekretariatet"),
)  # fmt: skip


def lay_out(world: Any) -> None:
    """One editor writes, and the other says yes; some of it still waits for her."""
    first, second = world.people["alliansen"], world.people["alliansen2"]
    changes.lay_out_members(by=first)
    changes.lay_out_totals(by=first)
    for row in queries.membership_history()[:6]:
        changes.confirm_membership(membership=row, by=second)
    _meetings(world, first, second)
    _groups(first)
    _ambassadors(world, first, second)
    _buttons(world, first, second)
    for told in ACTIONS:
        _action(world, told, first, second)
    _draft(world, second)
    _mentions(world, first)


def _meetings(world: Any, first: Any, second: Any) -> None:
    houses = {row.name: row for row in queries.organisations()}
    for days in (170, 80, 20):
        meeting = changes.call_meeting(
            day=world.ago(days), title="Alliansemøte", place="på nett", by=first
        )
        there = [row for name, row in houses.items() if name[0] in "DIKNR"]
        said = "Vi gikk gjennom høstens aksjoner og hva hvert hull mangler.\n\nNeste møte blir på nett."
        changes.write_minutes(meeting=meeting, minutes=said, present=there, by=first)
        for text, who in DECIDED:
            decision = changes.note_decided(
                meeting=meeting,
                text=text,
                seen_to_by=houses[who],
                due=world.ago(days - 30),
                by=first,
            )
            if days > 100:
                changes.note_decision_done(decision=decision, by=first)
        if days > 50:
            changes.approve_minutes(meeting=meeting, read=1, by=second)
    changes.call_meeting(day=world.ago(-30), title="Alliansemøte", place="på nett", by=first)


def _groups(by: Any) -> None:
    houses = {row.name: row for row in queries.organisations()}
    for hole, name, task, who in (
        ("rights", "Lovgruppen", "Følge lovene som er på høring.", "Juridisk rådgivning for kvinner (JURK)"),
        ("help", "Hjelp i hvert fylke", "Se hva som finnes i hvert fylke.", "Krisesentersekretariatet"),
        ("prevention", "Plangruppen", "Lese kommunenes handlingsplaner.", "Reform – Ressurssenter for menn"),
        ("research", "Tallgruppen", "Finne tallene som mangler.", "Norske Kvinners Sanitetsforening"),
    ):  # fmt: skip
        group = changes.form_group(hole=hole, name=name, task=task, by=by)
        changes.give_seat(group=group, organisation=houses[who], leads=True, by=by)


def _ambassadors(world: Any, first: Any, second: Any) -> None:
    shown = changes.note_ambassador(
        name="Tale Åsmyr", known_as="skihopper", agreed=world.ago(60), by=first,
        words="Jeg bærer den på hoppdressen. Da spør noen, og da får jeg sagt det.",
    )  # fmt: skip
    changes.show_ambassador(ambassador=shown, by=second)
    changes.note_ambassador(
        name="Birk Solvoll", known_as="musiker", agreed=world.ago(3), by=first
    )  # fmt: skip


def _buttons(world: Any, by: Any, second: Any) -> None:
    changes.note_stock(kind="in", number=8000, day=world.ago(120), told="ny levering", by=by)
    for number, (kind, who, county, many, days) in enumerate(ORDERS):
        order = changes.order_buttons(
            kind=kind, who=who, county=county, number=many, wanted=world.ago(-10 - number),
            attention="Resepsjonen", street=f"Storgata {number + 1}", postcode="0150", town="Lillevik",
        )  # fmt: skip
        _dated(order, day=world.ago(days))
        if days > 10:
            _dated(
                changes.send_buttons(order=order, number=many, by=by), sent_on=world.ago(days - 3)
            )
    for kind, who, county, many in (
        ("association", "Moss lokalforening", "Østfold", 420),
        ("parish", "Åsheim menighet", "Innlandet", 75),
    ):  # fmt: skip
        given = changes.note_handed_out(
            kind=kind, who=who, county=county, number=many, day=world.ago(8), source="e-post", by=by
        )
        changes.confirm_handed_out(hand_out=given, by=second)


def _action(world: Any, told: tuple[Any, ...], first: Any, second: Any) -> None:
    kind, title, town, days, hour, hole, came = told
    day = world.ago(days)
    clock: dict[str, Any] = {"begins": time(hour), "ends": time(min(hour + 2, 23))} if hour else {}
    action = changes.plan(
        kind=kind, title=title, told="Kom innom, få en knapp, og hør hva de fire hullene betyr.", area=town,
        place="Ved inngangen", day=day, hole=hole, organiser="Sanitetsforeningen på stedet",
        with_them=["Krisesentersekretariatet", "Frivilligsentralen"], by=first, **clock,
    )  # fmt: skip
    changes.show(action=action, read=action.version, by=second)
    if days > 2:
        _told(action, day, came, first, second)


def _told(action: Any, day: date, came: int, first: Any, second: Any) -> None:
    """Everything on the list is done. The first has as many pictures as there may be, all drawn, of nobody."""
    for item in action.items.filter(due__lte=day):
        changes.note_item_done(item=item, by=first)
    said = "Mange stoppet, og noen ble stående lenge. Vi burde hatt flere plakater."
    changes.tell(action=action, told=said, came=came, buttons=came, by=first)
    changes.show_report(action=action, read=1, by=second)
    for seen in ("på duken", *(SEEN_TOO if action.title == ACTIONS[0][1] else ())):
        photo = changes.add_photo(
            action=action, came=_picture(), described=f"Et bord med en stor rød knapp {seen}",
            consent="nobody", by=first,
        )  # fmt: skip
        changes.show_photo(photo=photo, by=second)


def _mentions(world: Any, by: Any) -> None:
    """Media that are not there, at addresses nobody can have; one was noted twice, and is struck."""
    open_to_all = {row.action.title: row.action for row in queries.everything_shown()}
    for medium, kind, headline, days, link, number in MENTIONS:
        changes.note_mention(
            medium=medium, kind=kind, headline=headline, day=world.ago(days), by=by,
            link=f"https://lysfjordposten.example/{link}" if link else "",
            action=None if number is None else open_to_all[ACTIONS[number][1]],
        )  # fmt: skip
    twice = changes.note_mention(
        medium="Lysfjordposten", kind="online", headline="Stand på Youngstorget", day=world.ago(6), by=by
    )  # fmt: skip
    changes.strike_mention(mention=twice, why="twice", by=by)


def _draft(world: Any, by: Any) -> None:
    """One that waits for the first editor to read it."""
    changes.plan(
        kind="stand", title="Kvinnedagen på torget", told="Vi deler ut knapper før toget går.",
        area="no-innlandet-hamar", place="Stortorget", day=world.today + timedelta(days=98), hole="",
        organiser="Hamar sanitetsforening", with_them=[], by=by,
    )  # fmt: skip


@cache
def _picture() -> bytes:
    """A table with a large button on it, drawn here, with the grain that a camera leaves in the evening."""
    drawn = Image.new("RGB", (960, 640), "#cfe0d8")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 430, 960, 640), fill="#9cc3bc")
    pen.rectangle((160, 400, 800, 600), fill="#fbf7f2")
    pen.ellipse((370, 300, 590, 520), fill="#c5162e")
    for x, y in ((445, 375), (515, 375), (445, 445), (515, 445)):
        pen.ellipse((x - 16, y - 16, x + 16, y + 16), fill="#fbf7f2")
    grain = Image.frombytes("RGB", drawn.size, Random(GRAIN).randbytes(960 * 640 * 3))
    out = BytesIO()
    Image.blend(drawn, grain, 0.2).save(out, "JPEG", quality=90)
    return out.getvalue()


def _dated(row: Any, **days: Any) -> Any:
    """A made-up past. The changes note today."""
    for name, day in days.items():
        setattr(row, name, day)
    row.save(update_fields=list(days))
    return row
