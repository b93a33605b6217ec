"""What waits for whoever answers for a grant, read off its days, for Min dag."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import TruncYear
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission, holders_of
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from .. import standing
from ..models import Amendment, Award, Condition, Grant

APPLY, TELL, MEET, ANSWER = "grants.apply", "grants.tell", "grants.meet", "grants.answer"
SENTENCES = {
    APPLY: ("En søknad om tilskudd er ikke sendt, og fristen nærmer seg.", "Gjør den ferdig"),
    TELL: ("En rapport til en tilskuddsgiver skal være inne.", "Skriv rapporten"),
    MEET: ("Et vilkår i et tilsagnsbrev har en frist.", "Se vilkåret"),
    ANSWER: ("En tilskuddsgiver har ikke svart på en endring.", "Spør igjen, eller noter svaret"),
}
AHEAD = {APPLY: timedelta(days=30), TELL: timedelta(days=45), MEET: timedelta(days=30)}
UNANSWERED = timedelta(days=21)  # after this a question to a funder is asked again
A_DAY = timedelta(days=1)


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """Deadlines of the grants that are hers, and of those that no keeper owns: until one takes over."""
    if not person.may(Permission.KEEP_GRANTS):
        return []
    keeping = Q(owner__role__in=holders_of(Permission.KEEP_GRANTS), owner__left_on=None)
    mine = Grant.objects.filter(Q(owner=person) | ~keeping)
    hers = {"grant__in": mine}
    drafts = mine.filter(sent_on=None, refused_on=None)
    near = drafts.filter(call__deadline_day__lte=terms.today + AHEAD[APPLY])
    due = Condition.objects.filter(met_on=None, due_day__lte=terms.today + AHEAD[MEET], **hers)
    asked = Amendment.objects.filter(
        answered_on=None, asked_day__lte=terms.today - UNANSWERED, **hers
    )
    return [
        _named(near, APPLY, "reference", "call__deadline_day"),
        _named(_untold(hers, terms), TELL, "grant__reference", "report_day"),
        _named(due, MEET, "grant__reference", "due_day"),
        _named(asked, ANSWER, "grant__reference", "asked_day"),
    ]


def _untold(hers: dict[str, Any], terms: Terms) -> QuerySet[Award]:
    """A report until the grant's end tells what was asked for; while it lasts, one until the year's end."""
    year_before = ExpressionWrapper(
        TruncYear("report_day") - Value(A_DAY), output_field=DateField()
    )
    rows = Award.objects.filter(report_day__lte=terms.today + AHEAD[TELL], **hers)
    told = standing.with_last_day(Grant.objects.filter(pk=OuterRef("grant"))).filter(
        Q(reports__last_day__gte=F("lasts_until"))
        | Q(
            reports__last_day__gte=OuterRef("year_before"), lasts_until__gte=OuterRef("report_day")
        ),
        reports__issue__isnull=False,
    )
    return rows.annotate(year_before=year_before).filter(~Exists(told))


def _named(rows: QuerySet[Any], kind: str, about: str, since: str) -> QuerySet[Any]:
    told = rows.order_by().annotate(line=Value(kind, CharField()), thing=F(about), when=F(since))
    return told.values_list("line", "thing", "when")


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One of them. What is late says so."""
    sentence, act = SENTENCES[kind]
    late = kind == ANSWER or (since is not None and since < terms.today)
    weight = Weight.FOLLOW_UP_OVERDUE if late else Weight.TO_SETTLE
    url = reverse("grants:one", args=[about])
    return Line(weight=weight, who="", sentence=sentence, act=act, url=url, since=since)
