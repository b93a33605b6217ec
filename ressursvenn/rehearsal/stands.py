"""Stands in the made-up world: some everybody reads, some to be read, one put aside, and a letter of news."""

from __future__ import annotations

from typing import Any

from ressursvenn.stands import changes

SHOWN = (  # kind, name, county, sentence, days ago
    ("person", "Runa", "Oslo", "Ingen skal være redd i sitt eget hjem.", 6),
    ("person", "Torbjørn", "Trøndelag", "Jeg er far til to. Det er derfor.", 9),
    (
        "organisation",
        "Fjellvik idrettslag",
        "Innlandet",
        "Hos oss sier vi fra, også i garderoben.",
        12,
    ),
    ("person", "Maryam", "Akershus", "", 15),
    ("person", "Anne-Lise", "Nordland", "Fordi stillhet også er et valg.", 19),
    ("organisation", "Havna bibliotek", "Agder", "Døren er åpen, og vi vet hvor hjelpen er.", 23),
    ("person", "Odd", "Vestland", "Jeg burde sagt noe den gangen. Nå gjør jeg det.", 28),
    ("person", "Ingvild", "", "For dem som ikke kan skrive navnet sitt her.", 34),
    ("person", "Samira", "Rogaland", "Æren er å la andre leve fritt.", 40),
    ("organisation", "Nordlia menighet", "Troms", "", 47),
)
CONFIRMED = (
    ("person", "Eirik", "Telemark", "Det begynner med hvordan vi snakker sammen."),
    ("organisation", "Fjellvik kommune", "Innlandet", "Vi henger knappen på rådhuset."),
    ("person", "Kjellaug", "Østfold", "Nok er nok."),
)
SLOW = (
    ("person", "Aslak", "Finnmark", "Stopp volden."),
    ("person", "Vinn", "", "Kjøp billige klokker her"),
)


def lay_out(world: Any) -> None:
    """The confirmed ones wait to be read; the slow ones to be read before a letter goes."""
    reader = world.people["alliansen"]
    for *said, days in SHOWN:
        row = changes.let_pass(stand=_confirmed(*said), by=reader)
        _dated(
            row,
            received_day=world.ago(days),
            confirmed_day=world.ago(days),
            passed_on=world.ago(days),
        )
    waiting = [_confirmed(*one) for one in CONFIRMED]
    _dated(waiting[0], received_day=world.ago(2), confirmed_day=world.ago(1))
    for slow in SLOW:
        _received(*slow)
    aside = changes.put_aside(
        stand=_confirmed("person", "Dritt", "", "Tull og tøys"), why="hateful", by=reader
    )
    _dated(aside, received_day=world.ago(4), put_aside_on=world.ago(3))
    changes.write_news(
        title="Knappen i desember",
        body="Takk for at du står sammen med oss.\n\nFram til 10. desember er vi på torget i tolv byer.",
        by=reader,
    )


def _received(kind: str, name: str, county: str, sentence: str) -> Any:
    """Nobody has solved a puzzle here: that is said afterwards, of those who are to have done it."""
    mailbox = f"{name.split()[0].lower()}@example.org".encode("ascii", "ignore").decode()
    return changes.receive(
        kind=kind, name=name, county=county, sentence=sentence, email=mailbox, wants_news=False,
        word="", answer="", by=None,
    )  # fmt: skip


def _confirmed(*said: str) -> Any:
    row = changes.confirm(stand=_received(*said), news=False, by=None)
    return _dated(row, solved=True)


def _dated(row: Any, **facts: Any) -> Any:
    """A made-up past. The changes note today."""
    for name, fact in facts.items():
        setattr(row, name, fact)
    row.save(update_fields=list(facts))
    return row
