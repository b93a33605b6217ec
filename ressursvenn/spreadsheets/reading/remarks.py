"""What is said about a row:

a code, the column it is about, and one sentence. Never what a cell holds.
"""

from __future__ import annotations

from dataclasses import dataclass

COLUMN_WORDS = {
    "name": "navn", "first_name": "fornavn", "last_name": "etternavn", "born": "fødselsår",
    "phone": "telefon", "email": "e-post", "area": "område", "languages": "språk",
    "interests": "interesser", "times": "når det passer", "applied_on": "søknad",
    "interviewed_on": "intervju", "suitable": "egnet", "course_on": "kurs",
    "confidentiality_on": "taushetserklæring", "certificate_issued_on": "politiattest utstedt",
    "certificate_shown_on": "politiattest vist", "agreement_on": "avtale", "places": "plass til",
    "code": "kode", "crisis_centre": "krisesenter", "referred_on": "henvist",
    "left_on": "har flyttet fra volden", "acute_over": "akutt fase over",
    "consented_on": "har sagt ja",
    "wishes": "ønsker seg", "contact": "trygg kontakt", "keep_apart": "skal ikke kobles med",
    "status": "status", "remark": "merknad",
}  # fmt: skip

# Something is missing: nothing is wrong with the row, the fact is simply not in the workbook.
MISSING = {
    "missing": "{Column}: står ikke i regnearket.",
    "not_done": "{Column}: regnearket sier nei.",
}
# Worth knowing; nothing to do.
TOLD = {
    "places_above_limit": "Regnearket sier plass til flere enn foreningens grense. "
    "Grensen gjelder.",
}
# Somebody must be asked.
ASKS = {
    "formula": "{Column}: cellen har en formel. Formler regnes ikke ut. Skriv verdien.",
    "too_long": "{Column}: teksten er for lang til å leses. Hva er svaret?",
    "when": "{Column}: regnearket sier ja, men ikke når. Hvilken dag?",
    "unsure": "{Column}: regnearket har spørsmålstegn. Hva er svaret?",
    "unreadable": "{Column}: vi forstår ikke svaret. Hva skal stå?",
    "unreadable_day": "{Column}: vi kan ikke lese datoen, eller dagen finnes ikke. Hvilken dag?",
    "day_ahead": "{Column}: dagen er ikke kommet ennå. Hvilken dag er riktig?",
    "unlikely_birth": "{Column}: året kan ikke stemme. Hvilket år?",
    "unreadable_phone": "{Column}: dette er ikke et gyldig nummer. Hva er nummeret?",
    "several_phones": "{Column}: det står flere numre. Det første er brukt. Er det riktig?",
    "unreadable_email": "{Column}: dette er ikke en gyldig adresse. Hva er adressen?",
    "unreadable_name": "{Column}: dette ser ikke ut som et navn. Hva er navnet?",
    "unknown_word": "{Column}: noe er skrevet på en måte vi ikke kjenner. Hva skal det være?",
    "area_unknown": "{Column}: vi kjenner ikke stedet. Velg område.",
    "area_several": "{Column}: flere steder heter dette. Hvilket er det?",
    "issued_after_shown": "Politiattesten ser ut til å være utstedt etter at den ble vist. "
    "Hva er de riktige dagene?",
    "shown_without_issued": "Politiattesten er vist, men utstedelsesdagen mangler. Hvilken dag?",
    "course_hours_unknown": "Kurs: regnearket sier ikke hvor mange timer. Hvor mange timer?",
    "interview_before_application": "Intervjuet står før søknaden. Hva er de riktige dagene?",
    "outcome_without_interview": "Regnearket sier om ressursvennen er egnet, men ikke når "
    "intervjuet var. Hvilken dag?",
    "unsuitable_without_interview": "Regnearket sier ikke egnet, uten intervju. Kobling er "
    "stanset til noen har sett på det.",
    "pause_mentioned": "Merknaden nevner en pause. Er det pause, og til hvilken dag?",
    "moved_mentioned": "Merknaden tyder på flytting. Er området fortsatt riktig?",
    "never_call": "Regnearket sier at deltakeren ikke skal ringes. Ta ikke kontakt før "
    "krisesenteret har sagt hva som er trygt.",
    "number_missing": "Trygg kontakt er på telefon, men numre tas ikke inn. Avklar nummeret.",
    "contact_unknown": "Trygg kontakt: vi forstår ikke svaret. Ta ikke kontakt før det er avklart.",
    "status_missing": "Status er tom. Venter deltakeren, eller er det en kobling?",
    "status_unknown": "Vi forstår ikke statusen. Venter deltakeren, eller er det en kobling?",
    "pair_unknown": "Deltakeren står som koblet, uten at det står med hvem. Hvem er det?",
    "kept_apart_sealed": "«Skal ikke kobles med» er ikke bare fulle navn. Silingsansvarlig må se "
    "på det før noen kan foreslås.",
    "same_in_workbook": "Raden ligner en tidligere rad i arket ({signs}). Er det samme person?",
    "same_in_house": "Raden ligner noen som er her fra før ({signs}). Er det samme person?",
    "changed": "Raden er endret siden sist. Hva gjelder?",
    "withdrawn_since": "Regnearket sier at deltakeren har trukket seg, men her står det ikke. "
    "Hva gjelder?",
    "code_missing": "Raden har ingen kode. Kommer den igjen, kan vi ikke se at det er den samme.",
    "probably_two": "Samme e-post, men ulikt telefonnummer og fødselsdag: trolig to personer.",
}
SIGN_WORDS = {
    "phone": "samme telefon", "email": "samme e-post", "name_and_birth": "samme navn og fødselsdag",
    "name_and_year": "samme navn og fødselsår", "name": "samme navn", "code": "samme kode",
}  # fmt: skip
# The row is not brought in.
REFUSALS = {
    "no_name": "Raden har ikke noe navn vi kan lese.",
    "name_is_formula": "Navnet er en formel. Formler regnes ikke ut. Skriv navnet som tekst.",
    "too_little": "Raden har bare én utfylt celle, så vi vet ikke hva den er.",
    "withdrawn": "Deltakeren har trukket seg. Den som har trukket seg, tas ikke inn.",
    "removed_here": "Personen er slettet her. Den som er slettet, tas ikke inn igjen.",
}
# About a whole sheet, said at its heading row.
ABOUT_SHEETS = {
    "sheet_unknown": "Vi fant ingen rad med overskrifter vi kjenner, så arket er ikke tatt inn. "
    "Skriv for eksempel Fornavn, Etternavn, Mobil over kolonnene.",
    "who_interviewed": "Regnearket sier ikke hvem som intervjuet og hvem som så attestene. "
    "Svar én gang for alle.",
    "centres_unknown": "Noen krisesentre i arket er ikke registrert hos foreningen. "
    "Hvem har henvist?",
    "ask_every_participant": "Regnearket sier ikke at deltakerne har flyttet fra volden og selv "
    "har sagt ja. Spør krisesenteret og deltakeren, én for én.",
}
_SENTENCES = MISSING | TOLD | ASKS | REFUSALS | ABOUT_SHEETS


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a row."""

    code: str
    column: str = ""  # or, of a likeness, its signs with a comma between

    @property
    def sentence(self) -> str:
        words = COLUMN_WORDS.get(self.column, "")
        signs = ", ".join(SIGN_WORDS[sign] for sign in self.column.split(",") if sign in SIGN_WORDS)
        return _SENTENCES[self.code].format(Column=words[:1].upper() + words[1:], signs=signs)

    @property
    def is_ask(self) -> bool:
        return self.code in ASKS

    @property
    def is_missing(self) -> bool:
        return self.code in MISSING
