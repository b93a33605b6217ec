"""From rows to rules: what is known of a paper and whoever would sign it now."""

from __future__ import annotations

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms

from . import texts
from .models import Signing
from .rules import SigningFacts


def of_hers(signing: Signing, by: Person, terms: Terms) -> SigningFacts:
    """As she would sign."""
    return _known(signing, by, terms, signing.she_signed_at is not None, signing.we_signed_by)


def of_ours(signing: Signing, by: Person, terms: Terms) -> SigningFacts:
    """As somebody would sign for the association."""
    return _known(signing, by, terms, signing.we_signed_at is not None, signing.she_signed_by)


def _known(
    signing: Signing, by: Person, terms: Terms, signed_already: bool, other: Person | None
) -> SigningFacts:
    hers = signing.volunteer.person_id
    return SigningFacts(
        gone_through=signing.gone_through_on <= terms.today and signing.laid_aside_on is None,
        in_force=texts.in_force(signing.kind, terms.today).version == signing.version,
        has_left=signing.volunteer.left_on is not None,
        signed_already=signed_already,
        is_herself=by.pk in (hers, signing.she_signed_by_id),
        other_still_here=other is None or other.is_active,
    )
