"""What waits for an editor, read off dated facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, F, IntegerField, QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from ..models import Ambassador, Meeting, Membership, Order, Photo, Report, ReportedTotal
from . import actions, buttons

ORDER, UNTOLD, UNREAD = "alliance.order", "alliance.untold", "alliance.unread"
UNCOUNTED, STALE = "alliance.uncounted", "alliance.stale"
SENTENCES = {
    ORDER: ("Noen har bestilt knapper.", "Send, eller svar nei", "alliance:order"),
    UNTOLD: ("En aksjon har vært, og ingen har fortalt hvordan det gikk.", "Fortell", "alliance:report"),
    UNCOUNTED: ("Utdelte knapper venter på å bli bekreftet av en annen.", "Se dem", "alliance:handed_out"),
    STALE: ("Et tall om knappene som du eier, skulle vært sett over.", "Se over tallet", "alliance:buttons"),
    UNREAD: ("En aksjon venter på at en annen redaktør leser den.", "Les den", "alliance:action"),
}  # fmt: skip
OF_ALL = ("alliance:handed_out", "alliance:buttons")  # pages that are about no one row
LEFT_ALONE = timedelta(days=2)  # before an order is a line in Min dag


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait, in words, and where."""

    many: int
    sentence: str
    url: str


WAITS = (  # one, several, what of it, and where
    ("bestilling", "bestillinger", "av knapper venter på svar", "alliance:buttons"),
    ("aksjon", "aksjoner", "venter på å bli lest av en annen", "alliance:actions"),
    ("aksjon", "aksjoner", "har vært, uten at noen har fortalt", "alliance:actions"),
    ("fortelling", "fortellinger", "venter på en annen", "alliance:actions"),
    ("bilde", "bilder", "venter på en annen", "alliance:actions"),
    ("referat", "referater", "venter på godkjenning", "alliance:meetings"),
    ("ambassadør", "ambassadører", "venter på en annen", "alliance:ambassadors"),
    ("medlemskap", "medlemskap", "har ingen bekreftet", "alliance:members"),
    ("tall", "tall", "har ingen bekreftet", "alliance:buttons"),
    ("melding", "meldinger", "om utdelte knapper venter på en annen", "alliance:handed_out"),
)


def waiting() -> list[Waiting]:
    """On the first page of the room, in one question; what there is none of is left out."""
    first, *rest = (_how_many(rows, number) for number, rows in enumerate(_waiting_rows()))
    counted = dict(first.union(*rest, all=True))
    return [
        Waiting(many, f"{one if many == 1 else several} {what}", reverse(page))
        for number, (one, several, what, page) in enumerate(WAITS)
        if (many := counted.get(number))
    ]


def _waiting_rows() -> tuple[QuerySet[Any], ...]:
    """In the order of WAITS."""
    return (
        buttons.waiting_orders(),
        actions.unread(),
        actions.without_report(timezone.localdate()),
        Report.objects.filter(shown_on=None),
        Photo.objects.filter(shown_on=None),
        Meeting.objects.filter(written_on__isnull=False, approved_on=None),
        Ambassador.objects.filter(shown_on=None, withdrawn_on=None),
        Membership.objects.filter(confirmed_on=None),
        ReportedTotal.objects.filter(confirmed_on=None),
        buttons.uncounted(),
    )


def _how_many(rows: QuerySet[Any], number: int) -> QuerySet[Any]:
    """One row: its number here, and how many there are; so that all are asked in one question."""
    one = rows.order_by().annotate(which=Value(number, IntegerField())).values("which")
    return one.annotate(many=Count("pk")).values_list("which", "many")


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """For Min dag: orders that have lain, actions to be read or told of, numbers to be seen by her."""
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    lain = Order.objects.filter(
        sent_on=None, declined_on=None, day__lte=terms.today - LEFT_ALONE
    )  # fmt: skip
    unread = actions.unread().exclude(written_by=person)
    return [
        _named(lain, ORDER, "day"),
        _named(actions.without_report(terms.today), UNTOLD, "day"),
        _named(unread, UNREAD, "written_on"),
        _named(buttons.uncounted().exclude(noted_by=person), UNCOUNTED, "noted_on"),
        _named(
            ReportedTotal.objects.filter(owner=person, review_day__lt=terms.today),
            STALE,
            "review_day",
        ),
    ]


def _named(rows: QuerySet[Any], kind: str, since: str) -> QuerySet[Any]:
    told = rows.order_by().annotate(
        line=Value(kind, CharField()), about=F("reference"), when=F(since)
    )
    return told.values_list("line", "about", "when")


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One of them."""
    sentence, act, page = SENTENCES[kind]
    url = reverse(page, args=[] if page in OF_ALL else [about])
    return Line(weight=Weight.TO_SETTLE, who="", sentence=sentence, act=act, url=url, since=since)
