"""From what was written, or what stands in a row, to what the rules ask. No query."""

from __future__ import annotations

from . import words
from .models import News, Stand
from .rules import NewsFacts, StandFacts


def of_words(*, kind: str, name: str, sentence: str) -> StandFacts:
    """Of what somebody is about to send."""
    return StandFacts(is_person=kind == words.PERSON, name=name, sentence=sentence)


def of(stand: Stand) -> StandFacts:
    """Of a row as it stands."""
    return StandFacts(
        is_person=stand.is_person,
        name=stand.name,
        sentence=stand.sentence,
        confirmed=stand.confirmed_day is not None,
        passed=stand.passed_on is not None,
        put_aside=stand.put_aside_on is not None,
    )


def of_news(news: News, sent_by: int) -> NewsFacts:
    """Of a letter that somebody wants to send."""
    return NewsFacts(written_by=news.written_by_id, sent_by=sent_by)
