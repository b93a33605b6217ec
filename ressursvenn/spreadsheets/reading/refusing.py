"""Why a whole file is turned away: one code and one sentence each, saying what to do."""

from __future__ import annotations

SENTENCES = {
    "too_large": "Filen er større enn 5 MB. Del arket i flere filer, og ta inn én om gangen.",
    "empty_file": "Filen er tom. Velg regnearket på nytt.",
    "password": "Filen er låst med passord. Åpne den, fjern passordet og lagre den på nytt.",
    "old_excel": "Filen er i det gamle formatet .xls. Åpne den og lagre den som .xlsx.",
    "not_xlsx": "Dette er ikke et regneark i formatet .xlsx. Åpne filen og lagre den som .xlsx.",
    "damaged": "Filen er skadet og kan ikke leses. Åpne den i Excel og lagre den på nytt.",
    "macros": "Filen inneholder makroer. Lagre den som vanlig .xlsx, uten makroer.",
    "external_links": "Filen henter tall fra andre filer. Bryt lenkene, og lagre den på nytt.",
    "unpacks_too_large": "Filen blir urimelig stor når den åpnes. Kopier bare tabellen til et nytt "
    "regneark, og lagre det som .xlsx.",
    "too_many_parts": "Filen består av for mange deler. Kopier bare tabellen til et nytt regneark.",
    "declared_entities": "Filen er bygget på en måte vi ikke åpner. Kopier tabellen til et nytt "
    "regneark, og lagre det som .xlsx.",
    "too_many_sheets": "Filen har flere enn 20 ark. Behold bare arkene med lister, og prøv igjen.",
    "too_many_columns": "Et ark har flere enn 100 kolonner. Behold bare kolonnene i listen.",
    "too_many_rows": "Et ark har flere enn 10 000 rader. Slett tomme rader nederst, og prøv igjen.",
}


class WorkbookRefused(Exception):
    """The file is turned away whole.

    Carries a code and a sentence, never anything from the file.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = SENTENCES[code]
        super().__init__(self.sentence)
