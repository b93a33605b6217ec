"""No cell's value leaves a bringing-in: not by the command, not by a page, not by a refusal."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from .books import DATA, cells

# Cells whose words the house uses itself ("ja", "norsk", "lørdag") are not told apart from its own.
PERSONAL = {
    "Frivillige": ("Fornavn", "Etternavn", "Født", "Mobil", "E-post", "Adresse", "Merknad"),
    "Henvist": ("Kode", "Adresse", "Barn (navn/skole)", "Skal IKKE kobles med"),
}
LISTED = {
    "Frivillige": ("Område", "Søknad mottatt", "Intervju", "Politiattest vist", "Avtale signert"),
    "Henvist": ("Krisesenter", "Henvist dato", "Vil møtes i", "Ønsker seg", "Trygg kontakt"),
}
OUR_OWN = {"Oslo", "Vik", "Strand", "Lie", "Dahl", "Lund", "Berg", "Moe", "Kari", "Kaja", "Nora"}


def values(name="koordinator", columns=(PERSONAL, LISTED)):
    """Every distinct text and number of those columns, as it would be written."""
    found = set()
    for sheet, rows in cells(name).items():
        heading = next(i for i, row in enumerate(rows) if row[1] and row[2])
        for column in (place for these in columns for place in these[sheet]):
            place = rows[heading].index(column)
            found |= {str(row[place]).strip() for row in rows[heading + 1 :] if row[place]}
    return {value for value in found if len(value) > 3 and value not in OUR_OWN | {"mangler"}}


def told_in(text, found):
    return sorted(value for value in found if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text))


def test_there_is_something_that_could_be_told():
    assert len(values()) > 500
    assert told_in("Hun heter Emma og bor i Simonsenvika 727.", values()) == [
        "Emma",
        "Simonsenvika 727",
    ]


@pytest.mark.parametrize("how", [["--json"], [], ["--dry-run"], ["--dry-run", "--json"]])
def test_the_command_tells_none(people, how, capfd):
    out, err = StringIO(), StringIO()
    call_command(
        "bring_in",
        str(DATA / "koordinator.xlsx"),
        "--association=oslo",
        "--by=kari",
        *how,
        stdout=out,
        stderr=err,
    )
    printed = capfd.readouterr()
    whole = out.getvalue() + err.getvalue() + printed.out + printed.err

    assert len(whole) > 300
    assert told_in(whole, values()) == []


def test_no_page_of_it_tells_any(signed_in, kari, bring):
    browser = signed_in(kari)
    with (DATA / "koordinator.xlsx").open("rb") as stream:
        preview = browser.post("/a/regneark/", {"file": stream}).content.decode()
    bringing = bring((DATA / "koordinator.xlsx").read_bytes()).bringing
    there = f"/a/regneark/{bringing.reference}/"
    addresses = [
        "/a/regneark/",
        there,
        f"{there}rader/",
        f"{there}rader/?side=2",
        f"{there}tilbake/",
    ]
    pages = [browser.get(address).content.decode() for address in addresses]

    for page in [preview, *pages]:
        text = re.sub(r'value="[^"]{40,}"|<svg.*?</svg>', "", page, flags=re.DOTALL)
        assert told_in(text, values(columns=(PERSONAL,))) == []
        assert told_in(re.sub(r"\d+\. \w+ \d{4}", "", text), values(columns=(LISTED,))) == []


def test_no_table_holds_any_in_the_clear(bring):
    bring((DATA / "koordinator.xlsx").read_bytes())
    found = values(columns=(PERSONAL,))
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("accounts_", "django_", "account_", "neighbourhood_")):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            told = json.dumps(
                [list(map(str, row)) for row in cursor.fetchall()], ensure_ascii=False
            )
            assert told_in(told, found) == [], table
