"""From a release's data to its three files. The same data and versions give the same bytes everywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from . import composing, definitions, words

ROOM = Path(__file__).parent
JSON, CSV, METADATA = "json", "csv", "metadata"
KINDS = {
    JSON: "application/json", CSV: "text/csv; charset=utf-8", METADATA: "application/json",
}  # fmt: skip
NAMES = {JSON: "tall-{}.json", CSV: "tall-{}.csv", METADATA: "tall-{}-om.json"}
MADE_BY = (
    "again.py",
    "building.py",
    "catalogue.py",
    "composing.py",
    "definitions.py",
    "making.py",
    "protecting.py",
    "words.py",
)
HEAD = ("år", "tabell", "definisjon", "gjelder", "klasse", "ord", "antall", "merknad")


def made(told: Mapping[str, Any], number: int, *, on: date, site: str) -> dict[str, bytes]:
    """All three, from the data as they were proposed, issued on a day at an address."""
    files = {JSON: canonical(told), CSV: as_csv(told)}
    issued = {"number": number, "issued": on.isoformat(), "address": f"{site}/tall/{told['year']}/"}
    return {**files, METADATA: canonical({**issued, **_about(told, files)})}


def canonical(told: Mapping[str, Any]) -> bytes:
    """One way to write it, so that what is equal has equal bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def print_of(content: bytes) -> str:
    """SHA-256, as 64 hexadecimal digits."""
    return sha256(content).hexdigest()


@cache
def versions() -> dict[str, str]:
    """Of what makes the numbers and the files: ours as one fingerprint, others' as numbers."""
    ours = b"".join((ROOM / name).read_bytes() for name in MADE_BY)
    attack = b"".join(
        path.read_bytes() for path in sorted((ROOM.parent / "disclosure").glob("*.py"))
    )
    return {
        "reporting": print_of(ours)[:16],
        "disclosure": print_of(attack)[:16],
        **{name: version(name) for name in ("numpy", "scipy")},
    }


def as_csv(told: Mapping[str, Any]) -> bytes:
    """A line for each class, and one for each sum. A hidden number is a colon; a cell is never a formula."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(HEAD)
    lines.writerows(_lines(told))
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _lines(told: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for table in told["tables"]:
        named = f"{table['definition']}-{table['version']}"
        head = (told["year"], table["code"], named, table["about"])
        for one in table["classes"]:
            yield (*head, one["code"], one["word"], *_shown(one["count"]))
        if len(table["classes"]) > 1:
            yield (*head, "*", "i alt", *_shown(table["total"]))
    for one in told["left_out"]:
        mark = words.NONE if one["why"] == composing.NOT_COUNTED else words.HIDDEN
        yield (told["year"], one["code"], "", "", "", one["title"], mark, one["why"])
    named = f"road-{told['definitions']['road']}"
    for station, many in told["road"].items():
        word = words.STATIONS[station]
        yield (told["year"], "road", named, "Søkere i året", station, word, many, "")


def _shown(count: int | None) -> tuple[Any, str]:
    return (words.HIDDEN, "skjult av hensyn til deltakerne") if count is None else (count, "")


def _about(told: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    """What a reader far away needs to understand the numbers: what, whose, when, how protected."""
    year = told["year"]
    return {
        "format": f"{told['format']}-om",
        "year": year,
        "period": {"first": f"{year}-01-01", "last": f"{year}-12-31"},
        "publisher": words.PUBLISHER,
        "licence": words.LICENCE,
        "files": {
            NAMES[kind].format(year): {"sha256": print_of(content), "bytes": len(content)}
            for kind, content in files.items()
        },
        "definitions": {code: _defined(code) for code in told["definitions"]},
        "protection": told["protection"],
        "missing": told["missing"],
        "no_cause": words.NO_CAUSE,
    }


def _defined(code: str) -> dict[str, Any]:
    one = definitions.BY_CODE[code]
    return {
        "version": one.version, "since": one.since, "word": one.word, "says": one.says,
        "population": one.population, "missing": one.missing, "source": one.source, "code": one.print,
    }  # fmt: skip
