"""Telephone numbers and e-mail addresses in one form, however they were typed."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from .letters import words_of

FEWEST_DIGITS = 5
GOOGLE = ("gmail.com", "googlemail.com")
_SEVERAL = re.compile(r"[,;/|]|\beller\b|\bog\b|\n")
_ADDRESS = re.compile(r"[^\s<>,;:\"()]+@[^\s<>,;:\"()]+")
_DIGIT_LIKE = str.maketrans("oOlI", "0011")


def phone_forms(phone: str) -> set[str]:
    """E.164 of each number, read as Norwegian when no country is given; empty when there is none."""
    return {form for part in _SEVERAL.split(_visible(phone)) for form in _number(part)}


def _number(text: str) -> set[str]:
    digits = re.sub(r"(?<=\d)[oOlI](?=[\s\doOlI]|$)", _as_digit, text)
    kept = "".join(ch if ch == "+" else str(unicodedata.digit(ch, "")) for ch in digits)
    if not re.search("[1-9]", kept) or len(kept) < FEWEST_DIGITS:
        return set()
    try:
        number = phonenumbers.parse(kept, "NO")
    except phonenumbers.NumberParseException:
        return set()
    return {phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)}


def _as_digit(letter: re.Match[str]) -> str:
    return letter[0].translate(_DIGIT_LIKE)


def email_forms(email: str) -> set[str]:
    """Each address in small plain letters, without dots and what follows a plus sign."""
    return {form for each in _ADDRESS.findall(_visible(email)) for form in _address(each)}


def _address(text: str) -> set[str]:
    local, _, host = text.casefold().removeprefix("mailto:").rpartition("@")
    name = re.sub(r"[^\w]", "", local.partition("+")[0])
    host = "gmail.com" if host.strip(".") in GOOGLE else host.strip(".")
    return {f"{_plain(name)}@{'.'.join(map(_plain, host.split('.')))}"} if name and host else set()


def _plain(text: str) -> str:
    """Look-alikes made Latin; digits stay digits here."""
    parts = re.findall(r"\d+|[^\W\d]+|_", text)
    return "".join(part if part.isdigit() else _one(part) for part in parts)


def _one(part: str) -> str:
    read = words_of(part)[0]
    return "".join(min(word) for word in read) or part


def _visible(text: str) -> str:
    shown = unicodedata.normalize("NFKC", text)
    return "".join(ch for ch in shown if unicodedata.category(ch) != "Cf")
