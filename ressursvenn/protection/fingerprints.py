"""Compare without reading: keyed fingerprints of several normal forms of a name, a number, an address.

Two spellings of one person share a normal form, and so a fingerprint; from the fingerprint nobody gets
back to the name without the key, which lies outside the database.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from hashlib import sha256

import phonenumbers

from .vault import derived

_NORDIC = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "å": "a",
        "ö": "o",
        "ä": "ae",
        "đ": "d",
        "ł": "l",
        "ð": "d",
        "þ": "th",
        "ŋ": "n",
    }
)
_SOUNDS_ALIKE = (
    ("aa", "a"), ("ae", "e"), ("oe", "o"), ("ph", "f"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ch", "k"),
    ("ck", "k"), ("w", "v"), ("z", "s"), ("y", "i"), ("j", "i"), ("c", "k"), ("q", "k"), ("x", "ks"), ("h", ""),
)  # fmt: skip


def of_person(name: str = "", phone: str = "", email: str = "") -> list[str]:
    """Fingerprints of every normal form of what is known. A name of one word gives none."""
    forms = {f"name:{form}" for form in name_forms(name)}
    forms |= {f"phone:{form}" for form in [phone_form(phone)] if form}
    forms |= {f"email:{form}" for form in [email_form(email)] if form}
    return sorted(_print(form) for form in forms)


def of_identity(*parts: object) -> str:
    """One fingerprint of what a row is about, to see that it has been here before."""
    return _print("\x1f".join(("identity", *map(str, parts))))


def name_forms(name: str) -> set[str]:
    """Normal forms of a full name: all its words, each with the first and the last, and as they sound."""
    words = _words(name)
    if len(words) < 2:
        return set()
    spelled = [
        words,
        *([words[0], word] for word in words[1:]),
        *([word, words[-1]] for word in words[:-1]),
    ]
    heard = [list(map(_sound, form)) for form in spelled]
    return {" ".join(sorted(form)) for form in [*spelled, *heard]}


def phone_form(phone: str) -> str:
    """E.164, read as Norwegian when no country is given; "" when it is no number."""
    try:
        number = phonenumbers.parse(str(phone), "NO")
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email_form(email: str) -> str:
    """Folded, without what follows a plus sign; "" when it is no address."""
    local, at, host = unicodedata.normalize("NFKC", email).strip().casefold().partition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{host}" if at and local and host else ""


def folded(text: str) -> str:
    """Casefolded, Nordic and accented letters plain, invisible characters gone."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_NORDIC)
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(
        ch for ch in apart if not unicodedata.combining(ch) and unicodedata.category(ch) != "Cf"
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded(text))


def _sound(word: str) -> str:
    for written, said in _SOUNDS_ALIKE:
        word = word.replace(written, said)
    return re.sub(r"(.)\1+", r"\1", word)


def _print(form: str) -> str:
    return hmac.new(derived("fingerprints"), form.encode(), sha256).hexdigest()[:32]
