"""What happens to an advert: written, published, paused, opened, closed. Published words stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.paper import setting
from ressursvenn.protection import audit

from . import blocks, facts, queries, rules, words
from .models import Advert

BESIDE = {  # the field that a no is told beside
    "ADV-01": "languages", "ADV-02": "languages", "ADV-03": "towns", "ADV-04": "times",
    "ADV-05": "towns", "ADV-06": "languages", "ADV-07": "heading",
}  # fmt: skip
FROZEN = "Annonsen er publisert og kan ikke endres. Lukk den, og lag en ny."
CHANGED = (
    "Annonsen er ikke lenger slik den sto da du leste den. Les den en gang til, og publiser den hvis "
    "den er god."
)
LISTS: Mapping[str, Iterable[str]] = {
    "doing": words.DOING, "getting": words.GETTING, "languages": words.STANDING, "towns": AREAS,
    "times": words.TIMES,
}  # fmt: skip


class Chosen(TypedDict):
    """All that somebody chooses for an advert. Codes of `words.py`; for towns those of areas."""

    language: str
    heading: str
    doing: list[str]
    getting: list[str]
    languages: list[str]
    towns: list[str]
    times: list[str]


@transaction.atomic
def write_draft(*, association: Association, by: Person, **chosen: Unpack[Chosen]) -> Advert:
    """An advert is put together, for nobody to see yet. Raises ValidationError, beside the field."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    row = Advert(association=association, written_on=timezone.localdate(), written_by=by)
    guard.same_house(by, row)
    return _put_together(row, chosen, by=by, did="advert_written")


@transaction.atomic
def rewrite_draft(*, advert: Advert, by: Person, **chosen: Unpack[Chosen]) -> Advert:
    """The draft is put together anew. What is published stays as it is."""
    row = _draft(advert, by)
    row.written_on, row.written_by = timezone.localdate(), by
    return _put_together(row, chosen, by=by, did="advert_rewritten")


@transaction.atomic
def throw_away_draft(*, advert: Advert, by: Person) -> None:
    """It will not be published. What is published can be closed, and not thrown away."""
    row = _draft(advert, by)
    audit.record(by=by, did="adverts.draft_thrown_away", to=row)
    row.delete()


@transaction.atomic
def publish(*, advert: Advert, shown: str, by: Person) -> Advert:
    """Everybody may read it from now on, exactly as it was shown to whoever says so; it is frozen.

    `shown` is the print of that text. Raises ValidationError when it would be another text by now.
    """
    _one_at_a_time(advert.association_id)
    row = _draft(advert, by)
    _may_be_said({name: getattr(row, name) for name in Chosen.__annotations__}, row.association)
    told = queries.text_of(row)
    if blocks.print_of(told) != shown:
        raise ValidationError(CHANGED)
    today = timezone.localdate()
    row.told, row.picture = told, _picture(told)
    row.published_on, row.published_by = today, by
    only = ("told", "picture", "published_on", "published_by")
    return _keep(row, only, by=by, did="advert_published")


@transaction.atomic
def pause(*, advert: Advert, by: Person) -> Advert:
    """No applications through it for now."""
    row = _in_state(advert, by, words.OPEN, "Bare en åpen annonse kan stanses.")
    row.paused_on, row.paused_by = timezone.localdate(), by
    row.opened_on = row.opened_by = None
    only = ("paused_on", "paused_by", "opened_on", "opened_by")
    return _keep(row, only, by=by, did="advert_paused")


@transaction.atomic
def open_again(*, advert: Advert, by: Person) -> Advert:
    """It takes applications once more, with the same words."""
    row = _in_state(advert, by, words.PAUSED, "Bare en stanset annonse kan åpnes igjen.")
    row.opened_on, row.opened_by = timezone.localdate(), by
    return _keep(row, ("opened_on", "opened_by"), by=by, did="advert_opened")


@transaction.atomic
def close(*, advert: Advert, by: Person) -> Advert:
    """It is over. Its address answers with other ways, and it is never opened again."""
    row = _locked(advert, by)
    if row.state not in (words.OPEN, words.PAUSED):
        raise ValidationError("Bare en publisert annonse kan lukkes, og bare én gang.")
    row.closed_on, row.closed_by = timezone.localdate(), by
    return _keep(row, ("closed_on", "closed_by"), by=by, did="advert_closed")


def _one_at_a_time(association_id: int) -> None:
    """Nobody else publishes for it meanwhile: ADV-06 reads a new advert beside all that are published."""
    Association.objects.select_for_update().get(pk=association_id)


def _locked(advert: Advert, by: Person) -> Advert:
    """As it is in the database now, and so until we are done."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, advert)
    row = Advert.objects.select_for_update(of=("self",)).select_related("association")
    found = row.filter(pk=advert.pk).first()
    if found is None:
        raise ValidationError("Utkastet er kastet.")
    return found


def _draft(advert: Advert, by: Person) -> Advert:
    return _in_state(advert, by, words.DRAFT, FROZEN)


def _in_state(advert: Advert, by: Person, state: str, otherwise: str) -> Advert:
    row = _locked(advert, by)
    if row.state != state:
        raise ValidationError(otherwise)
    return row


def _put_together(row: Advert, chosen: Chosen, *, by: Person, did: str) -> Advert:
    """What was chosen, held against the lists and the rules."""
    _of_the_lists(chosen)
    _may_be_said(chosen, row.association)
    for name, value in chosen.items():
        setattr(row, name, value)
    return _keep(row, None, by=by, did=did)


def _of_the_lists(chosen: Chosen) -> None:
    """Raises ValidationError for anything that nobody could have chosen."""
    one_of: dict[str, Iterable[str]] = {
        "language": words.WRITTEN_IN,
        "heading": words.HEADINGS,
    }
    told: Mapping[str, Any] = chosen
    wrong = [name for name, known in one_of.items() if told[name] not in set(known)]
    wrong += [name for name, known in LISTS.items() if set(told[name]) - set(known)]
    if wrong:
        raise ValidationError(dict.fromkeys(wrong, "Velg fra listen."))
    if not chosen["doing"]:
        raise ValidationError({"doing": "Velg minst én ting dere kan gjøre sammen."})


def _may_be_said(chosen: Mapping[str, Any], association: Association) -> None:
    """Raises ValidationError with the sentence of each rule that says no, beside the field it is about."""
    known = facts.of(chosen, association_id=association.pk)
    told: dict[str, list[str]] = {}
    for no in rules.may_be_said(known, accounts.terms(association)):
        told.setdefault(BESIDE[no.rule], []).append(f"{no.sentence} ({no.rule})")
    if told:
        raise ValidationError(told)


def _picture(told: blocks.Told) -> bytes:
    """Raises ValidationError when there is a letter in it that none of our fonts has."""
    said = {"title": told["title"], "who": told["who"]}
    try:
        return setting.png(
            "adverts/share", said, on=timezone.localdate(), language=told["language"]
        )
    except setting.Unprintable:
        raise ValidationError(
            "Bildet lot seg ikke lage. Si fra til den som drifter systemet."
        ) from None


def _keep(row: Advert, only: Iterable[str] | None, *, by: Person, did: str) -> Advert:
    """`only` names what the act is about: nothing else of the row is written."""
    row.full_clean()
    row.save(update_fields=only)
    audit.record(by=by, did=f"adverts.{did}", to=row)
    return row
