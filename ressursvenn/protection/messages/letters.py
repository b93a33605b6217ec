"""A letter: what arrives, from whom, made at the moment it is sent, and looked at once more before it goes."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ressursvenn.protection.vault import derived

from . import words
from .setting import EMAIL, SMS
from .texts import Text


class NotTaken(Exception):
    """Nobody has it: it was refused, or nobody answered, before it was handed over."""


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Letter:
    to: str
    sender: str
    subject: str
    body: str
    message_id: str
    way_out: str = ""  # where one tap ends letters of this kind

    @property
    def shown(self) -> str:
        """All that can be seen of it where it arrives, but for the address it went to."""
        told = [self.sender, self.body, self.message_id, self.way_out]
        return "\n".join([*told, self.subject, settings.MESSAGE_FROM])

    def __repr__(self) -> str:
        return "<Letter>"


def of(
    reference: str, *, to: str, sender: str, text: Text, end: str = "", way_out: str = ""
) -> Letter:
    """The same row is the same letter, each time it is tried."""
    return Letter(
        to=to,
        sender=sender,
        subject=text.subject,
        body=f"{text.body}{end}",
        message_id=f"<{_print_of(reference)}@{settings.MESSAGE_HOST}>",
        way_out=way_out,
    )


def _print_of(reference: str) -> str:
    """Not the reference: what lies on a phone leads to no row here."""
    return hmac.new(derived("message ids"), reference.encode(), sha256).hexdigest()[:32]


def banned_in(letter: Letter) -> list[str]:
    return words.banned_in(letter.shown)


_PLAIN_NUMBER = re.compile(r"(?:\+|00)?[0-9]{8,15}")
_BETWEEN = re.compile(r"[ .\-\u00a0]")


def one_way(channel: str, to: str) -> str:
    """One number as +4792769310, or one address; "" for anything that could be more, or less, than one."""
    if channel == SMS:
        return _one_number(to)
    return _one_address(to) if channel == EMAIL else to


def _one_number(written: str) -> str:
    digits = _BETWEEN.sub("", written)
    if not _PLAIN_NUMBER.fullmatch(digits):
        return ""
    try:
        number = phonenumbers.parse(digits, "NO")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _one_address(written: str) -> str:
    try:
        validate_email(written)
    except ValidationError:
        return ""
    plain = written.isascii() and not re.search(r"[\s,;:<>()\"\\]", written)
    return written if plain else ""
