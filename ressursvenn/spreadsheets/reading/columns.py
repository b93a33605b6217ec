"""Which column holds what, found by what its heading means, never by where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .cells import folded, text
from .grids import Grid, Value

HEADINGS_AT_LEAST = 3  # fewer known headings in a row is no heading row
ROWS_TO_LOOK_IN = 30

# Our name for a column → its headings, in small letters, without marks and parentheses.
VOLUNTEER_COLUMNS = {
    "first_name": "fornavn|first name",
    "last_name": "etternavn|slektsnavn|last name|surname",
    "name": "navn|fullt navn|name|ressursvenn|frivillig",
    "born": "født|fødselsdato|fødselsår|f dato|fdato|født dato|fødselsdag|bursdag",
    "phone": "mobil|mobilnr|mobilnummer|mob|tlf|tlf nr|tlfnr|telefon|telefonnr|telefonnummer|phone",
    "email": "e-post|epost|e-postadresse|epostadresse|mail|e-mail|email|mailadresse",
    "area": "område|områder|sted|bydel|by|kommune|tettsted|kan møtes i|vil møtes i",
    "languages": "språk|snakker|språk hun snakker|språkkunnskaper|languages",
    "interests": "interesser|interesse|hobby|hobbyer|liker|liker å",
    "times": "kan møtes|når|tid|tider|tidspunkt|tilgjengelig|ledig|passer best",
    "applied_on": "søknad mottatt|søknad|søkte|søknadsdato|mottatt|dato søknad|meldte seg",
    "interviewed_on": "intervju|intervjuet|intervjudato|dato intervju|intervjusamtale",
    "suitable": "egnet|egnet ja nei|vurdert egnet|skikket|resultat",
    "course_on": "kurs fullført|kurs|kursdato|opplæring|opplæring fullført|fullført kurs|gått kurs",
    "confidentiality_on": "taushetserkl|taushetserklæring|taushetserklæring signert|taushetsløfte|"
    "taushetsplikt",
    "certificate_issued_on": "politiattest utstedt|attest utstedt|politiattest dato|attest dato",
    "certificate_shown_on": "politiattest vist|attest vist|politiattest sett|politiattest|attest|"
    "politiattest fremvist|politiattest framvist",
    "agreement_on": "avtale signert|avtale|avtale underskrevet|avtaledato|kontrakt|frivilligavtale",
    "places": "plass til|plasser|antall plasser|kapasitet|hvor mange",
}
PARTICIPANT_COLUMNS = {
    "code": "kode|ref|referanse|referansenr|saksnr|deltakerkode|deltaker",
    "crisis_centre": "krisesenter|senter|henvist fra|henvist av|krisesenteret",
    "referred_on": "henvist dato|henvist|dato henvist|henvisningsdato|henvisning|dato",
    "left_on": "har flyttet fra ham|flyttet fra ham|har forlatt ham|har flyttet ut|flyttet ut",
    "acute_over": "akutt fase over|akuttfase over|akuttfasen over|akutt over|akuttfasen er over",
    "consented_on": "samtykke|har sagt ja|sagt ja|hun har sagt ja|samtykke dato",
    "languages": VOLUNTEER_COLUMNS["languages"],
    "area": "vil møtes i|møtested|møtes i|område|sted|bydel|by|ønsker å møtes i",
    "interests": VOLUNTEER_COLUMNS["interests"],
    "wishes": "ønsker seg|ønsker|ønske|ønsker hjelp til|mål|hva ønsker hun",
    "times": VOLUNTEER_COLUMNS["times"],
    "contact": "trygg kontakt|sikker kontakt|kontakt|kontaktmåte|kontaktes|hvordan kontakte",
    "keep_apart": "skal ikke kobles med|ikke kobles med|må ikke kobles med|ikke sammen med|"
    "skal ikke møte|holdes unna|kobles ikke med",
    "status": "status|tilstand",
}
# What is never kept, whichever list it stands in, and why (`WHY_NOT_KEPT`).
REFUSED_COLUMNS = {
    "address": "adresse|gateadresse|hjemmeadresse|bostedsadresse|postadresse|postnr|postnummer|"
    "poststed|bosted|bor|hvor bor hun|boligadresse",
    "children": "barn|barn navn|barnas navn|barn alder|antall barn|barnehage|skole|barnets skole|"
    "barn skole|barn navn skole",
    "story": "historie|bakgrunn|situasjon|sak|saken|saksnotat|beskrivelse|om henne|forhistorie|"
    "historikk|hva har skjedd|vold|voldshistorie",
    "id_number": "fødselsnummer|personnummer|fnr|personnr|d-nummer|dnr",
    "work": "arbeid|jobb|arbeidsplass|arbeidssted|yrke|arbeidsgiver",
    "other_party": "eks|eksmann|ektefelle|samboer|partner|mann|voldsutøver|utøver|hans navn",
    "remark": "merknad|merknader|kommentar|kommentarer|notat|notater|annet|info|diverse|obs",
}
# Of a participant these are not kept either, though of a volunteer they are.
REFUSED_OF_PARTICIPANTS = {
    "names": "navn|fornavn|etternavn|fullt navn|slektsnavn",
    "birth": VOLUNTEER_COLUMNS["born"] + "|alder",
    "number": VOLUNTEER_COLUMNS["phone"] + "|" + VOLUNTEER_COLUMNS["email"],
}

WHY_NOT_KEPT = {
    "address": "Adresser tas ikke inn: de kan vise hvor noen bor. Området er nok.",
    "children": "Opplysninger om barn tas ikke inn: de kan vise hvem og hvor noen er.",
    "story": "Historier tas ikke inn: de trengs ikke for å finne en ressursvenn.",
    "id_number": "Fødselsnummer tas ikke inn: det trengs ikke.",
    "work": "Arbeidsplass tas ikke inn: den kan vise hvor noen er.",
    "other_party": "Vi har ikke noe felt for den hun forlot. Bruk «Skal ikke kobles med».",
    "remark": "Fritekst tas ikke inn: den kan fortelle mer enn vi trenger. Det som må avklares, "
    "står under spørsmål.",
    "names": "Deltakerens navn tas ikke inn: vi spør hva hun vil kalles.",
    "birth": "Deltakerens alder tas ikke inn: den trengs ikke.",
    "number": "Deltakeres numre og e-postadresser tas ikke inn: avklar trygg kontakt på nytt.",
    "twice": "To kolonner har samme betydning. Den første er brukt, denne er ikke tatt inn.",
    "unknown": "Vi vet ikke hva denne kolonnen betyr, så den er ikke tatt inn.",
}

_PARENTHESIS = re.compile(r"\(([^)]*)\)")
_MARKS = re.compile(r"[^\w\s-]+")
_PLAIN_HEADING = re.compile(r"[^\d@]{1,60}")


@dataclass(frozen=True, slots=True)
class NotKept:
    """A column that is not brought in: its heading, a code for why, and its letter.

    The heading is shown to whoever holds the file. What is stored names only columns we know.
    """

    column: str
    code: str
    letter: str

    @property
    def stored(self) -> str:
        return f"kolonne {self.letter}" if self.code in ("unknown", "twice") else self.column

    @property
    def why(self) -> str:
        return WHY_NOT_KEPT[self.code]


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading row of a list: its kind, the row's number, which column is what."""

    kind: str  # "volunteers" or "participants"
    row: int
    places: Mapping[str, int]
    not_kept: tuple[NotKept, ...]
    course_hours: int | None = None


def _meanings(columns: Mapping[str, str]) -> dict[str, str]:
    return {heading: ours for ours, headings in columns.items() for heading in headings.split("|")}


_OF_ALL = _meanings(REFUSED_COLUMNS)
MEANINGS = {
    "volunteers": _OF_ALL | _meanings(VOLUNTEER_COLUMNS),
    "participants": _OF_ALL | _meanings(REFUSED_OF_PARTICIPANTS) | _meanings(PARTICIPANT_COLUMNS),
}
KEPT = {"volunteers": VOLUNTEER_COLUMNS, "participants": PARTICIPANT_COLUMNS}
# What any list of people may have tells nothing about what kind of list it is.
OF_ANYBODY = {
    "first_name", "last_name", "name", "born", "phone", "email", "languages", "area", "interests",
    "times",
}  # fmt: skip
TELLING = {kind: set(columns) - OF_ANYBODY for kind, columns in KEPT.items()}


def heading_of(value: Value) -> str:
    """ "Kurs fullført (12 t)" is "kurs fullført"; "Barn (navn/skole)" is "barn"."""
    outside = _PARENTHESIS.sub(" ", folded(value))
    return " ".join(_MARKS.sub(" ", outside).split())


def headings(grid: Grid) -> Headings | None:
    """The heading row, or None when no row of the sheet reads like one."""
    best: tuple[tuple[int, int], int, str] | None = None
    for index, row in enumerate(grid.rows[:ROWS_TO_LOOK_IN]):
        known = [heading_of(value) for value in row]
        for kind in MEANINGS:
            found = _recognised(known, kind)
            if found[1] >= HEADINGS_AT_LEAST and (best is None or found > best[0]):
                best = found, index, kind
    return None if best is None else _placed(grid.rows[best[1]], best[1] + 1, best[2])


def _recognised(known: list[str], kind: str) -> tuple[int, int]:
    """First what tells this kind from the other, then how much was recognised."""
    meant = {MEANINGS[kind][heading] for heading in known if heading in MEANINGS[kind]}
    return len(meant & TELLING[kind]), len(meant & set(KEPT[kind]))


def _placed(row: tuple[Value, ...], number: int, kind: str) -> Headings:
    places: dict[str, int] = {}
    not_kept: list[NotKept] = []
    for index, value in enumerate(row):
        if not text(value):
            continue
        ours = MEANINGS[kind].get(heading_of(value), "unknown")
        if ours in KEPT[kind] and ours not in places:
            places[ours] = index
            continue
        if ours == "remark":
            places.setdefault(ours, index)
        code = "twice" if ours in KEPT[kind] else ours
        not_kept.append(NotKept(_shown(value, index), code, _letter(index)))
    hours = _hours(row[places["course_on"]]) if "course_on" in places else None
    return Headings(kind, number, places, tuple(not_kept), hours)


def _shown(value: Value, index: int) -> str:
    """The heading, if it reads like one; else the column's letter, so that no value slips out."""
    heading = text(value)
    return heading if _PLAIN_HEADING.fullmatch(heading) else f"kolonne {_letter(index)}"


def _letter(index: int) -> str:
    tens, ones = divmod(index, 26)
    return (chr(ord("A") + tens - 1) if tens else "") + chr(ord("A") + ones)


def _hours(value: Value) -> int | None:
    """ "Kurs fullført (12 t)" says how many hours the course had."""
    for inside in _PARENTHESIS.findall(folded(value)):
        if found := re.fullmatch(r"(\d{1,2})\s*(?:t|timer|h)\.?", inside.strip()):
            return int(found[1])
    return None
