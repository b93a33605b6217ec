"""A release as it lies when it is out: small, whole, made by nobody, for whoever needs that there is one."""

from __future__ import annotations

from typing import Any


def told(year: int) -> dict[str, Any]:
    """Two classes and their sum, nothing hidden."""
    classes = [
        {"code": "ended", "word": "møttes, og er avsluttet", "count": 36},
        {"code": "not_to_be", "word": "avlyst før første møte", "count": 6},
    ]
    table = {
        "code": "closed", "title": "Koblinger som ble avsluttet i året", "about": "Koblinger", "way": "two",
        "definition": "closed", "version": 1, "classes": classes, "total": 42,
    }  # fmt: skip
    return {
        "format": "ressursvenn-tall-1", "year": year, "limit": 5, "counted_on": f"{year + 1}-01-09",
        "tables": [table], "left_out": [], "outcomes": [], "road": {"applied": 60},
        "definitions": {"closed": 1, "road": 1},
        "links": [], "missing": [],
        "protection": {"method": "Beskyttet.", "hidden": 0, "bound": 0, "against": []},
    }  # fmt: skip
