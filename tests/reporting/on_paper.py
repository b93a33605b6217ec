"""A release as it lies when it is out: small, whole, made by nobody, for whoever needs that there is one."""

from __future__ import annotations

from typing import Any


def told(year: int) -> dict[str, Any]:
    """Two classes and their sum, nothing hidden."""
    classes = [
        {"code": "first", "word": "første kobling", "count": 34},
        {"code": "again", "word": "har hatt en kobling før", "count": 6},
    ]
    table = {
        "code": "again", "title": "Første kobling eller en ny", "about": "Koblinger", "way": "two",
        "definition": "again", "version": 1, "classes": classes, "total": 40,
    }  # fmt: skip
    return {
        "format": "ressursvenn-tall-1", "year": year, "limit": 5, "counted_on": f"{year + 1}-01-09",
        "tables": [table], "left_out": [], "outcomes": [], "road": {"applied": 60},
        "definitions": {"again": 1, "road": 1},
        "links": [], "missing": [],
        "protection": {"method": "Beskyttet.", "hidden": 0, "bound": 0, "against": []},
    }  # fmt: skip
