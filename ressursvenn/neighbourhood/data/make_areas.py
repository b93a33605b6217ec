"""Make areas.csv once, from a list of Norwegian towns and districts made from GeoNames.

    python ressursvenn/neighbourhood/data/make_areas.py LIST.csv

A code is permanent: an area already in areas.csv keeps its code when the file is made again.
"""

from __future__ import annotations

import csv
import math
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = ("code", "name", "also", "county", "part_of", "latitude", "longitude", "population")
CREDIT = (
    "# Norwegian towns over 500 people: GeoNames (geonames.org), CC BY 4.0. Counties of 2024."
    " Changed by us: see README.md"
)
SAME_PLACE_KM = 5
NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"} | {
    "á": "a", "č": "c", "š": "s", "ž": "z", "ü": "u", "ö": "o", "ä": "a", "é": "e",
})  # fmt: skip

# In the list two towns of one name share the county of one of them. Told from the point.
COUNTY_BY_POINT = {
    ("Ask", "60.071"): "Akershus",
    ("Hof", "60.553"): "Innlandet",
    ("Hovden", "59.56"): "Agder",
    ("Langevåg", "59.607"): "Vestland",
    ("Leknes", "65.1"): "Trøndelag",
    ("Os", "62.496"): "Innlandet",
    ("Sand", "60.392"): "Innlandet",
    ("Sandvika", "64.464"): "Trøndelag",
    ("Sjølyststranda", "59.921"): "Oslo",
    ("Straume", "68.689"): "Nordland",
    ("Straumen", "63.872"): "Trøndelag",
    ("Sundvollen", "60.063"): "Buskerud",
    ("Søvik", "60.216"): "Vestland",
    ("Trøim", "60.861"): "Buskerud",
    ("Vestbygd", "58.1"): "Agder",
    ("Åmot", "59.633"): "Telemark",
    ("Årnes", "63.961"): "Trøndelag",
}
# Name and point disagree by 250 km, and nothing tells which of them is right.
LEFT_OUT = {("Svarstad", "61.7")}
ALSO_CALLED = {
    "Kautokeino": "Guovdageaidnu",
    "Kárášjohka": "Karasjok",
    "Snåase": "Snåsa",
    "Vuonnabahta": "Varangerbotn",
    "Ivgobahta": "Skibotn",
    "Ávanuorri": "Havøysund",
}

Row = dict[str, str]


def folded(name: str) -> str:
    """A name as part of a code: "Møre og Romsdal" → "more-og-romsdal"."""
    plain = name.casefold().translate(NORDIC)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())


def km(one: Row, other: Row) -> float:
    """The great circle between two rows."""
    here, there = (math.radians(float(row["latitude"])) for row in (one, other))
    across = math.radians(float(one["longitude"]) - float(other["longitude"]))
    h = math.sin((here - there) / 2) ** 2
    h += math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def put_right(rows: Iterable[Row]) -> list[Row]:
    """The county its point lies in, and every part of Oslo a part of Oslo."""
    right = []
    for row in rows:
        key = row["name"], row["latitude"]
        if key in LEFT_OUT:
            continue
        county = COUNTY_BY_POINT.get(key, row["county"])
        in_oslo = county == "Oslo" != row["name"]
        part_of = row["part_of"] or ("Oslo" if in_oslo else "")
        also = ALSO_CALLED.get(row["name"], "")
        right.append({**row, "county": county, "part_of": part_of, "also": also})
    return right


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row where a county has one name twice within five kilometres: the district, else the
    more populous."""
    kept: list[Row] = []
    best_first = sorted(rows, key=lambda row: (not row["part_of"], -int(row["population"])))
    for row in best_first:
        if not any(_same_place(row, other) for other in kept):
            kept.append(row)
    return kept


def coded(rows: Iterable[Row], already: Iterable[Row] = ()) -> list[Row]:
    """Give each row its code, and its part_of the code of the town it lies in."""
    known = list(already)
    taken = {row["code"] for row in known}
    result = []
    for row in sorted(rows, key=lambda row: (row["county"], row["name"], -int(row["population"]))):
        before = next((other for other in known if _same_place(row, other)), None)
        code = before["code"] if before else _free(row, taken)
        taken.add(code)
        result.append({**row, "code": code})
    towns = {(row["county"], row["name"]): row["code"] for row in result if not row["part_of"]}
    return [
        {**row, "part_of": towns[row["county"], row["part_of"]] if row["part_of"] else ""}
        for row in result
    ]


def _same_place(one: Row, other: Row) -> bool:
    same_name = (one["name"], one["county"]) == (other["name"], other["county"])
    return same_name and km(one, other) <= SAME_PLACE_KM


def _free(row: Row, taken: set[str]) -> str:
    first = f"no-{folded(row['county'])}-{folded(row['name'])}"
    code, number = first, 1
    while code in taken:
        number += 1
        code = f"{first}-{number}"
    return code


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write(rows: list[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(CREDIT + "\n")
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
        table.writeheader()
        table.writerows(sorted(rows, key=lambda row: row["code"]))


if __name__ == "__main__":
    made = HERE / "areas.csv"
    write(
        coded(merged(put_right(read(Path(sys.argv[1])))), read(made) if made.exists() else ()), made
    )
