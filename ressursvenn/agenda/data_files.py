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
    "tidligere_adressert_til": "hvem det var adressert til før, skilt med semikolon",
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
EVIDENCE: Mapping[str, str] = {
    "krav": "kravets referanse",
    "belegg": "referansen, den samme for alltid",
    "lenke": "stedet på siden om kravet",
    "funn": "hva som er funnet",
    "kilde": "hvem som har funnet det, og hvor det står",
    "aar": "året funnet er fra",
    "kildelenke": "lenke til kilden",
    "tall": "referansen til et av våre tall, når funnet er et av dem",
    "bekreftet": "dagen en annen redaktør bekreftet det",
    "trukket": "dagen det ble trukket; tomt når kravet fortsatt bygger på det",
}
VERSIONS: Mapping[str, str] = {
    "krav": "kravets referanse",
    "versjon": "nummeret: 1 er de første ordene",
    "lenke": "siden med ordene, den samme for alltid",
    "tittel": "kravet i én setning, slik det var",
    "begrunnelse": "hvorfor, slik det var",
    "endret": "hva som ble endret fra versjonen før",
    "bekreftet": "dagen en annen redaktør bekreftet ordene",
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
    "trukket": "dagen tallet ble trukket; tomt når det fortsatt gjelder",
}
FIELDS = {
    "krav": DEMANDS,
    "versjoner": VERSIONS,
    "hendelser": HAPPENINGS,
    "belegg": EVIDENCE,
    "tall": FIGURES,
}

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
            "tidligere_adressert_til": "; ".join(row.name for row in one.once),
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


def evidence_rows(told: Iterable[Told], in_full: InFull) -> list[dict[str, Any]]:
    """One for each thing that a demand is built on, what was withdrawn too."""
    return [
        {
            "krav": one.reference,
            "belegg": row.reference,
            "lenke": f"{in_full(one.reference)}#{row.reference}",
            "funn": row.says,
            "kilde": row.source,
            "aar": row.year,
            "kildelenke": row.link,
            "tall": row.figure.reference if row.figure and row.figure.confirmed_on else "",
            "bekreftet": _day(row.confirmed_on),
            "trukket": _day(row.taken_out_on),
        }
        for one in told
        for row in one.evidence
    ]


def version_rows(told: Iterable[Told], in_full: InFull) -> list[dict[str, Any]]:
    """One for each version of the words of each demand."""
    return [
        {
            "krav": one.reference,
            "versjon": text.number,
            "lenke": f"{in_full(one.reference)}v/{text.number}/",
            "tittel": text.title,
            "begrunnelse": text.body,
            "endret": text.why,
            "bekreftet": _day(text.confirmed_on),
        }
        for one in told
        for text in one.versions
    ]


def figure_rows(figures: Iterable[SourcedFigure], today: date) -> list[dict[str, Any]]:
    """One for each figure that has been told, those that were withdrawn too."""
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
            "trukket": _day(row.withdrawn_on),
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
