"""From rows to rules: what is known of a paper and whoever would sign it now."""

from __future__ import annotations

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms

from . import texts
from .models import Signing
from .rules import SigningFacts


def of_hers(signing: Signing, by: Person, terms: Terms) -> SigningFacts:
    """As she would sign. Whoever signed for us must still be able to: the step is noted in her name."""
    other = signing.we_signed_by
    here = other is None or _signs_for(signing.volunteer.association_id, other)
    return _known(signing, by, terms, signing.she_signed_at is not None, here)


def of_ours(signing: Signing, by: Person, terms: Terms) -> SigningFacts:
    """As somebody would sign for the association."""
    other = signing.she_signed_by
    here = other is None or other.is_active
    return _known(signing, by, terms, signing.we_signed_at is not None, here)


def _signs_for(association_id: int, person: Person) -> bool:
    return person.may(Permission.SCREEN_VOLUNTEERS) and person.association_id == association_id


def _known(
    signing: Signing, by: Person, terms: Terms, signed_already: bool, other_still_here: bool
) -> SigningFacts:
    hers = signing.volunteer.person_id
    return SigningFacts(
        gone_through=signing.gone_through_on <= terms.today and signing.laid_aside_on is None,
        in_force=texts.in_force(signing.kind, terms.today).version == signing.version,
        has_left=signing.volunteer.left_on is not None,
        signed_already=signed_already,
        is_herself=by.pk in (hers, signing.she_signed_by_id),
        other_still_here=other_still_here,
        same_account=signing.gone_through_with_id == hers,
    )
