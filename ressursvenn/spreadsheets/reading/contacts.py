"""Telephone numbers, e-mail addresses and names, each in one form, however they were typed."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from .cells import Answer, divided, text
from .grids import Value

_BETWEEN_NUMBERS = re.compile(r"\s*(?:[/;,]|\beller\b|\bog\b)\s*")
_EMAIL = re.compile(r"[^\s@<>\"',;:=]{1,64}@[^\s@<>\"',;:=]{1,190}\.[^\s@<>\"',;:=.]{2,24}")
_NAME_MARKS = frozenset(" -'’.")


def phone(value: Value) -> Answer[str]:
    """A number as +4792769310. Norwegian unless it says otherwise."""
    written = [part for part in _BETWEEN_NUMBERS.split(divided(value)) if part]
    numbers = [number for part in written if (number := _one_number(part))]
    if not numbers:
        return Answer(remark="unreadable_phone")
    return Answer(numbers[0], "several_phones" if len(written) > 1 else "")


def _one_number(written: str) -> str:
    try:
        number = phonenumbers.parse(written, "NO")
    except phonenumbers.NumberParseException:
        return ""
    if not (phonenumbers.is_valid_number(number) or _is_norwegian(number)):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_norwegian(number: phonenumbers.PhoneNumber) -> bool:
    """Eight digits.

    The library knows only series already handed out, and new ones are every year.
    """
    national = str(number.national_number)
    return number.country_code == 47 and len(national) == 8 and national[0] in "2345679"


def email(value: Value) -> Answer[str]:
    written = text(value).casefold().removeprefix("mailto:").strip(" <>;,.")
    return Answer(written) if _EMAIL.fullmatch(written) else Answer(remark="unreadable_email")


def name(value: Value) -> Answer[str]:
    """Letters of any script, hyphen, apostrophe, full stop.

    A name that is anything else is no name.
    """
    written = text(value)
    fits = len(written) <= 80 and all(
        letter in _NAME_MARKS or unicodedata.category(letter)[0] in "LM" for letter in written
    )
    return Answer(written) if fits and written[:1].isalpha() else Answer(remark="unreadable_name")
