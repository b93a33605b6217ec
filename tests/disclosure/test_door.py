"""The command, the file it reads, and the schema that describes the file."""

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ressursvenn import disclosure
from ressursvenn.disclosure import Unreadable
from ressursvenn.disclosure.__main__ import main
from ressursvenn.disclosure.reading import read

ROOT = Path(__file__).resolve().parents[2]
REGION = {"name": "region", "categories": ["north", "south"]}
AGE = {"name": "age", "categories": ["young", "old"], "ordered": True, "tells": False}
COUNTS = {"north/young": 2, "north/old": 9, "south/young": 8, "south/old": 12}


def file(**changed):
    table = {"name": "waiting", "dimensions": [REGION, AGE], "cells": COUNTS}
    return {"name": "2025", "limit": 5, "tables": [table], **changed}


def run(tmp_path, capsys, given, *arguments):
    path = tmp_path / "tables.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), "utf-8")
    code = main([str(path), *arguments])
    return code, *capsys.readouterr()


def test_tables_are_protected_and_printed(tmp_path, capsys):
    code, told, _ = run(tmp_path, capsys, file())

    assert code == 0
    assert told.startswith("Coarser categories")
    assert "proven to be at least" in told
    assert "Clear: nothing can be computed within the limit of 5." in told


def test_a_machine_reads_the_same(tmp_path, capsys):
    code, told, _ = run(tmp_path, capsys, file(), "--json")
    answer = json.loads(told)

    assert code == 0
    assert answer["audit"]["clear"]
    assert answer["loss"] == answer["bound"]
    assert answer["tables"]["waiting"]["north/young"] is None
    assert set(answer["audit"]["intervals"]) == set(answer["hidden"])


def test_given_tables_are_only_attacked(tmp_path, capsys):
    given = file()
    given["tables"][0]["hidden"] = ["north/young"]
    code, told, _ = run(tmp_path, capsys, given, "--attack-only")

    assert code == 1
    assert "2025/waiting/north/young" in told
    assert "too narrow" in told
    assert "can be computed by anybody: 2" in told


def test_a_printed_table_without_its_secrets_can_be_attacked(tmp_path, capsys):
    """As somebody outside has it: nothing where a cell is hidden, and the sums that were printed."""
    counts = {**COUNTS, "north/young": None, "south/young": None}
    sums = {"north/*": 11, "*/young": 10}
    given = file(
        tables=[{"name": "w", "dimensions": [REGION, AGE], "cells": counts, "margins": sums}]
    )
    code, told, _ = run(tmp_path, capsys, given, "--attack-only", "--json")

    assert code == 1
    assert json.loads(told)["intervals"]["2025/w/north/young"] == [2, 2]


def test_earlier_releases_and_links_are_read(tmp_path, capsys):
    before = {"name": "2024", "tables": [{"name": "end", "dimensions": [], "cells": {"": 30}}]}
    tables = [
        {"name": "end", "dimensions": [], "cells": {"": 35}},
        {"name": "new", "dimensions": [], "cells": {"*": 8}},
        {"name": "ended", "dimensions": [], "cells": {"*": 3}, "hidden": ["*"]},
    ]
    link = {"coefficients": {"end": 1, "2024/end": -1, "new": -1, "ended": 1}, "equals": 0}
    given = file(tables=tables, earlier=[before], links=[link])
    code, told, _ = run(tmp_path, capsys, given, "--attack-only")

    assert code == 1
    assert "2025/ended can be computed by anybody: 3" in told


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{", "no JSON"),
        ('{"tables": [], "tables": []}', "stands twice"),
        (file(tables=[]), "no tables"),
        (file(limit=4), "can only be raised"),
        (file(extra=1), "means nothing here"),
        (file(tables=[{"name": "a/b", "dimensions": [], "cells": {"": 1}}]), "is no name"),
        (file(tables=[{"name": "t", "dimensions": [AGE], "cells": {"young": -1, "old": 2}}]), "whole"),
        (file(tables=[{"name": "t", "dimensions": [AGE], "cells": {"young": 1.5, "old": 2}}]), "whole"),
        (file(tables=[{"name": "t", "dimensions": [AGE], "cells": {"older": 1}}]), "no cell"),
        (file(links=[{"coefficients": {"gone/x": 1}}]), "not there"),
        (file(links=[{"coefficients": {"waiting/north/*": 1}, "equals": 7}]), "does not hold"),
        (file(tables=[{"name": "t", "dimensions": [AGE], "cells": {"young": None, "old": 2}}]), "known"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_what_is_wrong(tmp_path, capsys, given, sentence):
    code, told, trouble = run(tmp_path, capsys, given)

    assert (code, told) == (2, "")
    assert sentence in trouble


def test_a_sum_that_is_not_what_its_parts_come_to_is_refused():
    given = file()
    given["tables"][0]["margins"] = {"north/*": 12}

    with pytest.raises(Unreadable, match="parts come to"):
        read(json.dumps(given))


def test_the_schema_and_the_reader_name_the_same_fields():
    from ressursvenn.disclosure import reading

    schema = json.loads((ROOT / "docs/disclosure.schema.json").read_text("utf-8"))
    parts = schema["$defs"]

    assert set(schema["properties"]) == reading.RELEASE
    assert set(parts["release"]["properties"]) == reading.RELEASE - {"earlier", "$schema"}
    assert set(parts["table"]["properties"]) == reading.TABLE
    assert set(parts["dimension"]["properties"]) == reading.DIMENSION
    assert set(parts["link"]["properties"]) == reading.LINK
    assert all(
        part["additionalProperties"] is False
        for part in (schema, *parts.values())
        if "properties" in part
    )


def test_the_schema_says_yes_and_no_as_the_reader_does():
    schema = json.loads((ROOT / "docs/disclosure.schema.json").read_text("utf-8"))
    says = Draft202012Validator(schema)
    Draft202012Validator.check_schema(schema)

    assert says.is_valid(file())
    for wrong in (file(limit=4), file(extra=1), file(tables=[]), {"name": "2025"}):
        assert not says.is_valid(wrong)


def test_the_example_in_the_docs_is_true(tmp_path, capsys):
    text = (ROOT / "docs/disclosure.md").read_text("utf-8")
    example = text.split("```json\n")[1].split("```")[0]
    code, told, _ = run(tmp_path, capsys, example, "--attack-only")
    shown = text.split("```text\n")[1].split("```")[0]

    assert code == 1
    assert told == shown


def test_the_worked_example_of_the_room_is_true():
    result = doctest.testmod(disclosure)

    assert result.attempted > 5
    assert result.failed == 0


def test_the_engine_opens_no_django():
    loaded = (
        "import sys; from ressursvenn.disclosure import __main__;"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert {"ressursvenn", "numpy", "scipy"} <= set(answer.stdout.split())
    assert "django" not in answer.stdout.split()
