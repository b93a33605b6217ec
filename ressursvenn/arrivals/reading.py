"""A notification e-mail from frivillig.no, read as far as it can be. Pure; it never raises.

How these mails look is not documented, and changes. So several likely shapes are known: a label and a value
on one line, a label over its value, and a sentence that names who and what. Whatever is not said plainly
stays empty for a person to fill in: nothing is guessed, and of two numbers or addresses none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from ressursvenn.protection.fingerprints import phone_form

AT_MOST = 20_000  # characters: what is longer is no notification
NAME_LENGTH, TITLE_LENGTH, TOLD_LENGTH = 80, 120, 4000


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Read:
    """What a mail says. Empty means: not said, or not said plainly."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""  # of the advert
    told: str = ""

    @property
    def anything(self) -> bool:
        return any((self.first_name, self.last_name, self.email, self.phone, self.told))


LABELS = {
    "name": ("navn", "fullt navn", "namn", "fullt namn", "name", "søker", "søkjar", "frivillig"),
    "first": ("fornavn", "førenamn", "first name"),
    "last": ("etternavn", "etternamn", "last name"),
    "email": ("e-post", "epost", "e-postadresse", "epostadresse", "mail", "email", "e-mail", "svar til",
              "reply-to"),
    "phone": ("telefon", "telefonnummer", "tlf", "tlf.", "mobil", "mobilnummer", "mobiltelefon", "phone"),
    "title": ("oppdrag", "oppdraget", "stilling", "annonse", "gjelder", "gjeld", "frivilligoppdrag"),
    "told": ("melding", "beskjed", "kommentar", "melding fra den frivillige", "message", "motivasjon",
             "hvorfor vil du bidra", "hvorfor", "kvifor"),
    "": ("fra", "frå", "from", "til", "to", "emne", "subject", "dato", "date", "sendt", "sent", "kopi", "cc",
         "alder", "adresse", "poststed", "postnummer", "fødselsår", "kjønn", "sted", "organisasjon"),
}  # fmt: skip
BY_LABEL = {label: what for what, labels in LABELS.items() for label in labels}
LONGEST_LABEL = max(map(len, BY_LABEL))

BLANK = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())

ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@-])")
NUMBER = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[ \u00a0.-]?\d){6,13}(?!\w)")
MOBILE = re.compile(r"\+47[49]\d{7}")
DATE = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4})\b")
SAID = re.compile(
    r"^(?:hei[^.!\n]{0,60}[.!,]\s*)?(?:du har fått en (?:ny )?henvendelse fra )?"
    r"(?P<who>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,4})"
    r" (?:har meldt (?:sin )?interesse for|har meldt seg(?: på| til)?|ønsker å bidra (?:på|til|i)|"
    r"er interessert i|på|vil bidra (?:på|til|i))"
    r" (?:oppdraget|oppdrag|annonsen)?:? ?[«\"“](?P<what>[^»\"”\n]{1,120})[»\"”]",
    re.IGNORECASE,
)
NOT_HERS = re.compile(
    r"(?:no-?reply|ikke-?svar|noreply|post|kontakt|support|info)@|frivillig(?:het)?", re.IGNORECASE
)
NOBODY = {  # how a sentence may begin that names nobody
    "noen", "nokon", "en", "ein", "ei", "et", "du", "vi", "de", "han", "hun", "ho", "den", "ny", "nye", "hei",
}  # fmt: skip
END = re.compile(
    r"^(?:-- ?$|_{5,}|med vennlig hilsen,? frivillig|denne e-posten|du mottar denne)", re.IGNORECASE
)
TAG = re.compile(r"<(?:br|/p|/div|/tr|/li|/td)\b[^<>]{0,200}>", re.IGNORECASE)
ANY_TAG = re.compile(r"</?[a-z][^<>]{0,400}>", re.IGNORECASE)


def read(text: str) -> Read:
    """What can be seen in the mail."""
    lines = _lines(text[:AT_MOST])
    by_label = _labelled(lines)
    said = [line for line in lines if _label(line)[0] != ""]  # not the head of a forwarded mail
    who, what = _sentence(said)
    name = by_label.get("name") or who
    first, last = by_label.get("first", ""), by_label.get("last", "")
    if not first:
        first, last = _parted(name) if not last else (name, last)
    return Read(
        first_name=first[:NAME_LENGTH],
        last_name=last[:NAME_LENGTH],
        email=_only(_addresses([by_label.get("email", "")])) or _only(_addresses(said)),
        phone=_only(_numbers([by_label.get("phone", "")], mobiles=False))
        or _only(_numbers(said, mobiles=True)),
        title=(by_label.get("title") or what).strip(' «»"“”')[:TITLE_LENGTH],
        told=by_label.get("told", "")[:TOLD_LENGTH].strip(),
    )


def _lines(text: str) -> list[str]:
    """Without the marks of a quoted, forwarded or formatted mail."""
    plain = unescape(ANY_TAG.sub("", TAG.sub("\n", text))).replace("\u00a0", " ")
    return [line.lstrip(f">•*|{BLANK}").rstrip(f"*|{BLANK}") for line in plain.splitlines()]


def _labelled(lines: list[str]) -> dict[str, str]:
    """What stands after a label, or on the line under it. What she wrote goes on to the next label."""
    found: dict[str, str] = {}
    here = ""
    for line in lines:
        if END.match(line):
            break
        label, value = _label(line)
        if label is not None:
            here = label if label not in found else ""
            if here and value:
                found[here] = value
            here = here if here == "told" or not value else ""
        elif here == "told":
            found[here] = f"{found.get(here, '')}\n{line}".strip("\n")
        elif here and line:
            found[here], here = line, ""
    return found


def _label(line: str) -> tuple[str | None, str]:
    """Which label a line begins with, and what follows it. None for a line without one."""
    for sign in (":", "\t"):
        head, cut, value = line.partition(sign)
        word = head.strip(" *_").casefold()
        if cut and len(word) <= LONGEST_LABEL and word in BY_LABEL:
            return BY_LABEL[word], value.strip(" *_\t")
    word = line.strip(" *_?").casefold()
    alone = len(word) <= LONGEST_LABEL and word in BY_LABEL
    return (BY_LABEL[word], "") if alone else (None, "")


def _sentence(lines: Iterable[str]) -> tuple[str, str]:
    """Who, and which advert, where a sentence says both."""
    for line in lines:
        said = SAID.match(line[:400])
        if said and said["who"].split()[0].casefold() not in NOBODY:
            return said["who"].strip(), said["what"].strip()
    return "", ""


def _parted(name: str) -> tuple[str, str]:
    """The last word is the surname; a single word is the first name."""
    words = name.split()
    return (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (name.strip(), "")


def _addresses(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for address in ADDRESS.findall(line[:1000]):
            if not NOT_HERS.search(address):
                yield address.casefold()


def _numbers(lines: Iterable[str], *, mobiles: bool) -> Iterator[str]:
    """Where no label says that it is a telephone, only what can be nothing but a Norwegian mobile."""
    for line in lines:
        for number in NUMBER.findall(DATE.sub(" ", line[:1000])):
            form = phone_form(number)
            if MOBILE.fullmatch(form) if mobiles else form:
                yield " ".join(number.split())


def _only(found: Iterable[str]) -> str:
    """The one that was found; nothing of several."""
    each = dict.fromkeys(found)
    return next(iter(each)) if len(each) == 1 else ""
