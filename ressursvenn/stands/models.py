"""A stand on its way to everybody; whoever asked for news; and what they are told."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys, Plain

from . import words

_by = partial(columns.by_person, null=True, editable=False)


def _day(label: str) -> models.DateField[Any, Any]:
    return models.DateField(label, null=True, blank=True, editable=False)


class Stand(models.Model):
    """One stand. It is shown when whoever took it has confirmed it and an editor has read it.

    `mailbox` is locked with the house's own key, and emptied when the letter has left; when news were asked
    for, when the stand is confirmed. `domain` is what stands after the @, for whoever reads an organisation's.
    """

    reference = columns.reference()
    kind = models.CharField("hvem", max_length=12, choices=list(words.KINDS.items()))
    name = models.CharField("navn", max_length=words.NAME_LENGTH)
    county = models.CharField("fylke", max_length=40, blank=True)
    sentence = models.CharField("setning", max_length=words.SENTENCE_LENGTH, blank=True)
    solved = models.BooleanField("nettleseren løste oppgaven", default=False)
    received_day = models.DateField("mottatt", db_index=True)
    mailbox = models.BinaryField(blank=True, editable=False)
    domain = models.CharField("e-posten kom fra", max_length=120, blank=True, editable=False)
    wants_news = models.BooleanField("vil ha nyheter", default=False)
    letter_day = _day("brev sendt")
    confirmed_day = _day("bekreftet")
    passed_on = _day("lest og sluppet")
    passed_by = _by()
    put_aside_on = _day("lagt bort")
    put_aside_by = _by()
    why = models.CharField("hvorfor", max_length=20, blank=True, editable=False)

    class Meta:
        constraints = (
            on_and_by("passed"),
            on_and_by("put_aside"),
            models.CheckConstraint(
                condition=Q(passed_on=None) | Q(put_aside_on=None),
                name="stand_passed_or_put_aside_not_both",
                violation_error_message="Et standpunkt er enten sluppet eller lagt bort.",
            ),
            models.CheckConstraint(
                condition=Q(put_aside_on=None, why="")
                | (Q(put_aside_on__isnull=False) & Q(why__in=list(words.REASONS))),
                name="stand_put_aside_with_a_reason",
                violation_error_message="Velg hvorfor det legges bort.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_day=None) | Q(mailbox=b""),
                name="stand_confirmed_has_no_mailbox",
                violation_error_message="Når det er bekreftet, er adressen glemt.",
            ),
            models.CheckConstraint(
                condition=Q(domain="") | Q(kind=words.ORGANISATION, passed_on=None),
                name="stand_domain_until_it_is_read",
                violation_error_message="Når det er lest, er det glemt hvor e-posten kom fra.",
            ),
        )
        indexes = (models.Index(fields=["confirmed_day", "passed_on"], name="stand_shown"),)

    class Handling(Plain):
        plain = {
            *("id", "reference", "kind", "name", "county", "sentence", "solved", "received_day"),
            *("mailbox", "domain", "wants_news", "letter_day", "confirmed_day", "passed_on"),
            *("passed_by", "put_aside_on", "put_aside_by", "why"),
        }
        keep = "stand"

    def __str__(self) -> str:
        return self.reference

    @property
    def is_person(self) -> bool:
        return self.kind == words.PERSON

    @property
    def said(self) -> str:
        """Her own sentence, or the one that all stand behind."""
        return self.sentence or (words.SAYING if self.is_person else words.SAYING_OF_MANY)

    @property
    def why_words(self) -> str:
        return words.REASONS.get(self.why, "")


class News(models.Model):
    """A letter to those who asked for news: written by one editor, sent by another."""

    reference = columns.reference()
    title = models.CharField("emne", max_length=80)
    body = models.TextField("brevet", max_length=4000)
    written_on = models.DateField("skrevet", editable=False)
    written_by = columns.by_person(editable=False)
    sent_on = _day("sendt")
    sent_by = _by()

    class Meta:
        constraints = (
            on_and_by("sent"),
            models.CheckConstraint(
                condition=Q(sent_by=None) | ~Q(sent_by=models.F("written_by")),
                name="news_sent_by_another",
                violation_error_message="En annen enn den som skrev brevet, må sende det.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "reference", "title", "body", "written_on", "written_by", "sent_on", "sent_by"),
        }

    def __str__(self) -> str:
        return self.reference


class NewsReader(models.Model):
    """A mailbox that asked for news, twice. Not which stand it took, nor any name."""

    reference = columns.reference()
    mailbox = models.BinaryField(editable=False)
    mailbox_print = models.CharField(max_length=64, unique=True, editable=False)
    since_day = models.DateField("siden")
    had = models.ForeignKey(News, models.SET_NULL, null=True, blank=True, related_name="+")

    class Handling(Plain):
        plain = {"id", "reference", "mailbox", "mailbox_print", "since_day", "had"}
        keep = "news_reader"

    def __str__(self) -> str:
        return self.reference
