"""A letter to the readers of news is written by one editor and sent by another. A reader asks herself out."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, rules
from ..models import News, NewsReader


@transaction.atomic
def write_news(*, title: str, body: str, by: Person) -> News:
    """Ready for another editor to read and send."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = News(title=title, body=body, written_on=timezone.localdate(), written_by=by)
    return _kept(row, did="news_written", by=by)


@transaction.atomic
def send_news(*, news: News, by: Person) -> News:
    """Another editor has read it: it goes to all who have asked for news, as the rounds are made."""
    row = _unsent(news, by)
    or_why_not(not_met(rules.may_be_sent(facts.of_news(row, by.pk), accounts.terms(None))))
    row.sent_on, row.sent_by = timezone.localdate(), by
    return _kept(row, did="news_sent", by=by)


@transaction.atomic
def throw_away_news(*, news: News, by: Person) -> None:
    """It will not be sent. What is sent is sent."""
    row = _unsent(news, by)
    audit.record(by=by, did="stands.news_thrown_away", to=row)
    row.delete()


@transaction.atomic
def ask_out(*, reader: NewsReader, by: None = None) -> None:
    """She wants no more news. Her address is gone."""
    audit.record(by=by, did="stands.asked_out", to=reader)
    NewsReader.objects.filter(pk=reader.pk).delete()


def _unsent(news: News, by: Person) -> News:
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = News.objects.select_for_update().filter(pk=news.pk, sent_on=None).first()
    if row is None:
        raise ValidationError("Brevet er alt sendt, eller kastet.")
    return row


def _kept(row: News, *, did: str, by: Person) -> News:
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"stands.{did}", to=row)
    return row
