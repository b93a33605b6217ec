"""A page's versions, none written over; when each was published, by two; and when an address was looked at."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes import columns
from ressursvenn.shapes.handling import Nobodys

from . import languages, places, texts, words


class Version(models.Model):
    """One text of one page in one language. A change is a new version; only that it was read is noted."""

    reference = columns.reference()
    place = models.CharField(
        "side", max_length=16, choices=[(code, each.word) for code, each in places.PLACES.items()]
    )
    language = models.CharField(
        "språk",
        max_length=2,
        choices=[(code, each.word) for code, each in languages.LANGUAGES.items()],
    )
    number = models.PositiveSmallIntegerField("nummer", editable=False)
    title = models.CharField("overskrift", max_length=words.TITLE_AT_MOST)
    lead = models.CharField("innledning", max_length=words.LEAD_AT_MOST)
    body = models.TextField("tekst", max_length=words.BODY_AT_MOST)
    written_at = models.DateTimeField("skrevet", editable=False)
    written_by = columns.by_person("skrevet av", editable=False)
    read_on = models.DateField("lest av en som kan språket", null=True, blank=True, editable=False)
    read_by = columns.by_person("notert av", null=True, editable=False)

    class Meta:
        constraints = (
            on_and_by("read"),
            models.UniqueConstraint(
                fields=("place", "language", "number"),
                name="door_version_numbered_once",
                violation_error_message="Noen andre lagret en versjon samtidig. Lagre en gang til.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *("id", "reference", "place", "language", "number", "title", "lead", "body"),
            *("written_at", "written_by", "read_on", "read_by"),
        }

    def __str__(self) -> str:
        return self.reference

    @property
    def text(self) -> texts.Text:
        return texts.Text(self.title, self.lead, self.body)

    @property
    def place_word(self) -> str:
        return places.PLACES[self.place].word

    @property
    def tongue(self) -> languages.Language:
        return languages.LANGUAGES[self.language]


class Publication(models.Model):
    """A version became what everybody reads. The newest counts; an earlier text comes back as one more."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="publications")
    asked_by = columns.by_person("spurt av")
    published_at = models.DateTimeField("publisert")
    published_by = columns.by_person("publisert av")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(published_by=F("asked_by")),
                name="door_published_by_another_than_asked",
                violation_error_message="Den som publiserer, er en annen enn den som spurte.",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "version", "asked_by", "published_at", "published_by"}

    def __str__(self) -> str:
        return str(self.pk)


class Look(models.Model):
    """Somebody opened an address elsewhere and saw that it still is what we say. The newest counts."""

    link = models.CharField("lenke", max_length=16)
    target = models.CharField("adresse", max_length=300)
    seen_on = models.DateField("sett")
    seen_by = columns.by_person("sett av")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(target__startswith="https://"),
                name="door_look_at_https",
                violation_error_message="Adressen begynner med https://.",
            ),
        )

    class Handling(Nobodys):
        plain = {"id", "link", "target", "seen_on", "seen_by"}

    def __str__(self) -> str:
        return self.link
