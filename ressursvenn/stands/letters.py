"""What a mailbox gets from here: neutral words, one link, and nothing of what somebody wrote.

Whoever opens the mailbox may be another than the one who took the stand, so the letter tells as little as one
on its way to staff: no word of what it is about.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from ressursvenn.protection.messages import letters
from ressursvenn.protection.messages.letters import Letter
from ressursvenn.protection.messages.texts import Text

from . import links, queries
from .models import News, NewsReader, Stand

CONFIRM = Text(
    "Bekreft det du skrev",
    "Hei,\n\nnoen har skrevet noe hos oss og oppgitt denne e-posten. Var det deg, så trykk på lenken og "
    "bekreft det. Ta vare på brevet: med samme lenke kan du ta det bort igjen.\n\n{link}\n\nVar det ikke "
    "deg, trenger du ikke gjøre noe. Da slettes det om {days} dager.\n",
)
OUT = "\n\n--\nDu får dette fordi du har bedt om nyheter fra oss. Ett trykk, så får du ikke flere:\n{link}\n"


def to_confirm(stand: Stand, mailbox: str) -> Letter:
    """The same stand is the same letter."""
    word = links.word_of(stand.reference, links.STAND)
    body = CONFIRM.body.format(
        link=_in_full(reverse("stands_public:confirm", args=[word])), days=queries.days_kept()
    )
    text = Text(CONFIRM.subject, body)
    return letters.of(stand.reference, to=mailbox, sender=_sender(), text=text)


def of_news(news: News, reader: NewsReader, mailbox: str) -> Letter:
    """One letter to one reader, with one way out that mail programs know as well."""
    out = links.word_of(reader.reference, links.NEWS)
    link = _in_full(reverse("stands_public:out", args=[out]))
    text = Text(news.title, f"{news.body}{OUT.format(link=link)}")
    same = f"{news.reference}{reader.reference}"
    return letters.of(same, to=mailbox, sender=_sender(), text=text, way_out=link)


def _sender() -> str:
    return str(settings.MESSAGE_SENDERS[-1])


def _in_full(path: str) -> str:
    """The address with its host: one that shows public pages."""
    hosts = [host for host in settings.ALLOWED_HOSTS if host != settings.DESK_HOST]
    scheme = "https" if settings.PRODUCTION else "http"
    return f"{scheme}://{next(iter(hosts), 'localhost')}{path}"
