"""docs/data.md: what is kept, how, and how long, made from Handling and the table of retention."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils import timezone

from .retention import limits_on
from .stays import STAYS, Stay

PAGE = Path(__file__).parents[2] / "docs" / "data.md"
KEYS = {
    "plain": "–",
    "card": "personens kortnøkkel",
    "record": "personens fulle nøkkel",
    "sign_in": "– (innloggingen må kunne lese det)",
}
WORDS = {"plain": "åpent", "card": "kort", "record": "full side", "sign_in": "innlogging"}

COLUMNS = "| felt | klasse | nøkkel |\n|---|---|---|\n"

HEAD = """# Hva huset har, hvordan og hvor lenge

Laget av `python3 dev.py manage data_page` fra det som står ved hver tabell i koden (`Handling`) og fra
`ressursvenn/protection/stays.py`. Ikke rett i den for hånd: en test holder den lik koden.

Hvert felt er i én av fire klasser. *Kort* og *full side* er låst med hver sin nøkkel, som finnes for hver
enkelt person og ligger hos nøkkelvokteren. Når nøklene ødelegges, er alt som er låst med dem, borte, også i
gamle sikkerhetskopier. *Åpent* er dager, koder og referanser, som ikke sier hvem noen er. *Innlogging* er det
innloggingen må kunne lese om den som har en konto; en deltaker har aldri en konto.

## Hvor lenge

Fristen regnes fra siste hendelse, og på nytt hver gang det skjer noe. Ingen som er i en kobling, slettes, og
ingen mens en bekymring er åpen. {warning} dager før blir det en linje i koordinatorens Min dag; de siste
{grace} rykker den opp. Hun kan gi det {longer} dager til, {times} ganger, med en grunn fra en liste. Tallene
er nasjonale og står i `ressursvenn/programme/limits.py`.

| hva | klasse | regnes fra | dager | varsles | hva sletting er | kilde | bekreftet av |
|---|---|---|---|---|---|---|---|
"""


def text() -> str:
    """The whole page."""
    limits = limits_on(timezone.localdate())
    head = HEAD.format(
        warning=limits.keep_warning_days, grace=limits.keep_grace_days,
        longer=limits.keep_longer_days, times=limits.keep_longer_times,
    )  # fmt: skip
    table = "".join(_line(stay) for stay in STAYS.values())
    return head + table + "\n## Hvert felt\n" + "".join(_of(model) for model in _ours())


def _line(stay: Stay) -> str:
    days = stay.days(limits_on(timezone.localdate()))
    told = (
        stay.what, stay.keep, stay.since, str(days or "–"), "ja" if stay.warned else "–",
        stay.means, stay.source, stay.confirmed,
    )  # fmt: skip
    return f"| {' | '.join(told)} |\n"


def _ours() -> Iterator[Any]:
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label):
        if model.__module__.startswith("ressursvenn."):
            yield model


def _of(model: Any) -> str:
    """A table of one model: each field, its class, its key; why and how long above it."""
    why = " ".join((model.__doc__ or "").split("\n\n")[0].split())
    stays = ", ".join(stay.what for stay in STAYS.values() if stay.keep == model.Handling.keep)
    head = f"\n### {model._meta.label}\n\n{why}\n\nHvor lenge: {stays}.\n\n{COLUMNS}"
    return head + "".join(_field(model, field.name) for field in model._meta.concrete_fields)


def _field(model: Any, name: str) -> str:
    kind = next(kind for kind in KEYS if name in getattr(model.Handling, kind))
    return f"| {name} | {WORDS[kind]} | {KEYS[kind]} |\n"
