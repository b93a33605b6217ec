"""What happens to a page: written, read by a speaker, asked about, published; an address is looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not
from ressursvenn.together import changes as together

from . import acts, facts, links, places, queries, rules
from .languages import BESIDE
from .models import Look, Publication, Version


@transaction.atomic
def write_version(
    *, place: str, language: str, title: str, lead: str, body: str, by: Person
) -> Version:
    """A new text for a page. Nobody outside sees it before two have agreed."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    if not places.known(place, language):
        raise ValidationError("Siden finnes ikke på dette språket.")
    last = queries.newest(place, language)
    row = Version(place=place, language=language, number=last.number + 1 if last else 1)
    row.title, row.lead, row.body = title, lead, body
    row.written_at, row.written_by = timezone.now(), by
    return _keep(row, by=by, did="version_written")


@transaction.atomic
def note_read_by_speaker(*, version: Version, on: date, by: Person) -> Version:
    """Somebody who speaks the language has read it and found it right. Noted by another than who wrote it."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = Version.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if row.language in BESIDE:
        raise ValidationError("Denne siden er ingen oversettelse.")
    if row.written_by_id == by.pk:
        raise ValidationError("En annen enn den som skrev, noterer at teksten er lest.")
    if not timezone.localdate(row.written_at) <= on <= timezone.localdate():
        raise ValidationError({"on": "Velg en dag fra teksten ble skrevet og til i dag."})
    row.read_on, row.read_by = on, by
    return _keep(row, by=by, did="read_by_speaker")


@transaction.atomic
def ask_to_publish(*, version: Version, by: Person) -> Any:
    """One of two has said that everybody should read this. Raises ValidationError with why not."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    _may_be_published(version)
    return together.ask(act=acts.PUBLISH, about=version.reference, association=None, by=by)


def _published(*, asked: Any, by: Person) -> Publication:
    """The second yes. The rules are asked once more: a day has passed, and the numbers may be others."""
    version = Version.objects.get(reference=asked.about)
    _may_be_published(version)
    row = Publication(version=version, asked_by=asked.asked_by, published_by=by)
    row.published_at = timezone.now()
    row.full_clean()
    row.save()
    audit.record(by=by, did="door.published", to=version)
    return row


@transaction.atomic
def note_look(*, link: str, target: str, by: Person) -> Look:
    """Somebody has opened the address. One that is new is shown when another editor has opened it too."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    if link not in links.LINKS:
        raise ValidationError("Lenken finnes ikke.")
    row = Look(link=link, target=target, seen_on=timezone.localdate(), seen_by=by)
    row.full_clean()
    row.save()
    audit.record(by=by, did="door.address_looked_at")
    return row


def _may_be_published(version: Version) -> None:
    or_why_not(rules.may_be_published(facts.of(version), accounts.terms(None)))


def _keep(row: Version, *, by: Person, did: str) -> Version:
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"door.{did}", to=row)
    return row
