"""What editors see: everything, and what waits for the other of two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from .. import facts, words
from ..models import Addressee, Addressing, Demand, DemandText, Evidence, Happening, SourcedFigure

TEXT, HAPPENED, EVIDENCE = "agenda.text", "agenda.happening", "agenda.evidence"
FIGURE, STALE = "agenda.figure", "agenda.stale"
ADDRESSED, OVERDUE = "agenda.addressed", "agenda.overdue"
WARNED_BEFORE = timedelta(days=14)
MODELS = {"text": DemandText, "happening": Happening, "evidence": Evidence}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that one editor has written and another has to confirm."""

    what: str
    said: str
    by: str
    own: bool
    on: date
    url: str


def visible_to(person: Person) -> QuerySet[Demand]:
    """Every demand, confirmed or not, for an editor; nothing for others."""
    rows = Demand.objects.order_by("hole", "raised_day", "pk")
    return rows if person.may(Permission.EDIT_ALLIANCE) else rows.none()


def as_they_stand(rows: QuerySet[Demand]) -> list[Any]:
    """The same with their words, to whom, and how each stands by all that is noted, confirmed or not."""
    return [_read(row) for row in rows.prefetch_related(*_noted_of(), "addressees")]


def with_everything(rows: QuerySet[Demand]) -> list[Any]:
    """The same with all that has been said of what happened, and with what stands behind each."""
    people = ("noted_by", "confirmed_by")
    evidence = Evidence.objects.filter(taken_out_on=None).select_related("figure", *people)
    behind = Prefetch("evidence", evidence.order_by("-year", "pk"), to_attr="all_evidence")
    waits = Addressing.objects.filter(confirmed_on=None).select_related("written_by")
    to = Prefetch("addressings", waits.prefetch_related("addressees"), to_attr="to_be")
    return [_read(row) for row in rows.prefetch_related(*_noted_of(), behind, to, "addressees")]


def _noted_of() -> list[Prefetch[Any]]:
    people = ("noted_by", "confirmed_by")
    texts = DemandText.objects.select_related("written_by", "confirmed_by").order_by("-number")
    happened = Happening.objects.select_related("addressee", "promise", "struck_by", *people)
    return [
        Prefetch("texts", texts, to_attr="all_texts"),
        Prefetch("happenings", happened.order_by("-day", "-pk"), to_attr="all_happenings"),
    ]


def _read(row: Any) -> Any:
    row.title = row.all_texts[0].title
    row.newest = row.all_texts[0]
    row.is_public = any(text.confirmed_on for text in row.all_texts)
    row.standing = facts.standing_of(one for one in row.all_happenings if one.struck_on is None)
    facts.mark_overdue(row.all_happenings, row.standing, timezone.localdate())
    return row


def still_open(row: Any) -> list[Happening]:
    """The promises of a demand that are neither kept nor broken, for whoever notes that one is."""
    happened = row.happenings.filter(struck_on=None)
    left = facts.standing_of(happened).open_promises
    return [one for one in happened if one.pk in left]


def row_of(kind: str, demand: Demand, key: str) -> Any:
    """A text by its number, a happening or a piece of evidence by its reference; None if there is none."""
    by = {"number": key} if kind == "text" else {"reference": key}
    if kind == "text" and not key.isdigit():
        return None
    return MODELS[kind]._default_manager.filter(demand=demand, **by).first()


def addressees() -> QuerySet[Addressee]:
    return Addressee.objects.order_by("kind", "name")


def addressees_of(demand: Demand) -> QuerySet[Addressee]:
    return demand.addressees.order_by("kind", "name")


def newest_text(demand: Demand) -> DemandText:
    """Confirmed or not: what the next version begins with."""
    return demand.texts.order_by("-number")[0]


def every_figure(person: Person) -> QuerySet[SourcedFigure]:
    """Those that are told, those that are not yet, and those that no longer are."""
    named = SourcedFigure.objects.select_related(
        "owner", "written_by", "confirmed_by", "withdrawn_by"
    )
    rows = named.order_by(
        "withdrawn_on", F("confirmed_on").asc(nulls_first=True), "review_day", "pk"
    )
    return rows if person.may(Permission.EDIT_ALLIANCE) else rows.none()


def waiting(person: Person, demands: list[Any] | None = None) -> list[Waiting]:
    """All that waits for another editor, oldest first; `own` is what she wrote. `demands` as they stand."""
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    read = as_they_stand(visible_to(person)) if demands is None else demands
    listed = [*_texts(person, read), *_addressed(person), *_noted(person, read), *_figures(person)]
    return sorted(listed, key=lambda one: (one.on, one.said))


def _texts(person: Person, read: list[Any]) -> list[Waiting]:
    rows = [text for demand in read for text in demand.all_texts if text.confirmed_on is None]
    return [
        Waiting(
            "Ny tekst" if row.number > 1 else "Nytt krav", row.title, row.written_by.name,
            row.written_by_id == person.pk, row.written_on,
            reverse("agenda:one", args=[row.demand.reference]),
        )
        for row in rows
    ]  # fmt: skip


def _addressed(person: Person) -> list[Waiting]:
    """Of demands that everybody reads; whom a new one is to, is confirmed with its words."""
    rows = _addressed_anew().select_related("demand", "written_by").prefetch_related("addressees")
    return [
        Waiting(
            "Hvem kravet går til", ", ".join(sorted(to.name for to in row.addressees.all())),
            row.written_by.name, row.written_by_id == person.pk, row.written_on,
            reverse("agenda:one", args=[row.demand.reference]),
        )
        for row in rows
    ]  # fmt: skip


def _addressed_anew() -> QuerySet[Addressing]:
    read = DemandText.objects.filter(demand=OuterRef("demand"), confirmed_on__isnull=False)
    return Addressing.objects.filter(Exists(read), confirmed_on=None)


def _overdue(today: date) -> QuerySet[Happening]:
    """Promises whose day is past, of demands that are not over, and of which nothing has been noted."""
    stands = Happening.objects.filter(struck_on=None)
    settled = stands.filter(promise=OuterRef("pk"))
    over = stands.filter(demand=OuterRef("demand"), kind__in=words.LAST)
    rows = stands.filter(kind=words.PROMISE, confirmed_on__isnull=False, due_day__lt=today)
    return rows.filter(~Exists(settled), ~Exists(over))


def _noted(person: Person, read: list[Any]) -> list[Waiting]:
    every = [one for demand in read for one in demand.all_happenings]
    happened = [one for one in every if one.confirmed_on is None and one.struck_on is None]
    evidence = Evidence.objects.filter(confirmed_on=None, taken_out_on=None)
    behind = evidence.select_related("demand", "noted_by")
    rows = [(one.kind_word, one) for one in happened] + [("Belegg", one) for one in behind]
    return [
        Waiting(
            what, row.says, row.noted_by.name, row.noted_by_id == person.pk, row.noted_on,
            f"{reverse('agenda:one', args=[row.demand.reference])}#{row.reference}",
        )
        for what, row in rows
    ]  # fmt: skip


def _figures(person: Person) -> list[Waiting]:
    rows = SourcedFigure.objects.filter(confirmed_on=None).select_related("written_by")
    return [
        Waiting(
            "Tall", f"{row.value} {row.says}", row.written_by.name, row.written_by_id == person.pk,
            row.written_on, reverse("agenda:figure", args=[row.reference]),
        )
        for row in rows
    ]  # fmt: skip


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """What others have written and she may confirm, promises whose day is past, and her own stale figures."""
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    texts = DemandText.objects.filter(confirmed_on=None).exclude(written_by=person)
    noted = Q(confirmed_on=None) & ~Q(noted_by=person)
    happened = Happening.objects.filter(noted, struck_on=None)
    evidence = Evidence.objects.filter(noted, taken_out_on=None)
    figures = SourcedFigure.objects.filter(confirmed_on=None).exclude(written_by=person)
    stale = SourcedFigure.objects.filter(
        owner=person, confirmed_on__isnull=False, withdrawn_on=None,
        review_day__lte=terms.today + WARNED_BEFORE,
    )  # fmt: skip
    return [
        _named(texts, TEXT, "demand__reference", "written_on"),
        _named(
            _addressed_anew().exclude(written_by=person),
            ADDRESSED,
            "demand__reference",
            "written_on",
        ),
        _named(_overdue(terms.today), OVERDUE, "demand__reference", "due_day"),
        _named(happened, HAPPENED, "demand__reference", "noted_on"),
        _named(evidence, EVIDENCE, "demand__reference", "noted_on"),
        _named(figures, FIGURE, "reference", "written_on"),
        _named(stale, STALE, "reference", "review_day"),
    ]


def _named(rows: QuerySet[Any], kind: str, about: str, since: str) -> QuerySet[Any]:
    named = rows.order_by().annotate(
        line_kind=Value(kind, CharField()), line_about=F(about), line_since=F(since)
    )
    return named.values_list("line_kind", "line_about", "line_since")


SENTENCES = {
    TEXT: ("Teksten i et krav venter på at en annen redaktør bekrefter den.", "Les den"),
    HAPPENED: ("Noe som har hendt med et krav, venter på at en annen bekrefter det.", "Se kilden"),
    EVIDENCE: ("Belegg for et krav venter på at en annen bekrefter det.", "Se kilden"),
    ADDRESSED: (
        "Hvem et krav går til, venter på at en annen redaktør bekrefter det.",
        "Se hvem",
    ),
    OVERDUE: (
        "Fristen for et løfte er ute, og ingen har notert om det ble holdt.",
        "Noter hva som hendte",
    ),
    FIGURE: ("Et tall venter på at en annen redaktør bekrefter det.", "Se kilden"),
    STALE: ("Et tall du eier, skal ses over.", "Se over tallet"),
}


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One of them."""
    sentence, act = SENTENCES[kind]
    page = "agenda:figure" if kind in (FIGURE, STALE) else "agenda:one"
    late = kind == STALE and since is not None and since < terms.today
    return Line(
        weight=Weight.WAITS_FOR_YOU if kind != STALE or late else Weight.TO_SETTLE,
        who="",
        sentence=sentence,
        act=act,
        url=reverse(page, args=[about]),
        since=since,
    )
