"""Gone through, signed by her, signed by us. The second signature sets the paper and moves her road."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper.setting import Unprintable
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.protection import audit, opening, vault
from ressursvenn.shapes.refusing import not_met, or_why_not
from ressursvenn.volunteers import changes as volunteers

from .. import facts, rules, setting, texts, words
from ..models import Signing

UNPRINTABLE = (
    "Navnet har en bokstav vi ikke kan trykke. Skriv under på papir, og noter det på veien hennes."
)


@transaction.atomic
def note_gone_through(*, volunteer: Any, kind: str, language: str, by: Person) -> Signing:
    """It was read aloud, and she has had time for questions. What was on its way is laid aside."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, volunteer)
    if kind not in words.KINDS or language not in words.LANGUAGES:
        raise ValidationError("Velg en tekst og en målform fra listen.")
    if volunteer.left_on:
        raise ValidationError("Hun har sluttet.", code=rules.has_not_left.code)
    terms = accounts.terms(volunteer.association)
    on_its_way = Signing.objects.filter(volunteer=volunteer, kind=kind, issued_on=None)
    on_its_way.filter(laid_aside_on=None).update(laid_aside_on=terms.today, laid_aside_by=by)
    row = Signing(
        volunteer=volunteer,
        kind=kind,
        version=texts.in_force(kind, terms.today).version,
        language=language,
        numbers={name: getattr(terms.limits, name) for name in texts.NUMBERS},
        gone_through_on=terms.today,
        gone_through_by=by,
        gone_through_with=volunteer.person,
    )
    row.full_clean()
    row.save()
    audit.record(by=by, did="agreements.gone_through", to=volunteer, about=[row.reference])
    return row


@transaction.atomic
def sign_herself(*, signing: Signing, by: Person) -> Signing:
    """She has signed, on her own screen. The page has asked for a fresh proof before it comes here."""
    guard.check(by, Permission.OWN_ROAD)
    row, noes = _to_sign(signing, by, facts.of_hers, rules.may_sign_herself)
    or_why_not(replace(no, sentence=words.TO_HER[no.rule]) for no in noes)
    row.she_signed_at, row.she_signed_by = timezone.now(), by
    return _signed(row, by, "agreements.signed_by_her")


@transaction.atomic
def sign_for_us(*, signing: Signing, by: Person) -> Signing:
    """Somebody has signed for the association. The page has asked for a fresh proof before it comes here."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    row, noes = _to_sign(signing, by, facts.of_ours, rules.may_sign_for_us)
    or_why_not(not_met(noes))
    row.we_signed_at, row.we_signed_by = timezone.now(), by
    return _signed(row, by, "agreements.signed_for_us")


def _to_sign(
    signing: Signing,
    by: Person,
    known: Callable[[Signing, Person, Terms], rules.SigningFacts],
    noes: Callable[[rules.SigningFacts, Terms], tuple[Refusal, ...]],
) -> tuple[Signing, tuple[Refusal, ...]]:
    """As it stands now, so that of two signatures at once the later sees the earlier; and why not."""
    rows = Signing.objects.select_for_update(of=("self",))
    people = "volunteer__association", "she_signed_by", "we_signed_by"
    row: Signing = rows.select_related(*people).get(pk=signing.pk)
    guard.same_house(by, row.volunteer)
    terms = accounts.terms(row.volunteer.association)
    return row, noes(known(row, by, terms), terms)


def _signed(row: Signing, by: Person, did: str) -> Signing:
    """Save it; when both have signed, set the paper and note the step, by whoever signed for us."""
    paper = _set(row, by) if row.she_signed_at and row.we_signed_at else None
    row.full_clean()
    row.save()
    audit.record(by=by, did=did, to=row.volunteer, about=[row.reference])
    if paper is not None:
        kept = setting.locked_in(paper, row)
        kept.full_clean()
        kept.save()
        _note_on_her_road(row)
    return row


def _set(row: Signing, by: Person) -> bytes:
    volunteer, on = row.volunteer, timezone.localdate()
    if not opening.open_cards([volunteer], by=by, purpose="signed_paper"):
        raise vault.Erased("the keys of this person are gone")
    she = f"{volunteer.first_name} {volunteer.last_name}".strip()
    we, association = str(row.we_signed_by.name), str(volunteer.association.name)
    try:
        issued = setting.signed(row, she=she, we=we, association=association, on=on)
    except Unprintable:
        raise ValidationError(UNPRINTABLE, code="unprintable") from None
    row.issued_on, row.issued_by, row.print = on, by, setting.print_of(issued)
    return issued


def _note_on_her_road(row: Signing) -> None:
    """As when it is noted by hand: the step is the association's to note."""
    step = {"volunteer": row.volunteer, "on": row.issued_on, "by": row.we_signed_by}
    if row.kind == words.DECLARATION:
        volunteers.note_confidentiality_signed(**step)
    else:
        volunteers.note_agreement(months=row.numbers["commitment_months"], **step)
