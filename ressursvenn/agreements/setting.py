"""From rows to paper: what is told on each, with a number drawn by lot, and its fingerprint.

The same words and day give the same bytes. Without the number whoever guessed her name and the hour could set
the paper and ask whether its fingerprint is known; with it only somebody who holds the paper can.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ressursvenn.paper import setting
from ressursvenn.shapes.days import in_words

from . import texts
from .models import SignedPaper, Signing


def signed(signing: Signing, *, she: str, we: str, association: str, on: date) -> bytes:
    """The paper that both have signed. Raises Unprintable for a name no font of ours can set."""
    text = texts.known(signing.kind, signing.version)
    if text is None or signing.she_signed_at is None or signing.we_signed_at is None:
        raise ValueError("a paper is set when both have signed a text that we know")
    told = {
        "kind": signing.kind,
        "version": signing.version,
        "confirmed": text.confirmed,
        "paragraphs": [
            {"heading": each.heading, "body": each.body}
            for each in texts.said(text, signing.language, signing.numbers)
        ],
        "gone_through": in_words(signing.gone_through_on),
        "she": she,
        "we": we,
        "association": association,
        "she_signed": moment(signing.she_signed_at),
        "we_signed": moment(signing.we_signed_at),
        "number": number(),
    }
    return setting.pdf(
        "agreements/signed", told, on=on, language=setting.language_of(signing.language)
    )


def service(*, told: dict[str, Any], on: date, language: str) -> bytes:
    """A certificate of service. Raises Unprintable for a name no font of ours can set."""
    all_of_it = {**told, "issued": in_words(on), "number": number()}
    return setting.pdf(
        "agreements/service", all_of_it, on=on, language=setting.language_of(language)
    )


def number() -> str:
    """128 bits by lot, in groups that can be read aloud."""
    return grouped(secrets.token_hex(16))


def print_of(issued: bytes) -> str:
    """As it is stored and asked for: 64 letters without spaces."""
    return setting.print_of(issued).replace(" ", "")


def grouped(letters: str) -> str:
    """As it is shown: eight and eight."""
    return " ".join(letters[start : start + 8] for start in range(0, len(letters), 8))


def locked_in(issued: bytes, signing: Signing) -> SignedPaper:
    """The row that keeps the bytes."""
    return SignedPaper(signing=signing, content=b64encode(issued).decode("ascii"))


def bytes_of(paper: SignedPaper) -> bytes:
    """The bytes of a paper that somebody has opened."""
    return b64decode(str(paper.content))


def moment(at: datetime) -> str:
    there = timezone.localtime(at)
    return f"{in_words(there.date())} kl. {there:%H.%M}"
