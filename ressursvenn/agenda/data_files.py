"""The same as the pages, for machines: JSON and CSV. FIELDS says what each column is; the page and the files
are made from it, so that neither can say what the other does not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from . import words
from .models import SourcedFigure
from .queries import Told

LICENCE = "CC BY 4.0"
CREDIT = "Rød Knapp – Stopp vold mot kvinner"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula

DEMANDS: Mapping[str, str] = {
    "krav": "referansen, åtte tegn; den samme for alltid",
    "lenke": "siden om kravet",
    "hull": "hvilket av de fire hullene: rettigheter, hjelpetilbud, forebygging eller forskning",
    "tittel": "kravet i én setning, i nyeste versjon",
    "begrunnelse": "hvorfor, i nyeste versjon",
    "versjon": "hvilken versjon ordene er",
    "reist": "dagen kravet ble reist (ÅÅÅÅ-MM-DD)",
    "adressert_til": "hvem kravet er adressert til, skilt med semikolon",
    "tilstand": f"hvordan kravet står: {', '.join(words.STATES.values())}",
    "tilstand_siden": "dagen for det som gjorde det slik; tomt når ingenting har hendt",
}
HAPPENINGS: Mapping[str, str] = {
    "krav": "kravets referanse",
    "hendelse": "referansen, den samme for alltid",
    "lenke": "stedet på siden om kravet",
    "dag": "dagen det hendte (ÅÅÅÅ-MM-DD)",
    "hva": f"ett av: {', '.join(words.HAPPENINGS.values())}",
    "hvem": "organet det gjelder",
    "kort_sagt": "hva som hendte",
    "kilde": "hvor det står",
    "kildelenke": "lenke til kilden",
    "gjelder_lofte": "referansen til løftet som ble holdt eller brutt",
    "lovet_til": "dagen det var lovet til",
    "bekreftet": "dagen en annen redaktør bekreftet det",
    "stroket": "dagen det ble strøket; tomt når det står",
    "hvorfor_stroket": "grunnen",
}
FIGURES: Mapping[str, str] = {
    "tall": "referansen, den samme for alltid",
    "verdi": "tallet slik det skal stå",
    "hva": "hva tallet er",
    "kilde": "hvem som har talt, og hvor det står",
    "aar": "året tallet gjelder",
    "hvem": "hvem det gjelder",
    "kildelenke": "lenke til kilden",
    "ses_over_innen": "dagen tallet skal ses over (ÅÅÅÅ-MM-DD)",
    "foreldet": "ja når dagen er forbi",
}
FIELDS = {"krav": DEMANDS, "hendelser": HAPPENINGS, "tall": FIGURES}

InFull = Callable[[str], str]  # a reference → the address of the page with its host


def demand_rows(told: Iterable[Told], in_full: InFull) -> list[dict[str, Any]]:
    """One for each demand."""
    return [
        {
            "krav": one.reference,
            "lenke": in_full(one.reference),
            "hull": one.demand.hole_address,
            "tittel": one.text.title,
            "begrunnelse": one.text.body,
            "versjon": one.text.number,
            "reist": _day(one.demand.raised_day),
            "adressert_til": "; ".join(row.name for row in one.addressees),
            "tilstand": one.standing.word,
            "tilstand_siden": _day(one.standing.since),
        }
        for one in told
    ]


def happening_rows(told: Iterable[Told], in_full: InFull) -> list[dict[str, Any]]:
    """One for each thing that happened, what was struck too."""
    return [
        {
            "krav": one.reference,
            "hendelse": row.reference,
            "lenke": f"{in_full(one.reference)}#{row.reference}",
            "dag": _day(row.day),
            "hva": row.kind_word,
            "hvem": row.addressee.name if row.addressee else "",
            "kort_sagt": row.says,
            "kilde": row.source,
            "kildelenke": row.link,
            "gjelder_lofte": row.promise.reference if row.promise else "",
            "lovet_til": _day(row.due_day),
            "bekreftet": _day(row.confirmed_on),
            "stroket": _day(row.struck_on),
            "hvorfor_stroket": row.why_words,
        }
        for one in told
        for row in one.timeline
    ]


def figure_rows(figures: Iterable[SourcedFigure], today: date) -> list[dict[str, Any]]:
    """One for each figure that is told."""
    return [
        {
            "tall": row.reference,
            "verdi": row.value,
            "hva": row.says,
            "kilde": row.source,
            "aar": row.year,
            "hvem": row.population,
            "kildelenke": row.link,
            "ses_over_innen": _day(row.review_day),
            "foreldet": "ja" if row.is_stale_on(today) else "nei",
        }
        for row in figures
    ]


def as_csv(fields: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """With a byte order mark, so that spreadsheets read æ, ø and å. No cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(fields), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _harmless(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_json(rows: Mapping[str, list[dict[str, Any]]], about: str) -> dict[str, Any]:
    """Everything in one file, with where the words of each column stand."""
    return {"hvem": CREDIT, "lisens": LICENCE, "dokumentasjon": about, **rows}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value
